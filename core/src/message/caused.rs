//! Which messages a command causes, and who gets them (the table of rulebook section 11).

use chrono::NaiveDate;

use super::datum::Part;
use super::letter::Letter;
use super::text::{Between, today};
use super::{Message, MessageKind, Recipient};
use crate::bank::Bank;
use crate::capability::{Capability, capable};
use crate::command::Order;
use crate::distribution::{Distribution, DistributionLine, DistributionPatch, Method};
use crate::event::{Event, What};
use crate::id::{DistributionId, Ids, PartnerId, RequestId};
use crate::language::Language;
use crate::outbox::Delivery;
use crate::partner::Partner;
use crate::reminder::Occurrence;
use crate::request::Request;
use crate::status::Status;
use crate::store::Facts;
use crate::text::email_key;
use crate::transition::Action;

/// The messages caused by `events`, which all come from `order`; `facts` are as they are after them, `before` as they were.
///
/// One message an event and language of its recipients, in the order of the events. A partner that is not among the facts was removed, and
/// nobody is written to about it. Imports send nothing, and neither does completing a distribution.
///
/// The event of a changed distribution is taken at its word: what its patch names counts as changed.
pub(crate) fn caused_by(
    order: &Order,
    before: &Facts,
    facts: &Facts,
    events: &[Event],
    ids: &mut Ids,
) -> Vec<Message> {
    let Some(bank) = &facts.bank else { return Vec::new() };
    let today = today(bank, order.at);
    let mut messages = Vec::new();
    for event in events {
        let Some(partner) = event.what.partner().and_then(|id| facts.partners.get(&id)) else { continue };
        let scene = Scene { bank, partner, before, facts, today };
        let Some(draft) = scene.draft(&event.what) else { continue };
        for (language, recipients) in scene.by_language(draft.recipients) {
            let letter = (draft.write)(Between { bank, partner, language });
            messages.push(Message {
                id: ids.next(),
                kind: draft.kind,
                partner: partner.id,
                recipients,
                language: language.tag().to_owned(),
                subject: letter.subject(),
                text: letter.text(),
                html: letter.html(),
                data: letter.data(),
                at: event.at,
                delivery: Delivery::default(),
            });
        }
    }
    messages
}

/// What is sent, to whom, and how it is written.
struct Draft<'a> {
    kind: MessageKind,
    recipients: Vec<Recipient>,
    write: Box<dyn Fn(Between<'a>) -> Letter + 'a>,
}

/// What one event is looked at with.
struct Scene<'a> {
    bank: &'a Bank,
    partner: &'a Partner,
    before: &'a Facts,
    facts: &'a Facts,
    today: NaiveDate,
}

impl<'a> Scene<'a> {
    fn draft(&self, what: &'a What) -> Option<Draft<'a>> {
        let draft = match what {
            What::PartnerUpdated { partner, .. }
            | What::PartnerMoved { partner, action: Action::Reactivate, .. } => self.new_contact(*partner),
            What::PartnerMoved { action, note, .. } => self.moved(*action, note.as_deref()),
            What::RequestSubmitted(request) => {
                self.request(request.id, MessageKind::RequestReceived, Between::request_received)
            }
            What::RequestCancelled { request, .. } => {
                self.request(*request, MessageKind::RequestCancelled, Between::request_cancelled)
            }
            What::DistributionRecorded(distribution) => self.distribution(
                distribution.id,
                MessageKind::DistributionScheduled,
                Between::distribution_scheduled,
            ),
            What::DistributionUpdated { distribution, patch, lines, .. } => {
                let changed = changed(patch, lines.as_deref())?;
                self.distribution(
                    *distribution,
                    MessageKind::DistributionChanged,
                    move |between: Between<'a>, row: &Distribution, from: Option<&Request>| {
                        between.distribution_changed(row, from, changed.clone())
                    },
                )
            }
            What::DistributionTakenBack { distribution, .. } => self.distribution(
                *distribution,
                MessageKind::DistributionTakenBack,
                Between::distribution_taken_back,
            ),
            What::ReminderSent(reminder) => self.reminder(&reminder.of),
            _ => None,
        }?;
        wanted(draft.kind, self.partner).then_some(draft)
    }

    /// A new contact of a partner that is in is invited; one that changed while it was deactivated, when it is back.
    fn new_contact(&self, partner: PartnerId) -> Option<Draft<'a>> {
        let before = self.before.partners.get(&partner)?.invited_email.as_deref().map(email_key);
        let after = self.partner.invited_email.as_deref().map(email_key);
        (before != after).then(|| Draft {
            kind: MessageKind::Invitation,
            recipients: vec![self.contact()],
            write: Box::new(|between| between.invitation()),
        })
    }

    fn moved(&self, action: Action, note: Option<&'a str>) -> Option<Draft<'a>> {
        use MessageKind as M;
        let (kind, write): (_, Box<dyn Fn(Between<'a>) -> Letter + 'a>) = match action {
            Action::Invite | Action::RenewInvitation | Action::InviteAndApprove => {
                (M::Invitation, Box::new(|between| between.invitation()))
            }
            Action::SubmitForApproval => {
                (M::ApprovalRequested, Box::new(|between| between.approval_requested()))
            }
            Action::Approve => (M::Approved, Box::new(|between| between.approved())),
            Action::AskForChanges => (M::ChangesAsked, Box::new(move |between| between.changes_asked(note))),
            Action::RequireRecertification => {
                (M::RecertificationRequired, Box::new(|between| between.recertification_required()))
            }
            Action::Deactivate | Action::Reactivate | Action::Remove => return None,
        };
        let recipient = match kind {
            MessageKind::ApprovalRequested => self.bank_address(),
            _ => self.contact(),
        };
        Some(Draft { kind, recipients: vec![recipient], write })
    }

    fn request(
        &self,
        id: RequestId,
        kind: MessageKind,
        letter: impl Fn(Between<'a>, &Request) -> Letter + 'a,
    ) -> Option<Draft<'a>> {
        let request = self.facts.requests.get(&id)?;
        let copy = self.bank.settings.copies_of_requests.then(|| self.bank_address());
        let recipients = [Some(filer(request)), Some(self.contact()), copy];
        Some(Draft {
            kind,
            recipients: each_once(recipients.into_iter().flatten()),
            write: Box::new(move |between| letter(between, request)),
        })
    }

    /// Nothing is said of a distribution whose day is over: it is being put on record, not announced.
    fn distribution(
        &self,
        id: DistributionId,
        kind: MessageKind,
        letter: impl Fn(Between<'a>, &Distribution, Option<&Request>) -> Letter + 'a,
    ) -> Option<Draft<'a>> {
        let distribution = self.facts.distributions.get(&id).filter(|row| row.date >= self.today)?;
        let request = distribution.request.and_then(|id| self.facts.requests.get(&id));
        let recipients = [request.map(filer), Some(self.contact())];
        let pick_up = match distribution.method {
            Method::PickUp => self.partner.profile.pick_up_emails(&self.bank.settings),
            Method::Delivery | Method::Shipped => Vec::new(),
        };
        let pick_up = pick_up.into_iter().map(|email| Recipient::Email(email.to_owned()));
        Some(Draft {
            kind,
            recipients: each_once(recipients.into_iter().flatten().chain(pick_up)),
            write: Box::new(move |between| letter(between, distribution, request)),
        })
    }

    fn reminder(&self, of: &Occurrence) -> Option<Draft<'a>> {
        let today = self.today;
        let (kind, write): (_, Box<dyn Fn(Between<'a>) -> Letter + 'a>) = match *of {
            Occurrence::Deadline { deadline, .. } => {
                (MessageKind::DeadlineReminder, Box::new(move |between| between.deadline_reminder(deadline)))
            }
            Occurrence::Recertification { due, required_on, .. } => (
                MessageKind::RecertificationDue,
                Box::new(move |between| between.recertification_due(due, required_on, due < today)),
            ),
            Occurrence::Tomorrow { distribution, .. } => {
                return self.distribution(
                    distribution,
                    MessageKind::DistributionTomorrow,
                    Between::distribution_tomorrow,
                );
            }
        };
        Some(Draft { kind, recipients: vec![self.contact()], write })
    }

    /// The recipients of each language, in the order in which they were named.
    fn by_language(&self, recipients: Vec<Recipient>) -> Vec<(Language, Vec<Recipient>)> {
        let mut all: Vec<(Language, Vec<Recipient>)> = Vec::new();
        for recipient in recipients {
            let language = self.language_of(&recipient);
            match all.iter_mut().find(|(other, _)| *other == language) {
                Some((_, recipients)) => recipients.push(recipient),
                None => all.push((language, vec![recipient])),
            }
        }
        all
    }

    /// The partner's language, else the bank's; of the bank's own address always the bank's.
    fn language_of(&self, recipient: &Recipient) -> Language {
        let (own, partners) = (self.bank.settings.language, self.partner.details.language);
        if *recipient == self.bank_address() { own } else { partners.unwrap_or(own) }
    }

    fn bank_address(&self) -> Recipient {
        Recipient::Email(self.bank.email.clone())
    }

    fn contact(&self) -> Recipient {
        Recipient::Email(self.partner.details.email.clone())
    }
}

/// Whoever filed the request, be it a person of the partner or of the bank.
const fn filer(request: &Request) -> Recipient {
    Recipient::Person(request.filed_by)
}

/// What was changed that readers want to know about; none if it was only the comment.
fn changed(patch: &DistributionPatch, lines: Option<&[DistributionLine]>) -> Option<Vec<Part>> {
    let parts =
        [patch.date.map(|_| Part::Date), patch.method.map(|_| Part::Method), lines.map(|_| Part::Lines)];
    let changed: Vec<_> = parts.into_iter().flatten().collect();
    (!changed.is_empty()).then_some(changed)
}

/// The column "needs" of the table.
fn wanted(kind: MessageKind, partner: &Partner) -> bool {
    use MessageKind as M;
    match kind {
        M::Invitation | M::ApprovalRequested => true,
        // The table names the status itself here: no capability is about these messages.
        M::Approved
        | M::ChangesAsked
        | M::RecertificationRequired
        | M::RecertificationDue
        | M::RequestReceived
        | M::RequestCancelled => partner.status != Status::Deactivated,
        M::DistributionScheduled
        | M::DistributionChanged
        | M::DistributionTakenBack
        | M::DistributionTomorrow => {
            partner.details.send_emails
                && capable(partner.standing(), Capability::DistributionEmails).is_yes()
        }
        M::DeadlineReminder => {
            partner.details.send_emails && capable(partner.standing(), Capability::DeadlineReminders).is_yes()
        }
    }
}

/// The recipients without those already named. Addresses that differ only in upper and lower case are one address.
///
/// A person and an address may still be the same human: only the host knows a person's address.
fn each_once(recipients: impl Iterator<Item = Recipient>) -> Vec<Recipient> {
    let same = |a: &Recipient, b: &Recipient| match (a, b) {
        (Recipient::Email(a), Recipient::Email(b)) => a.eq_ignore_ascii_case(b),
        _ => a == b,
    };
    recipients.fold(Vec::new(), |mut named, recipient| {
        if !named.iter().any(|other| same(other, &recipient)) {
            named.push(recipient);
        }
        named
    })
}

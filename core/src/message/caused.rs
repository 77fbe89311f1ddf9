//! Which messages a command causes, and who gets them (the table of rulebook section 11).

use chrono::NaiveDate;

use super::datum::Part;
use super::letter::Letter;
use super::text::{Between, LANGUAGE, today};
use super::{Message, MessageKind, Recipient};
use crate::bank::Bank;
use crate::capability::{Capability, capable};
use crate::command::Order;
use crate::distribution::{Distribution, DistributionLine, DistributionPatch};
use crate::event::{Event, What};
use crate::id::{DistributionId, Ids, PartnerId, RequestId};
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
/// At most one message an event, in the order of the events. A partner that is not among the facts was removed, and
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
    let message = |event: &Event| {
        let partner = facts.partners.get(&event.what.partner()?)?;
        let draft = Scene { bank, partner, before, facts, today }.draft(&event.what)?;
        Some(Message {
            id: ids.next(),
            kind: draft.kind,
            partner: partner.id,
            recipients: draft.recipients,
            language: LANGUAGE.to_owned(),
            subject: draft.letter.subject(),
            text: draft.letter.text(),
            html: draft.letter.html(LANGUAGE),
            data: draft.letter.data(),
            at: event.at,
            delivery: Delivery::default(),
        })
    };
    events.iter().filter_map(message).collect()
}

/// A message without what every message has.
struct Draft {
    kind: MessageKind,
    recipients: Vec<Recipient>,
    letter: Letter,
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
    fn draft(&self, what: &What) -> Option<Draft> {
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
                self.distribution(*distribution, MessageKind::DistributionChanged, |between, row, from| {
                    between.distribution_changed(row, from, changed)
                })
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
    fn new_contact(&self, partner: PartnerId) -> Option<Draft> {
        let before = self.before.partners.get(&partner)?.invited_email.as_deref().map(email_key);
        let after = self.partner.invited_email.as_deref().map(email_key);
        (before != after).then(|| Draft {
            kind: MessageKind::Invitation,
            recipients: vec![self.contact()],
            letter: self.between().invitation(),
        })
    }

    fn moved(&self, action: Action, note: Option<&str>) -> Option<Draft> {
        let between = self.between();
        let (kind, letter) = match action {
            Action::Invite | Action::RenewInvitation | Action::InviteAndApprove => {
                (MessageKind::Invitation, between.invitation())
            }
            Action::SubmitForApproval => (MessageKind::ApprovalRequested, between.approval_requested()),
            Action::Approve => (MessageKind::Approved, between.approved()),
            Action::AskForChanges => (MessageKind::ChangesAsked, between.changes_asked(note)),
            Action::RequireRecertification => {
                (MessageKind::RecertificationRequired, between.recertification_required())
            }
            Action::Deactivate | Action::Reactivate | Action::Remove => return None,
        };
        let recipient = match kind {
            MessageKind::ApprovalRequested => self.bank_address(),
            _ => self.contact(),
        };
        Some(Draft { kind, recipients: vec![recipient], letter })
    }

    fn request(
        &self,
        id: RequestId,
        kind: MessageKind,
        letter: impl FnOnce(Between<'a>, &Request) -> Letter,
    ) -> Option<Draft> {
        let request = self.facts.requests.get(&id)?;
        let copy = self.bank.settings.copies_of_requests.then(|| self.bank_address());
        let recipients = [Some(filer(request)), Some(self.contact()), copy];
        Some(Draft {
            kind,
            recipients: each_once(recipients.into_iter().flatten()),
            letter: letter(self.between(), request),
        })
    }

    /// Nothing is said of a distribution whose day is over: it is being put on record, not announced.
    fn distribution(
        &self,
        id: DistributionId,
        kind: MessageKind,
        letter: impl FnOnce(Between<'a>, &Distribution, Option<&Request>) -> Letter,
    ) -> Option<Draft> {
        let distribution = self.facts.distributions.get(&id).filter(|row| row.date >= self.today)?;
        let request = distribution.request.and_then(|id| self.facts.requests.get(&id));
        let recipients = [request.map(filer), Some(self.contact())];
        Some(Draft {
            kind,
            recipients: each_once(recipients.into_iter().flatten()),
            letter: letter(self.between(), distribution, request),
        })
    }

    fn reminder(&self, of: &Occurrence) -> Option<Draft> {
        let between = self.between();
        let (kind, letter) = match *of {
            Occurrence::Deadline { deadline, .. } => {
                (MessageKind::DeadlineReminder, between.deadline_reminder(deadline))
            }
            Occurrence::Recertification { due, required_on, .. } => {
                let letter = between.recertification_due(due, required_on, due < self.today);
                (MessageKind::RecertificationDue, letter)
            }
            Occurrence::Tomorrow { distribution, .. } => {
                return self.distribution(
                    distribution,
                    MessageKind::DistributionTomorrow,
                    Between::distribution_tomorrow,
                );
            }
        };
        Some(Draft { kind, recipients: vec![self.contact()], letter })
    }

    const fn between(&self) -> Between<'a> {
        Between { bank: self.bank, partner: self.partner }
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

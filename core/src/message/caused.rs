//! Which messages a command causes, and who gets them (the table of rulebook section 11).

use chrono::NaiveDate;

use super::datum::Part;
use super::letter::Letter;
use super::text::{Between, bank_invitation, bank_role_added, today};
use super::{Message, MessageKind, OwnText, Recipient};
use crate::bank::Bank;
use crate::capability::{Capability, capable};
use crate::command::{Command, Order};
use crate::decide::After;
use crate::distribution::{Distribution, DistributionLine, DistributionPatch, Method};
use crate::event::{Event, KnownAs, What};
use crate::id::{DistributionId, Ids, RequestId};
use crate::language::Language;
use crate::lifecycle::message_of;
use crate::outbox::Delivery;
use crate::partner::Partner;
use crate::people::{InvitationRef, Role};
use crate::reminder::Occurrence;
use crate::request::Request;
use crate::status::Status;
use crate::text::email_key;
use crate::transition::Action;

/// The messages caused by `events`, which all come from `order`; `facts` are as they are after them.
///
/// One message an event and language of its recipients, in the order of the events. A partner that is not among the
/// facts was removed, and nobody is written to about it. Imports send nothing, and neither does completing a distribution.
///
/// The event of a changed distribution is taken at its word: what its patch names counts as changed.
pub(crate) fn caused_by(order: &Order, facts: &After<'_>, events: &[Event], ids: &mut Ids) -> Vec<Message> {
    let Some(bank) = facts.bank() else { return Vec::new() };
    // The bank is on both sides of a proxy: there is nobody to tell.
    if matches!(order.command, Command::SetUpProxy { .. }) {
        return Vec::new();
    }
    let today = today(bank, order.at);
    let mut messages = Vec::new();
    for event in events {
        let (partner, draft) = match event.what.partner() {
            Some(id) => {
                let Some(partner) = facts.partner(id) else { continue };
                (Some(partner), Scene { bank, partner, facts, today }.draft(&event.what))
            }
            None => (None, to_bank_people(bank, &event.what)),
        };
        let Some(draft) = draft else { continue };
        for (language, recipients) in by_language(bank, partner, facts, draft.recipients) {
            let letter = match own_text(bank, partner, draft.kind, language) {
                Some(own) => (draft.write)(language).in_own_words(own),
                None => Letter::whole(language, &draft.write),
            };
            messages.push(Message {
                id: ids.next(),
                kind: draft.kind,
                partner: partner.map(|partner| partner.id),
                invitation: invitation(&event.what),
                recipients,
                language: letter.language().tag().to_owned(),
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
    write: Write<'a>,
}

/// Writes the letter in a language.
type Write<'a> = Box<dyn Fn(Language) -> Letter + 'a>;

/// What one event is looked at with.
#[derive(Clone, Copy)]
struct Scene<'a> {
    bank: &'a Bank,
    partner: &'a Partner,
    facts: &'a After<'a>,
    today: NaiveDate,
}

impl<'a> Scene<'a> {
    fn draft(&self, what: &'a What) -> Option<Draft<'a>> {
        let draft = match what {
            What::PersonInvited { person, .. } => {
                let scene = *self;
                let write = move |language| scene.between(language).invitation();
                Some(to(person, MessageKind::Invitation, Box::new(write)))
            }
            What::RoleGranted { person, .. } => {
                let scene = *self;
                let write = move |language| scene.between(language).role_added();
                Some(to(person, MessageKind::RoleAdded, Box::new(write)))
            }
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

    fn moved(&self, action: Action, note: Option<&'a str>) -> Option<Draft<'a>> {
        let kind = message_of(action)?;
        let scene = *self;
        let write: Write<'a> = match kind {
            MessageKind::ApprovalRequested => {
                Box::new(move |language| scene.between(language).approval_requested())
            }
            MessageKind::Approved => Box::new(move |language| scene.between(language).approved()),
            MessageKind::ChangesAsked => {
                Box::new(move |language| scene.between(language).changes_asked(note))
            }
            MessageKind::RecertificationRequired => {
                Box::new(move |language| scene.between(language).recertification_required())
            }
            _ => return None,
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
        let scene = *self;
        let request = self.facts.request(id)?;
        let copy = self.bank.settings.copies_of_requests.then(|| self.bank_address());
        let recipients = [self.filer(request), Some(self.contact()), copy];
        Some(Draft {
            kind,
            recipients: each_once(recipients.into_iter().flatten()),
            write: Box::new(move |language| letter(scene.between(language), request)),
        })
    }

    /// Nothing is said of a distribution whose day is over: it is being put on record, not announced.
    fn distribution(
        &self,
        id: DistributionId,
        kind: MessageKind,
        letter: impl Fn(Between<'a>, &Distribution, Option<&Request>) -> Letter + 'a,
    ) -> Option<Draft<'a>> {
        let scene = *self;
        let distribution = self.facts.distribution(id).filter(|row| row.date >= self.today)?;
        let request = distribution.request.and_then(|id| self.facts.request(id));
        let recipients = [request.and_then(|request| self.filer(request)), Some(self.contact())];
        let pick_up = match distribution.method {
            Method::PickUp => self.partner.profile.pick_up_emails(&self.bank.settings),
            Method::Delivery | Method::Shipped => Vec::new(),
        };
        let pick_up = pick_up.into_iter().map(|email| Recipient::Email(email.to_owned()));
        Some(Draft {
            kind,
            recipients: each_once(recipients.into_iter().flatten().chain(pick_up)),
            write: Box::new(move |language| letter(scene.between(language), distribution, request)),
        })
    }

    fn reminder(&self, of: &Occurrence) -> Option<Draft<'a>> {
        let today = self.today;
        let scene = *self;
        let (kind, write): (_, Write<'a>) = match *of {
            Occurrence::Deadline { deadline, .. } => (
                MessageKind::DeadlineReminder,
                Box::new(move |language| scene.between(language).deadline_reminder(deadline)),
            ),
            Occurrence::Recertification { due, required_on, .. } => (
                MessageKind::RecertificationDue,
                Box::new(move |language| {
                    scene.between(language).recertification_due(due, required_on, due < today)
                }),
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

    const fn between(&self, language: Language) -> Between<'a> {
        Between { bank: self.bank, partner: self.partner, language }
    }

    /// Whoever filed the request, be it a person of the partner or of the bank; nobody if that person has left.
    fn filer(&self, request: &Request) -> Option<Recipient> {
        let own = Role::PartnerUser { partner: request.partner };
        match (self.facts.person(request.filed_by), self.bank.keeps_people) {
            (Some(row), true) if row.bank_role().is_none() && !row.holds(own) => None,
            (Some(row), _) => Some(Recipient::Email(row.email.clone())),
            (None, true) => None,
            (None, false) => Some(Recipient::Person(request.filed_by)),
        }
    }

    fn bank_address(&self) -> Recipient {
        Recipient::Email(self.bank.email.clone())
    }

    fn contact(&self) -> Recipient {
        Recipient::Email(self.partner.details.email.clone())
    }
}

/// What the bank says instead of our words: about a partner, in the language of who reads it.
fn own_text<'a>(
    bank: &'a Bank,
    partner: Option<&Partner>,
    kind: MessageKind,
    language: Language,
) -> Option<&'a OwnText> {
    partner.and_then(|_| bank.settings.message_texts.get(&kind)?.get(&language))
}

/// What a person of the bank's own is told.
fn to_bank_people<'a>(bank: &'a Bank, what: &'a What) -> Option<Draft<'a>> {
    match what {
        What::PersonInvited { person, role, .. } => {
            let write = move |language| bank_invitation(bank, language, *role);
            Some(to(person, MessageKind::Invitation, Box::new(write)))
        }
        What::RoleGranted { person, role } => {
            let write = move |language| bank_role_added(bank, language, *role);
            Some(to(person, MessageKind::RoleAdded, Box::new(write)))
        }
        _ => None,
    }
}

/// The recipients of each language, in the order in which they were named.
fn by_language(
    bank: &Bank,
    partner: Option<&Partner>,
    facts: &After<'_>,
    recipients: Vec<Recipient>,
) -> Vec<(Language, Vec<Recipient>)> {
    let mut all: Vec<(Language, Vec<Recipient>)> = Vec::new();
    for recipient in recipients {
        let language = language_of(bank, partner, facts, &recipient);
        match all.iter_mut().find(|(other, _)| *other == language) {
            Some((_, recipients)) => recipients.push(recipient),
            None => all.push((language, vec![recipient])),
        }
    }
    all
}

/// The person's language, else the partner's, else the bank's; of the bank's own address always the bank's.
fn language_of(bank: &Bank, partner: Option<&Partner>, facts: &After<'_>, recipient: &Recipient) -> Language {
    let persons = match recipient {
        Recipient::Person(id) => facts.person(*id),
        Recipient::Email(email) if *email == bank.email => return bank.settings.language,
        Recipient::Email(email) => facts.people().find(|row| email_key(&row.email) == email_key(email)),
    };
    let partners = partner.and_then(|partner| partner.details.language);
    persons.and_then(|row| row.language).or(partners).unwrap_or(bank.settings.language)
}

/// The invitation a message about `what` carries.
fn invitation(what: &What) -> Option<InvitationRef> {
    match what {
        What::PersonInvited { person, role, invitation } => {
            Some(InvitationRef { person: person.id, role: *role, invitation: invitation.id })
        }
        _ => None,
    }
}

fn to<'a>(person: &KnownAs, kind: MessageKind, write: Write<'a>) -> Draft<'a> {
    Draft { kind, recipients: vec![Recipient::Email(person.email.clone())], write }
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
        M::Invitation | M::RoleAdded | M::ApprovalRequested => true,
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
/// Where the host keeps the people, a person and an address may still be the same human.
fn each_once(recipients: impl Iterator<Item = Recipient>) -> Vec<Recipient> {
    let same = |a: &Recipient, b: &Recipient| match (a, b) {
        (Recipient::Email(a), Recipient::Email(b)) => email_key(a) == email_key(b),
        _ => a == b,
    };
    recipients.fold(Vec::new(), |mut named, recipient| {
        if !named.iter().any(|other| same(other, &recipient)) {
            named.push(recipient);
        }
        named
    })
}

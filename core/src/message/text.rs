//! What each message says, one function a kind, and nothing about when or to whom. The words are in `words/`.
//!
//! What values each kind gives is also said in [`super::MessageKind::placeholders`]; a test holds the two together.
//!
//! Values that are in every message: `bank`, `bank_email`, `partner`, and the partner's `status` for hosts whose own text
//! depends on it. A value there is none of, such as a comment nobody wrote, is left out of the data.
//!
//! The address of the bank is given for questions: the address a host sends from is often one nobody reads. The notes the
//! bank keeps about a partner are never in a message.

use chrono::{NaiveDate, Utc};

use super::datum::{Datum, Line, Part};
use super::letter::Letter;
use crate::bank::Bank;
use crate::capability::{Answer, Capability, capable};
use crate::distribution::Distribution;
use crate::language::Language;
use crate::partner::Partner;
use crate::people::{INVITATION_DAYS, Role};
use crate::request::Request;
use crate::words::{Text, text};

/// The bank and the partner a message is between.
#[derive(Clone, Copy)]
pub(super) struct Between<'a> {
    /// The bank.
    pub(super) bank: &'a Bank,
    /// The partner.
    pub(super) partner: &'a Partner,
    /// In which language.
    pub(super) language: Language,
}

impl Between<'_> {
    /// See [`super::MessageKind::Invitation`]. What it says to do next depends on what the partner can do once in: one
    /// that is approved already, be it in the same step, reads so.
    pub(super) fn invitation(self) -> Letter {
        let can = |capability| capable(self.partner.standing(), capability) == Answer::Yes;
        let next = if can(Capability::MakeRequests) {
            text!("invitation_approved")
        } else if can(Capability::SubmitForApproval) {
            text!("invitation_submit")
        } else {
            text!("invitation_in_review")
        };
        self.to_partner(text!("invitation_subject"))
            .say(text!("invitation_intro"))
            .say(next)
            .linked()
            .signed()
    }

    /// See [`super::MessageKind::RoleAdded`].
    pub(super) fn role_added(self) -> Letter {
        self.to_partner(text!("role_added_subject")).say(text!("role_added_what")).signed()
    }

    /// See [`super::MessageKind::ApprovalRequested`]. The one message that is for the bank alone.
    pub(super) fn approval_requested(self) -> Letter {
        self.letter(text!("approval_requested_subject"))
            .with_text("partner_email", &self.partner.details.email)
            .say(text!("hello_bank"))
            .say(text!("approval_requested_waits"))
            .say(text!("approval_requested_what_next"))
            .say(text!("approval_requested_contact"))
    }

    /// See [`super::MessageKind::Approved`].
    pub(super) fn approved(self) -> Letter {
        self.to_partner(text!("approved_subject")).say(text!("approved_news")).signed()
    }

    /// See [`super::MessageKind::ChangesAsked`].
    pub(super) fn changes_asked(self, note: Option<&str>) -> Letter {
        self.to_partner(text!("changes_asked_subject"))
            .say(text!("changes_asked_thanks"))
            .quote(text!("changes_asked_lead"), "note", note)
            .say(text!("changes_asked_submit"))
            .signed()
    }

    /// See [`super::MessageKind::RecertificationRequired`].
    pub(super) fn recertification_required(self) -> Letter {
        self.to_partner(text!("recertification_required_subject"))
            .say(text!("recertification_required_time"))
            .say(text!("recertification_required_until"))
            .signed()
    }

    /// See [`super::MessageKind::RequestReceived`].
    pub(super) fn request_received(self, request: &Request) -> Letter {
        self.about(request, text!("request_received_subject"))
            .say(text!("request_received_thanks"))
            .entries("lines")
            .quote(text!("comment_lead"), "comment", request.comment.as_deref())
            .say(text!("request_received_see"))
            .signed()
    }

    /// See [`super::MessageKind::RequestCancelled`].
    pub(super) fn request_cancelled(self, request: &Request) -> Letter {
        self.about(request, text!("request_cancelled_subject"))
            .say(text!("request_cancelled_what"))
            .entries("lines")
            .quote(text!("request_cancelled_lead"), "reason", request.cancel_reason.as_deref())
            .signed()
    }

    /// See [`super::MessageKind::DistributionScheduled`].
    pub(super) fn distribution_scheduled(
        self,
        distribution: &Distribution,
        from: Option<&Request>,
    ) -> Letter {
        self.on_its_way(distribution, from, text!("distribution_scheduled_subject"))
            .say(text!("distribution_scheduled_what"))
            .planned(distribution, from)
            .signed()
    }

    /// See [`super::MessageKind::DistributionChanged`].
    pub(super) fn distribution_changed(
        self,
        distribution: &Distribution,
        from: Option<&Request>,
        changed: Vec<Part>,
    ) -> Letter {
        self.on_its_way(distribution, from, text!("distribution_changed_subject"))
            .with("changed", Datum::Changed(changed))
            .say(text!("distribution_changed_what"))
            .say(text!("distribution_changed_now"))
            .planned(distribution, from)
            .signed()
    }

    /// See [`super::MessageKind::DistributionTakenBack`]. It may have been handed out already, so this does not say
    /// that it will not take place.
    pub(super) fn distribution_taken_back(
        self,
        distribution: &Distribution,
        from: Option<&Request>,
    ) -> Letter {
        let letter = self
            .on_its_way(distribution, from, text!("distribution_taken_back_subject"))
            .say(text!("distribution_taken_back_what"))
            .say(text!("distribution_taken_back_lines"))
            .entries("lines");
        if from.is_some_and(|request| request.state.is_open()) {
            letter.say(text!("distribution_taken_back_open")).signed()
        } else {
            letter.signed()
        }
    }

    /// See [`super::MessageKind::DeadlineReminder`]. Partners that cannot make requests get it too: the bank sends them
    /// emails because it wants them to know.
    pub(super) fn deadline_reminder(self, deadline: NaiveDate) -> Letter {
        self.to_partner(text!("deadline_reminder_subject"))
            .with("deadline", Datum::Date(deadline))
            .say(text!("deadline_reminder_when"))
            .say(text!("deadline_reminder_done"))
            .signed()
    }

    /// See [`super::MessageKind::RecertificationDue`].
    pub(super) fn recertification_due(self, due: NaiveDate, required_on: NaiveDate, is_past: bool) -> Letter {
        let (subject, when) = if is_past {
            (text!("recertification_due_subject_past"), text!("recertification_due_until_past"))
        } else {
            (text!("recertification_due_subject"), text!("recertification_due_until"))
        };
        self.to_partner(subject)
            .with("due", Datum::Date(due))
            .with("required_on", Datum::Date(required_on))
            .say(when)
            .say(text!("recertification_due_required"))
            .say(text!("recertification_due_check"))
            .signed()
    }

    /// See [`super::MessageKind::DistributionTomorrow`].
    pub(super) fn distribution_tomorrow(self, distribution: &Distribution, from: Option<&Request>) -> Letter {
        self.on_its_way(distribution, from, text!("distribution_tomorrow_subject"))
            .say(text!("distribution_tomorrow_what"))
            .planned(distribution, from)
            .signed()
    }

    /// A letter with the values that are in every one.
    fn letter(self, subject: Text) -> Letter {
        Letter::new(self.language, subject)
            .with_text("bank", &self.bank.name)
            .with_text("bank_email", &self.bank.email)
            .with_text("partner", &self.partner.details.name)
            .with("status", Datum::Word("status", self.partner.status.slug()))
    }

    fn to_partner(self, subject: Text) -> Letter {
        self.letter(subject).say(text!("hello_partner"))
    }

    fn about(self, request: &Request, subject: Text) -> Letter {
        let lines = request.lines.iter().map(|line| Line::requested(request.kind, line)).collect();
        self.to_partner(subject)
            .with_text("request", request.id.to_string())
            .with("request_kind", Datum::Word("request_kind", request.kind.slug()))
            .with("requested_on", Datum::Date(self.day_of(request)))
            .with("lines", Datum::Lines(lines))
    }

    fn on_its_way(self, distribution: &Distribution, from: Option<&Request>, subject: Text) -> Letter {
        let lines = distribution.lines.iter().map(Line::handed_out).collect();
        let letter = self
            .to_partner(subject)
            .with_text("distribution", distribution.id.to_string())
            .with("date", Datum::Date(distribution.date))
            .with("method", Datum::Method(distribution.method))
            .with("lines", Datum::Lines(lines));
        match from {
            Some(request) => letter
                .with_text("request", request.id.to_string())
                .with("requested_on", Datum::Date(self.day_of(request))),
            None => letter,
        }
    }

    /// The day a request was made, as the bank counts days.
    fn day_of(self, request: &Request) -> NaiveDate {
        today(self.bank, request.filed_at)
    }
}

/// The invitation of one of the bank's own people.
pub(super) fn bank_invitation(bank: &Bank, language: Language, role: Role) -> Letter {
    of_bank(bank, language, role, text!("bank_invitation_subject"))
        .say(text!("bank_invitation_what"))
        .linked()
        .say(text!("questions"))
}

/// What one of the bank's own people is told that has a login.
pub(super) fn bank_role_added(bank: &Bank, language: Language, role: Role) -> Letter {
    of_bank(bank, language, role, text!("bank_role_added_subject"))
        .say(text!("bank_role_added_what"))
        .say(text!("questions"))
}

fn of_bank(bank: &Bank, language: Language, role: Role, subject: Text) -> Letter {
    let letter =
        Letter::new(language, subject).with_text("bank", &bank.name).with_text("bank_email", &bank.email);
    letter.with("role", Datum::Word("role", role.slug())).say(text!("hello"))
}

impl Letter {
    /// The way in. The link has no value here: no secret is ever kept with a message.
    fn linked(self) -> Self {
        self.with("days", Datum::Number(INVITATION_DAYS.unsigned_abs())).say(text!("invitation_link"))
    }

    /// When, how and what. The comment is part of it: a partner can see it with the distribution anyway.
    fn planned(self, distribution: &Distribution, from: Option<&Request>) -> Self {
        let letter = if from.is_some() {
            self.list(&[text!("distribution_when"), text!("distribution_how"), text!("distribution_for")])
        } else {
            self.list(&[text!("distribution_when"), text!("distribution_how")])
        };
        letter.say(text!("distribution_lines")).entries("lines").quote(
            text!("comment_lead"),
            "comment",
            distribution.comment.as_deref(),
        )
    }

    fn signed(self) -> Self {
        self.say(text!("questions")).say(text!("signature"))
    }
}

/// The day it is at `at` in the bank's time zone.
pub(super) fn today(bank: &Bank, at: chrono::DateTime<Utc>) -> NaiveDate {
    bank.day(at)
}

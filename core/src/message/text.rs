//! What each message says, in English: one function a kind, and nothing about when or to whom.
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
use crate::partner::Partner;
use crate::request::Request;

/// The language all of this is written in.
pub(super) const LANGUAGE: &str = "en";

/// The bank and the partner a message is between.
#[derive(Clone, Copy)]
pub(super) struct Between<'a> {
    /// The bank.
    pub(super) bank: &'a Bank,
    /// The partner.
    pub(super) partner: &'a Partner,
}

impl Between<'_> {
    /// See [`super::MessageKind::Invitation`]. What it says to do next depends on what the partner can do once in: one
    /// that is approved already, be it in the same step, reads so.
    pub(super) fn invitation(self) -> Letter {
        let can = |capability| capable(self.partner.standing(), capability) == Answer::Yes;
        let next = if can(Capability::MakeRequests) {
            "{partner} is approved: as soon as you are signed in, you can make requests."
        } else if can(Capability::SubmitForApproval) {
            "Once you are signed in, please fill in your profile and submit it. As soon as {bank} has approved it, you \
             can make requests."
        } else {
            "What you submitted is with {bank} for review. As soon as it is approved, you can make requests."
        };
        self.to_partner("{bank} invites {partner}")
            .say(
                "{bank} invites you to join as a partner. You can keep your profile up to date, ask for what you need \
                 and see what is coming to you, all in one place.",
            )
            .say(next)
            .say("{bank} will tell you how to sign in.")
            .signed()
    }

    /// See [`super::MessageKind::ApprovalRequested`]. The one message that is for the bank alone.
    pub(super) fn approval_requested(self) -> Letter {
        self.letter("{partner} has submitted for approval")
            .with_text("partner_email", &self.partner.details.email)
            .say("Hello {bank},")
            .say("The profile of {partner} has been submitted and waits for your review.")
            .say("You can approve it, or ask for changes with a note that tells {partner} what is missing.")
            .say("The contact of {partner} is {partner_email}.")
    }

    /// See [`super::MessageKind::Approved`].
    pub(super) fn approved(self) -> Letter {
        self.to_partner("{bank} has approved {partner}")
            .say("Good news: {bank} has approved {partner}. From now on you can make requests.")
            .signed()
    }

    /// See [`super::MessageKind::ChangesAsked`].
    pub(super) fn changes_asked(self, note: Option<&str>) -> Letter {
        self.to_partner("{bank} asks for changes to your profile")
            .say("Thank you for submitting your profile. Before {bank} can approve it, something needs to change.")
            .quote("{bank} writes:", "note", note)
            .say("When you have made the changes, please submit it again.")
            .signed()
    }

    /// See [`super::MessageKind::RecertificationRequired`].
    pub(super) fn recertification_required(self) -> Letter {
        self.to_partner("{bank} asks {partner} to recertify")
            .say(
                "It is time to recertify. Please check that your profile is still right, and submit it again.",
            )
            .say(
                "Until {bank} has approved it again you cannot make new requests. What you have asked for already stays \
                 as it is.",
            )
            .signed()
    }

    /// See [`super::MessageKind::RequestReceived`].
    pub(super) fn request_received(self, request: &Request) -> Letter {
        self.about(request, "{bank} has received a request from {partner}")
            .say("Thank you! {bank} has received this request for {partner}:")
            .entries("lines")
            .quote("With the comment:", "comment", request.comment.as_deref())
            .say("You can see where it stands whenever you sign in.")
            .signed()
    }

    /// See [`super::MessageKind::RequestCancelled`].
    pub(super) fn request_cancelled(self, request: &Request) -> Letter {
        self.about(request, "A request from {partner} was cancelled")
            .say("This request for {partner}, made on {requested_on}, was cancelled:")
            .entries("lines")
            .quote("The reason given:", "reason", request.cancel_reason.as_deref())
            .signed()
    }

    /// See [`super::MessageKind::DistributionScheduled`].
    pub(super) fn distribution_scheduled(
        self,
        distribution: &Distribution,
        from: Option<&Request>,
    ) -> Letter {
        self.on_its_way(distribution, from, "Your distribution from {bank} on {date}")
            .say("{bank} has scheduled a distribution for {partner}.")
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
        self.on_its_way(distribution, from, "Changed: your distribution from {bank} on {date}")
            .with("changed", Datum::Changed(changed))
            .say("{bank} has changed a distribution for {partner}. New: {changed}.")
            .say("This is how it stands now.")
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
            .on_its_way(distribution, from, "Taken back: your distribution from {bank} on {date}")
            .say("{bank} has taken back the distribution for {partner} on {date}. It no longer counts.")
            .say("These items were in it:")
            .entries("lines");
        if from.is_some_and(|request| request.state.is_open()) {
            letter.say("The request it came from, made on {requested_on}, is open again.").signed()
        } else {
            letter.signed()
        }
    }

    /// See [`super::MessageKind::DeadlineReminder`]. Partners that cannot make requests get it too: the bank sends them
    /// emails because it wants them to know.
    pub(super) fn deadline_reminder(self, deadline: NaiveDate) -> Letter {
        self.to_partner("{bank}: requests are due by {deadline}")
            .with("deadline", Datum::Date(deadline))
            .say("This is a reminder that the deadline for requests to {bank} is {deadline}.")
            .say("If you have sent yours already, there is nothing to do.")
            .signed()
    }

    /// See [`super::MessageKind::RecertificationDue`].
    pub(super) fn recertification_due(self, due: NaiveDate, required_on: NaiveDate, is_past: bool) -> Letter {
        let (subject, when) = if is_past {
            (
                "The recertification of {partner} was due on {due}",
                "The approval of {partner} was good until {due}.",
            )
        } else {
            (
                "The recertification of {partner} is due on {due}",
                "The approval of {partner} is good until {due}.",
            )
        };
        self.to_partner(subject)
            .with("due", Datum::Date(due))
            .with("required_on", Datum::Date(required_on))
            .say(when)
            .say(
                "From {required_on} on recertification is required: you cannot make new requests until you have submitted \
                 your profile and {bank} has approved it again.",
            )
            .say("It goes quickly if your profile is right by then. Please check it, and change what has changed.")
            .signed()
    }

    /// See [`super::MessageKind::DistributionTomorrow`].
    pub(super) fn distribution_tomorrow(self, distribution: &Distribution, from: Option<&Request>) -> Letter {
        self.on_its_way(distribution, from, "Tomorrow: your distribution from {bank}")
            .say("This is a reminder of the distribution from {bank} for {partner} tomorrow.")
            .planned(distribution, from)
            .signed()
    }

    /// A letter with the values that are in every one.
    fn letter(self, subject: &'static str) -> Letter {
        Letter::new(subject)
            .with_text("bank", &self.bank.name)
            .with_text("bank_email", &self.bank.email)
            .with_text("partner", &self.partner.details.name)
            .with_text("status", self.partner.status.slug())
    }

    fn to_partner(self, subject: &'static str) -> Letter {
        self.letter(subject).say("Hello {partner},")
    }

    fn about(self, request: &Request, subject: &'static str) -> Letter {
        let lines = request.lines.iter().map(|line| Line::requested(request.kind, line)).collect();
        self.to_partner(subject)
            .with_text("request", request.id.to_string())
            .with_text("request_kind", request.kind.slug())
            .with("requested_on", Datum::Date(self.day_of(request)))
            .with("lines", Datum::Lines(lines))
    }

    fn on_its_way(
        self,
        distribution: &Distribution,
        from: Option<&Request>,
        subject: &'static str,
    ) -> Letter {
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

impl Letter {
    /// When, how and what. The comment is part of it: a partner can see it with the distribution anyway.
    fn planned(self, distribution: &Distribution, from: Option<&Request>) -> Self {
        let letter = if from.is_some() {
            self.list(&["When: {date}", "How: {method}", "For your request of: {requested_on}"])
        } else {
            self.list(&["When: {date}", "How: {method}"])
        };
        letter.say("The items:").entries("lines").quote(
            "With the comment:",
            "comment",
            distribution.comment.as_deref(),
        )
    }

    fn signed(self) -> Self {
        self.say("If you have a question, please write to {bank_email}.").say("{bank}")
    }
}

/// The day it is at `at` in the bank's time zone.
pub(super) fn today(bank: &Bank, at: chrono::DateTime<Utc>) -> NaiveDate {
    bank.day(at)
}

//! Creating a bank and changing its settings.

use super::Deciding;
use crate::actor::{Actor, not_permitted};
use crate::bank::{Bank, BankPatch, BankSettings};
use crate::command::NewBank;
use crate::error::{Code, Error, Reason};
use crate::event::{KnownAs, What};
use crate::id::BankId;
use crate::language::Language;
use crate::message::{MessageKind, OwnText, check_own_text};
use crate::partner::Partner;
use crate::patch::Change;
use crate::people::{Role, person_id};
use crate::profile::own;
use crate::schedule::Schedule;
use crate::store::RowId;
use crate::text;

impl Deciding<'_> {
    pub(super) fn create_bank(&mut self, id: BankId, new: &NewBank) -> Result<(), Error> {
        if self.actor() != Actor::Host {
            return Err(not_permitted("host"));
        }
        let mut reasons = Vec::new();
        let name = keep(&mut reasons, "name", text::name(&new.name));
        let email = keep(&mut reasons, "email", text::email(&new.email));
        let admin = new.admin.as_deref().map(|admin| keep(&mut reasons, "admin", text::email(admin)));
        Error::unless_empty(reasons)?;
        self.new_id(Some(id), |facts, _| facts.bank.is_some(), RowId::Bank, "bank")?;
        self.happen(What::BankCreated(Bank {
            id,
            version: 1,
            name: name.unwrap_or_default(),
            email: email.unwrap_or_default(),
            settings: BankSettings::default(),
            keeps_people: admin.is_some(),
        }));
        if let Some(email) = admin.flatten() {
            let person = KnownAs { id: person_id(&email), email, name: None, language: None };
            self.happen(What::RoleGranted { person, role: Role::BankAdmin });
        }
        Ok(())
    }

    pub(super) fn update_bank(&mut self, patch: &BankPatch) -> Result<(), Error> {
        self.actor().needs_admin()?;
        let bank = self.bank()?;
        if *patch == BankPatch::default() {
            return Err(Code::NothingToChange.into());
        }
        let mut reasons = Vec::new();
        let mut patch = patch.clone();
        if let Some(name) = &patch.name {
            patch.name = keep(&mut reasons, "name", text::name(name));
        }
        if let Some(email) = &patch.email {
            patch.email = keep(&mut reasons, "email", text::email(email));
        }
        if let (Some(name), None) = (&patch.time_zone, patch.zone()) {
            let reason = Reason::new(Code::TimeZoneUnknown).with("value", text::shorten(name));
            reasons.push(reason.on("time_zone"));
        }
        if let Some(sections) = &mut patch.profile_sections {
            sections.retain(|section| section.is_optional());
        }
        if let Some(fields) = &mut patch.profile_fields {
            reasons.extend(own::check(fields, &bank.settings.profile_fields));
        }
        reasons.extend(schedule_problems(&patch.reminders));
        if let Change::Set(recertification) = &patch.recertification {
            reasons.extend(recertification.problems());
        }
        patch.reminders.reduce(bank.settings.reminders.as_ref());
        patch.recertification.reduce(bank.settings.recertification.as_ref());
        let mut after = bank.clone();
        patch.apply(&mut after, self.order.at);
        if patch.request_kinds.is_some() {
            // A partner may be narrowing its kinds at this very moment.
            self.rely_on_whole_bank();
            reasons.extend(self.no_kind_left(bank, &after));
        }
        Error::unless_empty(reasons)?;
        if after != *bank {
            self.happen(What::BankUpdated(patch));
        }
        Ok(())
    }

    pub(super) fn set_message_text(
        &mut self,
        kind: MessageKind,
        language: Language,
        text: Option<&OwnText>,
    ) -> Result<(), Error> {
        self.actor().needs_admin()?;
        let bank = self.bank()?;
        let text = text.map(|text| check_own_text(kind, text)).transpose()?;
        let before = bank.settings.message_texts.get(&kind).and_then(|texts| texts.get(&language));
        if before != text.as_ref() {
            self.happen(What::MessageTextSet { kind, language, text });
        }
        Ok(())
    }

    /// Whether the change leaves the bank, or a partner that has a kind now, without any kind of request.
    fn no_kind_left(&self, before: &Bank, after: &Bank) -> Option<Reason> {
        let refusal = |names: Vec<&str>| {
            Reason::new(Code::NoKindLeft).with("partners", list(&names)).on("request_kinds")
        };
        if after.settings.request_kinds.is_empty() {
            return Some(refusal(vec![&after.name]));
        }
        let left_without = |partner: &&Partner| {
            partner.request_kinds(after).is_empty() && !partner.request_kinds(before).is_empty()
        };
        let names: Vec<&str> = self
            .facts
            .partners
            .values()
            .filter(left_without)
            .map(|partner| partner.details.name.as_str())
            .collect();
        if names.is_empty() { None } else { Some(refusal(names)) }
    }
}

/// Names in back-ticks, as sentences want them.
fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// What is wrong with a schedule that is to be set.
pub(super) fn schedule_problems(change: &Change<Schedule>) -> Vec<Reason> {
    change.value().map(Schedule::problems).unwrap_or_default()
}

/// The value of a checked field, or its reason among the others.
pub(super) fn keep<T>(reasons: &mut Vec<Reason>, field: &str, checked: Result<T, Reason>) -> Option<T> {
    checked.map_err(|reason| reasons.push(reason.on(field))).ok()
}

//! Adding and editing partners, their profiles and their exceptions.

use chrono::{Datelike, NaiveDate};

use super::bank::keep;
use super::{Deciding, LineNoLongerPermitted};
use crate::actor::not_found;
use crate::capability::{Capability, obstacle};
use crate::command::NewPartner;
use crate::error::{Code, Error, Reason};
use crate::event::What;
use crate::id::{ItemId, PartnerId};
use crate::partner::{Exception, ExceptionRule, MAX_QUOTA, Partner, PartnerDetails, PartnerPatch};
use crate::patch::Change;
use crate::permission::{permitted, reasons as permission_reasons};
use crate::profile::{self, ProfilePatch};
use crate::store::RowId;
use crate::text::{self, MAX_NOTES, email_key, look_key, name_key};

impl Deciding<'_> {
    pub(super) fn add_partner(&mut self, new: &NewPartner) -> Result<(), Error> {
        self.actor().needs_bank()?;
        self.bank()?;
        if let Some(group) = new.group {
            self.group(group)?;
        }
        let id =
            self.new_id(new.id, |facts, id| facts.partners.contains_key(&id), RowId::Partner, "partner")?;
        let details = PartnerDetails::from(new.clone());
        let mut patch = as_patch(&details);
        let mut reasons = check(&mut patch);
        let mut checked = details;
        patch.apply(&mut checked);
        reasons.extend(self.held_keys(id, &patch));
        Error::unless_empty(reasons)?;
        self.warn_of_look_alikes(id, &checked.name);
        self.happen(What::PartnerAdded { partner: id, details: checked });
        Ok(())
    }

    pub(super) fn update_partner(&mut self, id: PartnerId, patch: &PartnerPatch) -> Result<(), Error> {
        let partner = self.partner(id)?;
        self.actor().needs_bank()?;
        self.bank()?;
        if *patch == PartnerPatch::default() {
            return Err(Code::NothingToChange.into());
        }
        if let Some(group) = patch.group.value() {
            self.group(*group)?;
        }
        let mut patch = patch.clone();
        let mut reasons = check(&mut patch);
        reasons.extend(self.held_keys(id, &patch));
        Error::unless_empty(reasons)?;
        patch.reduce(&partner.details);
        if patch == PartnerPatch::default() {
            return Ok(());
        }
        let mut after = partner.clone();
        patch.apply(&mut after.details);
        if after.details.name != partner.details.name {
            self.warn_of_look_alikes(id, &after.details.name);
        }
        if after.has_new_contact() {
            self.done.warnings.push(
                Reason::new(Code::ContactChanged).with("partner", after.details.name.as_str()).on("email"),
            );
        }
        if after.details.group != partner.details.group {
            self.done.no_longer_permitted = self.lines_lost(partner, &after)?;
        }
        self.happen(What::PartnerUpdated { partner: id, patch });
        Ok(())
    }

    /// Lines of the partner's open requests that it could request before and cannot after.
    pub(super) fn lines_lost(
        &mut self,
        before: &Partner,
        after: &Partner,
    ) -> Result<Vec<LineNoLongerPermitted>, Error> {
        let bank = self.bank()?;
        let today = bank.day(self.order.at);
        let (group_before, group_after) = (self.group_of(before)?, self.group_of(after)?);
        let open = self.facts.requests.values().filter(|row| row.partner == after.id && row.state.is_open());
        let mut lost = Vec::new();
        for request in open {
            for line in &request.lines {
                let Some(item) = self.facts.items.get(&line.item) else { continue };
                let now = permitted(bank, after, group_after, item, today);
                if now.is_permitted() || !permitted(bank, before, group_before, item, today).is_permitted() {
                    continue;
                }
                let category = item.details.category.and_then(|id| self.facts.categories.get(&id));
                lost.push(LineNoLongerPermitted {
                    request: request.id,
                    item: line.item,
                    reasons: permission_reasons(&now, after, group_after, item, category),
                });
            }
        }
        Ok(lost)
    }

    pub(super) fn update_profile(&mut self, id: PartnerId, patch: &ProfilePatch) -> Result<(), Error> {
        let partner = self.partner(id)?;
        self.actor().needs_partner(id)?;
        let bank = self.bank()?;
        if patch.is_empty() {
            return Err(Code::NothingToChange.into());
        }
        let mut reasons = Vec::new();
        if !self.actor().is_bank() {
            reasons.extend(status_reason(partner, Capability::EditProfile));
        }
        let this_year = bank.day(self.order.at).year();
        let mut patch = profile::check::patch(patch, &bank.settings, this_year).unwrap_or_else(|problems| {
            reasons.extend(problems);
            ProfilePatch::default()
        });
        let mut after = partner.clone();
        patch.apply(&mut after.profile);
        reasons.extend(profile::submit::no_kind_left(&after, bank));
        Error::unless_empty(reasons)?;
        patch.reduce(&partner.profile);
        if !patch.is_empty() {
            self.happen(What::ProfileUpdated { partner: id, patch });
        }
        Ok(())
    }

    pub(super) fn set_exception(
        &mut self,
        partner: PartnerId,
        item: ItemId,
        rule: ExceptionRule,
        last_day: Option<NaiveDate>,
    ) -> Result<(), Error> {
        let row = self.partner(partner)?;
        self.actor().needs_bank()?;
        self.item(item)?;
        let exception = Exception { rule, last_day };
        if row.exceptions.get(&item) != Some(&exception) {
            self.happen(What::ExceptionSet { partner, item, exception });
        }
        Ok(())
    }

    pub(super) fn remove_exception(&mut self, partner: PartnerId, item: ItemId) -> Result<(), Error> {
        let row = self.partner(partner)?;
        self.actor().needs_bank()?;
        if !row.exceptions.contains_key(&item) {
            return Err(not_found("exception"));
        }
        self.happen(What::ExceptionRemoved { partner, item });
        Ok(())
    }

    /// A reason for each key of the patch that another partner of the bank holds. The store's own keys have the last
    /// word; this is how their "no" gets its words.
    fn held_keys(&self, own: PartnerId, patch: &PartnerPatch) -> Vec<Reason> {
        let others = || self.facts.partners.values().filter(|other| other.id != own);
        let mut reasons = Vec::new();
        if let Some(name) = &patch.name {
            let key = name_key(name);
            if others().any(|other| name_key(&other.details.name) == key) {
                reasons.push(
                    Reason::new(Code::NameTaken)
                        .with("name", name.as_str())
                        .with("what", "partner")
                        .on("name"),
                );
            }
        }
        if let Some(email) = &patch.email {
            let key = email_key(email);
            reasons.extend(others().find(|other| email_key(&other.details.email) == key).map(|other| {
                let reason = Reason::new(Code::EmailTaken).with("email", email.as_str());
                reason.with("partner", other.details.name.as_str()).on("email")
            }));
        }
        if let Some(external_id) = patch.external_id.value() {
            let holder = others().find(|other| other.details.external_id.as_ref() == Some(external_id));
            reasons.extend(holder.map(|other| {
                let reason = Reason::new(Code::ExternalIdTaken).with("external_id", external_id.as_str());
                reason.with("partner", other.details.name.as_str()).on("external_id")
            }));
        }
        reasons
    }

    fn warn_of_look_alikes(&mut self, own: PartnerId, name: &str) {
        let key = look_key(name);
        let alike = self
            .facts
            .partners
            .values()
            .filter(|other| other.id != own && look_key(&other.details.name) == key)
            .map(|other| {
                let reason = Reason::new(Code::LooksAlike).with("value", name);
                reason.with("other", other.details.name.as_str()).on("name")
            });
        self.done.warnings.extend(alike);
        if text::has_invisible(name) {
            self.done.warnings.push(Reason::new(Code::InvisibleCharacter).with("field", "name").on("name"));
        }
    }
}

/// The reason why the partner lacks `capability`, if it does.
pub(crate) fn status_reason(partner: &Partner, capability: Capability) -> Option<Reason> {
    obstacle(partner.standing(), capability)
        .map(|code| Reason::new(code).with("partner", partner.details.name.as_str()))
}

/// All of `details` as a patch, so that adding and editing are checked by the same code.
fn as_patch(details: &PartnerDetails) -> PartnerPatch {
    PartnerPatch {
        name: Some(details.name.clone()),
        email: Some(details.email.clone()),
        group: details.group.into(),
        quota: details.quota.into(),
        send_emails: Some(details.send_emails),
        default_storage_location: details.default_storage_location.clone().into(),
        notes: details.notes.clone().into(),
        info_for_partner: details.info_for_partner.clone().into(),
        external_id: details.external_id.clone().into(),
        proxy: Some(details.proxy),
    }
}

/// Checks and trims one optional text.
type Check = fn(&'static str, &str) -> Result<Option<String>, Reason>;

/// Checks and trims every text of the patch; blank optional texts become "cleared".
fn check(patch: &mut PartnerPatch) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let Some(name) = &patch.name {
        patch.name = keep(&mut reasons, "name", text::name(name));
    }
    if let Some(email) = &patch.email {
        patch.email = keep(&mut reasons, "email", text::email(email));
    }
    let notes: Check = |field, raw| text::bounded(field, raw, MAX_NOTES);
    let mut bounded = |change: &mut Change<String>, field: &'static str, check: Check| {
        if let Change::Set(raw) = change {
            match check(field, raw) {
                Ok(text) => *change = text.into(),
                Err(reason) => reasons.push(reason.on(field)),
            }
        }
    };
    bounded(&mut patch.default_storage_location, "default_storage_location", text::opaque);
    bounded(&mut patch.notes, "notes", notes);
    bounded(&mut patch.info_for_partner, "info_for_partner", notes);
    bounded(&mut patch.external_id, "external_id", text::opaque);
    if let Some(quota) = patch.quota.value().filter(|quota| **quota > MAX_QUOTA) {
        reasons.push(Reason::new(Code::QuotaInvalid).with("value", quota.to_string()).on("quota"));
    }
    reasons
}

//! What the whole profile must be to be submitted.

use std::collections::BTreeSet;

use serde_json::Value;

use super::check::{Area, lookup, said_in_percent, value};
use super::fields::Section;
use super::{AREAS, Profile, ProfilePatch, switch};
use crate::bank::Bank;
use crate::error::{Code, Reason};
use crate::partner::Partner;
use crate::request::RequestKind;
use crate::wire::{from_tree, tree};

/// The fields that say where the agency can be found.
const MEDIA: [&str; 4] = ["website", "facebook", "twitter", "instagram"];
/// The box for agencies that are nowhere to be found.
const NO_MEDIA: &str = "no_social_media";
/// All of something, in tenths of a percent.
const WHOLE: u32 = 1_000;

/// Everything that keeps the profile from being submitted, each with its section and field. Only what the bank asks for
/// is looked at. `this_year` is the year in the bank's time zone.
#[must_use]
pub fn problems(partner: &Partner, bank: &Bank, this_year: i32) -> Vec<Reason> {
    let (profile, settings) = (&partner.profile, &bank.settings);
    let mut reasons = Vec::new();
    // Values are checked when they are saved; but a row may have come from elsewhere.
    for (key, kept) in profile.iter() {
        if let Some((section, kind, false)) = lookup(key, settings)
            && settings.has_section(section)
            && let Err(problems) = value(key, kind, kept, this_year)
        {
            reasons.extend(problems.into_iter().map(|reason| reason.on(key).in_section(section.key())));
        }
    }
    if settings.has_section(Section::MediaInformation) && !says_where(profile) {
        let reason = Reason::new(Code::MediaMissing).on(NO_MEDIA);
        reasons.push(reason.in_section(Section::MediaInformation.key()));
    }
    reasons.extend(area_problems(&profile.areas(settings)));
    reasons.extend(no_kind_left(partner, bank));
    reasons
}

/// The reason why the profile cannot be kept or submitted when it leaves the partner no kind of request.
pub(crate) fn no_kind_left(partner: &Partner, bank: &Bank) -> Option<Reason> {
    partner.request_kinds(bank).is_empty().then(|| {
        let reason = Reason::new(Code::NoKindLeft).with("partners", format!("`{}`", partner.details.name));
        reason.on(switch(RequestKind::Quantity)).in_section(Section::Settings.key())
    })
}

/// Whether there is a website, a social link, or the box "none".
pub(super) fn says_where(profile: &Profile) -> bool {
    profile.flag(NO_MEDIA) == Some(true) || MEDIA.iter().any(|key| profile.get(key).is_some())
}

fn area_problems(areas: &[Area]) -> Vec<Reason> {
    let section = Section::AreaServed.key();
    let mut seen = BTreeSet::new();
    let mut reasons = Vec::new();
    for (line, area) in areas.iter().enumerate() {
        if !seen.insert(area.key()) {
            let reason = Reason::new(Code::CountyTwice).with("county", area.county.as_str());
            reasons.push(reason.on(AREAS).in_section(section).in_line(line));
        }
    }
    let total = total(areas);
    if total != 0 && total != WHOLE {
        let reason = Reason::new(Code::SharesTotal).with("total", said_in_percent(total));
        reasons.push(reason.on(AREAS).in_section(section));
    }
    reasons
}

fn total(areas: &[Area]) -> u32 {
    areas.iter().map(Area::tenths).fold(0, u32::saturating_add)
}

/// The smallest change that lifts what `problems` found, but for the kinds of request.
///
/// Counties that stand twice become one, their shares added up. Shares that do not make 100 are left out, for the
/// partner to fill in: the library cannot know them.
pub(crate) fn remedy(partner: &Partner, problems: &[Reason]) -> ProfilePatch {
    let mut patch = ProfilePatch::default();
    for problem in problems {
        let Some(field) = &problem.field else { continue };
        patch = match problem.code {
            Code::MediaMissing => patch.set(NO_MEDIA, true),
            Code::CountyTwice | Code::SharesTotal => {
                let areas = partner.profile.get(AREAS).and_then(|areas| from_tree::<Vec<Area>>(areas).ok());
                patch.set(AREAS, mended(&areas.unwrap_or_default()))
            }
            Code::NoKindLeft => patch,
            _ => patch.clear(field.as_str()),
        };
    }
    patch
}

fn mended(areas: &[Area]) -> Value {
    let mut mended: Vec<Area> = Vec::new();
    for area in areas {
        match mended.iter_mut().find(|kept| kept.key() == area.key()) {
            Some(kept) => {
                let tenths = kept.tenths().saturating_add(area.tenths());
                kept.share = (tenths > 0).then(|| said_in_percent(tenths));
            }
            None => mended.push(area.clone()),
        }
    }
    if !matches!(total(&mended), 0 | WHOLE) {
        mended.iter_mut().for_each(|area| area.share = None);
    }
    tree(&mended).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn counties_that_stand_twice_become_one_with_their_shares_if_there_are_any() {
        let mended = |areas: Value| mended(&serde_json::from_value::<Vec<Area>>(areas).unwrap());
        let (king, pierce) = (json!({"county": "King"}), json!({"county": "Pierce"}));
        assert_eq!(mended(json!([king, pierce, king])), json!([king, pierce]));
        let shares = json!([{"county": "King", "share": "60"}, {"county": "KING", "share": "40"}]);
        assert_eq!(mended(shares), json!([{"county": "King", "share": "100"}]));
    }
}

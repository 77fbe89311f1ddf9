//! Which partner may request which item: one function, used to show and to submit (rulebook, section 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::bank::{Bank, UngroupedMayRequest};
use crate::error::{Code, Reason};
use crate::item::{Category, Group, Item};
use crate::partner::{ExceptionRule, Partner};

/// The rule that settles whether an active, visible item is permitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The partner's own exception.
    Exception,
    /// The categories of the partner's group.
    Group,
    /// The bank's setting for partners without a group.
    Ungrouped,
}

/// Whether a partner may request an item, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// Whether the item is in use.
    pub active: bool,
    /// Whether partners can see the item.
    pub visible: bool,
    /// The rule that was asked.
    pub rule: Rule,
    /// What that rule says.
    pub allowed: bool,
    /// The most that may be asked for in one request, each unit apart.
    pub cap: Option<u32>,
}

impl Permission {
    /// The answer.
    #[must_use]
    pub const fn is_permitted(&self) -> bool {
        self.active && self.visible && self.allowed
    }
}

/// Whether `partner` may request `item` on `today`, a day in the bank's time zone ([`Bank::day`]).
///
/// `group` is the group the partner is in. An item that is inactive or hidden is never permitted. Otherwise the
/// partner's own exception decides, else its group's categories, else the bank's setting for partners without a group.
/// A group without categories permits nothing, and an item without a category is never permitted by a group.
#[must_use]
pub fn permitted(
    bank: &Bank,
    partner: &Partner,
    group: Option<&Group>,
    item: &Item,
    today: NaiveDate,
) -> Permission {
    let exception = partner.exceptions.get(&item.id).filter(|exception| exception.holds_on(today));
    let (rule, allowed, cap) = match (exception, group) {
        (Some(exception), _) => (Rule::Exception, exception.rule == ExceptionRule::Allow, None),
        (None, Some(group)) => {
            let allowed = item.details.category.is_some_and(|category| group.categories.contains(&category));
            (Rule::Group, allowed, group.caps.get(&item.id).copied())
        }
        (None, None) => {
            (Rule::Ungrouped, bank.settings.ungrouped_may_request == UngroupedMayRequest::All, None)
        }
    };
    Permission { active: item.details.active, visible: item.details.visible, rule, allowed, cap }
}

/// Every reason why `permission` is a "no"; none if it is a "yes".
#[must_use]
pub fn reasons(
    permission: &Permission,
    partner: &Partner,
    group: Option<&Group>,
    item: &Item,
    category: Option<&Category>,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let about = |code: Code| Reason::new(code).with("item", item.details.name.as_str());
    if !permission.active {
        reasons.push(about(Code::ItemInactive));
    }
    if !permission.visible {
        reasons.push(about(Code::ItemHidden));
    }
    if permission.allowed {
        return reasons;
    }
    let partner_name = partner.details.name.as_str();
    let group_name = group.map_or("", |group| group.name.as_str());
    reasons.push(match (permission.rule, category) {
        (Rule::Exception, _) => about(Code::ItemDenied).with("partner", partner_name),
        (Rule::Ungrouped, _) => about(Code::UngroupedMayRequestNothing).with("partner", partner_name),
        (Rule::Group, None) => about(Code::ItemWithoutCategory).with("group", group_name),
        (Rule::Group, Some(category)) => {
            about(Code::ItemNotInGroup).with("group", group_name).with("category", category.name.as_str())
        }
    });
    reasons
}

//! Lists of partners: their order, and the cursors by which they are read page by page (rulebook, section 12).

use serde::{Deserialize, Serialize};

use crate::error::{Code, Reason};
use crate::id::PartnerId;
use crate::partner::Partner;
use crate::status::Status;
use crate::text::name_key;

/// In which order partners are listed. Those that are alike in it come by name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PartnerSort {
    /// By name.
    #[default]
    Name,
    /// By status, in the order of a partner's life.
    Status,
    /// By when they were added, the first one first.
    Added,
    /// By when they submitted last, the first one first; those that never did come last.
    Submitted,
}

/// Where a partner stands in a list. Places are compared part by part, so they tell the order also when the partner
/// itself is gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What the list is sorted by: the place of the status in [`Status::ALL`], microseconds since 1970, or 0 for names.
    pub rank: i64,
    /// The name key.
    pub name: String,
    /// The partner.
    pub id: PartnerId,
}

impl PartnerSort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Name, Self::Status, Self::Added, Self::Submitted];

    /// The word for it, as on the wire.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Status => "status",
            Self::Added => "added",
            Self::Submitted => "submitted",
        }
    }

    /// Where a partner stands.
    #[must_use]
    pub fn place(self, partner: &Partner) -> Place {
        let rank = match self {
            Self::Name => 0,
            Self::Status => rank(partner.status),
            Self::Added => partner.added_at.timestamp_micros(),
            Self::Submitted => partner.submitted_at.map_or(i64::MAX, |at| at.timestamp_micros()),
        };
        Place { rank, name: name_key(&partner.details.name), id: partner.id }
    }

    /// The cursor of a place, for whoever asks for the next page. What is in it is nobody else's business.
    #[must_use]
    pub fn cursor(self, place: &Place) -> String {
        format!("{}/{}/{}/{}", self.slug(), place.rank, place.id, place.name)
    }

    /// The place a cursor of this order stands for.
    ///
    /// # Errors
    /// `cursor_invalid` for anything else, also for a cursor of another order.
    pub fn read(self, cursor: &str) -> Result<Place, Reason> {
        let read = || -> Option<Place> {
            let mut parts = cursor.splitn(4, '/');
            if parts.next()? != self.slug() {
                return None;
            }
            let rank = parts.next()?.parse().ok()?;
            let id = PartnerId(parts.next()?.parse().ok()?);
            Some(Place { rank, name: parts.next()?.to_owned(), id })
        };
        read().ok_or_else(|| Reason::new(Code::CursorInvalid).on("after"))
    }
}

/// The place of a status in the order of a partner's life.
#[must_use]
pub fn rank(status: Status) -> i64 {
    i64::try_from(status.index()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_back_in_its_own_order_only() {
        let place = Place { rank: -5, name: "a/b / ü".to_owned(), id: uuid::Uuid::from_u128(7).into() };
        for sort in PartnerSort::ALL {
            assert_eq!(serde_json::to_value(sort).unwrap(), sort.slug());
            let cursor = sort.cursor(&place);
            assert_eq!(sort.read(&cursor), Ok(place.clone()));
            for other in PartnerSort::ALL.into_iter().filter(|other| *other != sort) {
                assert_eq!(other.read(&cursor).map_err(|reason| reason.code), Err(Code::CursorInvalid));
            }
        }
        for wrong in ["", "name", "name/0", "name/0/x/y", "name/x/00000000-0000-0000-0000-000000000001/y"] {
            assert!(PartnerSort::Name.read(wrong).is_err(), "{wrong}");
        }
    }
}

//! The time zone in which a bank's days begin and end.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use jiff::tz::TimeZoneDatabase;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A zone of the IANA database, whose data the library carries with it: `America/Los_Angeles`. On the wire it is its name.
///
/// ```
/// use partnerkit::zone::TimeZone;
///
/// let seattle: TimeZone = "America/Los_Angeles".parse()?;
/// assert_eq!(seattle.name(), "America/Los_Angeles");
/// assert!("Mars/Olympus".parse::<TimeZone>().is_err());
/// # Ok::<(), partnerkit::zone::UnknownZone>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeZone(jiff::tz::TimeZone);

/// There is no zone of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no time zone of the IANA database has that name")]
pub struct UnknownZone;

impl TimeZone {
    /// No offset, ever: what a bank that has chosen none has.
    pub const UTC: Self = Self(jiff::tz::TimeZone::UTC);

    /// Its name in the IANA database.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or_default()
    }

    /// How far its clocks are ahead of UTC at the moment `at`. Outside the years −9999 to 9999, for which zones have no
    /// data, not at all.
    #[must_use]
    pub fn offset(&self, at: DateTime<Utc>) -> TimeDelta {
        let seconds = jiff::Timestamp::from_second(at.timestamp()).map(|at| self.0.to_offset(at).seconds());
        TimeDelta::seconds(seconds.unwrap_or(0).into())
    }
}

impl Default for TimeZone {
    fn default() -> Self {
        Self::UTC
    }
}

impl FromStr for TimeZone {
    type Err = UnknownZone;

    /// Takes a name as the database spells it: two spellings of a zone would be two values of a setting.
    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let zone = TimeZoneDatabase::bundled().get(name).map_err(|_| UnknownZone)?;
        if zone.is_unknown() || zone.iana_name() != Some(name) {
            return Err(UnknownZone);
        }
        Ok(Self(zone))
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for TimeZone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for TimeZone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        name.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_named_as_the_database_spells_it() {
        for name in ["UTC", "America/Los_Angeles", "US/Pacific", "Etc/GMT+5"] {
            let zone: TimeZone = name.parse().unwrap();
            assert_eq!((zone.name(), zone.to_string().as_str()), (name, name));
            assert_eq!(serde_json::to_value(&zone).unwrap(), name);
            assert_eq!(serde_json::from_value::<TimeZone>(name.into()).unwrap(), zone);
        }
        for name in ["", "utc", "america/los_angeles", "Etc/Unknown", "Mars/Olympus", "+05:00", "../UTC"] {
            assert_eq!(name.parse::<TimeZone>(), Err(UnknownZone), "{name}");
        }
        assert_eq!(TimeZone::default(), "UTC".parse().unwrap());
    }
}

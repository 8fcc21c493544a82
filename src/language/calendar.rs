//! Days, months and units of time.

use std::collections::HashMap;

use jiff::civil::Weekday;
use serde::{Deserialize, Deserializer};

/// A unit that times are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeUnit {
    /// "Minutes".
    Minute,
    /// "Hours".
    Hour,
    /// "Days".
    Day,
    /// "Weeks", from Monday to Sunday where they lie on the calendar.
    Week,
    /// "Months".
    Month,
    /// "Years".
    Year,
}

/// The table `calendar.toml`; all words are in small letters.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Calendar {
    months: HashMap<String, i8>,
    short_months: HashMap<String, i8>,
    #[serde(deserialize_with = "weekdays")]
    weekdays: HashMap<String, Weekday>,
    units: HashMap<String, TimeUnit>,
    plural_units: HashMap<String, TimeUnit>,
    days: HashMap<String, i32>,
}

fn weekdays<'de, D: Deserializer<'de>>(deserializer: D) -> Result<HashMap<String, Weekday>, D::Error> {
    let numbers = HashMap::<String, i8>::deserialize(deserializer)?;
    let weekday =
        |(word, number)| Ok((word, Weekday::from_monday_one_offset(number).map_err(serde::de::Error::custom)?));
    numbers.into_iter().map(weekday).collect()
}

impl Calendar {
    /// The number of the month, 1 to 12, with this name, which is the name of nothing else.
    pub(crate) fn month_name(&self, lower: &str) -> Option<i8> {
        self.months.get(lower).copied()
    }

    /// The number of the month, 1 to 12, with this name or short form.
    pub(crate) fn month(&self, lower: &str) -> Option<i8> {
        self.month_name(lower).or_else(|| self.short_months.get(lower).copied())
    }

    /// The day of the week with this name.
    pub(crate) fn weekday(&self, lower: &str) -> Option<Weekday> {
        self.weekdays.get(lower).copied()
    }

    /// The unit that the word names, in the singular or plural.
    pub(crate) fn unit(&self, lower: &str) -> Option<TimeUnit> {
        self.units.get(lower).or_else(|| self.plural_units.get(lower)).copied()
    }

    /// Whether the word names several units.
    pub(crate) fn is_plural_unit(&self, lower: &str) -> bool {
        self.plural_units.contains_key(lower)
    }

    /// How many days after the day of publication the day lies that the word names.
    pub(crate) fn day(&self, lower: &str) -> Option<i32> {
        self.days.get(lower).copied()
    }

    /// The names of the months and the days of the week, in no particular order.
    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.months.keys().chain(self.short_months.keys()).chain(self.weekdays.keys())
    }
}

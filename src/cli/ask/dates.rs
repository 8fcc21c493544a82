//! Dates as people write them, as precise as they are known.

use std::collections::BTreeSet;

use whomet::date::PartialDate;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "5 August 2021", "August 2021" or "2021".
pub(super) fn in_words(date: PartialDate) -> String {
    let month = date.month().and_then(|month| MONTHS.get(usize::try_from(month).unwrap_or(0).wrapping_sub(1)));
    match (month, date.day()) {
        (Some(month), Some(day)) => format!("{} {month} {}", day.day(), date.year()),
        (Some(month), None) => format!("{month} {}", date.year()),
        (None, _) => date.year().to_string(),
    }
}

/// All dates that sources give: "5 August 2021 or 6 August 2021"; empty if there is none.
pub(super) fn any_of(dates: &BTreeSet<PartialDate>) -> String {
    dates.iter().map(|date| in_words(*date)).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_no_more_precise_than_it_is_known() {
        for (iso, words) in [("2021", "2021"), ("2021-08", "August 2021"), ("2021-08-05", "5 August 2021")] {
            assert_eq!(in_words(iso.parse().unwrap()), words);
        }
    }
}

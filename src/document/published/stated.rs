//! Reads a date as metadata state it.

use super::date_problem::DateProblem;
use super::digits::{read_digits, run_of_digits};
use crate::date::PartialDate;
use crate::document::options::DateOrder;

/// Reads ISO 8601 with or without a time, RFC 822, a date in words, or digits (`20220723`, `23/07/2022`).
///
/// A time and its zone are ignored: the day is the one that the article states.
pub(in crate::document) fn read_date(text: &str, order: Option<DateOrder>) -> Result<PartialDate, DateProblem> {
    let text = text.trim();
    let unknown = || DateProblem::Unknown(text.to_owned());
    let first = text.split(['T', ' ', ',']).next().unwrap_or_default();
    if let Ok(date) = first.parse() {
        return Ok(date);
    }
    if let Some(read) = read_digits(first, order) {
        return read;
    }
    if first.len() == 14 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        return run_of_digits(first).ok_or_else(unknown);
    }
    let spaced = text.replace(['-', '/'], " ");
    let found = [PartialDate::find_in(text), PartialDate::find_in(&spaced)];
    match found.iter().find(|found| !found.is_empty()).map(Vec::as_slice) {
        Some([(date, _)]) => Ok(*date),
        _ => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_metadata_are_read() {
        for text in [
            "2022-07-23",
            "2022-07-23T14:05:00+02:00",
            "2022-07-23 14:05",
            "2022/07/23 14:05",
            "20220723",
            "20220723140500",
            "Sat, 23 Jul 2022 14:05:00 +0000",
            "23-Jul-2022",
            "July 23, 2022",
            "Saturday 23 July 2022",
            "23rd July 2022, 2:05 pm",
        ] {
            assert_eq!(read_date(text, None).map(|date| date.to_string()), Ok("2022-07-23".to_owned()), "{text}");
        }
        assert_eq!(read_date("July 2022", None).unwrap().to_string(), "2022-07");
    }

    #[test]
    fn what_is_no_date_or_several_is_a_problem() {
        for text in ["yesterday", "", "2022-02-30", "from 1 May 2020 to 2 June 2021"] {
            assert_eq!(read_date(text, None), Err(DateProblem::Unknown(text.to_owned())));
        }
    }
}

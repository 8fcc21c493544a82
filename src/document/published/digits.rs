//! Reads dates that consist of digits: 2022/7/23, 23.07.2022, 20220723.

use super::date_problem::DateProblem;
use crate::date::PartialDate;
use crate::document::options::DateOrder;

/// Years in which an article may have been published.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2100;

/// Reads `text`, which is nothing but digits and separators; `None` if it is no such date.
pub(super) fn read_digits(text: &str, order: Option<DateOrder>) -> Option<Result<PartialDate, DateProblem>> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return run_of_digits(text).map(Ok);
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (first_number, second_number, third_number) = (number(first)?, number(second)?, number(third)?);
    match (first.len(), second.len(), third.len()) {
        (4, 1..=2, 1..=2) => day(first_number, second_number, third_number).map(Ok),
        (1..=2, 1..=2, 4) => in_order(text, third_number, (first_number, second_number), order),
        _ => None,
    }
}

/// Reads year, month and day at the start of a run of at least eight digits, which may go on with the time.
pub(super) fn run_of_digits(digits: &str) -> Option<PartialDate> {
    let part = |range: std::ops::Range<usize>| digits.get(range)?.parse::<i16>().ok();
    day(part(0..4)?, part(4..6)?, part(6..8)?)
}

/// The date, if it is a day of the calendar on which an article may have been published.
pub(super) fn day(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    PartialDate::new(year, Some(month), Some(day)).filter(|_| YEARS.contains(&year))
}

/// The date whose day and month stand in one order or the other. A number above 12 decides; else the user must.
fn in_order(
    text: &str,
    year: i16,
    (first, second): (i16, i16),
    order: Option<DateOrder>,
) -> Option<Result<PartialDate, DateProblem>> {
    let day_first = day(year, second, first);
    let month_first = day(year, first, second);
    match (day_first, month_first, order) {
        (Some(one), Some(other), None) if one != other => Some(Err(DateProblem::Ambiguous(text.to_owned()))),
        (Some(date), Some(_), None | Some(DateOrder::DayFirst)) | (Some(date), None, _) => Some(Ok(date)),
        (_, Some(date), _) => Some(Ok(date)),
        (None, None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: Option<DateOrder>) -> Option<Result<String, DateProblem>> {
        read_digits(text, order).map(|read| read.map(|date| date.to_string()))
    }

    #[test]
    fn a_year_in_front_or_a_number_above_twelve_decides_the_order() {
        for text in ["2022/07/23", "2022-7-23", "2022.07.23", "20220723", "23/07/2022", "07/23/2022", "23.7.2022"] {
            assert_eq!(read(text, None), Some(Ok("2022-07-23".to_owned())), "{text}");
        }
        assert_eq!(read("05/05/2022", None), Some(Ok("2022-05-05".to_owned())));
    }

    #[test]
    fn only_the_user_decides_what_may_be_two_days() {
        assert_eq!(read("03/04/2022", None), Some(Err(DateProblem::Ambiguous("03/04/2022".to_owned()))));
        assert_eq!(read("03/04/2022", Some(DateOrder::DayFirst)), Some(Ok("2022-04-03".to_owned())));
        assert_eq!(read("03/04/2022", Some(DateOrder::MonthFirst)), Some(Ok("2022-03-04".to_owned())));
    }

    #[test]
    fn other_digits_are_no_date() {
        for text in ["31/02/2022", "2022/13/01", "12/34/5678", "1/2/3", "20221301", "2022", "1.2", "13/13/2022"] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }
}

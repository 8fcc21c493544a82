//! Finds the date in the path of an address or a file.

use super::digits::{day, read_digits, run_of_digits};
use crate::date::PartialDate;
use crate::document::options::DateOrder;

/// The date that the path or query of an address contains, as far as it goes: often only year and month.
///
/// Read are `/2022/07/23/`, `/2022/jul/23/`, `/2022/07/`, `/2022/0723/`, `/15/07/2022/`, `2022-07-23` and `20220723` with
/// or without a time behind it. A year in the words of a path (`/world-cup-2022/`) is no date.
pub(in crate::document) fn date_of_address(address: &str, order: Option<DateOrder>) -> Option<PartialDate> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = &path[path.find('/')?..];
    date_of_path(path, order)
}

/// The date in a path of folders and a file name; see [`date_of_address`].
pub(in crate::document) fn date_of_path(path: &str, order: Option<DateOrder>) -> Option<PartialDate> {
    let parts: Vec<&str> = path.split(['/', '\\', '?', '&', '=', '#']).filter(|part| !part.is_empty()).collect();
    let of_folders = (0..parts.len()).filter_map(|at| date_of_folders(&parts[at..], order)).max_by_key(precision);
    let of_names = parts.iter().filter_map(|part| date_in_name(part, order)).next();
    match (of_folders, of_names) {
        (Some(folders), Some(name)) if precision(&name) > precision(&folders) => Some(name),
        (folders, names) => folders.or(names),
    }
}

/// How many parts of the date are known.
fn precision(date: &PartialDate) -> usize {
    usize::from(date.month().is_some()) + usize::from(date.day().is_some())
}

/// The date at the start of these parts of a path: year and month, and mostly the day.
fn date_of_folders(parts: &[&str], order: Option<DateOrder>) -> Option<PartialDate> {
    if let [first, second, third, ..] = parts
        && third.len() == 4
        && let Some(read) = read_digits(&format!("{first}/{second}/{third}"), order)
    {
        return read.ok();
    }
    let year: i16 = parts.first().filter(|part| is_number(part, 4..=4))?.parse().ok()?;
    let next = parts.get(1)?;
    if is_number(next, 4..=4) {
        return run_of_digits(&format!("{}{next}", parts[0]));
    }
    let month = month_of(next)?;
    let of_day =
        parts.get(2).filter(|part| is_number(part, 1..=2)).and_then(|part| day(year, month, part.parse().ok()?));
    of_day.or_else(|| {
        let first = day(year, month, 1)?;
        PartialDate::new(first.year(), first.month(), None)
    })
}

fn month_of(part: &str) -> Option<i16> {
    if is_number(part, 1..=2) {
        return part.parse().ok();
    }
    let mut word = part.to_ascii_lowercase();
    word.get_mut(..1)?.make_ascii_uppercase();
    let found = PartialDate::find_in(&format!("{word} 2000"));
    found.first().and_then(|(date, _)| date.month()).map(i16::from)
}

fn is_number(part: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The date within one part, such as "visit-2022-07-23.html", "202207250637.html" or "jul-23-2022".
fn date_in_name(part: &str, order: Option<DateOrder>) -> Option<PartialDate> {
    let words: Vec<&str> = part.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let of_run = |word: &&str| run_of_digits(word).filter(|_| is_number(word, 8..=8) || is_stamp(word));
    let of_words = words.windows(3).filter_map(|three| {
        let digits = three.iter().all(|word| is_number(word, 1..=4));
        if digits {
            return read_digits(&three.join("-"), order)?.ok();
        }
        let year = three.iter().find(|word| is_number(word, 4..=4))?.parse().ok()?;
        let month = three.iter().find_map(|word| month_of(word).filter(|_| !is_number(word, 1..=4)))?;
        let number = three.iter().find(|word| is_number(word, 1..=2))?;
        day(year, month, number.parse().ok()?)
    });
    words.iter().find_map(of_run).or_else(|| of_words.into_iter().next())
}

/// Whether the digits go on with a time: hours, minutes, seconds, thousandths or a short serial number.
fn is_stamp(word: &str) -> bool {
    is_number(word, 10..=17) && word.starts_with(['1', '2']) && word[8..10].parse::<u8>().is_ok_and(|hour| hour < 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(address: &str) -> Option<String> {
        date_of_address(address, None).map(|date| date.to_string())
    }

    /// The forms of path that newspapers use, with invented words.
    #[test]
    fn dates_are_read_from_thirty_addresses() {
        let table = include_str!("addresses.tsv");
        let rows: Vec<(&str, &str)> = table.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        assert!(rows.len() >= 30, "{}", rows.len());
        for (expected, address) in rows {
            assert_eq!(date(address).unwrap_or_default(), expected, "{address}");
        }
    }

    #[test]
    fn a_date_in_either_order_needs_the_order() {
        let address = "https://news.example/article/05/07/2022/harbour-opened";
        assert_eq!(date(address), None);
        let dated = |order| date_of_address(address, Some(order)).unwrap().to_string();
        assert_eq!(
            (dated(DateOrder::DayFirst).as_str(), dated(DateOrder::MonthFirst).as_str()),
            ("2022-07-05", "2022-05-07")
        );
    }

    #[test]
    fn a_file_may_have_its_date_in_its_name_or_folders() {
        for path in ["news/2022/07/23/visit.txt", "news/2022-07-23 visit.txt", "20220723_visit.txt", "2022-07-23/a.txt"]
        {
            assert_eq!(date_of_path(path, None).map(|date| date.to_string()).as_deref(), Some("2022-07-23"), "{path}");
        }
    }
}

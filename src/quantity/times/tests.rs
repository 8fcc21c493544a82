//! Tests times relative to a day of publication, in tables.

use jiff::civil::Weekday;

use super::*;
use crate::analysis::Analyzer;
use crate::document::Document;

/// The times in `text` as `surface = value`: "?" for an unknown value, "P3D" for a duration.
fn read(text: &str, published: Option<&str>, is_future: bool) -> Vec<String> {
    let mut document = Document::from_text("test", text);
    document.date = published.map(|date| date.parse().unwrap());
    let document = Analyzer::shipped().analyze(document);
    let mut found = Vec::new();
    for sentence in &document.sentences {
        for time in find_times(&document, sentence, Lexicon::shipped()) {
            let value = time.value_for(is_future).map(|value| value.to_string());
            let value = value.or(time.duration.map(|duration| duration.to_string())).unwrap_or("?".into());
            found.push(format!("{} = {value}", document.surface(sentence.bytes(time.tokens))));
        }
    }
    found
}

/// A Friday.
const PUBLISHED: &str = "2022-06-10";

#[track_caller]
fn check(table: &[(&str, &[&str])], is_future: bool) {
    for (text, expected) in table {
        assert_eq!(read(text, Some(PUBLISHED), is_future), *expected, "{text}");
    }
}

#[test]
fn dates_with_a_year_need_no_article() {
    let table: [(&str, &str); 12] = [
        ("She arrived in Lima on Thursday 5th August, 2021.", "Thursday 5th August, 2021 = 2021-08-05"),
        ("She arrived in Lima on August 5, 2021.", "August 5, 2021 = 2021-08-05"),
        ("The talks on Aug. 5, 2021 failed.", "Aug. 5, 2021 = 2021-08-05"),
        ("It has been closed since January 2021.", "January 2021 = 2021-01/.."),
        ("The bridge was built in 2013.", "2013 = 2013"),
        ("The course ran from 5 to 9 May 2022 in Suva.", "5 to 9 May 2022 = 2022-05-05/2022-05-09"),
        ("The course ran from 5-9 May 2022 in Suva.", "5-9 May 2022 = 2022-05-05/2022-05-09"),
        ("The course of May 3-5, 2022 ended.", "May 3-5, 2022 = 2022-05-03/2022-05-05"),
        (
            "It ran from 28 December 2021 to 3 January 2022.",
            "28 December 2021 to 3 January 2022 = 2021-12-28/2022-01-03",
        ),
        ("Nepal changed in the 1990s.", "1990s = 1990/1999"),
        ("They fought from 1996 to 2006.", "1996 to 2006 = 1996/2006"),
        ("He served until late 2024.", "late 2024 = ../2024"),
    ];
    for (text, expected) in table {
        assert_eq!(read(text, None, false), [expected], "{text}");
    }
}

#[test]
fn dates_without_a_year_are_the_nearest_ones() {
    let table: [(&str, &[&str]); 6] = [
        ("She met Oli on 5 August.", &["5 August = 2022-08-05"]),
        ("She met Oli on December 28.", &["December 28 = 2021-12-28"]),
        ("She met Oli between 3 and 5 June.", &["3 and 5 June = 2022-06-03/2022-06-05"]),
        ("She met Oli in August.", &["August = 2021-08"]),
        ("She met Oli in June.", &["June = 2022-06"]),
        ("The road has been closed since January.", &["January = 2022-01/.."]),
    ];
    check(&table, false);
    assert_eq!(read("She met Oli on 28 December.", Some("2022-01-03"), false), ["28 December = 2021-12-28"]);
}

#[test]
fn the_future_takes_the_next_one() {
    let table: [(&str, &[&str]); 5] = [
        ("She will meet Oli on 5 May.", &["5 May = 2023-05-05"]),
        ("She will meet Oli in May.", &["May = 2023-05"]),
        ("She will meet Oli on Tuesday.", &["Tuesday = 2022-06-14"]),
        ("She will meet Oli on Friday.", &["Friday = 2022-06-10"]),
        ("She will meet Oli next month.", &["next month = 2022-07"]),
    ];
    check(&table, true);
}

#[test]
fn days_of_the_week_are_the_last_ones() {
    let table: [(&str, &[&str]); 8] = [
        ("She met Oli on Tuesday.", &["Tuesday = 2022-06-07"]),
        ("She met Oli on Friday.", &["Friday = 2022-06-10"]),
        ("She met Oli on Saturday.", &["Saturday = 2022-06-04"]),
        ("She met Oli last Friday.", &["last Friday = 2022-06-03"]),
        ("She met Oli on Tuesday last week.", &["Tuesday last week = 2022-05-31"]),
        ("She met Oli last week on Tuesday.", &["last week on Tuesday = 2022-05-31"]),
        ("She stayed from Monday to Wednesday.", &["Monday to Wednesday = 2022-06-06/2022-06-08"]),
        ("The meeting next Tuesday is open.", &["next Tuesday = 2022-06-14"]),
    ];
    check(&table, false);
}

#[test]
fn times_told_from_the_day_of_publication() {
    let table: [(&str, &[&str]); 19] = [
        ("She will arrive in seven days.", &["seven days = 2022-06-17"]),
        ("She leaves two weeks from now.", &["two weeks from now = 2022-06-24"]),
        ("She arrived on the 2nd of this month.", &["2nd of this month = 2022-06-02"]),
        ("She visited five towns in seven days.", &[]),
        ("She arrived yesterday.", &["yesterday = 2022-06-09"]),
        ("She arrived today.", &["today = 2022-06-10"]),
        ("She leaves tomorrow.", &["tomorrow = 2022-06-11"]),
        ("She arrived last week.", &["last week = 2022-05-30/2022-06-05"]),
        ("She arrived earlier this week.", &["earlier this week = 2022-06-06/2022-06-10"]),
        ("She arrived this month.", &["this month = 2022-06"]),
        ("She leaves next month.", &["next month = 2022-07"]),
        ("She arrived last year.", &["last year = 2021"]),
        ("She arrived three years ago.", &["three years ago = 2019"]),
        ("She arrived two days ago.", &["two days ago = 2022-06-08"]),
        ("She trained over the past three weeks.", &["past three weeks = 2022-05-20/2022-06-10"]),
        ("She arrived last May.", &["last May = 2022-05"]),
        ("She arrived this morning.", &["this morning = 2022-06-10"]),
        ("She arrived on 5 May last year.", &["5 May last year = 2021-05-05"]),
        ("She arrived in November this year.", &["November this year = 2022-11"]),
    ];
    check(&table, false);
}

#[test]
fn without_a_day_of_publication_nothing_is_guessed() {
    for text in ["She met Oli on Tuesday.", "She met Oli last week.", "She met Oli on 5 August.", "She met Oli in May."]
    {
        for published in [None, Some("2022")] {
            let found = read(text, published, false);
            assert!(found.len() == 1 && found[0].ends_with(" = ?"), "{text} {found:?}");
        }
    }
    assert_eq!(read("She arrived last year.", Some("2022"), false), ["last year = 2021"]);
    assert_eq!(read("She arrived last month.", Some("2022-01"), false), ["last month = 2021-12"]);
}

#[test]
fn durations_and_times_of_the_story_have_no_date() {
    let table: [(&str, &[&str]); 8] = [
        ("The road was closed for a period of 48 hours.", &["48 hours = PT48H"]),
        ("They talked for three days.", &["three days = P3D"]),
        ("She began a two-day visit to Tonga.", &["two-day = P2D"]),
        ("Two days later she left.", &["Two days later = ?"]),
        ("She left the following day.", &["following day = ?"]),
        ("She left on 20 June of that same year.", &["20 June of that same year = ?"]),
        ("The three-year-old boat sank.", &[]),
        ("They lost three weeks.", &[]),
    ];
    check(&table, false);
}

#[test]
fn words_that_only_look_like_times_are_left() {
    let table: [(&str, &[&str]); 14] = [
        ("They may leave.", &[]),
        ("May Moana Tui live long.", &[]),
        ("Soldiers march to Suva and March Tui follows.", &[]),
        ("The Sunday Times interviewed Oli.", &[]),
        ("April Tui met June Oli.", &[]),
        ("They meet every Tuesday.", &[]),
        ("The police arrested 2013 people.", &[]),
        ("In May, 5 soldiers left.", &["May = 2022-05"]),
        ("In May 12 soldiers left.", &["May = 2022-05"]),
        ("They arrived with 12 boats on Monday.", &["Monday = 2022-06-06"]),
        ("Good Friday is quiet.", &[]),
        ("USA TODAY reported the fire.", &[]),
        ("The term is set to end on Monday.", &["Monday = 2022-06-06"]),
        ("Voters of the Dec. 5, 2020 parliamentary elections left.", &["Dec. 5, 2020 = 2020-12-05"]),
    ];
    check(&table, false);
}

#[test]
fn the_calendar_decides_what_is_a_day() {
    assert_eq!(read("She met Oli on 29 February 2024.", None, false), ["29 February 2024 = 2024-02-29"]);
    assert_eq!(read("She met Oli on 29 February 2023.", None, false), ["29 February 2023 = ?"]);
    assert_eq!(read("She met Oli on 31 June.", Some(PUBLISHED), false), ["31 June = ?"]);
    assert_eq!(read("She met Oli on 29 February.", Some(PUBLISHED), false), ["29 February = ?"]);
    assert_eq!(read("She arrived last month.", Some("2022-03-31"), false), ["last month = 2022-02"]);
    assert_eq!(read("She arrived yesterday.", Some("2022-01-01"), false), ["yesterday = 2021-12-31"]);
}

#[test]
fn what_is_wrong_with_a_date_is_said_and_not_repaired() {
    let diagnose = |text: &str| {
        let document = Analyzer::shipped().analyze(Document::from_text("test", text));
        let time = find_times(&document, &document.sentences[0], Lexicon::shipped())[0];
        (time.value_for(false).map(|value| value.to_string()), time.diagnostic)
    };
    let differs = TimeDiagnostic::WeekdayDiffers { written: Weekday::Sunday, actual: Weekday::Thursday };
    assert_eq!(diagnose("She came on Sunday 5th August 2021."), (Some("2021-08-05".into()), Some(differs)));
    assert_eq!(diagnose("She came on Thursday, 5 August 2021."), (Some("2021-08-05".into()), None));
    assert_eq!(diagnose("She came on 31 June 2021."), (None, Some(TimeDiagnostic::NoSuchDate)));
    assert_eq!(diagnose("It ran from 9 to 5 May 2021."), (None, Some(TimeDiagnostic::Backward)));
}

#[test]
fn granularity_and_basis_are_told_apart() {
    let kind = |text: &str| {
        let document = Analyzer::shipped().analyze(Document::from_text("test", text));
        let time = find_times(&document, &document.sentences[0], Lexicon::shipped())[0];
        (time.granularity, time.basis)
    };
    assert_eq!(kind("She came on 5 August 2021."), (Some(Granularity::Day), TimeBasis::Explicit));
    assert_eq!(kind("She came last month."), (Some(Granularity::Month), TimeBasis::Relative));
    assert_eq!(kind("She came a year later."), (Some(Granularity::Year), TimeBasis::Unknown));
    assert_eq!(kind("She came from 3 to 5 May 2021."), (Some(Granularity::Range), TimeBasis::Explicit));
    assert_eq!(kind("She stayed for three days."), (None, TimeBasis::Unknown));
}

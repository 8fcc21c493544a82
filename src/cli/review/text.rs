//! Writes cases as plain text or JSON.

use std::fmt::Write as _;

use serde::Serialize;
use whomet::resolution::{Passage, ReviewCase, Side};

use super::rows::amount;
use super::safe::{harmless, harmless_json};
use super::sides::{self, Aligned, Mark};

/// The content of the screen as text, one case after the other.
pub(super) fn as_text(cases: &[ReviewCase], remaining: usize) -> String {
    if cases.is_empty() {
        return "nothing to review: no pair is in doubt\n".into();
    }
    let mut text = format!("{} of {remaining} to review\n", cases.len());
    for (index, case) in cases.iter().enumerate() {
        write_case(&mut text, index + 1, case);
    }
    text
}

/// JSON with the number of open cases and the first of them.
pub(super) fn as_json(cases: &[ReviewCase], remaining: usize) -> String {
    #[derive(Serialize)]
    struct Listing<'a> {
        remaining: usize,
        cases: &'a [ReviewCase],
    }
    let json = serde_json::to_string_pretty(&Listing { remaining, cases });
    harmless_json(&(json.expect("cases have no maps and therefore no keys that are not strings") + "\n"))
}

fn write_case(text: &mut String, number: usize, case: &ReviewCase) {
    let _ = writeln!(
        text,
        "
{number}. score {:.2}",
        case.comparison.score
    );
    let names = sides::names(&case.left, &case.right);
    let facts = sides::facts(&case.left, &case.right);
    for (letter, side, is_left) in [("A", &case.left, true), ("B", &case.right, false)] {
        write_side(text, letter, side);
        for (what, rows) in [("also", &names), ("fact", &facts)] {
            write_entries(text, what, rows, is_left);
        }
        side.passages.iter().for_each(|passage| write_passage(text, passage));
    }
    for reason in &case.comparison.reasons {
        let _ = writeln!(text, "   {:>5} {}", amount(reason.bits), harmless(&reason.words));
    }
}

fn write_side(text: &mut String, letter: &str, side: &Side) {
    let articles = if side.documents == 1 { "article" } else { "articles" };
    let (name, key) = (harmless(&side.name), harmless(side.key.as_str()));
    let _ = writeln!(text, "   {letter} {name} ({}, {} {articles}) {key}", side.entity_type, side.documents);
}

fn write_entries(text: &mut String, what: &str, rows: &[Aligned<'_>], is_left: bool) {
    for entry in rows.iter().filter_map(|(left, right)| if is_left { *left } else { *right }) {
        let stands = if entry.mark == Mark::Alone { String::new() } else { format!(" ({})", entry.mark.meaning()) };
        let _ = writeln!(text, "     {what}: {}{stands}", harmless(entry.text));
    }
}

/// A passage with the mention in brackets.
fn write_passage(text: &mut String, passage: &Passage) {
    let [before, mention, after] = [&passage.before, &passage.mention, &passage.after].map(|part| harmless(part));
    let date = passage.date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let document = harmless(passage.document.as_str());
    let _ = writeln!(text, "     {date}, {document}: {}[{mention}]{}", before.trim_start(), after.trim_end());
}

#[cfg(test)]
mod tests {
    use super::super::samples::{case, estonia, passage, side};
    use super::*;

    #[test]
    fn text_shows_the_whole_case() {
        let expected = "\
1 of 7 to review

1. score 0.48
   A Jüri Tamm (person, 1 article) person/jüri-tamm
     also: J. Tamm (on both sides)
     fact: country: Estonia (on both sides)
     fact: office: mayor (Viljandi) (differs)
     2022-11-05, sakala-2: [Jüri Tamm], mayor of Viljandi, met teachers.
   B J. Tamm (person, 1 article) person/j.-tamm
     fact: country: Estonia (on both sides)
     fact: office: mayor (Põlva) (differs)
     2022-11-05, sakala-2: His guest [J. Tamm] of Põlva agreed.
    +2.0 initial J. fits Jüri
      -∞ mentioned side by side in one article
";
        assert_eq!(as_text(&[estonia()], 7), expected);
        assert_eq!(as_text(&[], 0), "nothing to review: no pair is in doubt\n");
    }

    #[test]
    fn json_has_the_keys_for_judge_and_unrounded_reasons() {
        let mut shown = case(side("Ana", &[], &[]), side("A.", &[], &[]), 0.55, &[(1.4, "initial fits")]);
        shown.left.passages = vec![passage("lima-8", "2024-01", "met [Ana] there")];
        let json = as_json(&[shown], 3);
        let value: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(value["remaining"], 3);
        assert_eq!(value["cases"][0]["left"]["key"], "person/ana");
        assert_eq!(value["cases"][0]["left"]["passages"][0]["date"], "2024-01");
        assert!(json.contains("\"bits\": 1.4,") || json.contains("\"bits\": 1.4\n"), "{json}");
        assert_eq!(as_json(&[], 0), "{\n  \"remaining\": 0,\n  \"cases\": []\n}\n");
    }

    #[test]
    fn neither_form_passes_escape_codes_on() {
        let mut hostile =
            case(side("A\x1b[2J\u{9b}m", &["\x07"], &["x\r"]), side("B", &[], &[]), 0.5, &[(1.0, "\x1bc")]);
        hostile.left.passages = vec![passage("d\x1b", "", "\u{202e}[\x1b]\x7f")];
        for text in [as_text(&[hostile.clone()], 1), as_json(&[hostile], 1)] {
            assert!(!text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
        }
    }
}

//! Recognizes the line that names the author: "By Rosa Quispe, Staff Writer".

/// Longest byline, in words.
const MAX_WORDS: usize = 12;

/// The words that open a byline.
const OPENINGS: [&str; 8] = [
    "by",
    "written by",
    "reported by",
    "reporting by",
    "report by",
    "story by",
    "additional reporting by",
    "editing by",
];

/// Whether the line names authors and nothing else: an opening, and names in capitals without a full stop behind.
pub(super) fn is_byline(line: &str) -> bool {
    let lower = line.to_lowercase();
    let opening =
        OPENINGS.iter().filter(|opening| begins_with_words(&lower, opening)).map(|opening| opening.len()).max();
    let Some(rest) = opening.and_then(|length| line.get(length..)) else { return false };
    let rest = rest.trim_start_matches([':', ' ', '\t']);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let is_credit = line.len() > 3 && !lower.starts_with("by ");
    let ends_open = is_credit || !rest.ends_with(['.', '!', '?', ',', '”', '"']);
    let is_name = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
            || matches!(
                *word,
                "and"
                    | "by"
                    | "in"
                    | "for"
                    | "of"
                    | "the"
                    | "a"
                    | "de"
                    | "van"
                    | "von"
                    | "bin"
                    | "al"
                    | "el"
                    | "staff"
                    | "reporter"
                    | "writer"
                    | "correspondent"
            )
            || word.contains('@')
    };
    (1..=MAX_WORDS).contains(&words.len()) && ends_open && words.iter().all(is_name) && !names_a_time(words[0])
}

fn begins_with_words(line: &str, words: &str) -> bool {
    line.strip_prefix(words).is_some_and(|rest| rest.starts_with([' ', ':']))
}

/// Whether "by" introduces a time, as in a heading "By Monday".
fn names_a_time(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    word.ends_with("day") || word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_name_authors_only() {
        for line in [
            "By Rosa Quispe",
            "By ROSA QUISPE and Tika Oli, Harbour News",
            "Reporting by Tika Oli; Editing by Moana Tui.",
            "By: Rosa Quispe in Lima",
        ] {
            assert!(is_byline(line), "{line}");
        }
        for line in [
            "By Monday",
            "By Moana Tui's account the visit failed",
            "By Lima, Tui had left.",
            "By 2022",
            "By then",
            "Bypass",
        ] {
            assert!(!is_byline(line), "{line}");
        }
    }
}

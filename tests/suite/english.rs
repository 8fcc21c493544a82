//! Words of English stay in the language pack: the literals in conditions of the code are counted, and may only fall.

use std::path::Path;

use crate::support::{files, root};

/// The most string literals in the conditions of a room. What is left are names of columns, of rules and of sieves, and
/// file endings, which are not words of a text; in `analysis` the small words and endings with which the models were
/// trained; in `lexicon` the prepositions of `event_kind.rs`, which the graph asks without knowing a language. When a
/// room falls below its number, lower the number.
const MOST: [(&str, usize); 15] = [
    ("date", 0),
    ("ontology", 0),
    ("document", 21),
    ("analysis", 103),
    ("lexicon", 47),
    ("mention", 13),
    ("quantity", 0),
    ("quotation", 0),
    ("relation", 5),
    ("coreference", 22),
    ("record", 0),
    ("resolution", 4),
    ("graph", 12),
    ("query", 2),
    ("language", 0),
];

/// Rooms and files whose words wait until patterns of offices, places, status and masking are data.
const WAITING: [(&str, usize); 3] = [("description", 168), ("masking", 21), ("relation/status.rs", 24)];

/// Files whose words are those of file formats: elements, keys, endings, encodings.
const FORMATS: [(&str, usize); 3] = [("document/readers", 391), ("document/header", 52), ("document/format.rs", 22)];

/// Functions whose argument is compared with a word.
const COMPARING: [&str; 12] = [
    "contains",
    "starts_with",
    "ends_with",
    "strip_prefix",
    "strip_suffix",
    "trim_end_matches",
    "trim_start_matches",
    "split_once",
    "find",
    "eq_ignore_ascii_case",
    "split",
    "matches",
];

/// Macros and functions whose text is written, not compared.
const WRITING: [&str; 13] = [
    "format!",
    "write!",
    "writeln!",
    "assert!",
    "assert_eq!",
    "debug_assert!",
    "panic!",
    "unreachable!",
    "include_str!",
    "include_bytes!",
    "concat!",
    "vec!",
    "expect",
];

/// Source text without comments, with each string literal replaced by `"`.
struct Source {
    code: String,
    /// The literals with their place in `code`.
    literals: Vec<(usize, String)>,
}

impl Source {
    fn read(text: &str) -> Self {
        let mut source = Self { code: String::new(), literals: Vec::new() };
        let mut rest = text.split("#[cfg(test)]").next().unwrap();
        while let Some(first) = rest.chars().next() {
            let length = source.take(rest, first);
            rest = &rest[length..];
        }
        source
    }

    /// Takes a comment, a literal or one character from the front, and returns its length in bytes.
    fn take(&mut self, rest: &str, first: char) -> usize {
        if rest.starts_with("//") {
            return rest.find('\n').unwrap_or(rest.len());
        }
        if let Some(raw) = rest.strip_prefix("r#\"").filter(|_| !self.code.ends_with(char::is_alphanumeric)) {
            let end = raw.find("\"#").unwrap();
            self.literals.push((self.code.len(), raw[..end].to_owned()));
            self.code.push('"');
            return 3 + end + 2;
        }
        if first == '"' {
            let escaped = |at: usize| rest[..at].chars().rev().take_while(|&c| c == '\\').count() % 2 == 1;
            let end = rest.match_indices('"').map(|(at, _)| at).find(|&at| at > 0 && !escaped(at)).unwrap();
            self.literals.push((self.code.len(), rest[1..end].to_owned()));
            self.code.push('"');
            return end + 1;
        }
        let letter = rest.strip_prefix('\'').and_then(|rest| rest.chars().next().map(|c| (c, rest)));
        let quoted = letter.and_then(|(c, rest)| match c {
            '\\' => rest[2..].find('\'').map(|end| end + 4),
            _ => rest[c.len_utf8()..].starts_with('\'').then(|| c.len_utf8() + 2),
        });
        if let Some(length) = quoted {
            self.code.push_str("' '");
            return length;
        }
        self.code.push(first);
        first.len_utf8()
    }

    /// The words before the brackets that are open at `at`, the innermost last, each with its bracket.
    fn around(&self, at: usize) -> Vec<(&str, u8)> {
        let mut open = Vec::new();
        for (place, byte) in self.code.bytes().enumerate().take(at) {
            match byte {
                b'(' | b'[' | b'{' => {
                    let before = self.code[..place].trim_end();
                    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '!' | '#');
                    let start = before.trim_end_matches(is_part).len();
                    open.push((&before[start..], byte));
                }
                b')' | b']' | b'}' => drop(open.pop()),
                _ => {}
            }
        }
        open
    }

    /// Whether the literal at `at` stands where something is compared with it.
    fn is_condition(&self, at: usize) -> bool {
        let around = self.around(at);
        let is_written = around.iter().any(|(name, bracket)| {
            WRITING.contains(name) && (*name != "expect" || *bracket == b'(') || matches!(*name, "#" | "#!")
        });
        if is_written {
            return false;
        }
        let before = self.code[..at].trim_end().trim_end_matches('&').trim_end();
        let after = self.code[at + 1..].trim_start();
        let is_pattern = |after: &str| after.starts_with("=>") || (after.starts_with('|') && !after.starts_with("||"));
        let is_compared = before.ends_with("==") || before.ends_with("!=") || after.starts_with("==");
        let Some((name, bracket)) = around.last() else { return is_compared };
        is_compared
            || around.iter().any(|(name, _)| *name == "matches!")
            || is_pattern(after)
            || before.ends_with('|')
            || *bracket == b'['
            || COMPARING.contains(name)
            || (*name == "Some" && after.strip_prefix(')').is_some_and(|after| is_pattern(after.trim_start())))
    }

    /// The literals with a small letter in conditions.
    fn words(&self) -> impl Iterator<Item = &str> {
        let has_letter = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
        let conditions = self.literals.iter().filter(move |(at, text)| has_letter(text) && self.is_condition(*at));
        conditions.map(|(_, text)| text.as_str())
    }
}

fn count(path: &Path, skipped: &[&Path]) -> usize {
    if skipped.iter().any(|skipped| path.ends_with(skipped)) {
        return 0;
    }
    if path.is_dir() {
        return files(path).iter().map(|file| count(file, skipped)).sum();
    }
    let is_code = path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs");
    if !is_code {
        return 0;
    }
    Source::read(&std::fs::read_to_string(path).unwrap()).words().count()
}

#[test]
fn no_room_has_more_words_in_its_conditions_than_before() {
    let apart = || WAITING.iter().chain(&FORMATS);
    let waiting: Vec<&Path> = apart().map(|(path, _)| Path::new(path)).collect();
    let rooms = MOST.iter().map(|&(room, most)| (room, most, waiting.as_slice()));
    let all = rooms.chain(apart().map(|&(path, most)| (path, most, &[][..])));
    let more = all.filter_map(|(path, most, skipped)| {
        let found = count(&root().join("src").join(path), skipped);
        (found > most).then(|| format!("src/{path}: {found} string literals in conditions, {most} before"))
    });
    let more: Vec<String> = more.collect();
    assert!(more.is_empty(), "use a word class of src/language/en/classes.toml:\n{}", more.join("\n"));
}

#[test]
fn literals_are_counted_where_they_are_compared() {
    let code = r##"
        // if word == "comment" {}
        let a = word == "one" || matches!(word, "two" | "three") || ["four", ","].contains(&word);
        let b = match word { "five" => "no", Some("six") => 'x', _ => other.ends_with("seven") };
        let c = format!("no {word}").expect("no"); call("no", tag == "VBD");
    "##;
    let source = Source::read(code);
    let found: Vec<&str> = source.words().collect();
    assert_eq!(found, ["one", "two", "three", "four", "five", "six", "seven"]);
}

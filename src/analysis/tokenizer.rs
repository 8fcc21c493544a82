//! Splits a passage of text into tokens.
//!
//! Tokens follow the conventions of the English treebanks of Universal Dependencies: clitics are
//! separate tokens (`Kenya` `'s`, `do` `n't`), hyphenated words are split except after prefixes
//! (`six` `-` `day`, but `counter-terrorism`, `co-operate`), abbreviations keep their full stop.

use super::abbreviations::Abbreviations;
use crate::span::{Byte, Span};

/// Ends of words that become separate tokens, with a straight apostrophe.
const CLITICS: [&str; 8] = ["n't", "'s", "'S", "'re", "'ve", "'ll", "'d", "'m"];

/// Parts that the treebanks leave joined to the next part by a hyphen, since they are not words by themselves.
///
/// A part is in the list if EWT train and GUM train leave it joined more often than not, or, for rare ones, if
/// the dictionaries call it a prefix.
const PREFIXES: [&str; 36] = [
    "anti", "arch", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "micro", "mid", "mini",
    "mis", "multi", "non", "over", "pan", "para", "post", "pre", "pro", "proto", "pseudo", "psycho", "re", "semi",
    "socio", "sub", "super", "trans", "ultra", "un", "vice", "neo",
];

/// Second parts of compounds that begin with a short name ("Fox-led"); these are split, unlike names ("Wai-keung").
const COMPOUND_ENDS: [&str; 16] = [
    "based", "born", "era", "free", "held", "led", "like", "made", "owned", "run", "style", "type", "wide", "wing",
    "area", "only",
];

/// Words that are split in two, and where the second part begins.
const CONTRACTED: [(&str, usize); 4] = [("cannot", 3), ("gonna", 3), ("wanna", 3), ("gotta", 3)];

/// Emoticons, which are not split.
const FACES: [&str; 12] = [":)", ":-)", ":(", ":-(", ";)", ";-)", ":D", ":P", ":/", "[...]", "[…]", "(...)"];

/// Splits `text[passage]` into tokens, in text order; white space belongs to no token.
///
/// Every token is a non-empty slice of the text. A full stop is left on abbreviations and initials;
/// at the end of a sentence it is a token of its own unless the abbreviation owns it.
///
/// # Complexity
/// Linear in the length of the passage.
pub(crate) fn tokenize(text: &str, passage: Span<Byte>, abbreviations: &Abbreviations) -> Vec<Span<Byte>> {
    let mut tokens = Vec::with_capacity(passage.len() / 5 + 1);
    let mut start = passage.start();
    for chunk in passage.slice(text).split_inclusive(is_space) {
        let word = chunk.trim_end_matches(is_space);
        if !word.is_empty() {
            Splitter { tokens: &mut tokens, abbreviations }.split_chunk(word, start);
        }
        start += chunk.len();
    }
    tokens
}

/// White space and the invisible characters that web pages leave between words.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}')
}

struct Splitter<'a> {
    tokens: &'a mut Vec<Span<Byte>>,
    abbreviations: &'a Abbreviations,
}

impl Splitter<'_> {
    fn push(&mut self, start: usize, length: usize) {
        if length > 0 {
            self.tokens.push(Span::new(start, start + length));
        }
    }

    /// Splits a run without spaces: first punctuation off both ends, then the core.
    fn split_chunk(&mut self, chunk: &str, start: usize) {
        if FACES.contains(&chunk) {
            return self.push(start, chunk.len());
        }
        if is_address(chunk) {
            let core = chunk.trim_end_matches(['.', ',', ';', ')', '"', '”']);
            self.push(start, core.len());
            return self.split_marks(&chunk[core.len()..], start + core.len());
        }
        let core = if is_short_decade(chunk) { chunk } else { chunk.trim_start_matches(is_mark) };
        let core_start = start + chunk.len() - core.len();
        self.split_marks(&chunk[..chunk.len() - core.len()], start);
        let (core, marks) = self.trim_end_marks(core);
        self.split_core(core, core_start);
        self.split_marks(marks, core_start + core.len());
    }

    /// Splits closing punctuation off a word; an abbreviation keeps its full stop.
    fn trim_end_marks<'t>(&self, word: &'t str) -> (&'t str, &'t str) {
        let core = word.trim_end_matches(|c| is_mark(c) || c == '.');
        let marks = &word[core.len()..];
        // "pre- and post-war", and a word that a speaker broke off.
        if marks == "-" && core.ends_with(char::is_alphabetic) {
            return (word, "");
        }
        if marks.starts_with('.') && !marks.starts_with("..") && self.abbreviations.owns_stop(core) {
            return word.split_at(core.len() + 1);
        }
        (core, marks)
    }

    /// One token for each punctuation mark; a run of one mark, or of `!` and `?`, stays together ("...", "--").
    fn split_marks(&mut self, marks: &str, start: usize) {
        let mut at = 0;
        while let Some(mark) = marks[at..].chars().next() {
            let rest = &marks[at..];
            let run = match mark {
                '!' | '?' => rest.len() - rest.trim_start_matches(['!', '?']).len(),
                '.' | '-' | '*' | '_' | '=' => rest.len() - rest.trim_start_matches(mark).len(),
                _ => mark.len_utf8(),
            };
            self.push(start + at, run);
            at += run;
        }
    }

    /// Splits a word at brackets and dashes within it, then each part at clitics and hyphens.
    fn split_core(&mut self, core: &str, start: usize) {
        let inner = |(at, c): &(usize, char)| {
            let doubled = *c == '-' && core[at + 1..].starts_with('-');
            let slash = *c == '/' && !joins_at_slash(&core[..*at], &core[at + 1..]);
            matches!(c, '(' | ')' | '[' | ']' | '—' | '–' | '…' | '“' | '”' | '"' | ';') || doubled || slash
        };
        if let Some((at, mark)) = core.char_indices().find(inner) {
            let run =
                if mark == '-' { core[at..].len() - core[at..].trim_start_matches('-').len() } else { mark.len_utf8() };
            self.split_part(&core[..at], start);
            self.push(start + at, run);
            return self.split_chunk_rest(&core[at + run..], start + at + run);
        }
        self.split_part(core, start);
    }

    fn split_chunk_rest(&mut self, rest: &str, start: usize) {
        if !rest.is_empty() {
            self.split_chunk(rest, start);
        }
    }

    fn split_part(&mut self, part: &str, start: usize) {
        let (stem, clitic) = split_clitic(part);
        let (symbol, word) = split_currency(stem);
        self.push(start, symbol.len());
        let word_start = start + symbol.len();
        let number = ["%", "°", "am", "pm", "a.m.", "p.m."].iter().find_map(|unit| word.strip_suffix(unit));
        match number.filter(|number| number.ends_with(|c: char| c.is_ascii_digit())) {
            Some(number) if number.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+')) => {
                self.push(word_start, number.len());
                self.push(word_start + number.len(), word.len() - number.len());
            }
            _ => self.split_hyphens(word, word_start),
        }
        self.push(start + stem.len(), clitic.len());
    }

    fn split_hyphens(&mut self, word: &str, start: usize) {
        if let Some((_, second)) = CONTRACTED.iter().find(|(whole, _)| word.eq_ignore_ascii_case(whole)) {
            self.push(start, *second);
            return self.push(start + second, word.len() - second);
        }
        let mut from = 0;
        for (at, _) in word.match_indices('-') {
            let (before, after) = (&word[from..at], &word[at + 1..]);
            if splits_at_hyphen(before, after) {
                self.push(start + from, at - from);
                self.push(start + at, 1);
                from = at + 1;
            }
        }
        self.push(start + from, word.len() - from);
    }
}

/// Punctuation that never begins or ends a word; the full stop is decided separately.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '!'
            | '?'
            | '"'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '\''
            | '`'
            | '«'
            | '»'
            | '…'
            | '–'
            | '—'
            | '•'
            | '·'
            | '▪'
            | '●'
            | '*'
            | '-'
            | '_'
            | '|'
            | '/'
            | '='
    )
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.starts_with("www.") || (chunk.contains('@') && chunk.contains('.'))
}

/// Splits "Kenya's" into "Kenya" and "'s"; a curly apostrophe counts as a straight one.
fn split_clitic(word: &str) -> (&str, &str) {
    for clitic in CLITICS {
        let mut tail = word.char_indices().rev();
        let matches = clitic.chars().rev().all(|expected| {
            tail.next().is_some_and(|(_, c)| c == expected || (expected == '\'' && matches!(c, '’' | '`')))
        });
        let length: usize = word.chars().rev().take(clitic.chars().count()).map(char::len_utf8).sum();
        if matches && length < word.len() {
            return word.split_at(word.len() - length);
        }
    }
    (word, "")
}

/// Splits "US$120" into "US$" and "120".
fn split_currency(word: &str) -> (&str, &str) {
    match word.find(['$', '€', '£', '¥', '#']) {
        Some(at) if at <= 4 && word[..at].chars().all(char::is_uppercase) => {
            let sign = word[at..].chars().next().map_or(0, char::len_utf8);
            let digits = word[at + sign..].starts_with(|c: char| c.is_ascii_digit());
            if digits { word.split_at(at + sign) } else { ("", word) }
        }
        _ => ("", word),
    }
}

/// Whether a hyphen separates words: not after a prefix, and not within numbers ("2024-01-01").
fn splits_at_hyphen(before: &str, after: &str) -> bool {
    let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    let next = after.split('-').next().unwrap_or_default();
    let rest_is_small = before.chars().skip(1).all(char::is_lowercase);
    // "Ex-minister" is one word, but "ex-Peruvian president" names Peru.
    let is_former_of_name = before.eq_ignore_ascii_case("ex") && next.starts_with(char::is_uppercase);
    let prefix = rest_is_small && PREFIXES.contains(&before.to_lowercase().as_str()) && !is_former_of_name;
    let joins = before.is_empty()
        || next.is_empty()
        || prefix
        || (is_number(before) && is_number(next))
        || (rest_is_small && is_given_name(before, next));
    !joins
}

/// "Wai-keung": a short name with a second part in lower case; all letters of `before` but the first are lower case.
fn is_given_name(before: &str, next: &str) -> bool {
    let is_short = (2..=3).contains(&before.chars().count()) && (2..=5).contains(&next.chars().count());
    is_short
        && before.starts_with(char::is_uppercase)
        && next.chars().all(char::is_lowercase)
        && !COMPOUND_ENDS.contains(&next)
}

/// Whether a slash is part of a date or fraction ("24/7", "08/16/2000") or a short form ("w/o").
fn joins_at_slash(before: &str, after: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let is_letter = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    (before.ends_with(digit) && after.starts_with(digit)) || (is_letter(before) && is_letter(after))
}

/// "’80s", whose apostrophe is part of it.
fn is_short_decade(chunk: &str) -> bool {
    let digits = chunk.strip_prefix(['’', '\'', '‘']).unwrap_or_default();
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.trim_end_matches(is_mark).ends_with('s')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> String {
        let spans = tokenize(text, Span::new(0, text.len()), Abbreviations::shipped());
        spans.iter().map(|span| span.slice(text)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn titles_initials_and_states_keep_their_stops() {
        assert_eq!(tokens("Maj. Gen. J. K. Oli of the U.S. Army."), "Maj.|Gen.|J.|K.|Oli|of|the|U.S.|Army|.");
        assert_eq!(tokens("No. 5 in St. Petersburg, etc."), "No.|5|in|St.|Petersburg|,|etc.");
    }

    #[test]
    fn clitics_are_tokens() {
        assert_eq!(
            tokens("Peru’s don't can't cannot Women's states’"),
            "Peru|’s|do|n't|ca|n't|can|not|Women|'s|states|’"
        );
    }

    #[test]
    fn hyphens_divide_words_but_not_prefixes_and_numbers() {
        assert_eq!(
            tokens("counter-terrorism Co-operation Al-Sabah 2024-01-01 6-day Peru-led"),
            "counter-terrorism|Co-operation|Al|-|Sabah|2024-01-01|6|-|day|Peru|-|led"
        );
        assert_eq!(tokens("pre- and post-war"), "pre-|and|post-war");
    }

    #[test]
    fn given_names_of_two_parts_stay_whole() {
        assert_eq!(tokens("Lau Siu-lai, the Tan-led team"), "Lau|Siu-lai|,|the|Tan|-|led|team");
    }

    #[test]
    fn dates_times_decades_and_faces_stay_as_the_treebanks_have_them() {
        assert_eq!(tokens("08/16/2000 at 6:00am, the ’80s :)"), "08/16/2000|at|6:00|am|,|the|’80s|:)");
        assert_eq!(tokens("w/o [...] don`t!? gonna"), "w/o|[...]|do|n`t|!?|gon|na");
    }

    #[test]
    fn brackets_quotes_and_dashes_are_tokens() {
        assert_eq!(tokens("(SPF), “No,” he… left—fast..."), "(|SPF|)|,|“|No|,|”|he|…|left|—|fast|...");
        assert_eq!(tokens("• US$5m, $120, 50% and/or a@b.org."), "•|US$|5m|,|$|120|,|50|%|and|/|or|a@b.org|.");
    }
}

//! Joints between words: a word divided at the end of a line, "Suva.The", footnote marks.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Lines of hard-wrapped text are at least this long, in bytes; below, a hyphen at the end is a hyphen.
const WRAPPED_LINE_BYTES: usize = 30;

/// Longest number of a footnote.
const NOTE_DIGITS: usize = 3;

/// How far an address may reach to either side of a stop in it, in bytes.
const ADDRESS_BYTES: usize = 200;

/// An edit: these bytes of the text become something else.
struct Edit {
    start: usize,
    end: usize,
    becomes: &'static str,
}

/// The text with whole words, a space behind each sentence, and no footnote marks.
pub(super) fn mend_joints(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let compounds = OnceCell::new();
    let is_compound = |word: &str| compounds.get_or_init(|| compounds_of(text)).contains(word);
    let found =
        |at| note(bytes, at).or_else(|| divided_word(text, at, &is_compound)).or_else(|| glued_sentence(bytes, at));
    let mut mended = String::new();
    let mut copied = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if at < copied || !matches!(byte, b'[' | b'-' | b'.' | b'!' | b'?') {
            continue;
        }
        if let Some(edit) = found(at) {
            mended.push_str(&text[copied..edit.start]);
            mended.push_str(edit.becomes);
            copied = edit.end;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    mended.push_str(&text[copied..]);
    Cow::Owned(mended)
}

/// The words of the text that are written with a hyphen.
fn compounds_of(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| word.contains('-')).collect()
}

/// A footnote mark at `at` that touches the word or stop before it: "untenable.[23] Letters".
fn note(bytes: &[u8], at: usize) -> Option<Edit> {
    let inner = bytes[at..].strip_prefix(b"[")?;
    let length = inner.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let is_mark = (1..=NOTE_DIGITS).contains(&length) && inner.get(length) == Some(&b']');
    let touches = at > 0 && !bytes[at - 1].is_ascii_whitespace() && !matches!(bytes[at - 1], b'[' | b'(');
    let end = at + length + 2;
    let is_between_sentences = touches
        && matches!(bytes[at - 1], b'.' | b'!' | b'?' | b']')
        && bytes.get(end).is_some_and(u8::is_ascii_alphabetic);
    (is_mark && touches).then_some(Edit { start: at, end, becomes: if is_between_sentences { " " } else { "" } })
}

/// A hyphen at `at` that divides a word at the end of a line: "Tikoi-\nsuva".
fn divided_word(text: &str, at: usize, is_compound: &dyn Fn(&str) -> bool) -> Option<Edit> {
    let rest = text[at..].strip_prefix('-')?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest).strip_prefix('\n')?;
    let line = text[..at].rsplit('\n').next().unwrap_or_default();
    let first = line.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let second = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let is_divided = line.len() >= WRAPPED_LINE_BYTES
        && first.chars().count() >= 2
        && second.chars().count() >= 2
        && first.chars().last().is_some_and(char::is_lowercase)
        && second.chars().all(char::is_lowercase);
    // A compound such as "long-term", elsewhere in the text with its hyphen, keeps it.
    let keeps_hyphen = || is_compound(&format!("{first}-{second}"));
    let end = text.len() - rest.len();
    is_divided.then(|| Edit { start: at, end, becomes: if keeps_hyphen() { "-" } else { "" } })
}

/// A stop at `at` between two sentences without a space: "in Suva.The minister".
fn glued_sentence(bytes: &[u8], at: usize) -> Option<Edit> {
    let is_lower = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_lowercase);
    let behind_word = is_lower(at.checked_sub(1)) && is_lower(at.checked_sub(2));
    let before_word = bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
        && (is_lower(Some(at + 2)) || bytes.get(at + 2) == Some(&b' '));
    let is_stop = matches!(bytes[at], b'.' | b'!' | b'?');
    let is_glued = is_stop && behind_word && before_word && !is_in_address(bytes, at);
    is_glued.then_some(Edit { start: at + 1, end: at + 1, becomes: " " })
}

/// Whether the run without spaces around `at` looks like an address, a file or a name with a dot.
fn is_in_address(bytes: &[u8], at: usize) -> bool {
    let (before, behind) =
        (&bytes[at.saturating_sub(ADDRESS_BYTES)..at], &bytes[at..bytes.len().min(at + ADDRESS_BYTES)]);
    let start = before.iter().rposition(u8::is_ascii_whitespace).map_or(0, |space| space + 1);
    let end = behind.iter().position(u8::is_ascii_whitespace).unwrap_or(behind.len());
    let run = &bytes[at - (before.len() - start)..at + end];
    let next_word = bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let domains: [&[u8]; 6] = [b"Com", b"Org", b"Net", b"Gov", b"Edu", b"Info"];
    run.iter().any(|byte| matches!(byte, b'/' | b'@' | b'\\' | b'_' | b'=' | b'#'))
        || run.starts_with(b"www.")
        || domains.contains(&&bytes[at + 1..at + 1 + next_word])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divided_words_are_joined_and_compounds_keep_their_hyphen() {
        let line = "Prime Minister Sione Havea met President Ana Tikoi-\nsuva of Fiji.";
        assert_eq!(mend_joints(line), "Prime Minister Sione Havea met President Ana Tikoisuva of Fiji.");
        let compound = "A long-term plan for the harbour, and again a long-\r\nterm plan.";
        assert_eq!(mend_joints(compound), "A long-term plan for the harbour, and again a long-term plan.");
        for text in ["- one -\ntwo", "pre-\nwar", "The minister of trade met Jens Holm-\nPetersen there."] {
            assert_eq!(mend_joints(text), text);
        }
    }

    #[test]
    fn sentences_are_parted_and_footnote_marks_vanish() {
        assert_eq!(
            mend_joints("They met in Suva.The minister left!She waved."),
            "They met in Suva. The minister left! She waved."
        );
        assert_eq!(mend_joints("It fell.[23][4] Tui[1] left.[5]He waved."), "It fell. Tui left. He waved.");
        for text in [
            "[1] Notes",
            "at www.suva.The",
            "tui@suva.Fiji left",
            "Fiji.Com and U.S.Army",
            "an array[i] and a [4]",
            "Haidar al-Abadi of Timor-Leste",
        ] {
            assert_eq!(mend_joints(text), text);
        }
    }
}

//! Characters that are not what they seem: invisible ones, other spaces, accents apart from their letters.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The text without invisible characters, with plain spaces, and with each accent on its letter.
pub(super) fn mend_characters(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.chars().any(|c| is_invisible(c) || is_other_space(c) || is_joiner(c) || is_accent(c)) {
        return Cow::Borrowed(text);
    }
    let mut mended = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let mut is_within_latin =
            || mended.ends_with(is_latin_letter) && rest.peek().is_some_and(|next| is_latin_letter(*next));
        match c {
            _ if is_invisible(c) => {}
            _ if is_joiner(c) && is_within_latin() => {}
            _ if is_other_space(c) => mended.push(' '),
            _ => mended.push(c),
        }
    }
    if mended.chars().any(is_accent) { Cow::Owned(mended.nfc().collect()) } else { Cow::Owned(mended) }
}

/// Soft hyphens, zero-width spaces, marks of byte order and of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Joiners have a meaning between the letters of some scripts, but not between Latin ones.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

fn is_latin_letter(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}

fn is_other_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The combining accents of Latin, Greek and Cyrillic letters.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_not_cut() {
        assert_eq!(mend_characters("Sione Ha\u{ad}vea met Ana Tikoi\u{200b}suva"), "Sione Havea met Ana Tikoisuva");
        assert_eq!(mend_characters("Ana\u{a0}Tui\u{2009}of\u{202f}Fiji"), "Ana Tui of Fiji");
        assert_eq!(mend_characters("Jose\u{301} Nun\u{303}ez"), "José Nuñez");
        assert_eq!(mend_characters("Ta\u{200d}mm"), "Tamm");
    }

    #[test]
    fn joiners_of_other_scripts_stay() {
        assert_eq!(mend_characters("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }
}

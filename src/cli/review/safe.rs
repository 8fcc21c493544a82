//! Makes text from articles safe to print on a terminal.

use unicode_normalization::char::is_combining_mark;

/// Maximum number of combining marks on one letter: Vietnamese, Hebrew and Tibetan need up to four; hundreds of them
/// would cover the lines above and below.
const MARKS: usize = 8;

/// The text on one line, without anything that controls a terminal. Control characters become their pictures,
/// characters that change the direction of the following text become "�", and invisible characters for line breaking
/// are removed.
pub(super) fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars().filter(|&c| !is_invisible(c)) {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if marks <= MARKS {
            safe.push(shown(c));
        }
    }
    safe
}

/// JSON with all such characters escaped; valid JSON has them only inside strings.
pub(super) fn harmless_json(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if (c.is_control() && c != '\n') || turns_direction(c) {
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    safe
}

fn shown(c: char) -> char {
    match c {
        _ if c.is_whitespace() => ' ',
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\x7f' => '␡',
        _ if c.is_control() || turns_direction(c) || is_tag(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2), by which a name could run out of its
/// column or read backwards.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Tag characters, which no font shows, and annotation marks.
fn is_tag(c: char) -> bool {
    matches!(c, '\u{e0000}'..='\u{e007f}' | '\u{fff9}'..='\u{fffb}')
}

/// Soft hyphen, zero width space, word joiner, byte order mark, direction marks. The joiners U+200C and U+200D stay:
/// Nepali and Persian spell with them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn escape_codes_become_pictures_of_them() {
        assert_eq!(harmless("Tika\x1b[2J\x07 Oli\x7f"), "Tika␛[2J␇ Oli␡");
        assert_eq!(harmless("\u{9b}31mOli\u{90}"), "\u{fffd}31mOli\u{fffd}");
    }

    #[test]
    fn direction_overrides_are_shown_and_line_break_characters_are_removed() {
        assert_eq!(harmless("Oli\u{202e}akiT"), "Oli\u{fffd}akiT");
        assert_eq!(harmless("Tam\u{ad}m\u{200b}soo\u{200f}"), "Tammsoo");
        assert_eq!(harmless("\u{e0041}"), "\u{fffd}");
    }

    #[test]
    fn lines_are_joined_and_spelling_is_kept() {
        assert_eq!(harmless("Ana\nQuispe\t\u{2028}Mamani"), "Ana Quispe  Mamani");
        for name in ["Jüri Tamm", "Ju\u{308}ri", "क्षितिज गुरुङ", "म\u{94d}\u{200d}य", "ملاله", "吳敏"]
        {
            assert_eq!(harmless(name), name);
        }
    }

    #[test]
    fn a_pile_of_marks_is_cut() {
        let pile = format!("O{}li", "\u{301}".repeat(300));
        assert_eq!(harmless(&pile), format!("O{}li", "\u{301}".repeat(8)));
    }

    proptest! {
        #[test]
        fn nothing_that_controls_a_terminal_is_left(text in any::<String>()) {
            prop_assert!(!harmless(&text).chars().any(|c| c.is_control() || turns_direction(c)));
        }

        #[test]
        fn escaped_json_reads_as_before(text in any::<String>()) {
            let json = harmless_json(&serde_json::to_string(&text).unwrap());
            prop_assert!(!json.chars().any(|c| c.is_control() || turns_direction(c)));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}

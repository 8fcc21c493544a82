//! Mends what layout and encoding did to a text, before the text is kept as the document.
//!
//! Invisible characters vanish, spaces of all kinds become spaces, letters and their accents become one character, words
//! divided at the end of a line are joined, a space comes behind "Suva.The", and footnote marks vanish. All offsets refer
//! to the mended text.

mod characters;
mod joints;

use std::borrow::Cow;

use characters::mend_characters;
use joints::mend_joints;

/// The text as it is kept; borrowed if nothing is to be mended.
///
/// # Example
/// ```
/// use whomet::document::mend;
///
/// assert_eq!(mend("Presi\u{ad}dent Tui left[4] late.She met Oli."), "President Tui left late. She met Oli.");
/// ```
///
/// # Complexity
/// Linear in the length of `text`.
#[must_use]
pub fn mend(text: &str) -> Cow<'_, str> {
    match mend_characters(text) {
        Cow::Borrowed(text) => mend_joints(text),
        Cow::Owned(text) => Cow::Owned(mend_joints(&text).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_text_stays_as_it_is() {
        let text = "LIMA, 5 May 2024 - Tui met Oli.\r\n\r\nU.S. envoys of example.Org (www.a.example) left. It was 5.30 p.m.\n- one\n- two";
        assert!(matches!(mend(text), Cow::Borrowed(same) if same == text));
    }
}

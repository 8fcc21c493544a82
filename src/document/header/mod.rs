//! Reads the header of an article: front matter, or lines such as an address and `Date: 23 July 2022`.

mod front_matter;
mod leading_lines;
mod metadata;

use crate::span::{Byte, Span};

use front_matter::read_front_matter;
use leading_lines::read_leading_lines;
pub(super) use metadata::Metadata;

/// The metadata before the body, and the body.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) metadata: Metadata,
    pub(super) body: Span<Byte>,
}

/// Reads the header of `text`. Without one, the body is the whole text.
pub(super) fn read_header(text: &str) -> Header {
    let found = read_front_matter(text).unwrap_or_else(|| read_leading_lines(text));
    Header { body: Span::new(found.1, text.len()), metadata: found.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_and_words_without_a_header_belong_to_the_body() {
        for text in [
            "---\nA rule of dashes.",
            "Date palms grow here.",
            "date",
            "",
            "+++",
            "{ braces }",
            "Title fight: Tui won.",
        ] {
            let header = read_header(text);
            assert_eq!((header.body, header.metadata), (Span::new(0, text.len()), Metadata::default()), "{text}");
        }
    }
}

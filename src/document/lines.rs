//! The lines of a text.

use crate::span::{Byte, Span};

/// The lines of `text[body]` that are not blank, without the white space around them.
pub(super) fn lines_of(text: &str, body: Span<Byte>) -> impl Iterator<Item = Span<Byte>> {
    let mut at = body.start();
    body.slice(text).split_inclusive('\n').filter_map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        let content = line.trim();
        (!content.is_empty()).then(|| Span::new(start, start + content.len()))
    })
}

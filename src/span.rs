//! Half-open ranges whose type says what they count.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use serde::{Deserialize, Serialize, Serializer};

/// Marks a [`Span`] that counts bytes of the UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Byte {}

/// Marks a [`Span`] that counts characters (Unicode scalar values), as the JSON contract does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Char {}

/// A half-open range `start..end`, 0-based, in the unit `U`.
///
/// A `Span<Byte>` counts UTF-8 bytes of a document's text and always lies on character boundaries. A `Span<TokenId>`
/// counts tokens of one sentence, a `Span<Char>` characters of the text. Both ends fit in 32 bits, because the reader
/// rejects larger articles.
///
/// # Example
/// ```
/// use whomet::span::{Byte, Span};
///
/// let text = "Oli arrived in Pokhara today";
/// let span = Span::<Byte>::new(15, 22);
/// assert_eq!(span.slice(text), "Pokhara");
/// assert_eq!(span.len(), 7);
/// ```
#[derive(Deserialize)]
#[serde(from = "(u32, u32)")]
pub struct Span<U> {
    start: u32,
    end: u32,
    unit: PhantomData<U>,
}

impl<U> Span<U> {
    /// The range from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// If `end` is smaller than `start` or does not fit in 32 bits.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        let narrow = |n: usize| u32::try_from(n).expect("a document is far smaller than 4 GiB");
        Self { start: narrow(start), end: narrow(end), unit: PhantomData }
    }

    /// First unit of the range.
    #[must_use]
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// First unit after the range.
    #[must_use]
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Number of units.
    #[must_use]
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Returns whether the range is empty.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The standard library's range type, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Returns whether this range contains all of `other`.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns whether the two ranges share at least one unit.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that contains both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end), unit: PhantomData }
    }
}

impl<U> Default for Span<U> {
    /// The empty range at 0.
    fn default() -> Self {
        Self::new(0, 0)
    }
}

impl Span<Byte> {
    /// The surface form: the part of `text` in this span.
    ///
    /// # Panics
    /// If the span does not lie on character boundaries of `text`; spans of the same document always do.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }
}

/// Converts between byte spans and character spans of one text without counting from the start each time.
///
/// # Example
/// ```
/// use whomet::span::{CharCounter, Span};
///
/// let counter = CharCounter::new("São Tomé");
/// assert_eq!(counter.chars(Span::new(5, 10)), Span::new(4, 8));
/// ```
#[derive(Debug)]
pub struct CharCounter<'t> {
    text: &'t str,
    /// Number of characters before each stretch of [`STRETCH`] bytes.
    before: Vec<usize>,
}

/// Bytes between two stored counts; a conversion scans at most this many.
const STRETCH: usize = 128;

impl<'t> CharCounter<'t> {
    /// Counts the characters of `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut count = 0;
        let before = text.as_bytes().chunks(STRETCH).map(|stretch| {
            let here = count;
            count += count_chars(stretch);
            here
        });
        Self { text, before: before.collect() }
    }

    /// The same passage in characters.
    #[must_use]
    pub fn chars(&self, span: Span<Byte>) -> Span<Char> {
        Span::new(self.offset(span.start()), self.offset(span.end()))
    }

    /// The same passage in bytes; an offset after the end of the text becomes its end.
    ///
    /// # Complexity
    /// O(log n) for a text of n bytes.
    #[must_use]
    pub fn bytes(&self, span: Span<Char>) -> Span<Byte> {
        Span::new(self.byte(span.start()), self.byte(span.end()))
    }

    /// The characters at `span`.
    #[must_use]
    pub fn slice(&self, span: Span<Char>) -> &'t str {
        self.bytes(span).slice(self.text)
    }

    fn byte(&self, character: usize) -> usize {
        let stretch = self.before.partition_point(|&before| before <= character).saturating_sub(1);
        let (from, before) = (stretch * STRETCH, self.before.get(stretch).copied().unwrap_or(0));
        let starts = self.text.as_bytes()[from..].iter().enumerate().filter(|(_, byte)| *byte & 0xc0 != 0x80);
        starts.map(|(at, _)| from + at).nth(character - before).unwrap_or(self.text.len())
    }

    fn offset(&self, byte: usize) -> usize {
        let stretch = (byte / STRETCH).min(self.before.len().saturating_sub(1));
        let from = stretch * STRETCH;
        self.before.get(stretch).copied().unwrap_or(0) + count_chars(&self.text.as_bytes()[from..byte])
    }
}

/// Characters that begin in `bytes`: all bytes but the continuation bytes of UTF-8.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count()
}

// Derived impls would require these traits of the unit, which is only a marker.
impl<U> Clone for Span<U> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<U> Copy for Span<U> {}
impl<U> PartialEq for Span<U> {
    fn eq(&self, other: &Self) -> bool {
        (self.start, self.end) == (other.start, other.end)
    }
}
impl<U> Eq for Span<U> {}
impl<U> PartialOrd for Span<U> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<U> Ord for Span<U> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<U> std::hash::Hash for Span<U> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.start, self.end).hash(state);
    }
}
impl<U> fmt::Debug for Span<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
impl<U> Serialize for Span<U> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}
impl<U> From<(u32, u32)> for Span<U> {
    fn from((start, end): (u32, u32)) -> Self {
        Self::new(start as usize, end as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_spans_do_not_overlap() {
        let (left, right) = (Span::<Byte>::new(0, 3), Span::<Byte>::new(3, 5));
        assert!(!left.overlaps(right));
        assert_eq!(left.cover(right), Span::new(0, 5));
    }

    #[test]
    #[should_panic(expected = "ends before it starts")]
    fn a_span_that_ends_before_it_starts_panics() {
        let _ = Span::<Byte>::new(3, 2);
    }
}

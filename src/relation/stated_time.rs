//! The time of a statement according to its sentence.

use crate::date::PartialDate;
use crate::quantity::{TimeBasis, TimeDiagnostic, TimeValue};
use crate::span::{Byte, Span};

/// The time of a statement according to its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatedTime {
    /// The words that state it, as bytes of the document's text.
    pub span: Span<Byte>,
    /// A day, month, year or other period; `None` if unknown.
    pub value: Option<TimeValue>,
    /// Whether it follows from its words alone, or from its words and the date of publication.
    pub basis: TimeBasis,
    /// What is wrong with it as written.
    pub diagnostic: Option<TimeDiagnostic>,
}

impl StatedTime {
    /// The day, month or year, unless it is another period or unknown.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.value.and_then(TimeValue::date)
    }
}

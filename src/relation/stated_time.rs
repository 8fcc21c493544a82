//! The time of a statement as its sentence gives it.

use crate::date::PartialDate;
use crate::quantity::{TimeBasis, TimeDiagnostic, TimeValue};
use crate::span::{Byte, Span};

/// The time of a statement as its sentence gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StatedTime {
    /// Its words, in bytes of the document's text.
    pub span: Span<Byte>,
    /// A day, month, year or stretch; `None` if it is not known which.
    pub value: Option<TimeValue>,
    /// Whether its words alone say so, or they and the date of publication.
    pub basis: TimeBasis,
    /// What is wrong with it as written.
    pub diagnostic: Option<TimeDiagnostic>,
}

impl StatedTime {
    /// The day, month or year, unless it is a stretch or unknown.
    #[must_use]
    pub fn date(&self) -> Option<PartialDate> {
        self.value.and_then(TimeValue::date)
    }
}

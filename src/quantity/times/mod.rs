//! Finds the times in a sentence.
//!
//! [`find_times`] reads dates ("on Sunday 5th August, 2021", "May 3-5"), times relative to the day of publication
//! ("last week", "on Tuesday", "three years ago") and durations ("for three days"). A [`TimeExpression`] holds one
//! value for a sentence about the past and one for a sentence about the future; the caller knows which applies.
//!
//! A time without a year or date of its own is read relative to the day of publication:
//!
//! - a day of the week is the last one up to and including that day; in the future, the next one;
//! - a month alone is read the same way and may be the current month;
//! - a day of a month ("5 August") is the nearest one; in the future, the next one;
//! - "last", "this" and "next" count calendar weeks (from Monday), months and years; "the last three weeks" and "the
//!   past year" end on the day of publication.
//!
//! Nothing is guessed. Without a date of publication these times have no value, and "two days later" never has one. A
//! date that does not exist and a day of the week that does not fit its date are reported, not repaired.

mod form;
mod model;
mod pieces;
mod point;
mod reader;
mod value;

pub use model::{Duration, Granularity, TimeBasis, TimeDiagnostic, TimeExpression, TimeValue};

use crate::analysis::{AnalyzedDocument, Sentence};
use crate::date::PartialDate;
use crate::lexicon::{Lexicon, SentenceView, WordView};

/// Finds the times in a sentence of `document`, in text order, without overlap.
///
/// # Complexity
/// Linear in the number of tokens.
///
/// # Example
/// ```
/// use whomet::analysis::Analyzer;
/// use whomet::document::Document;
/// use whomet::lexicon::Lexicon;
/// use whomet::quantity::find_times;
///
/// let document = Document::from_text("a", "LIMA, 10 June 2022 - Moana Tui met Tika Oli on Tuesday.");
/// let document = Analyzer::shipped().analyze(document);
/// let times = find_times(&document, &document.sentences[1], Lexicon::shipped());
/// assert_eq!(times[0].value_for(false).unwrap().to_string(), "2022-06-07");
/// assert_eq!(times[0].value_for(true).unwrap().to_string(), "2022-06-14");
/// ```
#[must_use]
pub fn find_times(document: &AnalyzedDocument, sentence: &Sentence, lexicon: &Lexicon) -> Vec<TimeExpression> {
    times_in(&SentenceView::new(document, sentence, lexicon), lexicon, document.document.date)
}

/// Finds the times in a sentence of an article published at `published`.
pub(crate) fn times_in(view: &WordView<'_>, lexicon: &Lexicon, published: Option<PartialDate>) -> Vec<TimeExpression> {
    let forms = reader::read_forms(view, lexicon);
    forms.into_iter().map(|(tokens, form)| value::evaluate(tokens, &form, published)).collect()
}

#[cfg(test)]
mod tests;

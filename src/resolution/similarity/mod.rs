//! Two names in, a comparison out.

use super::{Comparison, Reason, Verdict};
use crate::mention::Lexicon;
use crate::ontology::EntityType;
use crate::text::fold;

/// Compares two names of which nothing else is known.
#[must_use]
pub fn compare_names(_: EntityType, left: &str, right: &str, _: &Lexicon) -> Comparison {
    let is_equal = fold(left) == fold(right);
    let (score, verdict) = if is_equal { (1.0, Verdict::Same) } else { (0.0, Verdict::Different) };
    let (words, bits) = if is_equal { ("the same name", 8.0) } else { ("different names", -8.0) };
    Comparison { score, verdict, reasons: vec![Reason { words: words.into(), bits }] }
}

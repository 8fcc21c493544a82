//! Finds the quantities in a sentence: times, amounts and numbers.
//!
//! [`find_times`] reads dates, relative times and durations; [`find_amounts`] reads money and counts.

mod amounts;
pub(crate) mod numbers;
mod times;

pub(crate) use amounts::amounts_in;
pub use amounts::{Accuracy, Amount, AmountKind, find_amounts};
pub(crate) use times::times_in;
pub use times::{Duration, Granularity, TimeBasis, TimeDiagnostic, TimeExpression, TimeValue, find_times};

pub use crate::language::TimeUnit;

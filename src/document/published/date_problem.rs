//! Why a date is not used.

/// Why a date that an article states is not used.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum DateProblem {
    /// It is not a date in a form that the reader knows.
    #[error("expected a date such as 2024-03-18, 18 March 2024 or Mon, 18 Mar 2024 10:00:00 GMT, found \"{0}\"")]
    Unknown(String),
    /// Day and month may stand in either order.
    #[error("\"{0}\" may be two days; choose one with --date-order dmy or --date-order mdy")]
    Ambiguous(String),
}

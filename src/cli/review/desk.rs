//! Where the doubtful pairs come from and where judgements go.

use whomet::resolution::{Answer, ReviewCase};

use crate::cli::CliError;

/// Where the doubtful pairs come from and where judgements go.
pub(crate) trait ReviewDesk {
    /// The first cases that nobody has judged, at most `count`, always in the same order; fewer if fewer are left.
    /// It is asked again after each judgement, for one judgement may settle others.
    fn next_cases(&mut self, count: usize) -> Result<Vec<ReviewCase>, CliError>;

    /// Keeps a judgement for good before it returns.
    fn judge(&mut self, case: &ReviewCase, answer: Answer) -> Result<(), CliError>;

    /// Takes back the last judgement that was made at this desk and still stands, and returns its case as it is now;
    /// `None` if there is none, or somebody else has taken it back.
    fn take_back(&mut self) -> Result<Option<ReviewCase>, CliError>;

    /// Number of cases that nobody has judged.
    fn remaining(&mut self) -> Result<usize, CliError>;
}

//! The source of doubtful pairs and the destination of judgements.

use whomet::resolution::{Answer, ReviewCase};

use crate::cli::error::CliError;

/// Supplies doubtful pairs and keeps judgements.
pub(crate) trait ReviewDesk {
    /// The first cases that nobody has judged, at most `count`, always in the same order. It is called again after each
    /// judgement, because one judgement may settle other cases.
    fn next_cases(&mut self, count: usize) -> Result<Vec<ReviewCase>, CliError>;

    /// Stores a judgement before it returns.
    fn judge(&mut self, case: &ReviewCase, answer: Answer) -> Result<(), CliError>;

    /// Takes back the last judgement made at this desk that is still in force, and returns its case as it is now;
    /// `None` if there is none or somebody else has taken it back.
    fn take_back(&mut self) -> Result<Option<ReviewCase>, CliError>;

    /// Number of cases that nobody has judged.
    fn remaining(&mut self) -> Result<usize, CliError>;
}

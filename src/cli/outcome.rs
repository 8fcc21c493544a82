//! How a command ended.

use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All done.
    Done,
    /// Done, but some inputs were not read.
    DoneWithProblems,
    /// Nothing done.
    NotDone,
}

impl Outcome {
    /// The outcome of a command that had this many problems.
    pub(super) fn of(problems: usize) -> Self {
        if problems == 0 { Self::Done } else { Self::DoneWithProblems }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::DoneWithProblems => Self::from(1),
            Outcome::NotDone => Self::from(2),
        }
    }
}

//! Reports a finished round of training.

use whomet::training::Progress;

/// One line about a finished round.
pub(super) fn progress_line(progress: Progress) -> String {
    let Progress { step, round, rounds, accuracy } = progress;
    format!("{step}: round {round} of {rounds}, {:.2} % right", accuracy * 100.0)
}

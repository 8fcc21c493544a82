//! Reports of a training run.

/// How far a training run has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// What is being trained.
    pub step: &'static str,
    /// Finished rounds over the data.
    pub round: usize,
    /// Rounds in all.
    pub rounds: usize,
    /// Share of the decisions of the last round that were right before learning from them, 0.0 to 1.0; for the name
    /// finder the mean probability that it gave to the right tags.
    pub accuracy: f64,
}

/// Called after each round.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress);

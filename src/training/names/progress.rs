//! Reports of the training of a name finder.

/// How far training has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrainProgress {
    /// What is being learned.
    pub step: &'static str,
    /// Finished rounds over the data.
    pub round: usize,
    /// Rounds in all of this step.
    pub rounds: usize,
    /// Mean over the tokens of the probability that the last round, before learning from it, gave to wrong tags, 0.0 to 1.0.
    pub error: f64,
}

//! How a tagger is trained.

/// How a tagger is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggerOptions {
    /// Rounds over the data.
    pub rounds: usize,
    /// Words learned from before the weights change.
    pub batch: usize,
    /// Size of the first step; the steps shrink to nothing towards the end.
    pub rate: f32,
    /// In percent, how many numbers of the vectors are hidden at random.
    pub dropout: u64,
    /// A word seen `n` times is taken for an unknown one with the probability `a / (a + n)`, this being `a` in hundredths.
    pub word_dropout: u64,
    /// One sentence of so many is also learned in capitals.
    pub capitals_every: u64,
}

impl Default for TaggerOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        Self { rounds: 10, batch: 300, rate: 0.002, dropout: 30, word_dropout: 50, capitals_every: 30 }
    }
}

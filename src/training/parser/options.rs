//! How a parser is trained.

/// How a parser is trained.
#[derive(Debug, Clone, PartialEq)]
pub struct ParserOptions {
    /// Rounds over the data.
    pub rounds: usize,
    /// Words learned from before the weights change.
    pub batch: usize,
    /// Size of the first step; the steps shrink to nothing towards the end.
    pub rate: f32,
    /// In percent, how often training goes on from the parser's own choice and not from the correct one.
    pub exploration: u64,
    /// In percent, how many numbers of the vectors and hidden layers are hidden at random.
    pub dropout: u64,
    /// A word seen `n` times is taken for an unknown one with the probability `a / (a + n)`, this being `a` in
    /// hundredths (Kiperwasser and Goldberg 2016).
    pub word_dropout: u64,
    /// One sentence of so many is also learned in capitals.
    pub capitals_every: u64,
}

impl Default for ParserOptions {
    /// Chosen on the development parts of EWT and GUM.
    fn default() -> Self {
        Self { rounds: 12, batch: 300, rate: 0.002, exploration: 90, dropout: 25, word_dropout: 50, capitals_every: 30 }
    }
}

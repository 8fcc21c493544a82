//! Where the passages of a graph go while it is built.

use std::convert::Infallible;

use super::evidence::{Evidence, Quote};

/// Takes the passages of a graph while it is built, so that they need not stay in memory.
pub(crate) trait Passages {
    /// Why a passage could not be taken.
    type Error;

    /// Takes a mention of the entity with this index.
    fn add_mention(&mut self, entity: usize, quote: Quote) -> Result<(), Self::Error>;

    /// Takes a piece of evidence, and gives back what the builder reads: document, span, date, place, occurrence,
    /// confidence, the interval of the time, and in an article with copies the text.
    fn add_evidence(&mut self, number: usize, evidence: Evidence) -> Result<Evidence, Self::Error>;
}

/// Passages that stay in memory: evidence as it is, and the mentions of each entity.
pub(crate) struct Kept {
    pub(super) mentions: Vec<Vec<Quote>>,
}

impl Kept {
    /// No passages yet, for so many entities.
    pub(crate) fn new(entities: usize) -> Self {
        Self { mentions: vec![Vec::new(); entities] }
    }
}

impl Passages for Kept {
    type Error = Infallible;

    fn add_mention(&mut self, entity: usize, quote: Quote) -> Result<(), Infallible> {
        self.mentions[entity].push(quote);
        Ok(())
    }

    fn add_evidence(&mut self, _number: usize, evidence: Evidence) -> Result<Evidence, Infallible> {
        Ok(evidence)
    }
}

//! A document with everything that the steps found in it.

use crate::analysis::AnalyzedDocument;
use crate::coreference::{CorefChain, PluralReference};
use crate::mention::Mention;
use crate::relation::Statement;

/// A document with everything that the steps found in it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReadDocument {
    /// The document with its sentences.
    pub document: AnalyzedDocument,
    /// Its mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Its statements.
    pub statements: Vec<Statement>,
    /// Its coreference chains.
    pub chains: Vec<CorefChain>,
    /// Its plural mentions whose members are known.
    pub plurals: Vec<PluralReference>,
}

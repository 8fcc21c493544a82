//! What a page shows besides the graph.

use std::collections::BTreeMap;

use crate::ids::DocumentId;
use crate::resolution::ReviewCase;

/// Which articles a page contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// None: only the sentences that state a relation.
    None,
    /// Those that state a relation.
    Cited,
    /// All.
    All,
}

impl Texts {
    /// Every choice.
    pub const ALL: &'static [Self] = &[Self::None, Self::Cited, Self::All];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Cited => "cited",
            Self::All => "all",
        }
    }
}

/// What a page shows besides the graph.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// The articles by document.
    pub articles: BTreeMap<DocumentId, String>,
    /// Which articles the page contains; by default all, and of many only those that are cited.
    pub texts: Option<Texts>,
    /// Pairs of names for a person to judge.
    pub cases: Vec<ReviewCase>,
}

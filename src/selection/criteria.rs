//! What to keep of a graph.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use crate::date::PartialDate;
use crate::ids::{DocumentId, EntityId};
use crate::ontology::{EntityType, RelationType};
use crate::relation::Status;

/// What to keep of a graph. The default keeps everything; an empty set restricts nothing.
///
/// A choice among edges (relation, status, period, confidence, articles) leaves out the nodes that have no edge then.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Selection {
    /// Keep only what at most [`Self::depth`] edges separate from one of these nodes. They stay whatever else is chosen.
    pub around: Vec<EntityId>,
    /// The number of edges around [`Self::around`].
    pub depth: usize,
    /// Keep edges of these relations.
    pub relations: BTreeSet<RelationType>,
    /// Keep nodes of these types.
    pub types: BTreeSet<EntityType>,
    /// Keep edges with these statuses.
    pub statuses: BTreeSet<Status>,
    /// Keep what sentences state of this time or later. A sentence without a date has that of its article.
    pub since: Option<PartialDate>,
    /// Keep what sentences state of this time or earlier.
    pub until: Option<PartialDate>,
    /// Keep what articles of these publishers say (the field `source` of a document).
    pub sources: BTreeSet<String>,
    /// Keep what these documents say.
    pub documents: BTreeSet<DocumentId>,
    /// Keep edges that at least so many articles state; copies of an article count once.
    pub min_articles: usize,
    /// Keep edges with at least this confidence, 0.0 to 1.0.
    pub min_confidence: f32,
    /// Replace each event by edges `at_event_with` between those who took part.
    pub collapse_events: bool,
    /// Add an edge `mentioned_with` between two entities that at least so many articles name.
    pub co_mentions: Option<NonZeroUsize>,
    /// Leave out nodes without edges.
    pub without_isolated: bool,
    /// Keep only the largest part that is connected; of equal ones that with the smallest id.
    pub largest_component: bool,
}

impl Default for Selection {
    fn default() -> Self {
        Self {
            around: Vec::new(),
            depth: 1,
            relations: BTreeSet::new(),
            types: BTreeSet::new(),
            statuses: BTreeSet::new(),
            since: None,
            until: None,
            sources: BTreeSet::new(),
            documents: BTreeSet::new(),
            min_articles: 0,
            min_confidence: 0.0,
            collapse_events: false,
            co_mentions: None,
            without_isolated: false,
            largest_component: false,
        }
    }
}

impl Selection {
    /// Whether it keeps every graph as it is.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        *self == Self { depth: self.depth, ..Self::default() }
    }

    /// Whether it chooses among edges.
    pub(super) fn chooses_edges(&self) -> bool {
        !self.relations.is_empty()
            || !self.statuses.is_empty()
            || self.since.is_some()
            || self.until.is_some()
            || self.min_articles > 0
            || self.min_confidence > 0.0
    }
}

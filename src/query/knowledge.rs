//! What answers come from: a graph or a project.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::choice::Match;
use super::query_error::QueryError;
use super::search::search_evidence;
use crate::graph::{ArticleFilter, FoundPassage, KnowledgeGraph, Node, Part};
use crate::ids::EntityId;
use crate::lexicon::Lexicon;
use crate::name_search::{Fit, WantedName, near_names};
use crate::ontology::{EntityType, RelationType};
#[cfg(feature = "sqlite")]
use crate::project::{Filing, Project};
use crate::relation::Status;

/// What answers come from.
#[derive(Debug)]
#[non_exhaustive]
pub enum Knowledge<'a> {
    /// A graph in memory, and the lists with the titles that people put before names.
    Graph(Box<KnowledgeGraph>, &'a Lexicon),
    /// A project, of which only the part that a question needs is loaded.
    #[cfg(feature = "sqlite")]
    Project(Box<Project>, Filing<'a>),
}

impl From<KnowledgeGraph> for Knowledge<'_> {
    fn from(graph: KnowledgeGraph) -> Self {
        Self::Graph(Box::new(graph), Lexicon::shipped())
    }
}

/// An edge as seen from one end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tie {
    /// The other end.
    pub(super) other: EntityId,
    pub(super) other_type: String,
    pub(super) relation: RelationType,
    pub(super) status: Status,
}

impl Knowledge<'_> {
    /// The things that a name as people type it may mean, unordered; `relation` says which edges or statements are
    /// counted as answers. [`choose`](super::choose) decides among them.
    ///
    /// A name fits by id, as a whole, by words in any order, by their beginnings or in a similar spelling, with or
    /// without a title; a looser fit counts only if nothing fits better.
    ///
    /// # Errors
    /// [`QueryError`], if the project cannot be read.
    pub fn find(&self, typed: &str, relation: Option<RelationType>) -> Result<Vec<Match>, QueryError> {
        match self {
            Self::Graph(graph, lexicon) => Ok(find_in_graph(graph, lexicon, typed, relation)),
            #[cfg(feature = "sqlite")]
            Self::Project(project, filing) => {
                let hits = project.find(typed, relation, filing.lexicon, filing.ontology)?;
                Ok(loosest_needed(hits.into_iter().map(Match::from).collect()))
            }
        }
    }

    /// At most `count` names that look like an unknown one, most similar first.
    ///
    /// # Errors
    /// [`QueryError`], if the project cannot be read.
    pub fn near(&self, typed: &str, count: usize) -> Result<Vec<String>, QueryError> {
        match self {
            Self::Graph(graph, _) => Ok(near_labels(graph, typed, count)),
            #[cfg(feature = "sqlite")]
            Self::Project(project, _) => Ok(project.near_names(typed, count)?),
        }
    }

    /// A graph that is complete in what `part` asks for about these things; of a graph in memory, the whole.
    ///
    /// # Errors
    /// [`QueryError`], if the project cannot be read.
    #[cfg_attr(not(feature = "sqlite"), allow(unused_variables, reason = "only projects load a part"))]
    pub fn about(&mut self, things: &[EntityId], part: &Part) -> Result<Cow<'_, KnowledgeGraph>, QueryError> {
        match self {
            Self::Graph(graph, _) => Ok(Cow::Borrowed(graph)),
            #[cfg(feature = "sqlite")]
            Self::Project(project, filing) => {
                let things: Vec<_> = things.iter().map(|id| id.as_str().into()).collect();
                Ok(Cow::Owned(project.graph_about(&things, part, filing)?))
            }
        }
    }

    /// The whole graph.
    ///
    /// # Errors
    /// [`QueryError`], if the project cannot be read.
    pub fn whole(&mut self) -> Result<Cow<'_, KnowledgeGraph>, QueryError> {
        match self {
            Self::Graph(graph, _) => Ok(Cow::Borrowed(graph)),
            #[cfg(feature = "sqlite")]
            Self::Project(project, filing) => Ok(Cow::Owned(project.graph(filing)?)),
        }
    }

    /// The passages with all these words in the articles that `filter` admits, at most `count`, and how many there are: of
    /// a project the best passage of each document, best first; of a graph the sentences of its evidence, ordered by
    /// document and place.
    ///
    /// # Errors
    /// [`QueryError`], if the project cannot be read.
    pub fn search(
        &self,
        words: &str,
        filter: &ArticleFilter,
        count: usize,
    ) -> Result<(Vec<FoundPassage>, usize), QueryError> {
        match self {
            Self::Graph(graph, _) => {
                let mut passages = search_evidence(graph, words, filter);
                let total = passages.len();
                passages.truncate(count);
                Ok((passages, total))
            }
            #[cfg(feature = "sqlite")]
            Self::Project(project, _) => Ok(project.search(words, filter, count)?),
        }
    }

    /// The edges of a thing, each once, ordered.
    pub(super) fn ties_of(&self, thing: &EntityId) -> Result<Vec<Tie>, QueryError> {
        match self {
            Self::Graph(graph, _) => {
                let ties = graph.edges_of(thing).into_iter().map(|(edge, other)| Tie {
                    other: other.id.clone(),
                    other_type: other.entity_type.as_str().to_owned(),
                    relation: edge.relation,
                    status: edge.status,
                });
                let mut ties: Vec<Tie> = ties.collect();
                ties.sort();
                ties.dedup();
                Ok(ties)
            }
            #[cfg(feature = "sqlite")]
            Self::Project(project, _) => {
                let ties = project.ties_of(&thing.as_str().into())?.into_iter();
                let tie = |tie: crate::project::Tie| Tie {
                    other: tie.other.as_str().into(),
                    other_type: tie.other_type,
                    relation: tie.relation,
                    status: tie.status,
                };
                Ok(ties.map(tie).collect())
            }
        }
    }
}

/// The things of a graph that a name as people type it may mean, as [`Knowledge::find`] finds them.
#[must_use]
pub fn find_in_graph(
    graph: &KnowledgeGraph,
    lexicon: &Lexicon,
    typed: &str,
    relation: Option<RelationType>,
) -> Vec<Match> {
    let wanted = WantedName::new(typed, |words| lexicon.title(words).map_or(0, |(length, _)| length));
    if let Some(node) = graph.node(&typed.into()) {
        return vec![matched(graph, node, Fit::Id, relation)];
    }
    let found = graph.nodes().filter_map(|node| {
        let names = std::iter::once(&node.label).chain(&node.aliases).map(String::as_str);
        Some(matched(graph, node, wanted.fit(names)?, relation))
    });
    loosest_needed(found.collect())
}

/// At most `count` names of a graph that look like an unknown one, most similar first.
#[must_use]
pub fn near_labels(graph: &KnowledgeGraph, typed: &str, count: usize) -> Vec<String> {
    near_names(typed, graph.nodes().map(|node| node.label.as_str()), count)
}

/// Without those that fit by beginning or spelling, if some fit better.
fn loosest_needed(mut matches: Vec<Match>) -> Vec<Match> {
    let best = matches.iter().map(|found| found.fit.max(Fit::Words)).min().unwrap_or(Fit::Words);
    matches.retain(|found| found.fit <= best);
    matches
}

fn matched(graph: &KnowledgeGraph, node: &Node, fit: Fit, relation: Option<RelationType>) -> Match {
    let edges = graph.edges_of(&node.id);
    let answers = edges.iter().filter(|(edge, _)| relation.is_none_or(|relation| edge.relation == relation)).count();
    let scope = node.id.as_str().split_once('@').map(|(_, scope)| scope);
    Match {
        id: node.id.clone(),
        label: node.label.clone(),
        entity_type: node.entity_type,
        fit,
        is_local: scope.is_some_and(|scope| graph.document(&scope.into()).is_some()),
        offices: node.attributes.positions.iter().cloned().collect(),
        answers,
    }
}

/// The types of things that join everybody to everybody, so that they prove no connection.
pub(super) fn common_ground() -> BTreeSet<&'static str> {
    BTreeSet::from([EntityType::COUNTRY.as_str(), EntityType::PLACE.as_str()])
}

//! The arguments that choose a part of a graph, and the selection that they ask for.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use clap::Args;
use whomet::date::PartialDate;
use whomet::graph::{ArticleFilter, KnowledgeGraph};
use whomet::ids::EntityId;
use whomet::lexicon::Lexicon;
use whomet::ontology::{EntityType, Ontology, RelationType};
use whomet::query::{find_in_graph, near_labels};
use whomet::relation::Status;
use whomet::selection::Selection;

use super::error::CliError;

/// At most this many names are proposed for an unknown one.
const MAX_NEAR: usize = 5;

// The structs have no doc comments: clap would show them as the help of the command.

#[derive(Debug, Args)]
#[command(next_help_heading = "Choose a part of the graph")]
pub(crate) struct SelectionArguments {
    /// Keep only this person, organization, place or event and what is near; may be repeated. Names match loosely.
    #[arg(long, value_name = "NAME")]
    pub(crate) around: Vec<String>,

    /// How many relations away from --around.
    #[arg(long, value_name = "N", default_value_t = 1, requires = "around")]
    pub(crate) depth: usize,

    /// Keep only these relations (met, visited, trained ...); separated by commas, or repeated.
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub(crate) relation: Vec<String>,

    /// Keep only entities of these types (person, agency, place ...).
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    pub(crate) entity_type: Vec<String>,

    /// Keep only facts, plans or denials.
    #[arg(long, value_delimiter = ',', value_parser = ["asserted", "planned", "negated"])]
    pub(crate) status: Vec<String>,

    #[command(flatten)]
    pub(crate) articles: ArticleArguments,

    /// Keep relations that at least N articles state; copies of one article count once.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) min_articles: usize,

    /// Keep relations with at least this confidence, from 0.0 to 1.0.
    #[arg(long, value_name = "SCORE", default_value_t = 0.0, hide_default_value = true)]
    pub(crate) min_confidence: f32,

    /// Keep only the largest part that is connected.
    #[arg(long)]
    pub(crate) largest_component: bool,

    /// Replace each event by relations between those who took part (at_event_with).
    #[arg(long)]
    pub(crate) collapse_events: bool,

    /// Leave out entities without relations.
    #[arg(long)]
    pub(crate) without_isolated: bool,

    /// Add a relation mentioned_with between entities that at least N articles name together. No article states it.
    #[arg(long, value_name = "N")]
    pub(crate) co_mentions: Option<NonZeroUsize>,
}

#[derive(Debug, Args)]
pub(crate) struct ArticleArguments {
    /// Keep what happened on this date or later (2024, 2024-03 or 2024-03-18). A sentence without a date has that of
    /// its article.
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<PartialDate>,

    /// Keep what happened on this date or earlier.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<PartialDate>,

    /// Keep what articles of this publisher say (the field `source` of an article).
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Vec<String>,

    /// Keep what this document says.
    #[arg(long, value_name = "DOCUMENT")]
    pub(crate) document: Vec<String>,
}

impl ArticleArguments {
    /// Which articles a search looks in.
    pub(super) fn filter(&self) -> ArticleFilter {
        ArticleFilter {
            since: self.since,
            until: self.until,
            sources: self.source.iter().cloned().collect(),
            documents: self.document.iter().map(|name| name.as_str().into()).collect(),
        }
    }

    fn chooses_anything(&self) -> bool {
        self.filter() != ArticleFilter::default()
    }
}

impl SelectionArguments {
    /// The part of `graph` that the arguments choose.
    pub(super) fn select(&self, graph: KnowledgeGraph, ontology: &Ontology) -> Result<KnowledgeGraph, CliError> {
        let selection = self.selection(&graph, ontology)?;
        Ok(selection.apply(graph))
    }

    /// Whether the arguments choose by more than relation and status, for which the evidence must be read.
    pub(super) fn chooses_by_evidence(&self) -> bool {
        !self.around.is_empty()
            || !self.entity_type.is_empty()
            || self.articles.chooses_anything()
            || self.min_articles > 0
            || self.min_confidence > 0.0
            || self.changes_the_graph()
    }

    /// Whether the arguments leave anything out or add something.
    pub(super) fn chooses_anything(&self) -> bool {
        self.chooses_by_evidence() || !self.relation.is_empty() || !self.status.is_empty()
    }

    fn changes_the_graph(&self) -> bool {
        self.largest_component || self.collapse_events || self.without_isolated || self.co_mentions.is_some()
    }

    /// The selection that the arguments ask for, with names, publishers and documents looked up in `graph`, which must be
    /// whole.
    pub(super) fn selection(&self, graph: &KnowledgeGraph, ontology: &Ontology) -> Result<Selection, CliError> {
        let documents = graph.documents.iter();
        let sources = || documents.clone().filter_map(|info| info.source.as_deref());
        let ids = || documents.clone().map(|info| info.id.as_str());
        self.articles.source.iter().try_for_each(|name| check("publisher", name, sources()))?;
        self.articles.document.iter().try_for_each(|name| check("document", name, ids()))?;
        self.selection_from_part(graph, ontology)
    }

    /// The same, from a graph that need not have all publishers and documents.
    pub(super) fn selection_from_part(
        &self,
        graph: &KnowledgeGraph,
        ontology: &Ontology,
    ) -> Result<Selection, CliError> {
        let mut selection = Selection::default();
        for name in &self.around {
            selection.around.extend(nodes_called(graph, name)?);
        }
        selection.depth = self.depth;
        selection.relations = self.relations(ontology)?;
        selection.types = collect(&self.entity_type, |name| type_called(ontology, name))?;
        selection.statuses = self.statuses();
        let ArticleFilter { since, until, sources, documents } = self.articles.filter();
        (selection.since, selection.until) = (since, until);
        (selection.sources, selection.documents) = (sources, documents);
        (selection.min_articles, selection.min_confidence) = (self.min_articles, self.min_confidence);
        selection.largest_component = self.largest_component;
        selection.collapse_events = self.collapse_events;
        selection.without_isolated = self.without_isolated;
        selection.co_mentions = self.co_mentions;
        Ok(selection)
    }

    /// The relations that the arguments name; none means all.
    pub(super) fn relations(&self, ontology: &Ontology) -> Result<BTreeSet<RelationType>, CliError> {
        collect(&self.relation, |name| relation_called(ontology, name))
    }

    /// The statuses that the arguments name; none means all.
    pub(super) fn statuses(&self) -> BTreeSet<Status> {
        self.status.iter().map(|name| status_called(name)).collect()
    }
}

fn collect<T, C: FromIterator<T>>(names: &[String], find: impl Fn(&str) -> Result<T, CliError>) -> Result<C, CliError> {
    names.iter().map(|name| find(name)).collect()
}

fn nodes_called(graph: &KnowledgeGraph, name: &str) -> Result<Vec<EntityId>, CliError> {
    let found: Vec<EntityId> =
        find_in_graph(graph, Lexicon::shipped(), name, None).into_iter().map(|found| found.id).collect();
    if found.is_empty() {
        let near = near_labels(graph, name, MAX_NEAR);
        let hint = if near.is_empty() { String::new() } else { format!("; similar names: {}", near.join(", ")) };
        return Err(CliError::UnknownName { name: name.to_owned(), hint });
    }
    Ok(found)
}

fn relation_called(ontology: &Ontology, name: &str) -> Result<RelationType, CliError> {
    let known = || ontology.relations.iter().map(|class| class.name);
    known().find(|relation| relation.as_str() == name).ok_or_else(|| {
        let known: Vec<String> = known().map(|relation| relation.to_string()).collect();
        CliError::UnknownRelation { name: name.to_owned(), known: known.join(", ") }
    })
}

fn type_called(ontology: &Ontology, name: &str) -> Result<EntityType, CliError> {
    ontology.entity(name).map(|class| class.name).ok_or_else(|| {
        let known: Vec<&str> = ontology.entities.iter().map(|class| class.name.as_str()).collect();
        CliError::UnknownType { name: name.to_owned(), hint: format!("; expected one of {}", known.join(", ")) }
    })
}

fn status_called(name: &str) -> Status {
    let all = [Status::Asserted, Status::Planned, Status::Negated];
    all.into_iter().find(|status| status.as_str() == name).expect("clap checks the names")
}

/// Checks that the graph has a name.
fn check<'a>(what: &'static str, name: &str, mut known: impl Iterator<Item = &'a str>) -> Result<(), CliError> {
    let is_known = known.any(|other| other == name);
    if is_known { Ok(()) } else { Err(CliError::NotInGraph { what, name: name.to_owned() }) }
}

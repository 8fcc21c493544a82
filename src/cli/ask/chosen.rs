//! The part of a graph that the filters of a question choose.

use std::borrow::Cow;
use std::collections::BTreeSet;

use whomet::graph::KnowledgeGraph;
use whomet::ontology::{EntityType, Ontology};
use whomet::relation::Status;

use crate::cli::error::CliError;
use crate::cli::selection_args::SelectionArguments;

/// What the filters choose: the statements, and of which type the other end must be.
pub(super) struct Chosen<'g> {
    /// With the chosen statements only.
    pub(super) graph: Cow<'g, KnowledgeGraph>,
    /// Types of the other end; any if empty.
    pub(super) types: BTreeSet<EntityType>,
}

/// Applies the filters to a graph. Without `--status`, only these statuses count, or all if none is given. Types are left to
/// the question, because the thing asked about may be of another.
pub(super) fn choose<'g>(
    graph: &'g KnowledgeGraph,
    filters: &SelectionArguments,
    statuses: &[Status],
    ontology: &Ontology,
) -> Result<Chosen<'g>, CliError> {
    let mut selection = filters.selection_from_part(graph, ontology)?;
    let types = std::mem::take(&mut selection.types);
    if selection.statuses.is_empty() {
        selection.statuses = statuses.iter().copied().collect();
    }
    let graph =
        if selection.is_everything() { Cow::Borrowed(graph) } else { Cow::Owned(selection.apply(graph.clone())) };
    Ok(Chosen { graph, types })
}

impl Chosen<'_> {
    /// Whether a thing is of a wanted type.
    pub(super) fn is_wanted(&self, entity_type: EntityType) -> bool {
        self.types.is_empty() || self.types.contains(&entity_type)
    }
}

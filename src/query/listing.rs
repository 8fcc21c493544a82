//! Lists things.

use std::collections::BTreeSet;

use super::knowledge::Knowledge;
use super::query_error::QueryError;
use crate::date::PartialDate;
use crate::graph::KnowledgeGraph;
use crate::ids::EntityId;
use crate::ontology::EntityType;
use crate::relation::Status;

/// A thing with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listed {
    /// Its id.
    pub id: EntityId,
    /// Its name.
    pub label: String,
    /// Its type, by name.
    pub entity_type: String,
    /// To how many others a fact joins it.
    pub degree: usize,
    /// How many articles name it.
    pub articles: usize,
    /// The dates of the first and the last dated article that names it.
    pub dates: Option<(PartialDate, PartialDate)>,
}

/// The order of a list; equal ones are ordered by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    /// Most connected first.
    Degree,
    /// Named in most articles first.
    Mentions,
    /// Named last first.
    Date,
    /// By name.
    Name,
}

/// The things of a type, or of all types.
///
/// # Errors
/// [`QueryError`], if the project cannot be read.
pub fn list(
    knowledge: &Knowledge<'_>,
    entity_type: Option<EntityType>,
    sort: SortBy,
) -> Result<Vec<Listed>, QueryError> {
    let mut listed: Vec<Listed> = match knowledge {
        Knowledge::Graph(graph, _) => of_graph(graph, entity_type),
        #[cfg(feature = "sqlite")]
        Knowledge::Project(project, _) => {
            let rows = project.list(entity_type.as_ref().map(EntityType::as_str))?.into_iter();
            let listed = |row: crate::project::Listed| Listed {
                id: row.id.as_str().into(),
                label: row.label,
                entity_type: row.entity_type,
                degree: row.degree,
                articles: row.articles,
                dates: row.dates,
            };
            rows.map(listed).collect()
        }
    };
    sort_by(&mut listed, sort);
    Ok(listed)
}

fn sort_by(listed: &mut [Listed], sort: SortBy) {
    let last = |thing: &Listed| thing.dates.map(|(_, last)| last);
    listed.sort_by(|a, b| {
        let order = match sort {
            SortBy::Degree => b.degree.cmp(&a.degree).then(b.articles.cmp(&a.articles)),
            SortBy::Mentions => b.articles.cmp(&a.articles).then(b.degree.cmp(&a.degree)),
            SortBy::Date => last(b).cmp(&last(a)),
            SortBy::Name => a.label.cmp(&b.label),
        };
        order.then_with(|| a.id.cmp(&b.id))
    });
}

fn of_graph(graph: &KnowledgeGraph, entity_type: Option<EntityType>) -> Vec<Listed> {
    let nodes = graph.nodes().filter(|node| entity_type.is_none_or(|wanted| node.entity_type == wanted));
    nodes
        .map(|node| {
            let documents: BTreeSet<_> = node.mentions.iter().map(|quote| &quote.document).collect();
            let dates = documents.iter().filter_map(|id| graph.document(id)?.date);
            let facts = graph.edges_of(&node.id).into_iter().filter(|(edge, _)| edge.status == Status::Asserted);
            let others: BTreeSet<&EntityId> = facts.map(|(_, other)| &other.id).collect();
            Listed {
                id: node.id.clone(),
                label: node.label.clone(),
                entity_type: node.entity_type.as_str().to_owned(),
                degree: others.len(),
                articles: documents.len(),
                dates: dates.clone().min().zip(dates.max()),
            }
        })
        .collect()
}

//! Everything about one thing.

use super::occasions::{Occasion, occasions_of, order};
use super::office::{Office, offices_of};
use crate::graph::{DocumentInfo, KnowledgeGraph, Node};
use crate::ids::EntityId;
use crate::ontology::RelationType;

/// Everything about one thing.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Profile<'g> {
    /// The thing, with its names and mentions.
    pub node: &'g Node,
    /// The offices of a person, present ones first.
    pub offices: Vec<Office<'g>>,
    /// What happened, by kind; kinds without anything are left out.
    pub sections: Vec<(Section, Vec<Occasion<'g>>)>,
    /// The documents that mention it, ordered by date (undated last) and id.
    pub documents: Vec<&'g DocumentInfo>,
}

impl<'g> Profile<'g> {
    /// The profile of a thing about which nothing is told.
    #[must_use]
    pub fn empty(node: &'g Node) -> Self {
        Self { node, offices: Vec::new(), sections: Vec::new(), documents: Vec::new() }
    }

    /// All that happened, offices first.
    pub fn occasions(&self) -> impl Iterator<Item = &Occasion<'g>> {
        let offices = self.offices.iter().map(|office| &office.occasion);
        offices.chain(self.sections.iter().flat_map(|(_, occasions)| occasions))
    }
}

/// A kind of things that a profile tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Who holds an office in it.
    People,
    /// What it belongs to, and what belongs to it.
    Bodies,
    /// Whom it met.
    Meetings,
    /// Who visited whom.
    Visits,
    /// Whom it supports, opposes or works with.
    Stances,
    /// Training, pledges and agreements.
    Deeds,
    /// Events that it attended or where they were held.
    Events,
    /// What it manages.
    Programmes,
    /// Everything else.
    Other,
}

impl Section {
    /// The section of a relation.
    fn of(relation: RelationType) -> Self {
        match relation {
            RelationType::AFFILIATED_WITH => Self::People,
            RelationType::PART_OF => Self::Bodies,
            RelationType::MET => Self::Meetings,
            RelationType::VISITED => Self::Visits,
            RelationType::SUPPORTS | RelationType::OPPOSES | RelationType::COOPERATES_WITH => Self::Stances,
            RelationType::TRAINED | RelationType::PLEDGED | RelationType::AGREED_WITH => Self::Deeds,
            RelationType::ATTENDED | RelationType::HELD_IN => Self::Events,
            RelationType::MANAGES => Self::Programmes,
            _ => Self::Other,
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Bodies => "Parts and wholes",
            Self::Meetings => "Meetings",
            Self::Visits => "Visits",
            Self::Stances => "Stances",
            Self::Deeds => "Training, pledges and agreements",
            Self::Events => "Events",
            Self::Programmes => "Programmes and institutions",
            Self::Other => "Other relations",
        }
    }
}

/// Everything about the thing with this id; none if the graph lacks it. Edges to its offices are told as offices.
#[must_use]
pub fn profile<'g>(graph: &'g KnowledgeGraph, id: &EntityId) -> Option<Profile<'g>> {
    let node = graph.node(id)?;
    let mut told: Vec<(Section, Occasion<'g>)> = Vec::new();
    for (source, edge, target) in graph.edges().filter(|(source, _, target)| source.id == *id || target.id == *id) {
        if source.id == *id && edge.relation == RelationType::AFFILIATED_WITH && edge.status.as_str() == "asserted" {
            continue;
        }
        let section = Section::of(edge.relation);
        told.extend(occasions_of(graph, source, edge, target).into_iter().map(|occasion| (section, occasion)));
    }
    told.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| order(&a.1).cmp(&order(&b.1))));
    let mut sections: Vec<(Section, Vec<Occasion<'g>>)> = Vec::new();
    for (section, occasion) in told {
        match sections.last_mut() {
            Some((last, occasions)) if *last == section => occasions.push(occasion),
            _ => sections.push((section, vec![occasion])),
        }
    }
    let mut documents: Vec<&DocumentInfo> =
        node.mentions.iter().filter_map(|quote| graph.document(&quote.document)).collect();
    documents.sort_by(|a, b| (a.date.is_none(), a.date, &a.id).cmp(&(b.date.is_none(), b.date, &b.id)));
    documents.dedup_by(|a, b| a.id == b.id);
    Some(Profile { node, offices: offices_of(graph, id), sections, documents })
}

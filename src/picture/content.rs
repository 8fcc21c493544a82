//! Chooses what a picture shows: everything, or of a large graph what is most linked.
//!
//! Relations of one pair are one line. If there is too much for a picture, things whose only relation is with one and
//! the same thing are collapsed into a count, and then what is linked least is left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::clustering::Groups;
use crate::graph::{Edge, KnowledgeGraph, Node};
use crate::ontology::EntityType;

/// The most boxes of a picture that one can read.
const MOST_THINGS: usize = 140;
/// The most lines.
const MOST_LINES: usize = 150;
/// The most boxes that are all connected.
const MOST_CONNECTED: usize = crate::layout::MOST_IN_COLUMNS;
/// So many things with only one and the same neighbor are collapsed.
const FEWEST_COLLAPSED: usize = 3;

/// An edge with its source and target.
pub(crate) type Relation<'g> = (&'g Node, &'g Edge, &'g Node);

/// What one box shows.
#[derive(Debug, Clone)]
pub(crate) enum Thing<'g> {
    One(&'g Node),
    /// Things of one type with the same only neighbor.
    Several(EntityType, Vec<&'g Node>),
}

/// What one line shows: all relations between two boxes.
#[derive(Debug, Clone)]
pub(crate) struct Line<'g> {
    /// Places in [`Content::things`].
    pub(crate) ends: [usize; 2],
    pub(crate) relations: Vec<Relation<'g>>,
    /// The things in the first box.
    first: Vec<&'g Node>,
}

impl Line<'_> {
    /// Whether the source of a relation is in the first box.
    pub(crate) fn is_from_first(&self, source: &Node) -> bool {
        self.first.iter().any(|node| node.id == source.id)
    }
}

/// What a picture shows.
#[derive(Debug, Clone)]
pub(crate) struct Content<'g> {
    pub(crate) things: Vec<Thing<'g>>,
    pub(crate) lines: Vec<Line<'g>>,
    /// Things with relations, shown or not, and those without any.
    pub(crate) related: usize,
    pub(crate) unrelated: usize,
    /// All relations, shown or not.
    pub(crate) relations: usize,
}

impl<'g> Thing<'g> {
    pub(crate) fn entity_type(&self) -> EntityType {
        match self {
            Self::One(node) => node.entity_type,
            Self::Several(entity_type, _) => *entity_type,
        }
    }

    fn nodes(&self) -> &[&'g Node] {
        match self {
            Self::One(node) => std::slice::from_ref(node),
            Self::Several(_, nodes) => nodes,
        }
    }
}

impl<'g> Content<'g> {
    /// Everything that has relations.
    pub(crate) fn all(graph: &'g KnowledgeGraph) -> Self {
        let mut places = BTreeMap::new();
        let relations: Vec<Relation> = graph.edges().filter(|(source, _, target)| source.id != target.id).collect();
        for (source, _, target) in &relations {
            places.insert(&source.id, *source);
            places.insert(&target.id, *target);
        }
        let things: Vec<Thing> = places.values().map(|node| Thing::One(node)).collect();
        let related = things.len();
        let mut content = Self {
            things,
            lines: Vec::new(),
            related,
            unrelated: graph.nodes().count() - related,
            relations: relations.len(),
        };
        content.lines = lines_between(&content.things, &relations);
        content
    }

    /// What fits a picture that one can read.
    pub(crate) fn readable(graph: &'g KnowledgeGraph) -> Self {
        let all = Self::all(graph);
        if all.is_readable() {
            return all;
        }
        let collapsed = all.with_leaves_collapsed();
        if collapsed.is_readable() { collapsed } else { collapsed.most_linked() }
    }

    /// Relations that lines show.
    pub(crate) fn shown_relations(&self) -> usize {
        self.lines.iter().map(|line| line.relations.len()).sum()
    }

    /// Things that boxes show.
    pub(crate) fn shown_things(&self) -> usize {
        self.things.iter().map(|thing| thing.nodes().len()).sum()
    }

    /// The number of lines at each box.
    pub(crate) fn degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.things.len()];
        self.lines.iter().flat_map(|line| line.ends).for_each(|end| degrees[end] += 1);
        degrees
    }

    fn is_readable(&self) -> bool {
        self.things.len() <= MOST_THINGS && self.lines.len() <= MOST_LINES && self.largest_part() <= MOST_CONNECTED
    }

    fn largest_part(&self) -> usize {
        let mut parts = Groups::new(self.things.len());
        for line in &self.lines {
            parts.join(line.ends[0], line.ends[1], |_, _| false);
        }
        parts.all().map(<[usize]>::len).max().unwrap_or_default()
    }

    /// Collapses things whose only neighbor is the same and has others, too.
    fn with_leaves_collapsed(self) -> Self {
        let degrees = self.degrees();
        let mut groups: BTreeMap<(usize, EntityType), Vec<&Node>> = BTreeMap::new();
        for [a, b] in self.lines.iter().map(|line| line.ends) {
            for (leaf, hub) in [(a, b), (b, a)] {
                if degrees[leaf] == 1 && degrees[hub] > FEWEST_COLLAPSED {
                    let thing = &self.things[leaf];
                    groups.entry((hub, thing.entity_type())).or_default().extend(thing.nodes());
                }
            }
        }
        groups.retain(|_, nodes| nodes.len() >= FEWEST_COLLAPSED);
        let collapsed: BTreeSet<_> = groups.values().flatten().map(|node| &node.id).collect();
        let relations: Vec<Relation> = self.lines.iter().flat_map(|line| line.relations.clone()).collect();
        let kept = self.things.iter().filter(|thing| !thing.nodes().iter().any(|node| collapsed.contains(&node.id)));
        let mut things: Vec<Thing> = kept.cloned().collect();
        things.extend(groups.into_iter().map(|((_, entity_type), nodes)| Thing::Several(entity_type, nodes)));
        let lines = lines_between(&things, &relations);
        Self { things, lines, ..self }
    }

    /// As many of the most linked things as one can read.
    fn most_linked(self) -> Self {
        let degrees = self.degrees();
        let mut order: Vec<usize> = (0..self.things.len()).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(degrees[at]), at));
        (1..=MOST_THINGS * 2)
            .map_while(|count| {
                let kept = self.only(&order[..count.min(order.len())]);
                (count <= order.len() && kept.is_readable()).then_some(kept)
            })
            .last()
            .unwrap_or(self)
    }

    /// These things, without those that have no relation to any other of them.
    fn only(&self, places: &[usize]) -> Self {
        let wanted: BTreeSet<usize> = places.iter().copied().collect();
        let lines = self.lines.iter().filter(|line| line.ends.iter().all(|end| wanted.contains(end)));
        let lines: Vec<&Line> = lines.collect();
        let linked: BTreeSet<usize> = lines.iter().flat_map(|line| line.ends).collect();
        let new: BTreeMap<usize, usize> = linked.iter().enumerate().map(|(new, &old)| (old, new)).collect();
        let moved = |line: &&Line<'g>| Line { ends: line.ends.map(|end| new[&end]), ..(*line).clone() };
        Self {
            things: linked.iter().map(|&at| self.things[at].clone()).collect(),
            lines: lines.iter().map(moved).collect(),
            ..*self
        }
    }
}

/// One line for each pair of things with relations, ordered by the pair.
fn lines_between<'g>(things: &[Thing<'g>], relations: &[Relation<'g>]) -> Vec<Line<'g>> {
    let places: BTreeMap<_, usize> = things
        .iter()
        .enumerate()
        .flat_map(|(at, thing)| thing.nodes().iter().map(move |node| (&node.id, at)))
        .collect();
    let mut lines: BTreeMap<[usize; 2], Vec<Relation>> = BTreeMap::new();
    for &relation in relations {
        let (source, _, target) = relation;
        if let (Some(&a), Some(&b)) = (places.get(&source.id), places.get(&target.id))
            && a != b
        {
            lines.entry([a.min(b), a.max(b)]).or_default().push(relation);
        }
    }
    let line = |(ends, relations): ([usize; 2], _)| Line { ends, relations, first: things[ends[0]].nodes().to_vec() };
    lines.into_iter().map(line).collect()
}

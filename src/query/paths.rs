//! How two things are connected.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::knowledge::{Knowledge, Tie, common_ground};
use super::query_error::QueryError;
use crate::ids::EntityId;
use crate::ontology::RelationType;
use crate::relation::Status;

/// Which chains count as connections.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// At most this many steps.
    pub steps: usize,
    /// At most this many chains.
    pub count: usize,
    /// Only edges of these statuses.
    pub statuses: BTreeSet<Status>,
    /// Only edges of these relations, by name; all if empty.
    pub relations: BTreeSet<String>,
    /// What may stand in between though it joins everybody: types ("country", "place") and relations ("part_of").
    pub through: BTreeSet<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            steps: 4,
            count: 3,
            statuses: BTreeSet::from([Status::Asserted]),
            relations: BTreeSet::new(),
            through: BTreeSet::new(),
        }
    }
}

/// A chain of things, each joined to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chain {
    /// The things from one end to the other; at least two.
    pub things: Vec<EntityId>,
}

/// A chain may pass the same thing in at most this many of the chains that are looked at, which bounds the work.
const MAX_PASSES: usize = 8;

/// The shortest and next-shortest chains between two things, shortest first; none if they are not connected.
///
/// A step through a thing costs more, the more others it is joined to. Countries, places and the relation `part_of` are
/// no steps on the way unless `limits` allows them: two people are not connected because both are from Kenya.
///
/// # Errors
/// [`QueryError`], if the project cannot be read.
///
/// # Complexity
/// The edges of all things within half of the steps from either end.
pub fn chains(
    knowledge: &Knowledge<'_>,
    one: &EntityId,
    other: &EntityId,
    limits: &Limits,
) -> Result<Vec<Chain>, QueryError> {
    let mut web = Web {
        knowledge,
        limits,
        ends: [one, other],
        ties: BTreeMap::new(),
        rims: [[one.clone()].into(), [other.clone()].into()],
    };
    let mut found: Vec<Chain> = Vec::new();
    for steps in 1..=limits.steps {
        // The two sides grow in turn, so that chains of `steps` steps meet in the middle.
        web.grow(steps % 2)?;
        let enough = found.first().is_some_and(|best| best.things.len() <= steps);
        found = web.chains(steps);
        if found.len() >= limits.count || (enough && !found.is_empty()) {
            break;
        }
    }
    Ok(found)
}

/// What is known so far of the things around both ends.
struct Web<'a> {
    knowledge: &'a Knowledge<'a>,
    limits: &'a Limits,
    ends: [&'a EntityId; 2],
    /// The neighbors of the things whose edges were read.
    ties: BTreeMap<EntityId, BTreeSet<EntityId>>,
    /// The things on either side whose edges are to be read next.
    rims: [BTreeSet<EntityId>; 2],
}

impl Web<'_> {
    /// Reads the edges of the rim of one side.
    fn grow(&mut self, side: usize) -> Result<(), QueryError> {
        let mut next = BTreeSet::new();
        for thing in std::mem::take(&mut self.rims[side]) {
            if !self.ties.contains_key(&thing) {
                let ties = self.knowledge.ties_of(&thing)?;
                let neighbors: BTreeSet<EntityId> =
                    ties.into_iter().filter(|tie| self.is_step(&thing, tie)).map(|tie| tie.other).collect();
                self.ties.insert(thing.clone(), neighbors);
            }
            next.extend(self.ties[&thing].iter().filter(|other| !self.ties.contains_key(*other)).cloned());
        }
        self.rims[side] = next;
        Ok(())
    }

    /// Whether an edge of `thing` may be a step of a chain.
    fn is_step(&self, thing: &EntityId, tie: &Tie) -> bool {
        let Limits { statuses, relations, through, .. } = self.limits;
        let relation = tie.relation.as_str();
        let is_allowed = |name: &str| through.contains(name);
        let is_end = |id: &EntityId| self.ends.contains(&id);
        // The last step may be of any kind if it joins both ends.
        let joins_ends = is_end(thing) && is_end(&tie.other);
        statuses.contains(&tie.status)
            && (relations.is_empty() || relations.contains(relation))
            && (relation != RelationType::PART_OF.as_str() || is_allowed(relation) || joins_ends)
            && (is_end(&tie.other) || !common_ground().contains(tie.other_type.as_str()) || is_allowed(&tie.other_type))
    }

    /// The cheapest chains of at most `steps` steps within what was read, cheapest first.
    fn chains(&self, steps: usize) -> Vec<Chain> {
        let neighbors = self.neighbors();
        let mut found = Vec::new();
        let mut passes: BTreeMap<&EntityId, usize> = BTreeMap::new();
        let mut heap = BinaryHeap::from([Reverse((0_u64, vec![self.ends[0]]))]);
        while let Some(Reverse((cost, chain))) = heap.pop() {
            let last = *chain.last().expect("a chain begins with an end");
            if last == self.ends[1] {
                found.push(Chain { things: chain.into_iter().cloned().collect() });
                if found.len() == self.limits.count {
                    break;
                }
                continue;
            }
            let passed = passes.entry(last).or_default();
            *passed += 1;
            if chain.len() > steps || *passed > MAX_PASSES * self.limits.count {
                continue;
            }
            for &next in neighbors.get(last).into_iter().flatten().filter(|next| !chain.contains(next)) {
                let toll = if next == self.ends[1] { 0 } else { toll(neighbors.get(next).map_or(1, BTreeSet::len)) };
                heap.push(Reverse((cost + STEP + toll, [chain.as_slice(), &[next]].concat())));
            }
        }
        found
    }

    /// The neighbors of all things, known from either end of an edge.
    fn neighbors(&self) -> BTreeMap<&EntityId, BTreeSet<&EntityId>> {
        let mut neighbors: BTreeMap<&EntityId, BTreeSet<&EntityId>> = BTreeMap::new();
        for (thing, others) in &self.ties {
            for other in others {
                neighbors.entry(thing).or_default().insert(other);
                neighbors.entry(other).or_default().insert(thing);
            }
        }
        neighbors
    }
}

/// The cost of a step.
const STEP: u64 = 1_000;

/// The cost of passing a thing with so many neighbors: nothing for up to eight, then a quarter of a step for each doubling,
/// so that a detour of one step around a thing with 128 neighbors is as good as the way through it.
fn toll(neighbors: usize) -> u64 {
    u64::from((neighbors.max(8) / 8).ilog2()) * STEP / 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::graph::KnowledgeGraph;
    use crate::pipeline::{Settings, build};

    fn graph(text: &str) -> KnowledgeGraph {
        build([Document::from_text("a", text)], &Settings::default()).graph
    }

    fn told(text: &str, one: &str, other: &str, limits: &Limits) -> Vec<String> {
        let knowledge = Knowledge::from(graph(text));
        let found = chains(&knowledge, &one.into(), &other.into(), limits).unwrap();
        let ids = |chain: &Chain| chain.things.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(" ");
        found.iter().map(ids).collect()
    }

    const TEXT: &str = "Minister Moana Tui met President Tika Oli in Lima. President Tika Oli met Minister Kaarel Tammsoo. \
        Minister Kaarel Tammsoo met President Rosa Quispe. Moana Tui visited Peru. Rosa Quispe visited Peru.";

    #[test]
    fn chains_are_found_and_countries_join_nobody() {
        let found = told(TEXT, "person/moana-tui", "person/rosa-quispe", &Limits::default());
        assert_eq!(found, ["person/moana-tui person/tika-oli person/kaarel-tammsoo person/rosa-quispe"]);
        let limits = Limits { through: BTreeSet::from(["country".to_owned()]), ..Limits::default() };
        let found = told(TEXT, "person/moana-tui", "person/rosa-quispe", &limits);
        assert_eq!(found[0], "person/moana-tui country/peru person/rosa-quispe");
    }

    #[test]
    fn plans_connect_nobody_unless_asked_for() {
        let text = "Minister Moana Tui will meet President Tika Oli.";
        assert!(told(text, "person/moana-tui", "person/tika-oli", &Limits::default()).is_empty());
        let limits = Limits { statuses: BTreeSet::from([Status::Planned]), ..Limits::default() };
        assert_eq!(told(text, "person/moana-tui", "person/tika-oli", &limits).len(), 1);
    }
}

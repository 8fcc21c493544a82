//! Groups sketches that are near each other.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use super::sketch::Sketch;

/// Indices of the pairs of `sketches` that are near and share a band. Of equal sketches only the first is paired with
/// others, so that a thousand copies of one article cost a thousand steps and not a million.
fn near_pairs(sketches: &[Sketch]) -> BTreeSet<(usize, usize)> {
    let mut first_of: BTreeMap<&Sketch, usize> = BTreeMap::new();
    let (mut filed, mut pairs) = (Vec::new(), BTreeSet::new());
    for (at, sketch) in sketches.iter().enumerate().filter(|(_, sketch)| !sketch.is_empty()) {
        if let Some(&first) = first_of.get(sketch) {
            pairs.insert((first, at));
        } else {
            first_of.insert(sketch, at);
            filed.extend(sketch.bands().into_iter().map(|band| (band, at)));
        }
    }
    filed.sort_unstable();
    for together in filed.chunk_by(|(band, _), (other, _)| band == other) {
        for (nth, &(_, first)) in together.iter().enumerate() {
            let others = together[nth + 1..].iter().map(|&(_, second)| second);
            let near = others.filter(|&second| sketches[first].is_near(&sketches[second]));
            pairs.extend(near.map(|second| (first, second)));
        }
    }
    pairs
}

/// The groups of two or more that `pairs` form among `count` indices; each sorted, ordered by first member.
pub(super) fn groups(count: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut union = UnionFind::<usize>::new(count);
    for (first, second) in pairs {
        union.union(first, second);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, group) in union.into_labeling().into_iter().enumerate() {
        members.entry(group).or_default().push(at);
    }
    let mut groups: Vec<Vec<usize>> = members.into_values().filter(|group| group.len() > 1).collect();
    groups.sort();
    groups
}

/// The groups of copies, as indices of `sketches`: groups of two or more, each sorted, ordered by first member. The
/// grouping does not depend on the order of the sketches.
///
/// # Complexity
/// Near-linear in the number of sketches; quadratic in the number of wordings of one article.
#[must_use]
pub fn near_duplicates(sketches: &[Sketch]) -> Vec<Vec<usize>> {
    groups(sketches.len(), near_pairs(sketches))
}

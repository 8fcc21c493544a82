//! Articles in, groups of those that are one article out: one that several outlets print is counted once.
//!
//! A [`Sketch`] stands for the wording of an article; two articles whose sketches are near ([`Sketch::is_near`]) are
//! one, and so are those that a chain of near ones joins. [`near_duplicates`] finds the groups of many sketches at
//! once. A store finds the partners of a new article by its [`Sketch::bands`], keeps the near pairs, and makes
//! [`Duplicates::of_pairs`] of them; both ways lead to the same groups.

mod sketch;

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;
use rayon::prelude::*;

pub use sketch::Sketch;

use crate::ids::DocumentId;
use crate::record::{DocumentInfo, DocumentRecord};

/// Pairs of `sketches` that are near and share a band, as indices; of equal sketches only the first is paired with
/// others, so that an article in a thousand copies costs a thousand steps and not a million.
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

/// The groups of `count` things that pairs join: those of two or more, each sorted, ordered by their first.
fn groups(count: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
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

/// The groups of articles that are one, as indices of `sketches`: those of two or more, each sorted, ordered by their
/// first. Which articles are together does not depend on their order.
///
/// # Complexity
/// Near-linear in the number of sketches; quadratic in the number of wordings of one article.
#[must_use]
pub fn near_duplicates(sketches: &[Sketch]) -> Vec<Vec<usize>> {
    groups(sketches.len(), near_pairs(sketches))
}

/// Which documents are the same article.
///
/// The first of a group is the one with the earliest date (undated ones last), and of these the one with the smallest
/// id; it stands for the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// For each document that is the same as an earlier one, the first.
    first_of: BTreeMap<DocumentId, DocumentId>,
}

impl Duplicates {
    /// The same articles among these documents.
    ///
    /// # Complexity
    /// As [`near_duplicates`].
    #[must_use]
    pub fn among(records: &[DocumentRecord]) -> Self {
        let sketches: Vec<Sketch> = records.par_iter().map(|record| Sketch::of(&record.text)).collect();
        let info = |at: usize| &records[at].info;
        near_duplicates(&sketches).into_iter().flat_map(|group| firsts(group.into_iter().map(info).collect())).collect()
    }

    /// The same articles, where `pairs` are all near pairs of the documents, in any order and direction. Pairs with
    /// documents that are not among `documents` say nothing.
    ///
    /// # Complexity
    /// O((n + p) log n) for n documents and p pairs.
    #[must_use]
    pub fn of_pairs<'a>(
        documents: impl IntoIterator<Item = &'a DocumentInfo>,
        pairs: impl IntoIterator<Item = (DocumentId, DocumentId)>,
    ) -> Self {
        let documents: Vec<&DocumentInfo> = documents.into_iter().collect();
        let index_of: BTreeMap<&DocumentId, usize> =
            documents.iter().enumerate().map(|(at, info)| (&info.id, at)).collect();
        let known = pairs.into_iter().filter_map(|(a, b)| Some((*index_of.get(&a)?, *index_of.get(&b)?)));
        let groups = groups(documents.len(), known);
        groups.into_iter().flat_map(|group| firsts(group.into_iter().map(|at| documents[at]).collect())).collect()
    }

    /// The document that stands for this one, unless it is the first of its group or alone.
    #[must_use]
    pub fn first_of(&self, document: &DocumentId) -> Option<&DocumentId> {
        self.first_of.get(document)
    }

    /// The document that stands for this one, itself if it is the first of its group or alone.
    #[must_use]
    pub fn representative<'a>(&'a self, document: &'a DocumentId) -> &'a DocumentId {
        self.first_of(document).unwrap_or(document)
    }

    /// Whether no two documents are the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first_of.is_empty()
    }
}

impl FromIterator<(DocumentId, DocumentId)> for Duplicates {
    /// Of documents, each with the first of its group.
    fn from_iter<T: IntoIterator<Item = (DocumentId, DocumentId)>>(pairs: T) -> Self {
        Self { first_of: pairs.into_iter().collect() }
    }
}

/// What orders the documents of a group: its least is the first.
pub(crate) fn precedence(info: &DocumentInfo) -> impl Ord + '_ {
    (info.date.is_none(), info.date, &info.id)
}

/// Each member of a group but the first, with the first.
fn firsts(mut group: Vec<&DocumentInfo>) -> Vec<(DocumentId, DocumentId)> {
    group.sort_by(|a, b| precedence(a).cmp(&precedence(b)));
    let Some((first, others)) = group.split_first() else { return Vec::new() };
    others.iter().map(|other| (other.id.clone(), first.id.clone())).collect()
}

#[cfg(test)]
mod tests;

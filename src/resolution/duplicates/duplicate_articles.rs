//! Documents that are copies of one article.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::near_duplicates::{groups, near_duplicates};
use super::sketch::Sketch;
use crate::ids::DocumentId;
use crate::record::{DocumentInfo, DocumentRecord};

/// Documents that are copies of one article.
///
/// The first document of a group represents the others: the one with the earliest date (undated ones last) and, among
/// these, the smallest id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// For each document that is a copy, the first document of its group.
    pub(super) first_of: BTreeMap<DocumentId, DocumentId>,
}

impl Duplicates {
    /// The copies among these documents.
    ///
    /// # Complexity
    /// As [`near_duplicates`].
    #[must_use]
    pub fn among(records: &[DocumentRecord]) -> Self {
        let sketches: Vec<Sketch> = records.par_iter().map(|record| Sketch::of(&record.text)).collect();
        Self::of_sketches(&sketches, |at| &records[at].info)
    }

    /// The copies among the documents with these sketches.
    pub(crate) fn of_sketches<'a>(sketches: &[Sketch], info: impl Fn(usize) -> &'a DocumentInfo) -> Self {
        near_duplicates(sketches).into_iter().flat_map(|group| firsts(group.into_iter().map(&info).collect())).collect()
    }

    /// The documents that are copies or have some, in no particular order.
    #[cfg(feature = "sqlite")]
    pub(crate) fn documents(&self) -> impl Iterator<Item = &DocumentId> {
        self.first_of.iter().flat_map(|(copy, first)| [copy, first])
    }

    /// The copies among these documents, where `pairs` are all near pairs, in any order and direction. Pairs with other
    /// documents are ignored.
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

    /// The document that represents this one; `None` if it is the first of its group or has no copies.
    #[must_use]
    pub fn first_of(&self, document: &DocumentId) -> Option<&DocumentId> {
        self.first_of.get(document)
    }

    /// The document that represents this one, which may be itself.
    #[must_use]
    pub fn representative<'a>(&'a self, document: &'a DocumentId) -> &'a DocumentId {
        self.first_of(document).unwrap_or(document)
    }

    /// Whether no document is a copy.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first_of.is_empty()
    }
}

impl FromIterator<(DocumentId, DocumentId)> for Duplicates {
    /// Takes pairs of a copy and the first document of its group.
    fn from_iter<T: IntoIterator<Item = (DocumentId, DocumentId)>>(pairs: T) -> Self {
        Self { first_of: pairs.into_iter().collect() }
    }
}

/// A sort key for the documents of a group; the smallest is the first document.
pub(crate) fn precedence(info: &DocumentInfo) -> impl Ord + '_ {
    (info.date.is_none(), info.date, &info.id)
}

/// Every member of a group except the first, with the first.
fn firsts(mut group: Vec<&DocumentInfo>) -> Vec<(DocumentId, DocumentId)> {
    group.sort_by(|a, b| precedence(a).cmp(&precedence(b)));
    let Some((first, others)) = group.split_first() else { return Vec::new() };
    others.iter().map(|other| (other.id.clone(), first.id.clone())).collect()
}

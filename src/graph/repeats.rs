//! Evidence in, evidence without repeats out: what several outlets print of one article is said once.

use std::collections::BTreeMap;

use super::edges::EdgeDraft;
use super::{DocumentInfo, Evidence};
use crate::ids::DocumentId;
use crate::record::DocumentRecord;
use crate::resolution::{Duplicates, precedence};
use crate::text::fold;

/// Keeps of each sentence that several copies of an article have that of the first of them, and notes the others in
/// it.
///
/// `records` must be ordered by document id.
pub(super) fn count_once<'d>(
    drafts: impl Iterator<Item = &'d mut EdgeDraft>,
    records: &[DocumentRecord],
    duplicates: &Duplicates,
) {
    if duplicates.is_empty() {
        return;
    }
    let mut drafts: Vec<&mut EdgeDraft> = drafts.collect();
    let mut copies = Copies { records, duplicates, same: BTreeMap::new() };
    for draft in &mut drafts {
        copies.drop_from(&mut draft.evidence);
    }
    // A copy may state an edge that the first article does not; it still tells of the same event.
    for evidence in drafts.into_iter().flat_map(|draft| &mut draft.evidence) {
        while let Some(first) = copies.same.get(&evidence.occurrence) {
            evidence.occurrence.clone_from(first);
        }
    }
}

struct Copies<'a> {
    records: &'a [DocumentRecord],
    duplicates: &'a Duplicates,
    /// Occurrences of copies, with that of an earlier article. None leads back to itself: each goes to a document that
    /// precedes its own.
    same: BTreeMap<String, String>,
}

impl Copies<'_> {
    fn drop_from(&mut self, evidence: &mut Vec<Evidence>) {
        let mut said: BTreeMap<(DocumentId, String), Vec<usize>> = BTreeMap::new();
        for (at, evidence) in evidence.iter().enumerate() {
            let article = self.duplicates.representative(&evidence.quote.document).clone();
            said.entry((article, fold(&evidence.quote.text))).or_default().push(at);
        }
        let mut is_kept = vec![true; evidence.len()];
        for places in said.into_values().filter(|places| places.len() > 1) {
            let of = |at: usize| &evidence[at].quote.document;
            let mut documents: Vec<DocumentId> = places.iter().map(|&at| of(at).clone()).collect();
            documents.sort_by(|a, b| precedence(self.info(a)).cmp(&precedence(self.info(b))));
            documents.dedup();
            let first = documents.remove(0);
            let (kept, dropped): (Vec<usize>, Vec<usize>) = places.into_iter().partition(|&at| *of(at) == first);
            for at in dropped {
                is_kept[at] = false;
                let ours = evidence[kept[0]].occurrence.clone();
                self.same.entry(evidence[at].occurrence.clone()).or_insert(ours);
            }
            documents.sort();
            for at in kept {
                evidence[at].also_in.clone_from(&documents);
            }
        }
        let mut is_kept = is_kept.into_iter();
        evidence.retain(|_| is_kept.next().unwrap_or(true));
    }

    fn info(&self, document: &DocumentId) -> &DocumentInfo {
        let at = self.records.binary_search_by(|record| record.info.id.cmp(document));
        &self.records[at.expect("evidence is from one of the records")].info
    }
}

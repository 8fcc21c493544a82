//! Evidence in, evidence without repeats out: what several outlets print of one article is said once.

use std::collections::BTreeMap;

use super::edge_drafts::{EdgeDraft, Told};
use crate::ids::DocumentId;
use crate::record::{DocumentInfo, DocumentRecord};
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
        copies.drop_from(&mut draft.told);
    }
    // A copy may state an edge that the first article does not; it still tells of the same event.
    for evidence in drafts.into_iter().flat_map(|draft| &mut draft.told).map(|told| &mut told.evidence) {
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
    fn drop_from(&mut self, told: &mut Vec<Told>) {
        let mut is_kept = vec![true; told.len()];
        for places in self.said_by_several(told) {
            let of = |at: usize| &told[at].evidence.quote.document;
            let mut documents: Vec<DocumentId> = places.iter().map(|&at| of(at).clone()).collect();
            documents.sort_by(|a, b| precedence(self.info(a)).cmp(&precedence(self.info(b))));
            documents.dedup();
            let first = documents.remove(0);
            let (kept, dropped): (Vec<usize>, Vec<usize>) = places.into_iter().partition(|&at| *of(at) == first);
            for at in dropped {
                is_kept[at] = false;
                let ours = told[kept[0]].evidence.occurrence.clone();
                self.same.entry(told[at].evidence.occurrence.clone()).or_insert(ours);
            }
            documents.sort();
            for at in kept {
                told[at].evidence.also_in.clone_from(&documents);
            }
        }
        let mut is_kept = is_kept.into_iter();
        told.retain(|_| is_kept.next().unwrap_or(true));
    }

    /// The places in `told` of each sentence of an article of which several copies have evidence.
    fn said_by_several(&self, told: &[Told]) -> Vec<Vec<usize>> {
        let mut of_article: BTreeMap<&DocumentId, Vec<usize>> = BTreeMap::new();
        for (at, told) in told.iter().enumerate() {
            of_article.entry(self.duplicates.representative(&told.evidence.quote.document)).or_default().push(at);
        }
        let document = |at: &usize| &told[*at].evidence.quote.document;
        of_article.retain(|_, places| places.iter().any(|at| document(at) != document(&places[0])));
        let mut said: BTreeMap<(&DocumentId, String), Vec<usize>> = BTreeMap::new();
        for (article, places) in of_article {
            for at in places {
                said.entry((article, fold(&told[at].evidence.quote.text))).or_default().push(at);
            }
        }
        said.into_values().filter(|places| places.len() > 1).collect()
    }

    fn info(&self, document: &DocumentId) -> &DocumentInfo {
        let at = self.records.binary_search_by(|record| record.info.id.cmp(document));
        &self.records[at.expect("evidence is from one of the records")].info
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::graph::evidence::{Evidence, Quote};
    use crate::graph::topic::Topic;
    use crate::relation::Status;
    use crate::span::Span;

    fn record(id: &str) -> DocumentRecord {
        let info = DocumentInfo::from(&Document::from_text(id, "Moana Tui met Tika Oli in Lima."));
        let (mentions, chains, statements, plurals) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        DocumentRecord { info, text: String::new(), mentions, chains, statements, plurals }
    }

    fn evidence(document: &str, start: usize, text: &str) -> Evidence {
        Evidence {
            quote: Quote { document: document.into(), span: Span::new(start, start + text.len()), text: text.into() },
            rule: "met-verb".into(),
            status: Status::Asserted,
            date: None,
            time: None,
            place: None,
            speaker: None,
            path: String::new(),
            occurrence: format!("{document}#{start}"),
            roles: BTreeMap::new(),
            also_in: Vec::new(),
            confidence: 0.9,
        }
    }

    fn draft(evidence: Vec<Evidence>) -> EdgeDraft {
        let mut draft = EdgeDraft::default();
        draft.told.extend(evidence.into_iter().map(|evidence| Told { evidence, topic: Topic::default() }));
        draft
    }

    #[test]
    fn what_only_a_copy_states_is_of_the_event_of_the_first() {
        let sentence = "Moana Tui met Tika Oli in Lima.";
        let both = vec![evidence("a", 10, sentence), evidence("b", 30, "MOANA TUI met Tika Oli in Lima")];
        let mut drafts = [draft(both), draft(vec![evidence("b", 30, sentence)])];
        let duplicates = Duplicates::from_iter([("b".into(), "a".into())]);
        count_once(drafts.iter_mut(), &[record("a"), record("b")], &duplicates);
        let of = |draft: &EdgeDraft| -> Vec<String> {
            draft.evidence().map(|evidence| format!("{} {:?}", evidence.occurrence, evidence.also_in)).collect()
        };
        assert_eq!(of(&drafts[0]), ["a#10 [DocumentId(\"b\")]"]);
        assert_eq!(of(&drafts[1]), ["a#10 []"], "and its own evidence is kept");
    }

    #[test]
    fn a_sentence_that_one_article_repeats_is_left_as_it_is() {
        let sentence = "Moana Tui met Tika Oli in Lima.";
        let all = [evidence("a", 10, sentence), evidence("a", 90, sentence), evidence("c", 10, sentence)];
        let mut drafts = [draft(all.to_vec())];
        let duplicates = Duplicates::from_iter([("b".into(), "a".into())]);
        count_once(drafts.iter_mut(), &["a", "b", "c"].map(record), &duplicates);
        assert!(drafts[0].evidence().eq(&all));
    }
}

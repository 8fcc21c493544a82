//! Counts a sentence once that several outlets print from one article.

use std::collections::BTreeMap;

use super::edge_drafts::{Cited, EdgeDraft};
use crate::ids::DocumentId;
use crate::record::DocumentInfo;
use crate::resolution::{Duplicates, precedence};
use crate::text::fold;

/// Of each sentence that several copies of an article contain, keeps the one of the first copy and notes there the
/// documents of the others.
///
/// `documents` must be ordered by id.
pub(super) fn count_once<'d>(
    drafts: impl Iterator<Item = &'d mut EdgeDraft>,
    documents: &[DocumentInfo],
    duplicates: &Duplicates,
) {
    if duplicates.is_empty() {
        return;
    }
    let mut drafts: Vec<&mut EdgeDraft> = drafts.collect();
    let mut copies = Copies { documents, duplicates, same: BTreeMap::new() };
    for draft in &mut drafts {
        copies.drop_from(&mut draft.cited);
    }
    // A copy may state an edge that the first article does not state; it is still about the same event.
    for evidence in drafts.into_iter().flat_map(EdgeDraft::evidence_mut) {
        while let Some(first) = copies.same.get(&evidence.occurrence) {
            evidence.occurrence.clone_from(first);
        }
    }
}

struct Copies<'a> {
    documents: &'a [DocumentInfo],
    duplicates: &'a Duplicates,
    /// For occurrences in copies, the same occurrence in an earlier article. There are no circles: each leads to a
    /// document that precedes its own.
    same: BTreeMap<String, String>,
}

impl Copies<'_> {
    fn drop_from(&mut self, cited: &mut Vec<Cited>) {
        let mut is_kept = vec![true; cited.len()];
        for places in self.said_by_several(cited) {
            let of = |at: usize| &cited[at].evidence.quote.document;
            let mut documents: Vec<DocumentId> = places.iter().map(|&at| of(at).clone()).collect();
            documents.sort_by(|a, b| precedence(self.info(a)).cmp(&precedence(self.info(b))));
            documents.dedup();
            let first = documents.remove(0);
            let (kept, dropped): (Vec<usize>, Vec<usize>) = places.into_iter().partition(|&at| *of(at) == first);
            for at in dropped {
                is_kept[at] = false;
                let ours = cited[kept[0]].evidence.occurrence.clone();
                self.same.entry(cited[at].evidence.occurrence.clone()).or_insert(ours);
            }
            documents.sort();
            for at in kept {
                cited[at].evidence.also_in.clone_from(&documents);
            }
        }
        let mut is_kept = is_kept.into_iter();
        cited.retain(|_| is_kept.next().unwrap_or(true));
    }

    /// For each sentence that several copies of an article contain, its indices in `cited`.
    fn said_by_several(&self, cited: &[Cited]) -> Vec<Vec<usize>> {
        let mut of_article: BTreeMap<&DocumentId, Vec<usize>> = BTreeMap::new();
        for (at, cited) in cited.iter().enumerate() {
            of_article.entry(self.duplicates.representative(&cited.evidence.quote.document)).or_default().push(at);
        }
        let document = |at: &usize| &cited[*at].evidence.quote.document;
        of_article.retain(|_, places| places.iter().any(|at| document(at) != document(&places[0])));
        let mut said: BTreeMap<(&DocumentId, String), Vec<usize>> = BTreeMap::new();
        for (article, places) in of_article {
            for at in places {
                said.entry((article, fold(&cited[at].evidence.quote.text))).or_default().push(at);
            }
        }
        said.into_values().filter(|places| places.len() > 1).collect()
    }

    fn info(&self, document: &DocumentId) -> &DocumentInfo {
        let at = self.documents.binary_search_by(|info| info.id.cmp(document));
        &self.documents[at.expect("evidence is from one of the documents")]
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

    fn info(id: &str) -> DocumentInfo {
        DocumentInfo::from(&Document::from_text(id, "Moana Tui met Tika Oli in Lima."))
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
        let cited = |evidence| Cited { evidence, topic: Topic::default(), number: 0 };
        draft.cited.extend(evidence.into_iter().map(cited));
        draft
    }

    #[test]
    fn evidence_that_only_a_copy_has_shares_the_occurrence_of_the_first_article() {
        let sentence = "Moana Tui met Tika Oli in Lima.";
        let both = vec![evidence("a", 10, sentence), evidence("b", 30, "MOANA TUI met Tika Oli in Lima")];
        let mut drafts = [draft(both), draft(vec![evidence("b", 30, sentence)])];
        let duplicates = Duplicates::from_iter([("b".into(), "a".into())]);
        count_once(drafts.iter_mut(), &[info("a"), info("b")], &duplicates);
        let of = |draft: &EdgeDraft| -> Vec<String> {
            draft.evidence().map(|evidence| format!("{} {:?}", evidence.occurrence, evidence.also_in)).collect()
        };
        assert_eq!(of(&drafts[0]), ["a#10 [DocumentId(\"b\")]"]);
        assert_eq!(of(&drafts[1]), ["a#10 []"], "and its own evidence is kept");
    }

    #[test]
    fn a_sentence_repeated_within_one_article_is_kept_twice() {
        let sentence = "Moana Tui met Tika Oli in Lima.";
        let all = [evidence("a", 10, sentence), evidence("a", 90, sentence), evidence("c", 10, sentence)];
        let mut drafts = [draft(all.to_vec())];
        let duplicates = Duplicates::from_iter([("b".into(), "a".into())]);
        count_once(drafts.iter_mut(), &["a", "b", "c"].map(info), &duplicates);
        assert!(drafts[0].evidence().eq(&all));
    }
}

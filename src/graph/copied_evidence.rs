//! Counts a sentence once that several outlets print from one article.

use std::collections::BTreeMap;

use super::edge_drafts::{Cited, EdgeDraft};
use crate::ids::DocumentId;
use crate::record::{DocumentInfo, DocumentRecord};
use crate::resolution::{Duplicates, precedence};
use crate::text::fold;

/// Of each sentence that several copies of an article contain, keeps the one of the first copy and notes there the
/// documents of the others.
///
/// `records` must be ordered by document id.
pub(super) fn count_once<'d, 'r: 'd>(
    drafts: impl Iterator<Item = &'d mut EdgeDraft<'r>>,
    records: &[DocumentRecord],
    duplicates: &Duplicates,
) {
    if duplicates.is_empty() {
        return;
    }
    let mut drafts: Vec<&mut EdgeDraft<'_>> = drafts.collect();
    let mut copies = Copies { records, duplicates, same: BTreeMap::new() };
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
    records: &'a [DocumentRecord],
    duplicates: &'a Duplicates,
    /// For occurrences in copies, the same occurrence in an earlier article. There are no circles: each leads to a
    /// document that precedes its own.
    same: BTreeMap<String, String>,
}

impl Copies<'_> {
    fn drop_from(&mut self, cited: &mut Vec<Cited<'_>>) {
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
    fn said_by_several(&self, cited: &[Cited<'_>]) -> Vec<Vec<usize>> {
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
        let at = self.records.binary_search_by(|record| record.info.id.cmp(document));
        &self.records[at.expect("evidence is from one of the records")].info
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::graph::evidence::{Evidence, Quote};
    use crate::ids::MentionId;
    use crate::ontology::RelationType;
    use crate::record::StatementRecord;
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

    /// A statement with two ends and nothing else.
    fn statement() -> StatementRecord {
        StatementRecord {
            relation: RelationType::MET,
            subject: MentionId::new(0),
            object: MentionId::new(1),
            status: Status::Asserted,
            span: Span::new(0, 0),
            trigger: 0,
            date: None,
            time: None,
            place: None,
            speaker: None,
            attributes: BTreeMap::new(),
            path: String::new(),
            rule: "met-verb".into(),
            confidence: 0.9,
        }
    }

    fn draft(evidence: Vec<Evidence>, statement: &StatementRecord) -> EdgeDraft<'_> {
        let mut draft = EdgeDraft::default();
        draft.cited.extend(evidence.into_iter().map(|evidence| Cited { evidence, statement }));
        draft
    }

    #[test]
    fn evidence_that_only_a_copy_has_shares_the_occurrence_of_the_first_article() {
        let sentence = "Moana Tui met Tika Oli in Lima.";
        let both = vec![evidence("a", 10, sentence), evidence("b", 30, "MOANA TUI met Tika Oli in Lima")];
        let statement = statement();
        let mut drafts = [draft(both, &statement), draft(vec![evidence("b", 30, sentence)], &statement)];
        let duplicates = Duplicates::from_iter([("b".into(), "a".into())]);
        count_once(drafts.iter_mut(), &[record("a"), record("b")], &duplicates);
        let of = |draft: &EdgeDraft<'_>| -> Vec<String> {
            draft.evidence().map(|evidence| format!("{} {:?}", evidence.occurrence, evidence.also_in)).collect()
        };
        assert_eq!(of(&drafts[0]), ["a#10 [DocumentId(\"b\")]"]);
        assert_eq!(of(&drafts[1]), ["a#10 []"], "and its own evidence is kept");
    }

    #[test]
    fn a_sentence_repeated_within_one_article_is_kept_twice() {
        let sentence = "Moana Tui met Tika Oli in Lima.";
        let all = [evidence("a", 10, sentence), evidence("a", 90, sentence), evidence("c", 10, sentence)];
        let statement = statement();
        let mut drafts = [draft(all.to_vec(), &statement)];
        let duplicates = Duplicates::from_iter([("b".into(), "a".into())]);
        count_once(drafts.iter_mut(), &["a", "b", "c"].map(record), &duplicates);
        assert!(drafts[0].evidence().eq(&all));
    }
}

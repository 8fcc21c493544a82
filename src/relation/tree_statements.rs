//! Finds the statements in given trees, for tests.

use std::cell::OnceCell;

use super::allowed::allowed;
use super::circumstances::Circumstances;
use super::engine::Engine;
use super::finished::finish;
use super::name_index::NameIndex;
use super::quoted_pledges;
use super::rule::RuleSet;
use super::sentence_parts::Parts;
use super::statement::Statement;
use super::token_classes::TokenClasses;
use crate::analysis::AnalyzedDocument;
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, by_sentence, independent};
use crate::ontology::Ontology;
use crate::quotation::Attribution;

/// The statements that rules and promises make in given trees, in which each name is one token.
pub(crate) fn statements_of_trees(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    said: &[Attribution],
    lexicon: &Lexicon,
    rules: &RuleSet,
    ontology: &Ontology,
) -> Vec<Statement> {
    let mut statements = Vec::new();
    for (id, all) in by_sentence(document, mentions) {
        let view = SentenceView::new(document, document.sentence(id), lexicon);
        let (published, times) = (document.document.date, OnceCell::new());
        let parts = Parts {
            id,
            view,
            all,
            mentions: independent(all),
            gatherings: Vec::new(),
            lexicon,
            ontology,
            published,
            times,
        };
        let names = NameIndex::new(&parts.view, &parts.mentions);
        let token_classes = TokenClasses::new(&parts.view, &rules.classes);
        let mut findings = Engine::new(&parts.view, &names, &token_classes, &parts.mentions, &[], rules).findings();
        let circumstances = Circumstances::new(&parts, said);
        findings.extend(quoted_pledges::promised(&findings, &circumstances, mentions));
        let found = allowed(findings, mentions, ontology);
        statements.extend(found.into_iter().map(|finding| finish(document, id, &circumstances, finding)));
    }
    statements
}

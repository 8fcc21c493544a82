//! Finds statements in the sentences of a document.
//!
//! [`extract_relations`] takes a parsed document, its mentions, descriptions and attributions, and returns
//! [`Statement`]s: who did what to whom, in which sentence, by which rule, and whether it is a fact, a plan or a
//! denial. A statement comes from one of four sources: a rule in `rules/*.toml` whose trigger joins both ends in the
//! tree, an office next to a name ("Peru's Minister of Health, Lucio Mamani"), a name that says what it is part of
//! ("Liberia National Police"), or a promise in a quotation. Two names in one sentence are not enough. [`RuleSet`]
//! holds the rules, [`Settings`] all data that the steps need. `coreference` resolves pronouns.

mod allowed;
mod argument_mentions;
mod circumstances;
mod engine;
mod error;
mod explain;
mod failure;
mod finding;
mod finished;
mod lists;
mod name_index;
mod nonfactual;
mod other_time;
mod path;
mod plover;
mod prepositional;
mod prepositions;
mod quoted_pledges;
mod rule;
mod rule_docs;
mod rule_file;
mod rule_reading;
mod sentence_parts;
mod settings;
mod stated_time;
mod statement;
mod status;
mod syntax;
mod token_classes;
#[cfg(test)]
mod tree_statements;
mod trigger;

use crate::analysis::AnalyzedDocument;
use crate::description::belonging;
use crate::description::{Descriptions, offices};
use crate::mention::Mention;
use crate::quotation::Attribution;
use allowed::allowed;
use circumstances::Circumstances;
pub use error::RuleError;
pub use explain::{Account, Made, SentenceAccount, Verdict, explain_relations};
pub use failure::Failure;
use finding::Finding;
use finished::finish;
pub use path::{InvalidPath, Path, Slot, Step};
pub use rule::{Attribute, Example, Rule, RuleSet, Trigger};
pub use rule_docs::rules_page;
pub(crate) use rule_file::read_example;
use rule_reading::read_rules;
use sentence_parts::parts_of;
pub use settings::Settings;
pub use stated_time::StatedTime;
pub use statement::{Statement, Status};
#[cfg(test)]
pub(crate) use tree_statements::statements_of_trees;

/// Finds the statements in `document`, ordered by sentence, relation, subject and object.
///
/// `mentions` must be those of the same document in text order, `described` the result of
/// [`find_descriptions`](crate::description::find_descriptions), and `said` the attributions of the document. A
/// statement whose ends the ontology does not allow is dropped.
///
/// # Complexity
/// O(t·r) per sentence for t tokens and r rules that one word may trigger; lists, paths up the tree and phrases are
/// bounded.
#[must_use]
pub fn extract_relations(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    described: &Descriptions,
    said: &[Attribution],
    data: &Settings<'_>,
) -> Vec<Statement> {
    let mut statements = Vec::new();
    for parts in parts_of(document, mentions, data) {
        let mut links = offices::office_links(&parts.view, data.lexicon, &parts.mentions, described.offices(parts.id));
        links.extend(belonging::links_of_names(&parts.view, data.lexicon, &parts.mentions, parts.all, mentions));
        let mut findings: Vec<Finding> = links.into_iter().map(Finding::from).collect();
        read_rules(document, &parts, data, |engine| findings.extend(engine.findings()));
        if findings.is_empty() {
            continue;
        }
        let circumstances = Circumstances::new(&parts, said);
        findings.extend(quoted_pledges::promised(&findings, &circumstances, mentions));
        for finding in allowed(findings, mentions, data.ontology) {
            statements.push(finish(document, parts.id, &circumstances, finding));
        }
    }
    statements
}

#[cfg(test)]
pub(crate) mod tests;

//! Mentions in, statements out.
//!
//! [`extract_relations`] reads an analyzed document with its mentions and returns the
//! [`Statement`]s: who did what to whom, in which sentence, by which rule, as a fact, a plan or
//! a denial. Four kinds of reasons make a statement: a rule of `rules/*.toml` whose word joins both ends in
//! the tree, an office beside a name ("Peru's Minister of Health, Lucio Mamani"), the make-up of a body's
//! name ("Liberia National Police"), or a promise in a quotation. Two names in one sentence are no reason.
//!
//! What it does not do: say who a pronoun is (`coreference`), or join what several sentences say.

mod allowed;
mod argument_mentions;
mod circumstances;
mod engine;
mod error;
mod explain;
mod finding;
mod finished;
mod lists;
mod name_index;
mod nonfactual;
mod path;
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

/// Finds the statements of `document`, ordered by sentence, relation, subject and object.
///
/// `mentions` must be those of the same document in text order, `described` what
/// [`find_descriptions`](crate::description::find_descriptions) reads next to them, `said` the document's attributions.
/// Statements whose ends the ontology does not allow are not made.
///
/// # Complexity
/// For each sentence O(t·r) for t tokens and r rules that one word may call up; lists, ways up the tree
/// and phrases are bounded.
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

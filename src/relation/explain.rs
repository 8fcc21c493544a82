//! Explains why a rule makes a statement, or why it does not.

use super::allowed::is_allowed;
use super::engine::{Engine, MAX_PAIRED, Outcome};
use super::failure::Failure;
use super::finding::Finding;
use super::rule::{Rule, Trigger};
use super::rule_reading::read_rules;
use super::sentence_parts::parts_of;
use super::settings::Settings;
use super::statement::Status;
use super::trigger::Site;
use crate::analysis::AnalyzedDocument;
use crate::ids::{MentionId, RuleName, SentenceId};
use crate::mention::Mention;
use crate::ontology::{Ontology, RelationType};
use crate::span::{Byte, Span};

/// A sentence as the rules read it, with the result of each triggered rule.
#[derive(Debug, Clone, PartialEq)]
pub struct SentenceAccount {
    /// The sentence.
    pub sentence: SentenceId,
    /// The sentence as the parser read it: each name, with its description, is one word that shows its type.
    pub read_as: String,
    /// One entry per rule and place where it is triggered, by place and rule.
    pub accounts: Vec<Account>,
}

/// The result of one rule at one place where it is triggered.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// The rule.
    pub rule: RuleName,
    /// The relation it states.
    pub relation: RelationType,
    /// The trigger words, as bytes of the document's text.
    pub trigger: Span<Byte>,
    /// Whether a mere name triggered the rule, so that nearly every sentence does.
    pub is_by_name: bool,
    /// The statements, or why there are none.
    pub verdict: Verdict,
}

/// Statements, or the reason why there are none.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// At least one statement.
    Made(Vec<Made>),
    /// The rule was triggered but failed, with the reason in words.
    Failed(Failure, String),
    /// The rule found ends of types that the ontology does not allow, with the reason in words.
    Disallowed(String),
}

/// One statement and the paths to its ends.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Made {
    /// First end.
    pub subject: MentionId,
    /// Second end.
    pub object: MentionId,
    /// Fact, plan or denial.
    pub status: Status,
    /// The paths from the trigger to subject and object, as the rule writes them.
    pub path: String,
}

/// Explains what all rules make of each sentence of `document` with a mention. Statements without a trigger are not
/// included: offices, and organizations and places that are part of others.
#[must_use]
pub fn explain_relations(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    data: &Settings<'_>,
) -> Vec<SentenceAccount> {
    let mut explained = Vec::new();
    for parts in parts_of(document, mentions, data) {
        read_rules(document, &parts, data, |engine| {
            let (read_as, accounts) = (engine.read_as(), accounts_of(engine, mentions, data.ontology));
            explained.push(SentenceAccount { sentence: parts.id, read_as, accounts });
        });
    }
    explained
}

fn accounts_of(engine: &Engine<'_>, mentions: &[Mention], ontology: &Ontology) -> Vec<Account> {
    let mut accounts = Vec::new();
    engine.visit(&mut |rule, site, outcome| {
        let verdict = match outcome {
            Outcome::Found(found) => verdict_on(found, mentions, ontology),
            Outcome::Failed(failure) => Verdict::Failed(failure, reason(engine, rule, site, failure)),
        };
        let (rule, relation, is_by_name) =
            (rule.name.clone(), rule.relation, matches!(rule.trigger, Trigger::Mention(_)));
        accounts.push(Account { rule, relation, trigger: engine.trigger_span(site), is_by_name, verdict });
    });
    accounts
}

/// The statements that the ontology allows, or why it allows none.
fn verdict_on(found: Vec<Finding>, mentions: &[Mention], ontology: &Ontology) -> Verdict {
    let types = |finding: &Finding| {
        [finding.subject, finding.object].map(|id| mentions[id.index()].entity_type.to_string()).join(" and ")
    };
    let reason = found.first().map(|first| format!("the ontology allows no {} of {}", first.relation, types(first)));
    let allowed = found.into_iter().filter(|finding| is_allowed(finding, mentions, ontology));
    let made = |finding: Finding| Made {
        subject: finding.subject,
        object: finding.object,
        status: finding.status,
        path: finding.path,
    };
    match (allowed.map(made).collect::<Vec<Made>>(), reason) {
        (made, Some(reason)) if made.is_empty() => Verdict::Disallowed(reason),
        (made, _) => Verdict::Made(made),
    }
}

/// "No object of the allowed types: with leads nowhere, object leads to \"report\"".
fn reason(engine: &Engine<'_>, rule: &Rule, site: Site, failure: Failure) -> String {
    let (what, paths) = match failure {
        Failure::Nonfactual => return "the words only advise, doubt or suppose".to_owned(),
        Failure::LongList => return format!("a list of more than {MAX_PAIRED} is not paired, each with each other"),
        Failure::Construction => ("another construction is needed", [rule.needs.as_slice(), &rule.without].concat()),
        Failure::Subject => ("no subject of an allowed type", [rule.subject.as_slice(), &rule.pairs].concat()),
        Failure::Object => ("no object of an allowed type", [rule.object.as_slice(), &rule.pairs].concat()),
    };
    let led = engine.reached(site, &paths).into_iter().map(|(path, words)| match words[..] {
        [] => format!("{path} leads nowhere"),
        _ => format!("{path} leads to \"{}\"", words.join("\", \"")),
    });
    format!("{what}: {}", led.collect::<Vec<_>>().join(", "))
}

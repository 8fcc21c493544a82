//! Mentions in, statements out.
//!
//! [`extract_relations`] reads an analyzed document with its mentions and returns the
//! [`RelationMention`]s: who did what to whom, in which sentence, by which rule, as a fact, a plan or
//! a denial. Three kinds of reasons make a statement: a trigger rule of `rules/*.toml`, an office
//! beside a name ("Peru's Minister of Health, Lucio Mamani"), or the make-up of a body's name
//! ("Liberia National Police"). Two names in one sentence are no reason.
//!
//! What it does not do: follow pronouns, or look across sentences.

mod bodies;
mod clause;
mod engine;
mod offices;
mod reader;
mod rule;
mod status;
mod when_where;

use std::collections::BTreeMap;

use serde::Serialize;

pub use reader::RuleError;
pub use rule::{Example, Rule, RuleSet};

use crate::analysis::AnalyzedDocument;
use crate::date::PartialDate;
use crate::ids::{MentionId, RuleName, SentenceId};
use crate::mention::{Lexicon, Mention, SentenceView};
use crate::ontology::{Ontology, RelationType};
use crate::provenance::Provenance;
use crate::span::{Byte, Span};
use clause::Clause;
use when_where::Setting;

/// Whether a statement is a fact, a plan or a denial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened or holds.
    Asserted,
    /// It is announced, intended or expected.
    Planned,
    /// It did not happen or was refused.
    Negated,
}

impl Status {
    /// The word for it in the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Planned => "planned",
            Self::Negated => "negated",
        }
    }
}

/// One statement in one place.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationMention {
    /// Class of the relation.
    pub relation: RelationType,
    /// First end. For symmetric relations the one that comes first in the text.
    pub subject: MentionId,
    /// Second end.
    pub object: MentionId,
    /// Fact, plan or denial.
    pub status: Status,
    /// When, if the sentence says so.
    pub date: Option<PartialDate>,
    /// Where, if the sentence says so.
    pub place: Option<MentionId>,
    /// What else the sentence says: `position` of an office.
    pub attributes: BTreeMap<&'static str, String>,
    /// The words that signal the relation, in bytes of the document's text.
    pub trigger: Span<Byte>,
    /// Document, sentence (also the evidence span), rule and confidence.
    pub provenance: Provenance,
}

/// A statement in the making, within one sentence.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) relation: RelationType,
    pub(crate) subject: MentionId,
    pub(crate) object: MentionId,
    pub(crate) status: Status,
    pub(crate) position: Option<String>,
    /// Tokens of the trigger.
    pub(crate) trigger: Span<crate::analysis::TokenId>,
    pub(crate) rule: RuleName,
    pub(crate) confidence: f32,
}

/// Finds the statements of `document`, ordered by sentence, relation, subject and object.
///
/// `mentions` must be those of [`detect_mentions`](crate::mention::detect_mentions) for the same
/// document. Statements whose ends the ontology does not allow are not made.
///
/// # Complexity
/// For each sentence O(t·r) for t tokens and r triggers of rules; scans beside a trigger are bounded.
#[must_use]
pub fn extract_relations(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    lexicon: &Lexicon,
    rules: &RuleSet,
    ontology: &Ontology,
) -> Vec<RelationMention> {
    let mut statements = Vec::new();
    let mut rest = mentions;
    for (index, sentence) in document.sentences.iter().enumerate() {
        let id = SentenceId::new(index);
        let length = rest.partition_point(|mention| mention.provenance.sentence <= id);
        let (here, behind) = rest.split_at(length);
        rest = behind;
        if here.is_empty() {
            continue;
        }
        // "Peru" in "Bank of Peru" does nothing by itself.
        let within: Vec<&Mention> = here.iter().filter(|mention| mention.nested_in.is_none()).collect();
        let view = SentenceView::new(document, sentence, lexicon);
        let offices = offices::find_offices(&view, lexicon, &within);
        let clause = Clause::new(&view, lexicon, &within, &offices);
        let mut findings = offices::findings(&view, &offices);
        findings.extend(bodies::findings(&view, &within, here, mentions));
        findings.extend(engine::findings(&clause, rules, ontology));
        let setting = Setting::new(&view, &within, document.surface(sentence.span));
        for finding in allowed(findings, mentions, ontology) {
            statements.push(finish(document, id, &setting, finding));
        }
    }
    statements
}

/// What the ontology allows, without self-relations, each statement once, in a fixed order.
fn allowed(mut findings: Vec<Finding>, mentions: &[Mention], ontology: &Ontology) -> Vec<Finding> {
    findings.retain(|finding| {
        let [subject, object] = [finding.subject, finding.object].map(|id| &mentions[id.index()]);
        let class = ontology.relation(finding.relation.as_str());
        subject.norm != object.norm && class.is_some_and(|class| class.allows(subject.entity_type, object.entity_type))
    });
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.relation, f.subject, f.object, f.status);
        key(a).cmp(&key(b)).then(b.confidence.total_cmp(&a.confidence)).then(a.rule.cmp(&b.rule))
    });
    findings.dedup_by_key(|finding| (finding.relation, finding.subject, finding.object, finding.status));
    findings
}

fn finish(document: &AnalyzedDocument, id: SentenceId, setting: &Setting<'_>, finding: Finding) -> RelationMention {
    let sentence = document.sentence(id);
    RelationMention {
        relation: finding.relation,
        subject: finding.subject,
        object: finding.object,
        status: finding.status,
        date: setting.date_of(&finding),
        place: setting.place_of(&finding),
        attributes: finding.position.map(|position| ("position", position)).into_iter().collect(),
        trigger: sentence.bytes(finding.trigger),
        provenance: Provenance {
            document: document.document.id.clone(),
            sentence: id,
            span: sentence.span,
            rule: finding.rule,
            confidence: finding.confidence,
        },
    }
}

#[cfg(test)]
mod tests;

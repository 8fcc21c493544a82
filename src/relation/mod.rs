//! Mentions in, statements out.
//!
//! [`extract_relations`] reads an analyzed document with its mentions and returns the
//! [`Statement`]s: who did what to whom, in which sentence, by which rule, as a fact, a plan or
//! a denial. Four kinds of reasons make a statement: a rule of `rules/*.toml` whose word joins both ends in
//! the tree, an office beside a name ("Peru's Minister of Health, Lucio Mamani"), the make-up of a body's
//! name ("Liberia National Police"), or a promise in a quotation. Two names in one sentence are no reason.
//!
//! What it does not do: say who a pronoun is (`resolution`), or join what several sentences say.

mod argument_mentions;
mod circumstances;
mod engine;
mod error;
mod explain;
mod finding;
mod lists;
mod name_index;
mod nonfactual;
mod path;
mod prepositional;
mod quoted_pledges;
mod rule;
mod rule_docs;
mod rule_file;
mod settings;
mod statement;
mod status;
mod syntax;
mod trigger;

pub use circumstances::StatedTime;
pub use error::RuleError;
pub use explain::{Account, Made, SentenceAccount, Verdict, explain_relations};
pub use path::{InvalidPath, Path, Slot, Step};
pub use rule::{Attribute, Example, Rule, RuleSet, Trigger, WordClasses};
pub use rule_docs::rules_page;
pub(crate) use rule_file::read_example;
pub use settings::Settings;
pub use statement::{Statement, Status};
use std::cell::OnceCell;

use crate::analysis::AnalyzedDocument;
use crate::date::PartialDate;
use crate::description::belonging;
use crate::description::{Descriptions, offices};
use crate::ids::SentenceId;
use crate::lexicon::{Lexicon, SentenceView};
use crate::masking::masked_mentions;
use crate::mention::{Mention, MentionKind, by_sentence, independent};
use crate::ontology::{EntityType, Ontology};
use crate::provenance::Provenance;
use crate::quantity::{TimeExpression, times_in};
use crate::quotation::Attribution;
use circumstances::Circumstances;
use engine::Engine;
use finding::Finding;
use name_index::NameIndex;

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

/// The statements that rules and promises make of trees that are given, in which each name is one token.
#[cfg(test)]
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
        let parts = Parts { id, view, all, mentions: independent(all), lexicon, ontology, published, times };
        let names = NameIndex::new(&parts.view, &parts.mentions);
        let mut findings = Engine::new(&parts.view, &names, &parts.mentions, rules).findings();
        let circumstances = Circumstances::new(&parts, said);
        findings.extend(quoted_pledges::promised(&findings, &circumstances, mentions));
        let found = allowed(findings, mentions, ontology);
        statements.extend(found.into_iter().map(|finding| finish(document, id, &circumstances, finding)));
    }
    statements
}

/// The data of a sentence that all rules share.
struct Parts<'a> {
    id: SentenceId,
    view: SentenceView<'a>,
    /// All mentions, including those inside the names of others.
    all: &'a [Mention],
    mentions: Vec<&'a Mention>,
    lexicon: &'a Lexicon,
    ontology: &'a Ontology,
    /// The day of publication.
    published: Option<PartialDate>,
    /// Read when first asked for: most sentences state nothing.
    times: OnceCell<Vec<TimeExpression>>,
}

impl Parts<'_> {
    fn times(&self) -> &[TimeExpression] {
        self.times.get_or_init(|| times_in(&self.view, self.lexicon, self.published))
    }
}

/// The sentences with mentions.
fn parts_of<'a>(
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    data: &Settings<'a>,
) -> impl Iterator<Item = Parts<'a>> {
    let Settings { lexicon, ontology, .. } = *data;
    by_sentence(document, mentions).map(move |(id, all)| {
        let view = SentenceView::new(document, document.sentence(id), lexicon);
        let published = document.document.date;
        Parts { id, view, all, mentions: independent(all), lexicon, ontology, published, times: OnceCell::new() }
    })
}

/// Calls `read` with the rules at work in the masked sentence.
fn read_rules(document: &AnalyzedDocument, parts: &Parts<'_>, data: &Settings<'_>, read: impl FnOnce(&Engine<'_>)) {
    let Parts { view, mentions, .. } = parts;
    if !may_state(view, mentions, data.rules) {
        return;
    }
    let sentence = document.sentence(parts.id);
    let Some(masked) = &sentence.masked else {
        return read(&Engine::new(view, &NameIndex::new(view, mentions), mentions, data.rules));
    };
    let view = SentenceView::masked(document, sentence, data.lexicon);
    let aligned = masked_mentions(masked, mentions);
    let mentions: Vec<&Mention> = aligned.iter().collect();
    read(&Engine::new(&view, &NameIndex::new(&view, &mentions), &mentions, data.rules));
}

/// Whether a rule could make a statement of the sentence: a word calls up one for whose ends there are
/// mentions of fitting types.
fn may_state(view: &SentenceView<'_>, mentions: &[&Mention], rules: &RuleSet) -> bool {
    // What "it" and "they" mean, and so of which type it is, is not known yet.
    let is_open = |mention: &&&Mention| mention.kind == MentionKind::Pronoun;
    let types: Vec<EntityType> = mentions.iter().map(|mention| mention.entity_type).collect();
    if mentions.len() < 2 && !mentions.iter().any(|mention| mention.is_plural) {
        return false;
    }
    let fits = |index: usize| mentions.iter().any(|mention| is_open(&mention)) || rules.rules[index].may_join(&types);
    let has_word = || (0..view.len()).any(|at| rules.called_by(view.lemma_at(Some(at)), &view.lower[at]).any(fits));
    has_word() || rules.by_mention.iter().any(|&index| fits(index))
}

/// What the ontology allows, without self-relations, each statement once, in a fixed order.
fn allowed(mut findings: Vec<Finding>, mentions: &[Mention], ontology: &Ontology) -> Vec<Finding> {
    findings.retain(|finding| is_allowed(finding, mentions, ontology));
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.relation, f.subject, f.object, f.status);
        key(a).cmp(&key(b)).then(b.confidence.total_cmp(&a.confidence)).then(a.rule.cmp(&b.rule))
    });
    findings.dedup_by_key(|finding| (finding.relation, finding.subject, finding.object, finding.status));
    findings
}

fn is_allowed(finding: &Finding, mentions: &[Mention], ontology: &Ontology) -> bool {
    let [subject, object] = [finding.subject, finding.object].map(|id| &mentions[id.index()]);
    let class = ontology.relation(finding.relation.as_str());
    let is_plural = finding.subject == finding.object && subject.is_plural;
    (subject.norm != object.norm || is_plural)
        && class.is_some_and(|class| class.allows(subject.entity_type, object.entity_type))
}

fn finish(
    document: &AnalyzedDocument,
    id: SentenceId,
    circumstances: &Circumstances<'_>,
    finding: Finding,
) -> Statement {
    let sentence = document.sentence(id);
    let mut attributes = finding.attributes.clone();
    attributes.extend(circumstances.measures_of(&finding));
    Statement {
        relation: finding.relation,
        subject: finding.subject,
        object: finding.object,
        status: finding.status,
        time: circumstances.time_of(&finding),
        place: circumstances.place_of(&finding),
        speaker: circumstances.speaker_of(&finding).map(|said| said.speaker),
        attributes,
        trigger: finding.trigger,
        path: finding.path,
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
pub(crate) mod tests;

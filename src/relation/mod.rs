//! Mentions in, statements out.
//!
//! [`extract_relations`] reads an analyzed document with its mentions and returns the
//! [`RelationMention`]s: who did what to whom, in which sentence, by which rule, as a fact, a plan or
//! a denial. Four kinds of reasons make a statement: a rule of `rules/*.toml` whose word joins both ends in
//! the tree, an office beside a name ("Peru's Minister of Health, Lucio Mamani"), the make-up of a body's
//! name ("Liberia National Police"), or a promise in a quotation. Two names in one sentence are no reason.
//!
//! What it does not do: say who a pronoun is (`resolution`), or join what several sentences say.

mod bodies;
mod complements;
mod condensed;
mod engine;
mod error;
mod explain;
mod fillers;
mod lists;
mod name_index;
mod offices;
mod pages;
mod path;
mod promises;
mod reader;
mod rule;
mod settings;
mod status;
mod syntax;
mod trigger;
mod untold;
mod when_where;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde::Serialize;

pub use error::RuleError;
pub use explain::{Account, Made, SentenceAccount, Verdict, explain_relations};
pub use pages::rules_page;
pub use path::{InvalidPath, Path, Slot, Step};
pub use rule::{Attribute, Example, Rule, RuleSet, Trigger, WordClasses};
pub use settings::Settings;
pub use when_where::StatedTime;

use crate::analysis::{AnalyzedDocument, WordsAnalyzer};
use crate::date::PartialDate;
use crate::ids::{MentionId, RuleName, SentenceId};
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Attribution, Mention, MentionKind, TimeExpression, times_in};
use crate::ontology::{EntityType, Ontology, RelationType};
use crate::provenance::Provenance;
use crate::span::{Byte, Span};
use condensed::{Condenser, condense};
use engine::Engine;
use name_index::NameIndex;
use offices::{NamedBodies, Office};
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
    pub time: Option<StatedTime>,
    /// Where, if the sentence says so.
    pub place: Option<MentionId>,
    /// Who says it, if the text reports it as somebody's words; `None` for the reporter's own.
    pub speaker: Option<MentionId>,
    /// What else the sentence says, by key: `position` of an office, `topic` of a meeting, `object` and
    /// `amount` of a pledge, `trainees`, `duration`, `mode` (visit, phone), `plover` (type of event).
    pub attributes: BTreeMap<&'static str, String>,
    /// The words that signal the relation, in bytes of the document's text.
    pub trigger: Span<Byte>,
    /// The paths from the trigger to both ends, as the rule writes them.
    pub path: String,
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
    pub(crate) attributes: BTreeMap<&'static str, String>,
    /// The words that signal the relation.
    pub(crate) trigger: Span<Byte>,
    pub(crate) rule: RuleName,
    /// The ways from the trigger to both ends.
    pub(crate) path: String,
    pub(crate) confidence: f32,
}

/// Words with the spaces that tokens have between them.
fn join(words: &[String]) -> String {
    words
        .join(" ")
        .replace(" - ", "-")
        .replace(" '", "'")
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace("$ ", "$")
        .replace("€ ", "€")
        .replace("£ ", "£")
}

/// Finds the statements of `document`, ordered by sentence, relation, subject and object.
///
/// `mentions` must be those of [`detect_mentions`](crate::mention::detect_mentions) for the same
/// document, `said` those of [`find_attributions`](crate::mention::find_attributions). Statements whose ends the ontology does not allow are not made.
///
/// # Complexity
/// For each sentence O(t·r) for t tokens and r rules that one word may call up; lists, ways up the tree
/// and phrases are bounded.
#[must_use]
pub fn extract_relations(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    said: &[Attribution],
    data: &Settings<'_>,
) -> Vec<RelationMention> {
    let mut statements = Vec::new();
    let mut analyzer = data.analyzer.words();
    for parts in parts_of(document, mentions, data) {
        let Parts { view, offices, .. } = &parts;
        let mut findings = offices::findings(view, data.lexicon, &parts.mentions, offices);
        findings.extend(bodies::findings(view, data.lexicon, &parts.mentions, parts.all, mentions));
        read_rules(document, &parts, data, &mut analyzer, |engine| findings.extend(engine.findings()));
        if findings.is_empty() {
            continue;
        }
        let setting = Setting::new(&parts, said);
        findings.extend(promises::promised(&findings, &setting, mentions));
        for finding in allowed(findings, mentions, data.ontology) {
            statements.push(finish(document, parts.id, &setting, finding));
        }
    }
    statements
}

/// What is known of a sentence before rules are read.
struct Parts<'a> {
    id: SentenceId,
    view: SentenceView<'a>,
    /// All mentions, also those inside the names of others.
    all: &'a [Mention],
    mentions: Vec<&'a Mention>,
    offices: Vec<Office>,
    lexicon: &'a Lexicon,
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

/// The sentences with mentions; what bodies the offices belong to may be told elsewhere in the article.
fn parts_of<'a>(document: &'a AnalyzedDocument, mentions: &'a [Mention], data: &Settings<'a>) -> Vec<Parts<'a>> {
    let part = |(id, all): (SentenceId, &'a [Mention])| {
        let view = SentenceView::new(document, document.sentence(id), data.lexicon);
        let mentions = independent(all);
        let offices = offices::find_offices(&view, data.lexicon, &mentions);
        let published = document.document.date;
        Parts { id, view, all, mentions, offices, lexicon: data.lexicon, published, times: OnceCell::new() }
    };
    let mut parts: Vec<Parts<'a>> = mentions_of(document, mentions).map(part).collect();
    let mut offices: Vec<Vec<Office>> = parts.iter_mut().map(|part| std::mem::take(&mut part.offices)).collect();
    NamedBodies::new(document, mentions, data.lexicon).settle(&mut offices, mentions);
    parts.iter_mut().zip(offices).for_each(|(part, offices)| part.offices = offices);
    parts
}

/// Calls `read` with the rules at work in a sentence, condensed where that spares words.
fn read_rules(
    document: &AnalyzedDocument,
    parts: &Parts<'_>,
    data: &Settings<'_>,
    analyzer: &mut WordsAnalyzer<'_>,
    read: impl FnOnce(&Engine<'_>),
) {
    let Parts { view, mentions, offices, .. } = parts;
    if !may_state(view, mentions, data.rules) {
        return;
    }
    let shared = offices::find_shared_offices(view, data.lexicon, mentions);
    let condenser = Condenser {
        view,
        lexicon: data.lexicon,
        classes: &data.rules.classes,
        mentions,
        offices,
        shared: &shared,
        times: parts.times(),
    };
    match condense(analyzer, view.sentence(), &condenser) {
        None => {
            let words = view.words.iter().map(String::as_str).collect();
            read(&Engine::new(view, &NameIndex::new(view, mentions), mentions, data.rules, words));
        }
        Some(condensed) => {
            let view = SentenceView::new(document, &condensed.sentence, data.lexicon);
            let mentions: Vec<&Mention> = condensed.mentions.iter().collect();
            let forms = condensed.forms.iter().map(String::as_str).collect();
            read(&Engine::new(&view, &NameIndex::new(&view, &mentions), &mentions, data.rules, forms));
        }
    }
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

/// The sentences that have mentions, with these.
fn mentions_of<'a>(
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
) -> impl Iterator<Item = (SentenceId, &'a [Mention])> {
    let mut rest = mentions;
    (0..document.sentences.len()).map(SentenceId::new).filter_map(move |id| {
        let length = rest.partition_point(|mention| mention.provenance.sentence <= id);
        let (here, behind) = rest.split_at(length);
        rest = behind;
        (!here.is_empty()).then_some((id, here))
    })
}

/// The mentions that can take part by themselves: "Peru" in "Bank of Peru" does nothing.
fn independent(mentions: &[Mention]) -> Vec<&Mention> {
    mentions.iter().filter(|mention| mention.nested_in.is_none()).collect()
}

/// What the ontology allows, without self-relations, each statement once, in a fixed order.
fn allowed(mut findings: Vec<Finding>, mentions: &[Mention], ontology: &Ontology) -> Vec<Finding> {
    findings.retain(|finding| {
        let [subject, object] = [finding.subject, finding.object].map(|id| &mentions[id.index()]);
        let class = ontology.relation(finding.relation.as_str());
        let is_plural = finding.subject == finding.object && subject.is_plural;
        (subject.norm != object.norm || is_plural)
            && class.is_some_and(|class| class.allows(subject.entity_type, object.entity_type))
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
    let mut attributes = finding.attributes.clone();
    attributes.extend(setting.measures_of(&finding));
    RelationMention {
        relation: finding.relation,
        subject: finding.subject,
        object: finding.object,
        status: finding.status,
        time: setting.time_of(&finding),
        place: setting.place_of(&finding),
        speaker: setting.speaker_of(&finding).map(|said| said.speaker),
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
mod tests;

//! Makes gatherings that are only described things of their own, if the article says who took part or where they were.
//!
//! "The ceremony" identifies nothing by itself. "Oli attended the ceremony" does: it is the one that Oli attended. So a
//! gathering becomes a node by the statements about it, unless it may be one that the article identifies elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{AnalyzedDocument, Upos};
use crate::ids::MentionId;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind, gathering_noun};
use crate::ontology::EntityType;
use crate::relation::Statement;
use crate::span::{Byte, Span};

/// How many different things must be stated of a gathering whose noun mostly means an activity: "the meeting".
const LEAST_OF_WEAK: usize = 2;

/// Gives the gatherings that `statements` identify a description.
#[must_use]
pub fn individuate_gatherings(
    document: &AnalyzedDocument,
    mut mentions: Vec<Mention>,
    statements: &[Statement],
    lexicon: &Lexicon,
) -> Vec<Mention> {
    for (noun, group) in open_gatherings(&mentions, lexicon) {
        if is_told_elsewhere(&noun, &mentions) {
            continue;
        }
        let stated: BTreeMap<MentionId, BTreeSet<MentionId>> = statements_about(&group, statements, &mentions);
        let ends: BTreeSet<&str> = stated.values().flatten().map(|end| mentions[end.index()].norm.as_str()).collect();
        let is_weak = lexicon.is(Class::GatheringWeak, &noun)
            && !group.iter().any(|id| is_qualified(document, &mentions[id.index()]));
        let least = if is_weak { LEAST_OF_WEAK } else { 1 };
        let first = group.iter().copied().find(|id| stated.contains_key(id)).filter(|_| ends.len() >= least);
        if let Some(first) = first {
            mentions[first.index()].described = description(document, &mentions[first.index()]);
        }
    }
    mentions
}

/// Whether a noun or name before the noun says which gathering it is: "the cabinet meeting".
fn is_qualified(document: &AnalyzedDocument, mention: &Mention) -> bool {
    let tokens = &document.sentence(mention.provenance.sentence).tokens;
    let before =
        mention.tokens.start().checked_sub(1).filter(|&at| mention.phrase.is_some_and(|phrase| phrase.start() < at));
    before.is_some_and(|at| matches!(tokens[at].tag.upos, Upos::Noun | Upos::Propn))
}

/// The gatherings that nothing identifies yet, by their noun, each in text order.
fn open_gatherings(mentions: &[Mention], lexicon: &Lexicon) -> BTreeMap<String, BTreeSet<MentionId>> {
    let mut groups: BTreeMap<String, BTreeSet<MentionId>> = BTreeMap::new();
    for mention in mentions {
        let is_open = mention.kind == MentionKind::Nominal && !mention.identifies();
        if let Some(noun) = gathering_noun(mention, lexicon).filter(|_| is_open) {
            groups.entry(noun).or_default().insert(mention.id);
        }
    }
    groups
}

/// Whether the article names or describes a gathering of this kind, so that "the ceremony" may be that one.
fn is_told_elsewhere(noun: &str, mentions: &[Mention]) -> bool {
    let events = mentions.iter().filter(|mention| mention.entity_type == EntityType::EVENT && mention.identifies());
    let noun = format!(" {} ", noun.replace('-', " "));
    events.into_iter().any(|event| format!(" {} ", event.norm).contains(&noun))
}

/// The other ends of the statements about each gathering.
fn statements_about(
    group: &BTreeSet<MentionId>,
    statements: &[Statement],
    mentions: &[Mention],
) -> BTreeMap<MentionId, BTreeSet<MentionId>> {
    let mut stated: BTreeMap<MentionId, BTreeSet<MentionId>> = BTreeMap::new();
    for statement in statements {
        let ends = [(statement.subject, statement.object), (statement.object, statement.subject)];
        for (event, other) in ends.into_iter().filter(|(event, _)| group.contains(event)) {
            if mentions[other.index()].kind != MentionKind::Pronoun {
                stated.entry(event).or_default().insert(other);
            }
        }
    }
    stated
}

/// The phrase of a gathering without its article: "hand-over ceremony".
fn description(document: &AnalyzedDocument, mention: &Mention) -> Option<Span<Byte>> {
    let phrase = mention.phrase.unwrap_or(mention.tokens);
    let start = if phrase.start() < mention.tokens.start() { phrase.start() + 1 } else { phrase.start() };
    Some(document.sentence(mention.provenance.sentence).bytes(Span::new(start, mention.tokens.end())))
}

//! Applies the rules to a masked sentence.

use super::engine::Engine;
use super::name_index::NameIndex;
use super::rule::RuleSet;
use super::sentence_parts::Parts;
use super::settings::Settings;
use super::token_classes::TokenClasses;
use crate::analysis::AnalyzedDocument;
use crate::lexicon::SentenceView;
use crate::masking::masked_mentions;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// Calls `read` with an engine for the masked sentence, if a rule could make a statement in it.
pub(super) fn read_rules(
    document: &AnalyzedDocument,
    parts: &Parts<'_>,
    data: &Settings<'_>,
    read: impl FnOnce(&Engine<'_>),
) {
    let Parts { view, mentions, .. } = parts;
    if !may_state(parts, data.rules) {
        return;
    }
    let sentence = document.sentence(parts.id);
    let Some(masked) = &sentence.masked else {
        let token_classes = TokenClasses::new(view, &data.rules.classes);
        let names = NameIndex::new(view, mentions);
        return read(&Engine::new(view, &names, &token_classes, mentions, &parts.gatherings, data.rules));
    };
    let view = SentenceView::masked(document, sentence, data.lexicon);
    let aligned = masked_mentions(masked, mentions);
    let mentions: Vec<&Mention> = aligned.iter().collect();
    let token_classes = TokenClasses::new(&view, &data.rules.classes);
    let names = NameIndex::new(&view, &mentions);
    read(&Engine::new(&view, &names, &token_classes, &mentions, &parts.gatherings, data.rules));
}

/// Whether a rule could make a statement in the sentence: a word triggers one whose types fit the mentions.
fn may_state(parts: &Parts<'_>, rules: &RuleSet) -> bool {
    let Parts { view, mentions, gatherings, .. } = parts;
    // The antecedents of "it" and "they", and so their types, are not known yet.
    let is_open = |mention: &&&Mention| mention.kind == MentionKind::Pronoun;
    let types: Vec<EntityType> = mentions.iter().map(|mention| mention.entity_type).collect();
    let are_few = mentions.len() < 2 && !mentions.iter().any(|mention| mention.is_plural);
    if are_few && gatherings.is_empty() {
        return false;
    }
    let fits = |index: usize| mentions.iter().any(|mention| is_open(&mention)) || rules.rules[index].may_join(&types);
    let has_word = || (0..view.len()).any(|at| rules.called_by(view.lemma_at(Some(at)), &view.lower[at]).any(fits));
    has_word() || rules.by_mention.iter().any(|&index| fits(index))
}

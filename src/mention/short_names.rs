//! Finds short forms of names that the article gives in full elsewhere: "Tammsoo", "the Register".

use std::collections::BTreeMap;

use super::draft::Draft;
use super::model::MentionKind;
use super::overlap::Settled;
use super::trained_names::TRAINED;
use crate::analysis::SentenceKind;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;

/// Adds single words of full personal names, and repeats of one-word places without a preposition.
pub(super) fn find_short_names(views: &[WordView<'_>], lexicon: &Lexicon, settled: &mut [Settled]) {
    let words = words_of_names(views, lexicon, settled);
    for (view, settled) in views.iter().zip(settled).filter(|(view, _)| view.kind != SentenceKind::Dateline) {
        let mut at = 0;
        while at < view.len() {
            let end = short_name_end(view, at);
            if let Some(&(entity_type, rule)) = words.get(&view.words[end - 1]).filter(|_| is_alone(view, at, end)) {
                let draft = Draft::name(Span::new(at, end), entity_type, rule, 0.8);
                match settled.same_place(&draft).filter(|other| other.rule == TRAINED) {
                    // The full name in the article is surer evidence than the finder's guess at a part of it.
                    Some(other) if entity_type == EntityType::PERSON => *other = draft.instead_of(other),
                    _ => settled.add(draft),
                }
            }
            at = end;
        }
    }
}

/// The words that stand for a name when they are alone, each with its type and rule.
fn words_of_names(
    views: &[WordView<'_>],
    lexicon: &Lexicon,
    settled: &[Settled],
) -> BTreeMap<String, (EntityType, &'static str)> {
    let mut words = BTreeMap::new();
    let drafts = views.iter().zip(settled).flat_map(|(view, settled)| settled.drafts().iter().map(move |d| (view, d)));
    for (view, draft) in drafts.filter(|(_, draft)| draft.kind == MentionKind::Name && draft.known.is_none()) {
        let name = view.slice(draft.tokens);
        match draft.entity_type {
            EntityType::PERSON => {
                let is_long =
                    |word: &&String| word.chars().count() > 2 && !lexicon.is(Class::Particle, &word.to_lowercase());
                let long = name.iter().filter(is_long);
                words.extend(long.map(|word| (word.clone(), (EntityType::PERSON, "short-name"))));
            }
            EntityType::PLACE if name.len() == 1 => {
                words.entry(name[0].clone()).or_insert((EntityType::PLACE, "repeated-place"));
            }
            _ => {}
        }
    }
    words
}

/// The end of the word at `at`. "Al-Rudaini" is one short name of three tokens.
fn short_name_end(view: &WordView<'_>, at: usize) -> usize {
    let hyphen = view.lower_at(Some(at + 1)) == "-" && view.is_name_word[at] && view.touches_previous(at + 1);
    let joined = hyphen && at + 2 < view.len() && view.is_name_word[at + 2] && view.touches_previous(at + 2);
    if joined { at + 3 } else { at + 1 }
}

/// Whether the name words at `at..end` have no other name word next to them.
fn is_alone(view: &WordView<'_>, at: usize, end: usize) -> bool {
    let is_name = |at: Option<usize>| at.and_then(|at| view.is_name_word.get(at)).copied().unwrap_or(false);
    view.is_name_word[at] && !is_name(Some(end)) && (!is_name(at.checked_sub(1)) || view.opens_sentence(at))
}

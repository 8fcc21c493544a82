//! Short forms of names that the article gives in full elsewhere: "Tammsoo", "the Register".

use std::collections::BTreeMap;

use super::lexicon::Lexicon;
use super::{Draft, MentionKind, SentenceView};
use crate::analysis::SentenceKind;
use crate::ontology::EntityType;
use crate::span::Span;

/// Adds the places where one word of a full personal name stands alone, and repeats of known names
/// of places that a preposition gave away once.
pub(super) fn find_short_names(views: &[SentenceView<'_>], lexicon: &Lexicon, drafts: &mut Vec<Draft>) {
    let mut words: BTreeMap<String, (EntityType, &'static str)> = BTreeMap::new();
    for draft in drafts.iter().filter(|draft| draft.kind == MentionKind::Name && draft.known.is_none()) {
        let name = views[draft.sentence].slice(draft.tokens);
        match draft.entity_type {
            EntityType::PERSON => {
                let long = name
                    .iter()
                    .filter(|word| word.chars().count() > 2 && !lexicon.is("particle", &word.to_lowercase()));
                words.extend(long.map(|word| (word.clone(), (EntityType::PERSON, "short-name"))));
            }
            EntityType::PLACE if name.len() == 1 => {
                words.entry(name[0].clone()).or_insert((EntityType::PLACE, "repeated-place"));
            }
            _ => {}
        }
    }
    let mut taken: Vec<Vec<Span<_>>> = vec![Vec::new(); views.len()];
    for draft in drafts.iter() {
        taken[draft.sentence].push(draft.tokens);
    }
    for (sentence, view) in views.iter().enumerate().filter(|(_, view)| view.kind != SentenceKind::Dateline) {
        let mut at = 0;
        while at < view.len() {
            let end = short_name_end(view, at);
            let tokens = Span::new(at, end);
            let free = !taken[sentence].iter().any(|other| other.overlaps(tokens));
            if let Some(&(entity_type, rule)) =
                words.get(&view.words[end - 1]).filter(|_| free && is_alone(view, at, end))
            {
                drafts.push(Draft::name(sentence, tokens, entity_type, rule, 0.8));
            }
            at = end;
        }
    }
}

/// "Al-Rudaini" is one short name of three tokens.
fn short_name_end(view: &SentenceView<'_>, at: usize) -> usize {
    let hyphen = view.lower_at(Some(at + 1)) == "-" && view.is_name_word[at] && view.touches_previous(at + 1);
    let joined = hyphen && at + 2 < view.len() && view.is_name_word[at + 2] && view.touches_previous(at + 2);
    if joined { at + 3 } else { at + 1 }
}

/// Whether the name words at `at..end` have no other name word beside them.
fn is_alone(view: &SentenceView<'_>, at: usize, end: usize) -> bool {
    let is_name = |at: Option<usize>| at.and_then(|at| view.is_name_word.get(at)).copied().unwrap_or(false);
    view.is_name_word[at] && !is_name(Some(end)) && (!is_name(at.checked_sub(1)) || view.opens_sentence(at))
}

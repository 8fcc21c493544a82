//! Retypes capitals that stand for their government: "Lima accused Quito".

use super::draft::Draft;
use super::overlap::Settled;
use crate::analysis::{Deprel, TokenId, Upos};
use crate::language::Class;
use crate::lexicon::{KnownName, Lexicon, SentenceView};
use crate::ontology::EntityType;
use crate::span::Span;

/// The confidence that an acting capital means its state.
const CONFIDENCE: f32 = 0.96;

/// Gives capitals that act as states the type and name of their country.
pub(super) fn retype_acting_capitals(view: &SentenceView<'_>, lexicon: &Lexicon, settled: &mut Settled) {
    for draft in settled.drafts_mut().iter_mut().filter(|draft| draft.entity_type == EntityType::PLACE) {
        let Some(state) = state_of(view, lexicon, draft) else { continue };
        draft.entity_type = EntityType::COUNTRY;
        draft.rule = "capital-acts";
        draft.confidence = CONFIDENCE;
        draft.known = Some(state);
    }
}

/// The state that a capital stands for here; `None` for other places, and for a capital that is only a place.
fn state_of(view: &SentenceView<'_>, lexicon: &Lexicon, draft: &Draft) -> Option<KnownName> {
    let words = view.words_from(draft.tokens.start(), draft.tokens.len());
    let (length, meanings) = lexicon.known_name(&words)?;
    let first = meanings.first().filter(|_| length == draft.tokens.len())?;
    let country = first.capital_of.clone().filter(|_| acts(view, draft.tokens))?;
    Some(KnownName { canonical: country, entity_type: EntityType::COUNTRY, capital_of: None, ..first.clone() })
}

/// Whether a capital stands for its government: it does what governments do ("Lima accused"), has it done to it
/// ("thanked Lima"), or owns what governments own ("Lima's policy").
fn acts(view: &SentenceView<'_>, tokens: Span<TokenId>) -> bool {
    if view.is(Class::Locative, tokens.start().checked_sub(1)) {
        return false;
    }
    let mut at = tokens.end() - 1;
    while let Some((Deprel::Conj, head)) = view.dependency(at) {
        at = head;
    }
    let Some((deprel, head)) = view.dependency(at) else { return false };
    let does_act = view.lemma_is(Class::ActOfState, head);
    match deprel {
        // A city grows and hosts; whatever else one does, its government does.
        Deprel::Nsubj => does_act || (view.upos_at(head) == Some(Upos::Verb) && !view.lemma_is(Class::CityVerb, head)),
        Deprel::Obj | Deprel::Iobj | Deprel::NsubjPass => does_act,
        Deprel::OblAgent => true, // "paid for by Lima"
        Deprel::NmodPoss => view.lemma_is(Class::ThingOfState, head),
        Deprel::Obl | Deprel::Nmod => deals(view, tokens.start(), head),
        _ => false,
    }
}

/// Whether the capital after a preposition deals with others: "an agreement with Lima", "ties between Lima and Quito",
/// "a push by Lima", "criticism of Lima".
fn deals(view: &SentenceView<'_>, start: usize, head: usize) -> bool {
    let before = start.checked_sub(1);
    let is_thing = view.lemma_is(Class::ThingOfState, head) || view.lemma_is(Class::Bond, head);
    match () {
        () if view.is(Class::With, before) => !view.lemma_is(Class::CityVerb, head),
        () if view.is(Class::Of, before) => view.lemma_is(Class::DeedOnState, head),
        () if view.is(Class::By, before) || view.is(Class::Between, before) => is_thing,
        () => false,
    }
}

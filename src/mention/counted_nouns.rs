//! Finds descriptions of several entities: "both ministers", "the two countries", "the two".

use super::draft::Draft;
use super::model::{MentionKind, PARTY};
use crate::analysis::{Deprel, TokenId, Upos};
use crate::language::{Class, LanguagePack};
use crate::lexicon::Lexicon;
use crate::lexicon::{SentenceView, WordView};
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of words between the number and the noun.
const MAX_BETWEEN: usize = 2;

/// The largest number that a description may state.
const MAX_COUNTED: u32 = 5;

/// The number that a lowercase word states; "both" is two.
pub(crate) fn count_of(lower: &str, language: &LanguagePack) -> Option<usize> {
    let numbers = language.numbers();
    let counted = || numbers.value(lower).filter(|value| (2..=MAX_COUNTED).contains(value));
    numbers.total(lower).or_else(counted).map(|count| count as usize)
}

/// Finds counted descriptions of persons, countries, sides and organizations. A plural without a number is not found,
/// because nothing says who is meant.
pub(super) fn find_plurals(view: &SentenceView<'_>, lexicon: &Lexicon) -> Vec<Draft> {
    let draft = |at: usize| {
        let tokens = Span::new(at, at + 1);
        let entity_type = type_of(view, lexicon, at)?;
        let is_whole = !view.is(Class::Of, at + 1)
            && !view.is(Class::And, at + 1)
            && view.lower_at(Some(at + 1)) != "-"
            && !is_noun(view, at + 1);
        (is_whole && counted(view, tokens).is_some()).then(|| Draft {
            kind: MentionKind::Nominal,
            is_plural: true,
            ..Draft::name(tokens, entity_type, "counted-noun", 0.8)
        })
    };
    (1..view.len()).filter_map(draft).collect()
}

/// Finds definite nouns for people who travel as one: "the delegation". Their leader is named elsewhere.
pub(super) fn find_parties(view: &SentenceView<'_>) -> Vec<Draft> {
    let draft = |at: usize| {
        let is_whole = !view.is(Class::Of, at + 1) && !view.is(Class::From, at + 1) && !is_noun(view, at + 1);
        let is_led = view.has_child(at, Deprel::Acl) || view.has_child(at, Deprel::AclRelcl);
        let is_party = view.lemma_is(Class::TravellingParty, at) && view.xpos_at(at) == "NN";
        let is_definite = view.is(Class::DefiniteArticle, at - 1);
        (is_party && is_definite && is_whole && !is_led).then(|| Draft {
            kind: MentionKind::Nominal,
            is_plural: true,
            phrase: Some(Span::new(at - 1, at + 1)),
            ..Draft::name(Span::new(at, at + 1), EntityType::PERSON, PARTY, 0.8)
        })
    };
    (1..view.len()).filter_map(draft).collect()
}

/// The type of the entities that the plural noun at `at` refers to; persons for a bare "the two".
fn type_of(view: &SentenceView<'_>, lexicon: &Lexicon, at: usize) -> Option<EntityType> {
    let is_bare_number = is_count(view, at) && !is_total(view, at);
    if is_bare_number {
        let is_subject = view.is_labelled(at, Deprel::Nsubj) || view.is_labelled(at, Deprel::NsubjPass);
        return is_subject.then_some(EntityType::PERSON);
    }
    if view.xpos_at(at) != "NNS" || view.words[at] != view.lower[at] {
        return None;
    }
    let lemma = view.lemma_at(Some(at));
    match () {
        () if lexicon.is(Class::PersonNoun, lemma) => Some(EntityType::PERSON),
        () if lexicon.is(Class::CountryNoun, lemma) || lexicon.is(Class::SideNoun, lemma) => Some(EntityType::COUNTRY),
        () if lexicon.title(&[lemma]).is_some_and(|(_, title)| title.is_office) => Some(EntityType::PERSON),
        () => lexicon.head_noun(&[lemma]).filter(|found| *found == EntityType::AGENCY),
    }
}

/// The whole phrase of a counted description that ends with `tokens`: "both Estonian ministers".
pub(super) fn counted(view: &WordView<'_>, tokens: Span<TokenId>) -> Option<Span<TokenId>> {
    let mut at = tokens.start();
    let is_number = is_count(view, at);
    if !is_number {
        let first = at.saturating_sub(MAX_BETWEEN + 1);
        at = (first..at)
            .rev()
            .take_while(|&between| is_between(view, between))
            .find(|&between| is_count(view, between))?;
    }
    if is_total(view, at) {
        return (!is_number).then(|| Span::new(at, tokens.end()));
    }
    let before = at.checked_sub(1)?;
    view.is(Class::OpensCounted, before).then(|| Span::new(before, tokens.end()))
}

fn is_count(view: &WordView<'_>, at: usize) -> bool {
    count_of(&view.lower[at], view.language()).is_some()
}

/// Whether the word at `at` is a total: "both".
fn is_total(view: &WordView<'_>, at: usize) -> bool {
    view.language().numbers().total(&view.lower[at]).is_some()
}

fn is_between(view: &WordView<'_>, at: usize) -> bool {
    is_count(view, at) || matches!(view.upos_at(at), Some(Upos::Adj | Upos::Propn | Upos::Noun))
}

fn is_noun(view: &WordView<'_>, at: usize) -> bool {
    matches!(view.upos_at(at), Some(Upos::Noun | Upos::Propn))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analyzer;
    use crate::document::Document;

    /// The phrases found, with their types.
    fn plurals(text: &str) -> Vec<String> {
        let document = Analyzer::shipped().analyze(Document::from_text("test", text));
        let view = SentenceView::new(&document, &document.sentences[0], Lexicon::shipped());
        let line = |draft: &Draft| {
            let phrase = counted(&view, draft.tokens).unwrap();
            format!("{}: {}", draft.entity_type, view.slice(phrase).join(" "))
        };
        find_plurals(&view, Lexicon::shipped()).iter().map(line).collect()
    }

    #[test]
    fn counted_descriptions_are_found_with_their_phrase() {
        assert_eq!(
            plurals("Both ministers praised the two countries."),
            ["person: Both ministers", "country: the two countries"]
        );
        assert_eq!(plurals("The two met in Lima."), ["person: The two"]);
        assert_eq!(plurals("The two defence ministers spoke."), ["person: The two defence ministers"]);
    }

    #[test]
    fn without_a_number_or_within_a_longer_phrase_nothing_is_found() {
        for text in
            ["The ministers met.", "Both sides of the road were closed.", "The two ships left.", "Two ministers met."]
        {
            assert!(plurals(text).is_empty(), "{text}: {:?}", plurals(text));
        }
    }
}

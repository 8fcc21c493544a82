//! Finds pronouns for persons and organizations, singular and plural.

use super::draft::Draft;
use super::model::MentionKind;
use crate::analysis::{Deprel, Upos};
use crate::language::{Class, Meaning};
use crate::lexicon::SentenceView;
use crate::ontology::EntityType;
use crate::span::Span;

/// Finds the pronouns. "I" and "we" count only where `is_quoted` says that somebody is quoted; elsewhere they mean
/// the author.
///
/// The type of "it" and "they" is a first guess; coreference corrects it from the antecedent.
pub(super) fn find_pronouns(view: &SentenceView<'_>, is_quoted: &dyn Fn(usize) -> bool) -> Vec<Draft> {
    let draft = |at: usize| {
        let word = view.language().pronouns().meaning(&view.lower[at]).filter(|_| view.upos_at(at) == Some(Upos::Pron));
        let meaning = word.or_else(|| one_of_two(view, at))?;
        let can_refer = match meaning {
            Meaning::Person(_) | Meaning::Several | Meaning::OneOfTwo(_) => true,
            Meaning::Thing => !is_expletive(view, at),
            Meaning::Speaker | Meaning::SpeakersBody => is_quoted(at) && view.words[at] != "US",
        };
        let entity_type = match meaning {
            Meaning::Thing | Meaning::SpeakersBody => EntityType::AGENCY,
            _ => EntityType::PERSON,
        };
        let end = if matches!(meaning, Meaning::OneOfTwo(_)) { at + 2 } else { at + 1 };
        let draft = Draft::name(Span::new(at, end), entity_type, "pronoun", 0.9);
        let is_plural = meaning == Meaning::Several;
        can_refer.then_some(Draft { kind: MentionKind::Pronoun, is_plural, ..draft })
    };
    (0..view.len()).filter_map(draft).collect()
}

/// "The former" or "the latter" at `at`, if no noun follows.
fn one_of_two(view: &SentenceView<'_>, at: usize) -> Option<Meaning> {
    let both = format!("{} {}", view.lower[at], view.lower_at(Some(at + 1)));
    let meaning = view.language().pronouns().meaning(&both)?;
    let goes_on = matches!(view.upos_at(at + 2), Some(Upos::Noun | Upos::Propn | Upos::Adj));
    (!goes_on).then_some(meaning)
}

/// Whether "it" only stands in for a clause: "it was said that", "it is vital to", "it was Tamm who".
fn is_expletive(view: &SentenceView<'_>, at: usize) -> bool {
    let Some((deprel, head)) = view.dependency(at) else { return true };
    let clause = |child: usize| {
        let labels = [Deprel::Csubj, Deprel::CsubjPass, Deprel::Ccomp, Deprel::Xcomp, Deprel::Advcl, Deprel::AclRelcl];
        child > at && labels.iter().any(|label| view.is_labelled(child, *label))
    };
    let has_clause = view.children(head).any(clause);
    match deprel {
        Deprel::Expl => true,
        Deprel::Nsubj | Deprel::NsubjPass => {
            let is_state = view.has_child(head, Deprel::Cop) || view.has_child(head, Deprel::AuxPass);
            (is_state && has_clause) || view.lemma_is(Class::Impersonal, head)
        }
        Deprel::NmodPoss => false,
        // "Made it clear that", "find it hard to".
        _ => has_clause,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Analyzer;
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    fn pronouns(text: &str, is_quoted: bool) -> Vec<String> {
        let document = Analyzer::shipped().analyze(Document::from_text("test", text));
        let view = SentenceView::new(&document, &document.sentences[0], Lexicon::shipped());
        find_pronouns(&view, &|_| is_quoted).iter().map(|draft| view.words[draft.tokens.start()].clone()).collect()
    }

    #[test]
    fn an_it_that_holds_the_place_of_a_clause_means_nothing() {
        for text in ["It is expected that Peru will agree.", "It was said that Peru agreed.", "It is vital to agree."] {
            assert!(pronouns(text, false).is_empty(), "{text}");
        }
        assert_eq!(pronouns("It trained its officers in May.", false), ["It", "its"]);
    }

    #[test]
    fn the_first_person_counts_within_quotations_only() {
        assert_eq!(pronouns("I think that we will help.", true), ["I", "we"]);
        assert!(pronouns("I think that we will help.", false).is_empty());
    }
}

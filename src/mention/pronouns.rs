//! Pronouns that stand for one person.

use super::{Draft, Gender, MentionKind, SentenceView};
use crate::analysis::Upos;
use crate::ontology::EntityType;
use crate::span::Span;

/// Finds "he", "she" and their other forms. "It" and "they" are left: too often they mean no one thing.
pub(super) fn find_pronouns(view: &SentenceView<'_>) -> Vec<Draft> {
    let is_pronoun = |at: &usize| gender_of(&view.lower[*at]).is_some() && view.upos_at(*at) == Some(Upos::Pron);
    let draft = |at| Draft {
        kind: MentionKind::Pronoun,
        ..Draft::name(Span::new(at, at + 1), EntityType::PERSON, "pronoun", 0.9)
    };
    (0..view.len()).filter(is_pronoun).map(draft).collect()
}

/// The gender that a pronoun of the third person shows.
pub(super) fn gender_of(pronoun: &str) -> Option<Gender> {
    match pronoun {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

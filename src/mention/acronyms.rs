//! Acronyms that the article itself defines: "Nepal River Guard (NRG)".

use std::collections::BTreeMap;

use super::settled::Settled;
use super::{Draft, MentionKind, SentenceView};
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_all_caps;

/// Adds a mention for each acronym in brackets behind a name, and for its later uses.
///
/// The letters of the acronym must begin words of the name, in order, at least two of them; so
/// "the Ministry of Trade (Lima)" defines nothing. A defined meaning overrides the gazetteers.
pub(super) fn find_defined_acronyms(views: &[SentenceView<'_>], settled: &mut [Settled]) {
    let mut defined: BTreeMap<String, EntityType> = BTreeMap::new();
    for (view, settled) in views.iter().zip(&mut *settled) {
        for draft in definitions(view, settled) {
            defined.insert(view.words[draft.tokens.start()].clone(), draft.entity_type);
            replace_or_add(settled, draft);
        }
    }
    for (view, settled) in views.iter().zip(settled) {
        for (at, word) in view.words.iter().enumerate() {
            if let Some(&entity_type) = defined.get(word) {
                replace_or_add(settled, Draft::name(Span::new(at, at + 1), entity_type, "defined-acronym", 0.9));
            }
        }
    }
}

/// The acronyms in brackets behind names that they spell.
fn definitions(view: &SentenceView<'_>, settled: &Settled) -> Vec<Draft> {
    let is_body = |draft: &&Draft| draft.kind == MentionKind::Name && draft.entity_type != EntityType::PERSON;
    let definition = |name: &Draft| {
        let at = name.tokens.end() + 1;
        let acronym = view.words.get(at).filter(|_| is_bracketed(view, at))?;
        let is_defined = is_all_caps_like(acronym) && spells(acronym, view.slice(name.tokens));
        let draft = Draft::name(Span::new(at, at + 1), name.entity_type, "acronym-definition", 0.95);
        is_defined.then(|| Draft { stands_for: Some(name.tokens), known: name.known.clone(), ..draft })
    };
    settled.drafts().iter().filter(is_body).filter_map(definition).collect()
}

fn is_bracketed(view: &SentenceView<'_>, at: usize) -> bool {
    view.lower_at(Some(at - 1)) == "(" && view.lower_at(Some(at + 1)) == ")"
}

/// Capitals, maybe with a small letter within ("MoU", "IsDB").
fn is_all_caps_like(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    is_all_caps(word) || (capitals >= 2 && capitals * 2 > word.chars().count())
}

/// Whether the letters of `acronym` begin words of `name` in order, two of them at least; of a name of one
/// word they must be letters in order, the first its first.
fn spells(acronym: &str, name: &[String]) -> bool {
    let upper =
        |word: &str| -> Vec<char> { word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect() };
    let letters = upper(acronym);
    let in_order = |source: Vec<char>| {
        let mut source = source.into_iter();
        letters.iter().filter(|letter| source.any(|other| other == **letter)).count()
    };
    match name {
        [word] => letters.first() == upper(word).first() && in_order(upper(word)) == letters.len(),
        words => in_order(words.iter().filter_map(|word| upper(word).first().copied()).collect()) >= 2,
    }
}

/// The definition is surer than whatever was found at the place before, unless that is a longer name.
fn replace_or_add(settled: &mut Settled, draft: Draft) {
    match settled.same_place(&draft) {
        Some(other) if other.stands_for.is_none() => {
            let same_type = other.entity_type == draft.entity_type;
            let known = draft.known.clone().or_else(|| other.known.take().filter(|_| same_type));
            *other = Draft { known, ..draft };
        }
        Some(_) => {}
        None => settled.add(draft),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn initials_must_be_spelled_in_order() {
        assert!(spells("LNP", &words("Liberia National Police")));
        assert!(!spells("XYZ", &words("Liberia National Police")));
        assert!(spells("KBR", &words("Kabar")) && !spells("NRG", &words("Nepal")));
    }
}

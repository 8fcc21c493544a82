//! Finds acronyms that spell the initials of a name in the article, which no brackets define: "IOC".
//!
//! Only all initials of one single name of an organization count, and at least three of them.

use std::collections::{BTreeMap, BTreeSet};

use super::acronyms::DEFINED;
use super::draft::Draft;
use super::model::MentionKind;
use super::overlap::Settled;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::{is_all_caps, is_capitalized};

/// The rule of acronyms that spell the initials of a name.
pub(super) const INITIALS: &str = "initials";

/// The fewest initials that can identify a name.
const LEAST: usize = 3;

/// Types the acronyms that spell all initials of exactly one name.
pub(super) fn find_initialisms(views: &[WordView<'_>], settled: &mut [Settled]) {
    let mut spelled: BTreeMap<String, BTreeSet<(String, EntityType)>> = BTreeMap::new();
    for (view, settled) in views.iter().zip(&*settled) {
        for body in settled.drafts().iter().filter(|draft| is_body(draft)) {
            let name = view.slice(body.tokens).join(" ");
            if let Some(initials) = initialism(&name) {
                spelled.entry(initials).or_default().insert((name.to_lowercase(), body.entity_type));
            }
        }
    }
    for (view, settled) in views.iter().zip(settled) {
        for at in (0..view.len()).filter(|&at| is_all_caps(&view.words[at]) && !view.is_shouted) {
            let numbered = at.checked_sub(1).map(|number| Span::new(number, at + 1));
            let meaning = |tokens: Span<_>| {
                let names = spelled.get(&view.slice(tokens).join(" "))?;
                let types: BTreeSet<EntityType> = names.iter().map(|(_, entity_type)| *entity_type).collect();
                let entity_type = types.first().copied().filter(|_| names.len() == 1)?;
                Some(Draft::name(tokens, entity_type, INITIALS, 0.9))
            };
            if let Some(draft) = numbered.and_then(meaning).or_else(|| meaning(Span::new(at, at + 1))) {
                retype(settled, draft);
            }
        }
    }
}

/// Replaces what was found at the same place, unless a list or a definition knows it.
fn retype(settled: &mut Settled, draft: Draft) {
    match settled.same_place(&draft) {
        Some(other) if other.known.is_none() && other.stands_for.is_none() && other.rule != DEFINED => {
            *other = draft.instead_of(other);
        }
        Some(_) => {}
        None => settled.admit(draft),
    }
}

fn is_body(draft: &Draft) -> bool {
    draft.kind == MentionKind::Name && (draft.entity_type.is_organization() || draft.entity_type == EntityType::EVENT)
}

/// The initials of the capitalized words of a name, behind its number if it has one: "407th AEG" for the "407th Air
/// Expeditionary Group". `None` for names of fewer than three such words.
pub(crate) fn initialism(name: &str) -> Option<String> {
    let mut words = name.split([' ', '-']).peekable();
    let number = words.next_if(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let initials: String = words.filter(|word| is_capitalized(word)).filter_map(|word| word.chars().next()).collect();
    let is_told = initials.chars().count() >= LEAST;
    is_told.then(|| number.map_or(initials.clone(), |number| format!("{number} {initials}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_skip_small_words_and_keep_numbers() {
        let of = |name| initialism(name).unwrap_or_default();
        assert_eq!(of("Union of Rewa Workers"), "URW");
        assert_eq!(of("3rd Rewa River Guard"), "3rd RRG");
        assert_eq!(of("Rewa-Serua Lake Board"), "RSLB");
        assert_eq!(of("Rewa Union"), "");
    }
}

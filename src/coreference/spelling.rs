//! A name in, the spelling under which its variants are one out.

use crate::mention::Mention;
use crate::ontology::EntityType;
use crate::text::{undoubled, usual_spelling, without_plural};

fn is_body(mention: &Mention) -> bool {
    !matches!(mention.entity_type, EntityType::PERSON | EntityType::COUNTRY | EntityType::PLACE)
}

/// The simple spelling; for bodies, programmes and events also without spelling variants of single words
/// and plurals within: "Rescue Operation Center" and "Rescue Operations Centre". "Rescue Operations Centres" are
/// several, while "Recovery Programmes" is but another way to speak of the programme.
pub(super) fn spelling_of(mention: &Mention) -> String {
    if !is_body(mention) || !mention.norm.contains(' ') {
        return simple_spelling(&mention.norm);
    }
    let last = mention.norm.rsplit(' ').next().unwrap_or_default();
    let keeps_plural = !matches!(mention.entity_type, EntityType::PROGRAMME | EntityType::EVENT);
    let word = |word| usual_spelling(if keeps_plural && word == last { word } else { without_plural(word) });
    simple_spelling(&mention.norm.split(' ').map(word).collect::<Vec<_>>().join(" "))
}

/// The letters of a name without doubling and spaces: "Al-Shabaab" and "al Shabab", "Yussuf" and "Yusuf"
/// are the same. Short names keep their letters, since "Ana" and "Anna" may be two.
fn simple_spelling(norm: &str) -> String {
    if norm.chars().count() < 6 {
        return norm.to_owned();
    }
    undoubled(&norm.replace(' ', ""))
}

//! A name in, the spelling under which its variants are one out.

use crate::mention::Mention;
use crate::ontology::EntityType;

/// Words with two usual spellings, and the one that stands for both.
const SPELLINGS: [(&str, &str); 5] = [
    ("center", "centre"),
    ("program", "programme"),
    ("defense", "defence"),
    ("organization", "organisation"),
    ("labor", "labour"),
];

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
    let word = |word: &str| {
        let singular = word
            .strip_suffix('s')
            .filter(|rest| rest.len() > 3 && !rest.ends_with(['s', 'i', 'u']) && !(keeps_plural && word == last));
        let singular = singular.unwrap_or(word);
        let usual = SPELLINGS.iter().find(|(variant, _)| *variant == singular);
        usual.map_or(singular, |(_, usual)| *usual).to_owned()
    };
    simple_spelling(&mention.norm.split(' ').map(word).collect::<Vec<_>>().join(" "))
}

/// The letters of a name without doubling and spaces: "Al-Shabaab" and "al Shabab", "Yussuf" and "Yusuf"
/// are the same. Short names keep their letters, since "Ana" and "Anna" may be two.
fn simple_spelling(norm: &str) -> String {
    if norm.chars().count() < 6 {
        return norm.to_owned();
    }
    let mut simple = String::with_capacity(norm.len());
    for c in norm.chars().filter(|c| *c != ' ') {
        if !simple.ends_with(c) || c.is_numeric() {
            simple.push(c);
        }
    }
    simple
}

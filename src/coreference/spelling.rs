//! Gives the spelling variants of a name one common form.

use crate::language::LanguagePack;
use crate::mention::Mention;
use crate::ontology::EntityType;
use crate::text::undoubled;

fn is_body(mention: &Mention) -> bool {
    !matches!(mention.entity_type, EntityType::PERSON | EntityType::COUNTRY | EntityType::PLACE)
}

/// The simple spelling. For organizations, programmes and events it also unifies variants of single words and plurals
/// within the name: "Rescue Operation Center" and "Rescue Operations Centre". A plural at the end means several
/// organizations ("Rescue Operations Centres"), but the same programme ("Recovery Programmes").
pub(super) fn spelling_of(mention: &Mention, language: &LanguagePack) -> String {
    if !is_body(mention) || !mention.norm.contains(' ') {
        return simple_spelling(&mention.norm);
    }
    let last = mention.norm.rsplit(' ').next().unwrap_or_default();
    let keeps_plural = !matches!(mention.entity_type, EntityType::PROGRAMME | EntityType::EVENT);
    let spellings = language.spellings();
    let word = |word| {
        spellings.usual(if keeps_plural && word == last { word } else { spellings.without_plural(word) }).to_owned()
    };
    simple_spelling(&mention.norm.split(' ').map(word).collect::<Vec<String>>().join(" "))
}

/// The name without doubled letters and spaces: "Al-Shabaab" equals "al Shabab", "Yussuf" equals "Yusuf". Short names
/// keep their letters, because "Ana" and "Anna" may be two people.
fn simple_spelling(norm: &str) -> String {
    if norm.chars().count() < 6 {
        return norm.to_owned();
    }
    undoubled(&norm.replace(' ', ""))
}

//! Tells names of bodies from names of persons by the office behind them: "Rewa Growers secretary Tika Oli".

use super::draft::Draft;
use super::model::MentionKind;
use crate::language::Class;
use crate::lexicon::WordView;
use crate::ontology::EntityType;

/// The rule of bodies that are known by whoever leads them.
const LED: &str = "led-body";

/// Makes organizations of supposed persons right before an office at the head of a body, in small letters, with the
/// name of its holder behind. Persons have aides and lawyers, but no secretaries and founders of their own.
pub(super) fn type_led_bodies(view: &WordView<'_>, drafts: &mut [Draft]) {
    let is_person = |draft: &Draft| draft.kind == MentionKind::Name && draft.entity_type == EntityType::PERSON;
    let starts: Vec<usize> = drafts.iter().filter(|draft| is_person(draft)).map(|draft| draft.tokens.start()).collect();
    let leads =
        |at: usize| view.is(Class::HeadsBody, at) && view.words[at] == view.lower[at] && starts.contains(&(at + 1));
    for draft in drafts.iter_mut().filter(|draft| is_person(draft) && draft.title.is_none()) {
        if draft.tokens.len() > 1 && leads(draft.tokens.end()) {
            draft.entity_type = EntityType::ORGANIZATION;
            draft.rule = LED;
        }
    }
}

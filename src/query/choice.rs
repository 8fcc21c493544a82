//! Decides which thing a name means.

use std::collections::BTreeSet;

use crate::ids::EntityId;
use crate::lexicon::Lexicon;
use crate::name_search::{Fit, plain};
use crate::ontology::EntityType;

/// A thing that a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// Its id.
    pub id: EntityId,
    /// Its name.
    pub label: String,
    /// Its type.
    pub entity_type: EntityType,
    /// How well the name fits.
    pub fit: Fit,
    /// Whether it is known from one document only, by a name that says no more ("Abbas").
    pub is_local: bool,
    /// The offices of a person, most often stated first.
    pub offices: Vec<String>,
    /// How much there is to answer about it: edges or statements of the relation asked for.
    pub answers: usize,
}

#[cfg(feature = "sqlite")]
impl From<crate::project::Hit> for Match {
    fn from(hit: crate::project::Hit) -> Self {
        let crate::project::Hit { entity, label, entity_type, fit, is_local, offices, statements, .. } = hit;
        Self { id: entity.as_str().into(), label, entity_type, fit, is_local, offices, answers: statements }
    }
}

/// Which thing a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// This one; the others fit less well, or there is nothing to say about them.
    One {
        /// The thing.
        chosen: Box<Match>,
        /// The others, best first.
        others: Vec<Match>,
    },
    /// Any of these, best first; more than one.
    Several(Vec<Match>),
    /// Nothing is called so.
    Nothing,
}

/// Decides which of `matches` the typed name means.
///
/// Of those about which there is something to say, the one that fits best is meant; if several fit equally well, nobody
/// can tell. A title decides between two of one name ("President Quispe"), and a name that is known from one document
/// only gives way to one that is known from the whole.
#[must_use]
pub fn choose(typed: &str, mut matches: Vec<Match>, lexicon: &Lexicon) -> Choice {
    let title = title_words(typed, lexicon);
    let has_title = |found: &Match| {
        let words: BTreeSet<String> = found.offices.iter().flat_map(|office| words(office)).collect();
        !title.is_empty() && title.iter().all(|word| words.contains(word))
    };
    let rank = |found: &Match| (found.answers == 0, found.fit, found.is_local, !has_title(found));
    matches.sort_by(|a, b| rank(a).cmp(&rank(b)).then(b.answers.cmp(&a.answers)).then_with(|| a.id.cmp(&b.id)));
    let Some(first) = matches.first() else { return Choice::Nothing };
    let best = rank(first);
    if matches.iter().filter(|found| rank(found) == best).count() > 1 {
        return Choice::Several(matches);
    }
    let chosen = Box::new(matches.remove(0));
    Choice::One { chosen, others: matches }
}

fn words(text: &str) -> Vec<String> {
    plain(text).split(' ').map(str::to_owned).collect()
}

/// The words of the titles at the beginning of a typed name.
fn title_words(typed: &str, lexicon: &Lexicon) -> Vec<String> {
    let lower = typed.to_lowercase();
    let words_typed: Vec<&str> = lower.split_whitespace().collect();
    let mut length = 0;
    while let Some((more, _)) =
        lexicon.title(&words_typed[length..]).filter(|(more, _)| length + more < words_typed.len())
    {
        length += more;
    }
    words(&words_typed[..length].join(" ")).into_iter().filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(id: &str, fit: Fit, is_local: bool, offices: &[&str], answers: usize) -> Match {
        let offices = offices.iter().map(|&office| office.to_owned()).collect();
        let label = id.to_owned();
        Match { id: id.into(), label, entity_type: EntityType::PERSON, fit, is_local, offices, answers }
    }

    fn chosen(typed: &str, matches: Vec<Match>) -> String {
        match choose(typed, matches, Lexicon::shipped()) {
            Choice::One { chosen, others } => format!("{} and {} others", chosen.id, others.len()),
            Choice::Several(several) => format!("{} several", several.len()),
            Choice::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn the_one_with_answers_is_meant() {
        let matches = vec![found("a", Fit::Words, false, &[], 0), found("b", Fit::Words, false, &[], 2)];
        assert_eq!(chosen("tui", matches), "b and 1 others");
        assert_eq!(chosen("tui", Vec::new()), "nothing");
    }

    #[test]
    fn two_with_answers_are_several() {
        let matches = vec![found("a", Fit::Words, false, &[], 1), found("b", Fit::Words, false, &[], 2)];
        assert_eq!(chosen("tui", matches), "2 several");
    }

    #[test]
    fn a_name_of_one_document_gives_way() {
        let matches = vec![found("abbas@a", Fit::Words, true, &[], 9), found("mahmud", Fit::Words, false, &[], 2)];
        assert_eq!(chosen("abbas", matches), "mahmud and 1 others");
    }

    #[test]
    fn a_title_decides() {
        let matches = vec![
            found("a", Fit::Words, false, &["minister of health"], 1),
            found("b", Fit::Words, false, &["president"], 1),
        ];
        assert_eq!(chosen("President Tui", matches.clone()), "b and 1 others");
        assert_eq!(chosen("Tui", matches), "2 several");
    }
}

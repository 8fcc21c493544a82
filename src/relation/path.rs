//! A path from a trigger to an argument, as rules write it.

use std::fmt;
use std::str::FromStr;

use crate::language::{Class, LanguagePack, WordClasses};
use crate::text::nearest;

/// One step of a [`Path`], from a verb or noun to a word that depends on it or that it depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// The agent: subject of an active verb, "by" phrase of a passive one.
    Subject,
    /// The patient: object of an active verb, subject of a passive one.
    Object,
    /// The receiver: "gave X maps".
    Recipient,
    /// The verb of a complement clause: "pledged to support".
    Clause,
    /// The possessor of a noun: "Peru's".
    Owner,
    /// A name or demonym before a noun: "Peruvian", "UN".
    Modifier,
    /// An adjective or noun before a noun: "joint" in "joint patrols".
    Description,
    /// An adverb: "jointly".
    Manner,
    /// An auxiliary of a verb: "must" in "must leave".
    Auxiliary,
    /// The name that explains a noun, or the noun that explains a name.
    Apposition,
    /// The verb or noun that a nominal depends on.
    Governor,
    /// The noun that a participle before it describes: "forces" in "Peruvian-backed forces".
    Described,
    /// The noun of a rule with verb and noun.
    Noun,
    /// The trigger itself.
    Itself,
    /// The complement of this preposition.
    Preposition(String),
}

/// A step, optionally with a class that the word reached must belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The direction of the step.
    pub slot: Slot,
    /// The required class of the word reached.
    pub class: Option<String>,
}

/// Steps from a trigger to an argument: `object`, `clause[help]/object`, `with`.
///
/// # Example
/// ```
/// use whomet::relation::Path;
///
/// let path: Path = "clause[help]/object".parse()?;
/// assert_eq!(path.to_string(), "clause[help]/object");
/// assert!("claus/object".parse::<Path>().is_err());
/// # Ok::<(), whomet::relation::InvalidPath>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The steps, at least one.
    pub steps: Vec<Step>,
}

/// A text that is not a valid path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected steps such as \"subject\", \"object\" or a preposition, joined by \"/\", found \"{found}\"{}", .near.as_ref().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default())]
pub struct InvalidPath {
    found: String,
    near: Option<String>,
}

const SLOTS: [(&str, Slot); 14] = [
    ("subject", Slot::Subject),
    ("object", Slot::Object),
    ("recipient", Slot::Recipient),
    ("clause", Slot::Clause),
    ("owner", Slot::Owner),
    ("modifier", Slot::Modifier),
    ("description", Slot::Description),
    ("manner", Slot::Manner),
    ("auxiliary", Slot::Auxiliary),
    ("apposition", Slot::Apposition),
    ("governor", Slot::Governor),
    ("described", Slot::Described),
    ("noun", Slot::Noun),
    ("itself", Slot::Itself),
];

impl FromStr for Path {
    type Err = InvalidPath;

    /// Reads a path, with the prepositions of the shipped language.
    fn from_str(text: &str) -> Result<Self, InvalidPath> {
        Self::read(text, LanguagePack::shipped().classes())
    }
}

impl Path {
    /// Reads a path, with the words of the class `preposition` as further steps.
    pub(super) fn read(text: &str, classes: &WordClasses) -> Result<Self, InvalidPath> {
        let steps = text.split('/').map(|step| read_step(step.trim(), text, classes)).collect::<Result<_, _>>()?;
        Ok(Self { steps })
    }
}

fn read_step(step: &str, whole: &str, classes: &WordClasses) -> Result<Step, InvalidPath> {
    let (name, class) = match step.split_once('[') {
        Some((name, class)) => {
            let class = class.strip_suffix(']').filter(|class| !class.is_empty());
            (name, Some(class.ok_or_else(|| invalid(step, whole, classes))?.to_owned()))
        }
        None => (step, None),
    };
    let slot = SLOTS.iter().find(|(known, _)| *known == name).map(|(_, slot)| slot.clone());
    let preposition = || classes.is(Class::Preposition, name).then(|| Slot::Preposition(name.to_owned()));
    let slot = slot.or_else(preposition).ok_or_else(|| invalid(name, whole, classes))?;
    Ok(Step { slot, class })
}

fn invalid(step: &str, whole: &str, classes: &WordClasses) -> InvalidPath {
    let prepositions = classes.words(Class::Preposition).iter().map(String::as_str);
    let known = SLOTS.iter().map(|(name, _)| *name).chain(prepositions);
    InvalidPath { found: whole.to_owned(), near: nearest(step, known) }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            let divider = if index == 0 { "" } else { "/" };
            let name = match &step.slot {
                Slot::Preposition(preposition) => preposition.as_str(),
                slot => SLOTS.iter().find(|(_, known)| known == slot).map_or("", |(name, _)| *name),
            };
            write!(f, "{divider}{name}")?;
            if let Some(class) = &step.class {
                write!(f, "[{class}]")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_written_as_they_are_read() {
        for text in ["subject", "object/of", "clause[help]/object", "together with", "noun/owner"] {
            assert_eq!(text.parse::<Path>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn an_unknown_step_is_named_with_a_near_one() {
        let error = "subject/ofs".parse::<Path>().unwrap_err().to_string();
        assert!(error.contains("found \"subject/ofs\", did you mean \"of\"?"), "{error}");
        for text in ["", "object[", "object[]", "subject//of"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }
}

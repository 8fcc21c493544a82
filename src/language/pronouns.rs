//! Pronouns and whom they can mean.

use std::collections::HashMap;

use serde::Deserialize;

use super::gender::Gender;

/// Whom a pronoun can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// "He", "she": one person.
    Person(Gender),
    /// "It": one organization, event or program.
    Thing,
    /// "They": several.
    Several,
    /// "The former", "the latter": one of two, by its place.
    OneOfTwo(usize),
    /// "I": who speaks.
    Speaker,
    /// "We": the organization for which the speaker speaks.
    SpeakersBody,
}

/// A pronoun as it stands in the text.
#[derive(Debug, Clone, Copy)]
struct Form {
    meaning: Meaning,
    is_reflexive: bool,
}

/// The table `pronouns.toml`, by form in small letters.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(try_from = "Table")]
pub(crate) struct Pronouns(HashMap<String, Form>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    pronoun: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    means: Means,
    gender: Option<Gender>,
    forms: Vec<String>,
    #[serde(default)]
    reflexive: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Means {
    Person,
    Thing,
    Several,
    FirstOfTwo,
    SecondOfTwo,
    Speaker,
    SpeakersOrganization,
}

impl TryFrom<Table> for Pronouns {
    type Error = String;

    fn try_from(table: Table) -> Result<Self, String> {
        let mut by_form = HashMap::new();
        for Entry { means, gender, forms, reflexive } in table.pronoun {
            let meaning = match (means, gender) {
                (Means::Person, Some(gender)) => Meaning::Person(gender),
                (Means::Person, None) => return Err(format!("the pronouns {forms:?} need a gender")),
                (Means::Thing, _) => Meaning::Thing,
                (Means::Several, _) => Meaning::Several,
                (Means::FirstOfTwo, _) => Meaning::OneOfTwo(0),
                (Means::SecondOfTwo, _) => Meaning::OneOfTwo(1),
                (Means::Speaker, _) => Meaning::Speaker,
                (Means::SpeakersOrganization, _) => Meaning::SpeakersBody,
            };
            by_form.extend(forms.into_iter().map(|form| (form, Form { meaning, is_reflexive: false })));
            by_form.extend(reflexive.into_iter().map(|form| (form, Form { meaning, is_reflexive: true })));
        }
        Ok(Self(by_form))
    }
}

impl Pronouns {
    /// Whom the word, in small letters, can mean; `None` if it is not a pronoun of the table.
    pub(crate) fn meaning(&self, lower: &str) -> Option<Meaning> {
        self.0.get(lower).map(|form| form.meaning)
    }

    /// Whether the word, in small letters, refers to the subject of its clause: "himself".
    pub(crate) fn is_reflexive(&self, lower: &str) -> bool {
        self.0.get(lower).is_some_and(|form| form.is_reflexive)
    }

    /// The gender that a pronoun shows.
    pub(crate) fn gender(&self, lower: &str) -> Option<Gender> {
        match self.meaning(lower)? {
            Meaning::Person(gender) => Some(gender),
            _ => None,
        }
    }
}

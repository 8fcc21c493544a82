//! The meaning of the labels of annotated corpora.

use std::str::FromStr;

use super::proper_nouns::{PROPER_NAME, PROPER_NOUN};
use crate::analysis::names::NameKind;

/// The meaning of a label of an annotated corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelMeaning {
    /// A name of this kind.
    Name(NameKind),
    /// Something that the name finder does not look for, such as a date: the tokens are outside names.
    Outside,
    /// The label covers several kinds, so nothing is learned from these tokens.
    Unclear,
    /// A proper noun of a treebank: part of a name of some kind.
    ProperNoun,
    /// Proper nouns of a treebank that are one whole name of some kind.
    ProperName,
}

/// A label that the table of labels does not contain.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "unknown name label \"{0}\", expected one of PER, ORG, LOC, NORP, MISC or a label of the table in corpus/label_meaning.rs"
)]
pub struct UnknownNameLabel(pub String);

/// Labels of the annotated corpora, in lower case, with their meaning.
///
/// | corpus | Person | Organization | Place | Norp | Misc | outside |
/// |---|---|---|---|---|---|---|
/// | UNER (Mayhew et al. 2024) | PER | ORG | LOC | not annotated | not annotated | |
/// | WikiGold (Balasuriya et al. 2009), Europarl (Agerri et al. 2018) | PER | ORG | LOC | MISC (demonyms) | MISC | |
/// | GUM names (from Zeldes 2017) | person | organization | place | norp | abstract, event, object | time |
/// | CrossNER politics (Liu et al. 2021) | politician, person | politicalparty, organisation | location, country | misc (demonyms) | election, event, misc | |
/// | GMB (Bos et al. 2017) | per (titles cut off) | org | geo, gpe (countries) | gpe (demonyms) | art, eve, nat | tim |
/// | Re-DocRED (Tan et al. 2022) | PER | ORG | LOC | LOC (demonyms) | MISC | TIME, NUM |
/// | English Worldwide (Shan et al. 2023), only measured | Person | Organization | Location, Facility | NORP | Misc, Product | Date, Money |
///
/// `substance`, `animal` and `plant` of GUM mark names as well as common nouns and are unclear.
/// The rows "demonyms" and "titles cut off" are done by `training::names`, which has the lists.
const LABELS: &[(&str, LabelMeaning)] = &[
    ("per", LabelMeaning::Name(NameKind::Person)),
    ("person", LabelMeaning::Name(NameKind::Person)),
    ("politician", LabelMeaning::Name(NameKind::Person)),
    ("org", LabelMeaning::Name(NameKind::Organization)),
    ("organization", LabelMeaning::Name(NameKind::Organization)),
    ("organisation", LabelMeaning::Name(NameKind::Organization)),
    ("politicalparty", LabelMeaning::Name(NameKind::Organization)),
    ("loc", LabelMeaning::Name(NameKind::Place)),
    ("location", LabelMeaning::Name(NameKind::Place)),
    ("place", LabelMeaning::Name(NameKind::Place)),
    ("facility", LabelMeaning::Name(NameKind::Place)),
    ("country", LabelMeaning::Name(NameKind::Place)),
    ("geo", LabelMeaning::Name(NameKind::Place)),
    ("gpe", LabelMeaning::Name(NameKind::Place)),
    ("norp", LabelMeaning::Name(NameKind::Norp)),
    ("misc", LabelMeaning::Name(NameKind::Misc)),
    ("art", LabelMeaning::Name(NameKind::Misc)),
    ("eve", LabelMeaning::Name(NameKind::Misc)),
    ("nat", LabelMeaning::Name(NameKind::Misc)),
    ("event", LabelMeaning::Name(NameKind::Misc)),
    ("election", LabelMeaning::Name(NameKind::Misc)),
    ("abstract", LabelMeaning::Name(NameKind::Misc)),
    ("object", LabelMeaning::Name(NameKind::Misc)),
    ("product", LabelMeaning::Name(NameKind::Misc)),
    ("substance", LabelMeaning::Unclear),
    ("animal", LabelMeaning::Unclear),
    ("plant", LabelMeaning::Unclear),
    ("time", LabelMeaning::Outside),
    ("tim", LabelMeaning::Outside),
    ("date", LabelMeaning::Outside),
    ("money", LabelMeaning::Outside),
    ("num", LabelMeaning::Outside),
    (PROPER_NOUN, LabelMeaning::ProperNoun),
    (PROPER_NAME, LabelMeaning::ProperName),
];

impl FromStr for LabelMeaning {
    type Err = UnknownNameLabel;

    /// Looks up a label, ignoring case.
    fn from_str(label: &str) -> Result<Self, UnknownNameLabel> {
        let wanted = label.to_lowercase();
        let row = LABELS.iter().find(|(known, _)| *known == wanted);
        row.map(|&(_, meaning)| meaning).ok_or_else(|| UnknownNameLabel(label.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_label_is_named_in_the_error() {
        assert_eq!("GPE".parse(), Ok(LabelMeaning::Name(NameKind::Place)));
        assert_eq!("tim".parse(), Ok(LabelMeaning::Outside));
        let error = "planet".parse::<LabelMeaning>().unwrap_err();
        assert!(error.to_string().starts_with("unknown name label \"planet\""));
    }
}

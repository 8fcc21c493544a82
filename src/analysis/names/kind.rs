//! A label of an annotated corpus in, a kind of name out; and the tags a sentence is labelled with.

use std::fmt;
use std::str::FromStr;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[repr(u8)]
pub enum NameKind {
    /// A person, without titles: `Losaline Fonoti`.
    Person,
    /// A body people belong to: ministry, company, party, army, armed group, team.
    Organization,
    /// A country, town, region, river, building.
    Place,
    /// A nationality, religion or people, as adjective or noun: `Kenyan`, `Somalis`, `Muslim`.
    Norp,
    /// Any other name: event, work, law, product.
    Misc,
}

/// Number of kinds of names.
pub(crate) const KINDS: usize = 5;

impl NameKind {
    /// Every kind, in the order of the model's tags.
    pub const ALL: [Self; KINDS] = [Self::Person, Self::Organization, Self::Place, Self::Norp, Self::Misc];

    /// The kind as it is written in BIO files and reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Organization => "Organization",
            Self::Place => "Place",
            Self::Norp => "Norp",
            Self::Misc => "Misc",
        }
    }
}

impl fmt::Display for NameKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What the label of an annotated corpus means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelMeaning {
    /// A name of this kind.
    Name(NameKind),
    /// Something the name finder does not look for, such as a date: the tokens are outside names.
    Outside,
    /// The corpus mixes several kinds under this label: nothing is learned from these tokens.
    Unclear,
    /// A proper noun of a treebank: part of a name of some kind.
    ProperNoun,
    /// Proper nouns of a treebank that are one whole name of some kind.
    ProperName,
}

/// The label of a corpus that the table of labels does not have.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "unknown name label \"{0}\", expected one of PER, ORG, LOC, NORP, MISC or a label of the table in names/kind.rs"
)]
pub struct UnknownNameLabel(pub String);

/// Labels of the annotated corpora, in lower case, and what they mean here.
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
/// `substance`, `animal` and `plant` of GUM hold names and plain nouns alike and are unclear.
/// The rows "demonyms" and "titles cut off" are done by [`super::train`], which has the lists.
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
    (super::foreign::PROPER_NOUN, LabelMeaning::ProperNoun),
    (super::foreign::PROPER_NAME, LabelMeaning::ProperName),
];

impl FromStr for LabelMeaning {
    type Err = UnknownNameLabel;

    /// Looks a corpus label up, whatever its case.
    fn from_str(label: &str) -> Result<Self, UnknownNameLabel> {
        let wanted = label.to_lowercase();
        let row = LABELS.iter().find(|(known, _)| *known == wanted);
        row.map(|&(_, meaning)| meaning).ok_or_else(|| UnknownNameLabel(label.to_owned()))
    }
}

/// Number of tags: outside, and four places in a name (begin, inside, last, unit) for each kind.
///
/// The four places do better than the two of BIO: Ratinov and Roth 2009, CoNLL, section 3.
pub(crate) const TAGS: usize = 1 + 4 * KINDS;

/// Length of a row of tag weights, padded so that whole vector registers are added.
pub(crate) const WIDTH: usize = 24;

/// The tag of a token outside every name.
pub(crate) const OUTSIDE: usize = 0;

/// Where in its name a token stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Begin,
    Inside,
    Last,
    Unit,
}

/// The tag of a token at `place` in a name of `kind`: 1 to 20.
pub(crate) fn tag(kind: NameKind, place: Place) -> usize {
    1 + 4 * kind as usize + place as usize
}

/// Kind and place of a tag, `None` for [`OUTSIDE`] and for the padding.
pub(crate) fn untag(tag: usize) -> Option<(NameKind, Place)> {
    const PLACES: [Place; 4] = [Place::Begin, Place::Inside, Place::Last, Place::Unit];
    let index = tag.checked_sub(1)?;
    Some((*NameKind::ALL.get(index / 4)?, PLACES[index % 4]))
}

/// Whether a name is open after this tag, so that the next token must go on with it.
pub(crate) fn is_open(tag: usize) -> bool {
    matches!(untag(tag), Some((_, Place::Begin | Place::Inside)))
}

/// Whether `next` may follow `tag`: an open name goes on in its kind, a closed one does not.
pub(crate) fn may_follow(tag: usize, next: usize) -> bool {
    match (untag(tag), untag(next)) {
        (Some((kind, Place::Begin | Place::Inside)), Some((other, Place::Inside | Place::Last))) => kind == other,
        (Some((_, Place::Begin | Place::Inside)), _) => false,
        (_, Some((_, Place::Inside | Place::Last))) => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_goes_there_and_back() {
        for index in 1..TAGS {
            let (kind, place) = untag(index).unwrap();
            assert_eq!(tag(kind, place), index);
        }
        assert_eq!(untag(OUTSIDE), None);
        assert_eq!(untag(TAGS), None);
    }

    #[test]
    fn an_open_name_goes_on_in_its_own_kind_only() {
        let begin = tag(NameKind::Person, Place::Begin);
        assert!(may_follow(begin, tag(NameKind::Person, Place::Last)));
        assert!(!may_follow(begin, tag(NameKind::Place, Place::Last)));
        assert!(!may_follow(begin, OUTSIDE));
        assert!(!may_follow(OUTSIDE, tag(NameKind::Person, Place::Inside)));
        assert!(may_follow(tag(NameKind::Norp, Place::Unit), begin));
    }

    #[test]
    fn a_label_of_no_corpus_is_named_in_the_error() {
        assert_eq!("GPE".parse(), Ok(LabelMeaning::Name(NameKind::Place)));
        assert_eq!("tim".parse(), Ok(LabelMeaning::Outside));
        let error = "planet".parse::<LabelMeaning>().unwrap_err();
        assert!(error.to_string().starts_with("unknown name label \"planet\""));
    }
}

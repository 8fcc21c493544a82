//! The kinds of names, and the tags that a sentence is labelled with.

use std::fmt;

/// The kind of thing that a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[repr(u8)]
pub enum NameKind {
    /// A person, without titles: `Losaline Fonoti`.
    Person,
    /// An organization: ministry, company, party, army, armed group, team.
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
#[cfg(any(test, feature = "training"))]
pub(crate) fn tag(kind: NameKind, place: Place) -> usize {
    1 + 4 * kind as usize + place as usize
}

/// Kind and place of a tag, `None` for [`OUTSIDE`] and for the padding.
pub(crate) fn untag(tag: usize) -> Option<(NameKind, Place)> {
    const PLACES: [Place; 4] = [Place::Begin, Place::Inside, Place::Last, Place::Unit];
    let index = tag.checked_sub(1)?;
    Some((*NameKind::ALL.get(index / 4)?, PLACES[index % 4]))
}

/// Whether a name is open after this tag, so that the next token must continue it.
pub(crate) fn is_open(tag: usize) -> bool {
    matches!(untag(tag), Some((_, Place::Begin | Place::Inside)))
}

/// Whether `next` may follow `tag`: an open name continues in its kind, a closed one does not continue.
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
    fn an_open_name_continues_in_its_own_kind_only() {
        let begin = tag(NameKind::Person, Place::Begin);
        assert!(may_follow(begin, tag(NameKind::Person, Place::Last)));
        assert!(!may_follow(begin, tag(NameKind::Place, Place::Last)));
        assert!(!may_follow(begin, OUTSIDE));
        assert!(!may_follow(OUTSIDE, tag(NameKind::Person, Place::Inside)));
        assert!(may_follow(tag(NameKind::Norp, Place::Unit), begin));
    }
}

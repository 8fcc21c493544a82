//! The tag of a token: its universal and its treebank part of speech.

use std::fmt;
use std::str::FromStr;

use super::labels::Upos;

/// The treebank tags of the English treebanks: Penn Treebank (Santorini 1990), with `ADD` (address), `AFX` (affix),
/// `GW` (part of a wrongly split word), `HYPH` (hyphen), `NFP` (odd punctuation) and `XX` (unknown) of OntoNotes.
const XPOS: [&str; 51] = [
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ",
    "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "``", "_",
];

/// A treebank tag, as an index into the list of known ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Xpos(u8);

/// An unknown treebank tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown XPOS tag \"{found}\", expected one of the Penn Treebank, such as NN, VBD or -LRB-")]
pub struct UnknownXpos {
    found: String,
}

impl Xpos {
    /// A proper noun in the singular.
    pub const NNP: Self = Self(24);
    /// A verb in the past tense.
    pub const VBD: Self = Self(39);
    /// A gerund or present participle.
    pub const VBG: Self = Self(40);
    /// A past participle.
    pub const VBN: Self = Self(41);
    /// Verb, third person singular present.
    pub const VBZ: Self = Self(43);

    /// Every tag, in the order of its code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..XPOS.len() as u8).map(Self)
    }

    /// The tag as it is written in CoNLL-U.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        XPOS[self.0 as usize]
    }
}

impl FromStr for Xpos {
    type Err = UnknownXpos;

    fn from_str(text: &str) -> Result<Self, UnknownXpos> {
        let at = XPOS.iter().position(|&known| known == text);
        at.map(|at| Self(at as u8)).ok_or_else(|| UnknownXpos { found: text.to_owned() })
    }
}

impl fmt::Display for Xpos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The part of speech of a token in both tag sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    /// Universal part of speech.
    pub upos: Upos,
    /// Treebank part of speech; it distinguishes verb forms and number.
    pub xpos: Xpos,
}

impl Tag {
    /// The tag as a small number, for features and files.
    pub(crate) fn code(self) -> u16 {
        u16::from(self.upos as u8) << 8 | u16::from(self.xpos.0)
    }

    /// The tag with the number `code`, if there is one.
    pub(crate) fn from_code(code: u64) -> Option<Self> {
        let upos = *Upos::ALL.get((code >> 8) as usize)?;
        let xpos = (code & 0xff) as usize;
        (xpos < XPOS.len()).then_some(Self { upos, xpos: Xpos(xpos as u8) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_read_back_as_written() {
        assert!(Xpos::all().all(|tag| tag.as_str().parse() == Ok(tag)));
        assert_eq!(
            ["NNP", "VBD", "VBG", "VBN", "VBZ"].map(str::parse),
            [Xpos::NNP, Xpos::VBD, Xpos::VBG, Xpos::VBN, Xpos::VBZ].map(Ok)
        );
        assert!("NNX".parse::<Xpos>().is_err());
        let tag = Tag { upos: Upos::Verb, xpos: "VBD".parse().unwrap() };
        assert_eq!(Tag::from_code(u64::from(tag.code())), Some(tag));
        assert_eq!(Tag::from_code(0xffff), None);
    }
}

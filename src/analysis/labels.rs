//! The labels of Universal Dependencies and what they mean.

use std::fmt;
use std::str::FromStr;

/// Index of a token in its sentence, 0-based.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub u32);

impl TokenId {
    /// The token at `index`.
    ///
    /// # Panics
    /// If the index does not fit into 32 bits; no sentence is that long.
    #[must_use]
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("sentences have fewer than 2^32 tokens"))
    }

    /// The index as it is used on a slice of tokens.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An unknown label.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("unknown {kind} \"{found}\", expected one of {expected}")]
pub struct UnknownLabel {
    kind: &'static str,
    found: String,
    expected: String,
}

/// Declares an enum of labels from one table with their spelling and meaning.
macro_rules! labels {
    ($(#[$doc:meta])* $name:ident, $kind:literal, { $($variant:ident $text:literal $meaning:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $name {
            $(#[doc = $meaning] $variant,)+
        }

        impl $name {
            /// Every label, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The label as it is written in CoNLL-U.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// What the label means, in a few words.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownLabel;

            fn from_str(text: &str) -> Result<Self, UnknownLabel> {
                Self::ALL.iter().copied().find(|label| label.as_str() == text).ok_or_else(|| UnknownLabel {
                    kind: $kind,
                    found: text.to_owned(),
                    expected: Self::ALL.iter().map(|label| label.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

labels! {
    /// A universal part-of-speech tag (Universal Dependencies v2, 17 values).
    Upos, "UPOS tag", {
        Adj "ADJ" "adjective",
        Adp "ADP" "adposition",
        Adv "ADV" "adverb",
        Aux "AUX" "auxiliary",
        Cconj "CCONJ" "coordinating conjunction",
        Det "DET" "determiner",
        Intj "INTJ" "interjection",
        Noun "NOUN" "noun",
        Num "NUM" "numeral",
        Part "PART" "particle",
        Pron "PRON" "pronoun",
        Propn "PROPN" "proper noun",
        Punct "PUNCT" "punctuation",
        Sconj "SCONJ" "subordinating conjunction",
        Sym "SYM" "symbol",
        Verb "VERB" "verb",
        X "X" "other",
    }
}

labels! {
    /// A dependency relation with its subtype as the English treebanks use it (Universal Dependencies v2).
    Deprel, "dependency relation", {
        Acl "acl" "clausal modifier of a noun",
        AclRelcl "acl:relcl" "relative clause",
        Advcl "advcl" "adverbial clause",
        AdvclRelcl "advcl:relcl" "relative clause about a clause",
        Advmod "advmod" "adverbial modifier",
        Amod "amod" "adjectival modifier",
        Appos "appos" "apposition",
        Aux "aux" "auxiliary",
        AuxPass "aux:pass" "passive auxiliary",
        Case "case" "case marker or preposition",
        Cc "cc" "coordinating conjunction",
        CcPreconj "cc:preconj" "first half of a paired conjunction",
        Ccomp "ccomp" "clausal complement",
        Compound "compound" "compound",
        CompoundPrt "compound:prt" "verb particle",
        Conj "conj" "conjunct",
        Cop "cop" "copula",
        Csubj "csubj" "clausal subject",
        CsubjOuter "csubj:outer" "clausal subject of a copula over a clause",
        CsubjPass "csubj:pass" "clausal subject of a passive",
        Dep "dep" "unspecified dependency",
        Det "det" "determiner",
        DetPredet "det:predet" "predeterminer",
        Discourse "discourse" "discourse element",
        Dislocated "dislocated" "dislocated element",
        Expl "expl" "expletive",
        Fixed "fixed" "fixed multiword expression",
        Flat "flat" "flat name or expression",
        Goeswith "goeswith" "parts of a wrongly split word",
        Iobj "iobj" "indirect object",
        List "list" "list item",
        Mark "mark" "subordinating marker",
        Nmod "nmod" "nominal modifier",
        NmodDesc "nmod:desc" "description or title before a name",
        NmodPoss "nmod:poss" "possessive modifier",
        NmodUnmarked "nmod:unmarked" "nominal modifier without a preposition",
        Nsubj "nsubj" "nominal subject",
        NsubjOuter "nsubj:outer" "subject of a copula over a clause",
        NsubjPass "nsubj:pass" "subject of a passive",
        Nummod "nummod" "numeric modifier",
        Obj "obj" "object",
        Obl "obl" "oblique nominal",
        OblAgent "obl:agent" "agent of a passive",
        OblUnmarked "obl:unmarked" "oblique without a preposition",
        Orphan "orphan" "dependent of an elided predicate",
        Parataxis "parataxis" "parataxis",
        Punct "punct" "punctuation",
        Reparandum "reparandum" "overridden disfluency",
        Root "root" "root",
        Vocative "vocative" "vocative",
        Xcomp "xcomp" "open clausal complement",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_back_as_written() {
        assert!(Upos::ALL.iter().all(|&tag| tag.as_str().parse() == Ok(tag)));
        assert!(Deprel::ALL.iter().all(|&label| label.as_str().parse() == Ok(label)));
    }

    #[test]
    fn an_unknown_label_names_the_known_ones() {
        let error = "NOUNS".parse::<Upos>().unwrap_err().to_string();
        assert!(error.starts_with("unknown UPOS tag \"NOUNS\", expected one of ADJ, ADP"));
    }
}

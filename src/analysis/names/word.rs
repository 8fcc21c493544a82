//! A word as the name finder knows it: hashes of its form, and how it is written.

use crate::analysis::word_form::normalize_word;
use crate::analysis::word_vectors::WordVectors;
use crate::stable_hash::fnv;

/// How a word is written, with digits and full stops.
///
/// [`Casing`](crate::analysis::word_form::Casing), which the tagger and the parser use, looks at letters only. The
/// models store features of both, so neither can replace the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Spelling {
    /// No capital: `minister`.
    Lower,
    /// First letter a capital, the others not: `Sylhet`, `Al-shabaab`.
    Capital,
    /// Two capitals or more and nothing else: `UNHCR`.
    Upper,
    /// One capital letter, with or without full stop: `J.`.
    Initial,
    /// Capitals and full stops: `U.S.`, `D.R.C.`.
    Dotted,
    /// Capitals and lower-case letters in another order: `McCain`, `eThekwini`.
    Mixed,
    /// Letters and digits: `G20`, `COVID-19`, `19th`.
    Alphanumeric,
    /// Digits, perhaps with punctuation: `2,500`.
    Number,
    /// Letters of a script without capitals: `北京`.
    Caseless,
    /// Anything else.
    Punctuation,
}

impl Spelling {
    /// Whether a word with this spelling may be a name.
    pub(crate) fn is_namelike(self) -> bool {
        matches!(
            self,
            Self::Capital
                | Self::Upper
                | Self::Initial
                | Self::Dotted
                | Self::Mixed
                | Self::Alphanumeric
                | Self::Caseless
        )
    }
}

/// What the features see of a word; all fields but `spelling` and `clusters` are 32-bit hashes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// The form as written.
    pub(crate) form: u32,
    /// The form in lower case and without diacritics.
    pub(crate) lower: u32,
    /// The form with letters and digits replaced by their class, runs of a class shortened to one.
    pub(crate) shape: u32,
    /// First 2, 3 and 4 bytes of the lower-case form (fewer for shorter words).
    pub(crate) prefix: [u32; 3],
    /// Last 2, 3 and 4 bytes of the lower-case form.
    pub(crate) suffix: [u32; 3],
    /// How the word is written.
    pub(crate) spelling: Spelling,
    /// The coarse and the fine cluster of words used alike; 0 for a word without a vector.
    pub(crate) clusters: [u16; 2],
}

impl Word {
    /// Computes the hashes of a word form. Linear in its length.
    pub(crate) fn new(form: &str) -> Self {
        if form.is_ascii() {
            Self::from_folded(form, form.as_bytes())
        } else {
            Self::from_folded(form, lower_without_diacritics(form).as_bytes())
        }
    }

    /// `folded` is the form without diacritics; its ASCII letters may still be capitals.
    fn from_folded(form: &str, folded: &[u8]) -> Self {
        let mut lower = fnv::START;
        let mut prefix = [0; 3];
        for (index, byte) in folded.iter().enumerate() {
            lower = fnv::step(lower, byte.to_ascii_lowercase());
            if (1..4).contains(&index) {
                prefix[index - 1..].fill(fnv::finish(lower));
            }
        }
        if folded.len() < 2 {
            prefix = [fnv::finish(lower); 3];
        }
        let mut suffix = [0; 3];
        let mut hash = fnv::START;
        for (index, byte) in folded.iter().rev().take(4).enumerate() {
            hash = fnv::step(hash, byte.to_ascii_lowercase());
            suffix[index.saturating_sub(1)..].fill(fnv::finish(hash));
        }
        let (shape, spelling) = shape(form);
        Self {
            form: fnv::finish(fnv::hash(form.as_bytes())),
            lower: fnv::finish(lower),
            shape,
            prefix,
            suffix,
            spelling,
            clusters: clusters(form),
        }
    }
}

/// The clusters of a form.
fn clusters(form: &str) -> [u16; 2] {
    let vectors = WordVectors::shipped();
    let mut normalized = String::new();
    normalize_word(form, &mut normalized);
    vectors.clusters(vectors.row(&normalized))
}

/// The hash that [`Word::lower`] of this form has.
#[cfg(any(test, feature = "training"))]
pub(crate) fn hash_lower(form: &str) -> u32 {
    Word::new(form).lower
}

/// The form in lower case and without diacritics, so that `Bañuelos` and `Banuelos` meet.
///
/// [`text::fold`](crate::text::fold), by which names are compared, also drops punctuation; the model stores hashes of
/// forms with theirs.
fn lower_without_diacritics(form: &str) -> String {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    form.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}

/// Shape hash and spelling of a form.
fn shape(form: &str) -> (u32, Spelling) {
    let (mut upper, mut lower, mut digit, mut other_letter, mut dots, mut marks) = (0, 0, 0, 0, 0, 0);
    let (mut hash, mut last, mut first_is_upper) = (fnv::START, 0, None);
    for c in form.chars() {
        let class = if c.is_ascii_lowercase() || (!c.is_ascii() && c.is_lowercase()) {
            lower += 1;
            first_is_upper.get_or_insert(false);
            b'x'
        } else if c.is_ascii_uppercase() || (!c.is_ascii() && c.is_uppercase()) {
            upper += 1;
            first_is_upper.get_or_insert(true);
            b'X'
        } else if c.is_ascii_digit() || (!c.is_ascii() && c.is_numeric()) {
            digit += 1;
            b'0'
        } else if !c.is_ascii() && c.is_alphabetic() {
            other_letter += 1;
            b'l'
        } else if c == '.' {
            dots += 1;
            b'.'
        } else {
            marks += 1;
            if c.is_ascii() { c as u8 } else { b'?' }
        };
        if class != last {
            hash = fnv::step(hash, class);
            last = class;
        }
    }
    let spelling = match (upper, lower, digit, other_letter) {
        (0, 0, 0, 0) => Spelling::Punctuation,
        (0, 0, _, 0) => Spelling::Number,
        (0, 0, _, _) => Spelling::Caseless,
        (_, _, 1.., _) => Spelling::Alphanumeric,
        (0, ..) => Spelling::Lower,
        (1, 0, ..) => Spelling::Initial,
        (_, 0, ..) if dots > 0 && marks == 0 => Spelling::Dotted,
        (_, 0, ..) => Spelling::Upper,
        (1, ..) if first_is_upper == Some(true) => Spelling::Capital,
        _ => Spelling::Mixed,
    };
    (fnv::finish(hash), spelling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spelling_tells_names_from_plain_words() {
        let spellings = ["minister", "Sylhet", "UNHCR", "J.", "U.S.", "McGuinness", "G20", "2,500", "北京", "—", "Ñ"];
        let expected = [
            Spelling::Lower,
            Spelling::Capital,
            Spelling::Upper,
            Spelling::Initial,
            Spelling::Dotted,
            Spelling::Mixed,
            Spelling::Alphanumeric,
            Spelling::Number,
            Spelling::Caseless,
            Spelling::Punctuation,
            Spelling::Initial,
        ];
        assert_eq!(spellings.map(|form| Word::new(form).spelling), expected);
    }

    #[test]
    fn diacritics_and_case_do_not_change_the_lower_hash() {
        assert_eq!(hash_lower("Bañuelos"), hash_lower("BANUELOS"));
        assert_eq!(hash_lower("Jõgeva"), hash_lower("jogeva"));
        assert_ne!(Word::new("Jõgeva").form, Word::new("Jogeva").form);
    }

    #[test]
    fn affixes_of_short_words_are_the_word() {
        let word = Word::new("Oh");
        assert_eq!(word.prefix, [word.lower; 3]);
        assert_eq!(Word::new("Kipchoge").suffix, Word::new("Choge").suffix);
    }

    #[test]
    fn odd_forms_have_the_hash_of_the_letters_that_are_left() {
        assert_eq!(hash_lower("\u{0301}"), hash_lower(""));
        assert_eq!(hash_lower("İ"), hash_lower("i"));
        assert_eq!(Word::new("").prefix, [hash_lower(""); 3]);
        assert_eq!(["", "\u{0301}", "🙂", "ß"].map(|form| Word::new(form).spelling), {
            use Spelling::{Lower, Punctuation};
            [Punctuation, Punctuation, Punctuation, Lower]
        });
    }
}

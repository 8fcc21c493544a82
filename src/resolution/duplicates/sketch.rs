//! Sketches of texts: a few numbers that show how similar two texts are, without the texts.

use crate::document::Document;
use crate::stable_hash::{fnv, splitmix};
use crate::text::fold;

/// Number of words in a shingle. Three words say more than the topic of an article, and most shingles survive when an
/// editor changes one word.
const WORDS: usize = 3;

/// A text with fewer words (about two sentences) is compared as a whole: one word makes it another story ("Peru pledged
/// 20 boats" and "Peru pledged 30 boats").
const MIN_WORDS: usize = 30;

/// Number of bands of a sketch; near-duplicates are looked up by band.
const BANDS: usize = 20;

/// Number of values in a band.
const ROWS: usize = 4;

const VALUES: usize = BANDS * ROWS;

/// Minimum share of equal values at which two articles are copies.
///
/// An article of 300 words keeps 0.9 of its shingles if a sentence is cut, and 0.7 if one word in each sentence of 20
/// words is changed, while two reports of one meeting share less than 0.2, including quotations
/// (`an_edited_copy_is_a_near_duplicate`, `two_reports_of_one_meeting_are_two_articles`). Among 10,000 articles of
/// `examples/synthetic_articles`, all 677 pairs of copies are above it and no other pair reaches 0.3.
const MIN_LIKENESS: f32 = 0.6;

/// The wording of an article in a form that can be compared with others.
///
/// The likeness of two sketches estimates the resemblance of the texts: of all runs of three words in either text, the
/// share found in both (Broder 1997, "On the resemblance and containment of documents"), with a standard error of at
/// most 0.06. Front matter, dateline, case, punctuation and diacritics are ignored. Each minimum hash keeps 16 bits (Li
/// & König 2010, "b-Bit Minwise Hashing"); 80 of them make 160 bytes. The same text gives the same sketch on every
/// machine and in every version that reads its bytes with [`Sketch::from_bytes`].
///
/// # Example
/// ```
/// use whomet::resolution::Sketch;
///
/// let sketch = |text: &str| Sketch::of(text);
/// let report = "The ministers of Fiji and Tonga opened the new pier in Suva on Monday, an official said.";
/// let copy = "SUVA, 3 May 2024 - The Ministers of Fiji and Tonga opened the new pier in Suva on Monday, an official said";
/// assert!(sketch(report).is_near(&sketch(copy)));
/// assert!(!sketch(report).is_near(&sketch("Tonga and Fiji have a new pier.")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sketch(Vec<u16>);

impl Sketch {
    /// The sketch of an article. An article of fewer than 30 words resembles only those with the same words; one
    /// without words resembles none.
    ///
    /// # Complexity
    /// O(n) for n words; about 0.1 ms for 500.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let article = Document::from_text("", text);
        let start = article.dateline.map_or(article.body.start(), |dateline| dateline.end());
        let parts = article.prose().into_iter().filter(|part| part.start() >= start);
        let folded = fold(&parts.map(|part| part.slice(&article.text)).collect::<Vec<_>>().join("\n"));
        let words: Vec<u64> = folded.split_whitespace().map(|word| fnv::hash(word.as_bytes())).collect();
        if words.is_empty() {
            return Self(Vec::new());
        }
        let seeds: [u64; VALUES] = std::array::from_fn(|at| splitmix(at as u64 + 1));
        let mut least = [u64::MAX; VALUES];
        let length = if words.len() < MIN_WORDS { words.len() } else { WORDS };
        for shingle in words.windows(length) {
            let shingle = shingle.iter().fold(0, |hash, word| splitmix(hash ^ word));
            for (least, seed) in least.iter_mut().zip(seeds) {
                *least = (*least).min(splitmix(shingle ^ seed));
            }
        }
        // The high bits of a least hash are mostly zero.
        Self(least.iter().map(|least| u16::from_le_bytes([least.to_le_bytes()[0], least.to_le_bytes()[1]])).collect())
    }

    /// Whether the text has no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The share of equal values, 0.0 to 1.0.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f32 {
        let equal = self.0.iter().zip(&other.0).filter(|(ours, theirs)| ours == theirs).count();
        let of = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        of(equal) / of(VALUES)
    }

    /// Whether the two articles are copies of one article.
    #[must_use]
    pub fn is_near(&self, other: &Self) -> bool {
        self.likeness(other) >= MIN_LIKENESS
    }

    /// The keys under which the sketch is filed; near-duplicates share at least one. An empty sketch has none.
    ///
    /// Two articles with likeness 0.6 share a key with probability 0.94, with 0.7 in 996 of 1000 cases, with 0.1 in
    /// 2 of 1000: 1 - (1 - s^4)^20 for likeness s (Indyk & Motwani 1998).
    #[must_use]
    pub fn bands(&self) -> Vec<i64> {
        let key = |(band, rows): (usize, &[u16])| {
            let packed = rows.iter().fold(0, |packed, value| (packed << 16) | u64::from(*value));
            splitmix(packed ^ splitmix(band as u64 + 1)).cast_signed()
        };
        self.0.chunks(ROWS).enumerate().map(key).collect()
    }

    /// The sketch as bytes, for storage.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|value| value.to_le_bytes()).collect()
    }

    /// The sketch that [`Self::to_bytes`] wrote; `None` if the bytes are not a sketch.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (values, rest) = bytes.as_chunks::<2>();
        let is_whole = rest.is_empty() && (values.is_empty() || values.len() == VALUES);
        is_whole.then(|| Self(values.iter().map(|value| u16::from_le_bytes(*value)).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ARTICLE, OTHER_REPORT, likeness};
    use super::*;

    #[test]
    fn an_edited_copy_is_a_near_duplicate() {
        let sentences: Vec<&str> = ARTICLE.split_inclusive(". ").collect();
        let cut = sentences.iter().enumerate().filter(|(at, _)| *at != 3).map(|(_, sentence)| *sentence);
        let longer =
            format!("{ARTICLE} The pier had been closed since the storm of last January. (Reporting by our staff)");
        let edits = [
            cut.collect::<String>(),
            longer,
            format!("NUKU'ALOFA, 4 May 2024 - {ARTICLE}"),
            ARTICLE.to_uppercase().replace('.', " ."),
            ARTICLE.replace("said", "told reporters").replace("ships", "vessels").replace("signed", "inked"),
        ];
        for edited in edits {
            let likeness = likeness(ARTICLE, &edited);
            assert!(likeness >= MIN_LIKENESS, "{likeness}: {edited}");
        }
    }

    #[test]
    fn two_reports_of_one_meeting_are_two_articles() {
        let likeness = likeness(ARTICLE, OTHER_REPORT);
        assert!(likeness < MIN_LIKENESS / 2.0, "{likeness}");
    }

    #[test]
    fn short_texts_are_copies_only_if_their_words_are_equal() {
        assert!((likeness("Talks end", "talks end!") - 1.0).abs() < f32::EPSILON);
        assert!(likeness("Talks end", "Talks begin") < MIN_LIKENESS);
        let brief = "Nepal trains Fijian nurses in Pokhara";
        assert!(likeness(brief, &brief.replace("Fijian", "Peruvian")) < MIN_LIKENESS);
        let pledge = "The minister said in Suva on Friday that Peru had pledged 20 boats to the islands of Fiji.";
        assert!(likeness(pledge, &pledge.replace("20", "30")) < MIN_LIKENESS, "it may be another pledge");
        assert!(likeness("", "...") < MIN_LIKENESS, "texts without words are not copies");
        assert!(Sketch::of("").bands().is_empty());
    }

    #[test]
    fn likeness_estimates_the_true_resemblance() {
        let words: Vec<String> = (0..600).map(|at| format!("word{at}")).collect();
        for shared in [100, 300, 500] {
            // 598 runs of three words; the texts share `shared - 2` of them.
            let other: Vec<String> =
                (0..600).map(|at| if at < shared { words[at].clone() } else { format!("other{at}") }).collect();
            let runs = |count: usize| f32::from(u16::try_from(count).unwrap());
            let truth = runs(shared - 2) / runs(2 * 598 - (shared - 2));
            let estimate = likeness(&words.join(" "), &other.join(" "));
            assert!((estimate - truth).abs() < 0.15, "{shared}: {estimate} for {truth}");
        }
    }

    #[test]
    fn sketches_survive_a_round_trip_through_bytes() {
        for text in [ARTICLE, ""] {
            let sketch = Sketch::of(text);
            assert_eq!(Sketch::from_bytes(&sketch.to_bytes()), Some(sketch));
        }
        assert_eq!(Sketch::from_bytes(&[1, 2, 3]), None);
        assert_eq!(Sketch::from_bytes(&[1, 2]), None);
    }

    #[test]
    fn stored_sketches_stay_comparable() {
        // If this changes, the sketches in project files come from another method and must be rebuilt.
        let first_bands = [ARTICLE, "Moana Tui met Tika Oli in Suva"].map(|text| Sketch::of(text).bands()[0]);
        assert_eq!(first_bands, [4_813_071_302_126_055_290, 6_993_122_934_292_565_267]);
    }
}

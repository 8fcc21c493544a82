//! Finds the full name that a short name of an organization stands for.
//!
//! "The River Guard" is the Nepal River Guard and "the Ministry" the Ministry of Health, if the short name fits no
//! other organization of the document. It may leave out a country or place at the start, or a complement at the end:
//! the police are not their academy, and the United Nations are not one of their missions.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::AnalyzedDocument;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::ontology::EntityType;

/// The names of organizations in a document, each once.
pub(super) struct Bodies<'a> {
    lexicon: &'a Lexicon,
    names: Vec<Body<'a>>,
    /// The names that contain a word.
    by_word: BTreeMap<&'a str, Vec<usize>>,
}

struct Body<'a> {
    /// Index among the names of the document.
    at: usize,
    mention: &'a Mention,
    /// The folded words.
    words: Vec<&'a str>,
}

impl<'a> Bodies<'a> {
    /// Selects the organizations among `names`.
    pub(super) fn new(lexicon: &'a Lexicon, names: &[&'a Mention]) -> Self {
        let mut bodies = Self { lexicon, names: Vec::new(), by_word: BTreeMap::new() };
        let mut known = BTreeSet::new();
        for (at, mention) in names.iter().enumerate().filter(|(_, mention)| mention.entity_type.is_organization()) {
            if known.insert((mention.entity_type, &mention.norm)) {
                let words: Vec<&str> = mention.norm.split(' ').collect();
                for word in words.iter().copied().collect::<BTreeSet<_>>() {
                    bodies.by_word.entry(word).or_default().push(bodies.names.len());
                }
                bodies.names.push(Body { at, mention, words });
            }
        }
        bodies
    }

    /// The only organization that `mention` may be a short name of: the index of its longest name.
    pub(super) fn fuller(&self, document: &AnalyzedDocument, mention: &Mention) -> Option<usize> {
        if !mention.entity_type.is_organization() || mention.canonical.is_some() || mention.stands_for.is_some() {
            return None;
        }
        let short: Vec<&str> = mention.norm.split(' ').collect();
        let is_fuller = |body: &&Body<'_>| {
            body.mention.entity_type == mention.entity_type
                && body.words.len() > short.len()
                && self.shortens(document, &short, body)
        };
        let sharing = self.by_word.get(short[0])?.iter().map(|&index| &self.names[index]);
        let fuller: Vec<&Body<'_>> = sharing.filter(is_fuller).collect();
        let longest = fuller.iter().max_by_key(|body| (body.words.len(), std::cmp::Reverse(body.at)))?;
        // "River Guard" and "Nepal River Guard" are one organization, "Nepal River Guard" and "Tonga River Guard" two.
        let is_one = |body: &&Body<'_>| body.at == longest.at || self.shortens(document, &body.words, longest);
        fuller.iter().all(is_one).then_some(longest.at)
    }

    fn shortens(&self, document: &AnalyzedDocument, short: &[&str], body: &Body<'_>) -> bool {
        let Some(start) = body.words.windows(short.len()).position(|words| words == short) else { return false };
        let end = start + short.len();
        let is_head = |word: &str| self.lexicon.head_noun(&[word]).is_some();
        let has_head = short.iter().any(|word| is_head(word)) || self.lexicon.head_noun(short).is_some();
        let keeps_head = has_head && self.is_end(&body.words, end);
        keeps_head && (short.len() == 1 || start == 0 || self.is_land(document, body, start))
    }

    /// Returns whether a name may end at word `at`: nothing or a complement follows.
    fn is_end(&self, words: &[&str], at: usize) -> bool {
        words.get(at).is_none_or(|word| self.lexicon.is(Class::BodyComplement, word))
    }

    /// Returns whether the first `count` words of a name are the name of a country or place.
    fn is_land(&self, document: &AnalyzedDocument, body: &Body<'_>, count: usize) -> bool {
        let surface: Vec<&str> =
            document.surface(body.mention.provenance.span).split_whitespace().take(count).collect();
        let known = self.lexicon.known_name(&surface).filter(|(length, _)| *length == surface.len());
        let is_place = |kind: EntityType| matches!(kind, EntityType::COUNTRY | EntityType::PLACE);
        known.is_some_and(|(_, meanings)| meanings.iter().any(|meaning| is_place(meaning.entity_type)))
            || self.lexicon.place(&surface) == Some(surface.len())
    }
}

/// The sieves that join short names of organizations.
pub(super) const SIEVES: [&str; 2] = ["short-body", "body-part"];

/// The sieve for a short name after or before the full one, and its confidence, which is lowest for a single noun.
pub(super) fn sieve(mention: &Mention, is_behind: bool) -> Option<(&'static str, f32)> {
    let is_noun = !mention.norm.contains(' ');
    match (is_noun, is_behind) {
        (true, true) => Some((SIEVES[0], 0.7)),
        (true, false) => None,
        (false, true) => Some((SIEVES[0], 0.85)),
        (false, false) => Some((SIEVES[1], 0.75)),
    }
}

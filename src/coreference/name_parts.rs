//! Finds the earlier or fuller name that each name of a document refers to.

use std::collections::BTreeMap;

use super::chain::CorefLink;
use super::short_bodies::{self, Bodies};
use super::spelling::spelling_of;
use crate::analysis::AnalyzedDocument;
use crate::ids::MentionId;
use crate::language::LanguagePack;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, initialism};
use crate::ontology::EntityType;
use crate::text::{fold, is_all_caps};

/// The sieves that join parts of personal names.
pub(super) const SIEVES: [&str; 2] = ["short-name", "name-part"];

/// The names of a document, indexed by what may join them.
pub(super) struct NameIndex<'a> {
    document: &'a AnalyzedDocument,
    names: &'a [&'a Mention],
    /// The first name of each type and normal form.
    by_norm: BTreeMap<(EntityType, &'a str), usize>,
    /// The first name of each type and spelling without doubled letters and spaces.
    by_spelling: BTreeMap<(EntityType, String), usize>,
    /// The first name of each type and gazetteer entry.
    by_entry: BTreeMap<(EntityType, &'a str), usize>,
    /// The full name of each type and acronym defined in brackets.
    by_acronym: BTreeMap<(EntityType, &'a str), usize>,
    /// The only full name of each type whose initials spell an acronym that is not defined.
    by_initials: BTreeMap<(EntityType, String), Option<usize>>,
    /// The different personal names that contain a word, by their first mention.
    persons_by_word: BTreeMap<&'a str, Vec<usize>>,
    bodies: Bodies<'a>,
    language: &'a LanguagePack,
}

impl<'a> NameIndex<'a> {
    pub(super) fn new(document: &'a AnalyzedDocument, names: &'a [&'a Mention], lexicon: &'a Lexicon) -> Self {
        let mut index = Self {
            document,
            names,
            by_norm: BTreeMap::new(),
            by_spelling: BTreeMap::new(),
            by_entry: BTreeMap::new(),
            by_acronym: BTreeMap::new(),
            by_initials: BTreeMap::new(),
            persons_by_word: BTreeMap::new(),
            bodies: Bodies::new(lexicon, names),
            language: lexicon.language(),
        };
        for (at, name) in names.iter().enumerate() {
            let is_new = *index.by_norm.entry((name.entity_type, &name.norm)).or_insert(at) == at;
            index.by_spelling.entry((name.entity_type, spelling_of(name, lexicon.language()))).or_insert(at);
            let full = name.stands_for.and_then(|full| names.binary_search_by_key(&full, |other| other.id).ok());
            if let Some(full) = full {
                index.by_acronym.entry((name.entity_type, &name.norm)).or_insert(full);
            }
            if let Some(initials) = initialism(document.surface(name.provenance.span)).filter(|_| is_new) {
                let key = (name.entity_type, fold(&initials));
                index.by_initials.entry(key).and_modify(|first| *first = None).or_insert(Some(at));
            }
            if let Some(entry) = &name.canonical {
                index.by_entry.entry((name.entity_type, entry)).or_insert(at);
            }
            if is_new && name.entity_type == EntityType::PERSON {
                for word in name.norm.split(' ') {
                    index.persons_by_word.entry(word).or_default().push(at);
                }
            }
        }
        index
    }

    /// The name that `names[at]` is joined to by the first sieve that decides.
    pub(super) fn antecedent_of(&self, at: usize) -> Option<(usize, CorefLink)> {
        let mention = self.names[at];
        let link = |antecedent: usize, sieve: &'static str, confidence| {
            let other: MentionId = self.names[antecedent].id;
            Some((antecedent, CorefLink { mention: mention.id, antecedent: other, sieve: sieve.into(), confidence }))
        };
        let earlier = |found: Option<&usize>| found.copied().filter(|&found| found < at);
        if let Some(first) = earlier(self.by_norm.get(&(mention.entity_type, mention.norm.as_str()))) {
            return link(first, "same-name", 0.99);
        }
        let entry = mention.canonical.as_deref().map(|entry| (mention.entity_type, entry));
        if let Some(first) = earlier(entry.and_then(|entry| self.by_entry.get(&entry))) {
            return link(first, "same-entry", 0.97);
        }
        let spelling = (mention.entity_type, spelling_of(mention, self.language));
        if let Some(first) = earlier(self.by_spelling.get(&spelling)) {
            return link(first, "spelling", 0.9);
        }
        // A headline uses the acronym before the article defines it.
        if let Some(&name) = self.by_acronym.get(&(mention.entity_type, mention.norm.as_str())) {
            return link(name, "acronym", 0.97);
        }
        if let Some(name) = self.spelled_by(mention) {
            return link(name, "initials", 0.85);
        }
        if let Some(body) = self.bodies.fuller(self.document, mention) {
            let (sieve, confidence) = short_bodies::sieve(mention, body < at)?;
            return link(body, sieve, confidence);
        }
        let fuller = self.fuller_name(mention)?;
        if fuller < at { link(fuller, SIEVES[0], 0.9) } else { link(fuller, SIEVES[1], 0.85) }
    }

    /// The only name whose initials an acronym spells: "IOC".
    fn spelled_by(&self, mention: &Mention) -> Option<usize> {
        let is_acronym = self.document.surface(mention.provenance.span).split(' ').next_back().is_some_and(is_all_caps);
        let full = self.by_initials.get(&(mention.entity_type, mention.norm.clone())).copied().flatten();
        full.filter(|_| is_acronym && mention.canonical.is_none() && mention.entity_type != EntityType::PERSON)
    }

    /// The only person in the document whose longer name contains all words of this one.
    ///
    /// Two different persons leave it open.
    fn fuller_name(&self, mention: &Mention) -> Option<usize> {
        if mention.entity_type != EntityType::PERSON {
            return None;
        }
        let words = words(mention);
        let sharing = self.persons_by_word.get(words[0])?;
        let is_fuller = |at: &usize| {
            let more = self::words(self.names[*at]);
            more.len() > words.len() && is_part(&words, &more)
        };
        let fuller: Vec<usize> = sharing.iter().copied().filter(is_fuller).collect();
        let longest = fuller.iter().copied().max_by_key(|at| (self.names[*at].norm.len(), std::cmp::Reverse(*at)))?;
        let full = self::words(self.names[longest]);
        fuller.iter().all(|at| is_part(&self::words(self.names[*at]), &full)).then_some(longest)
    }
}

fn words(mention: &Mention) -> Vec<&str> {
    mention.norm.split(' ').collect()
}

/// Returns whether the full name contains the words of the short one in order.
fn is_part(short: &[&str], full: &[&str]) -> bool {
    let mut rest = full.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

//! Gives offices with a noun for their organization the organization that has this noun in its name.
//!
//! "The college commandant, Oli" is the commandant of the Tartu Police College, if the document names no other college.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::AnalyzedDocument;
use crate::description::Descriptions;
use crate::description::offices::Office;
use crate::ids::MentionId;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};

/// The number of sentences before an office in which the only college is the one that is meant.
const NEAR: usize = 2;

/// Adds to each office without organization the only one whose name has the noun before the position.
pub(super) fn add_noun_bodies(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    described: Descriptions,
    lexicon: &Lexicon,
) -> Descriptions {
    let nouns = NounBodies::new(document, mentions, lexicon);
    described.map(|office| match nouns.body_of(&office) {
        Some((body, rule)) => Office { body: Some(body), rule, ..office },
        None => office,
    })
}

struct NounBodies<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    /// The organizations called by each noun, in text order: "Police College", "College of Mines".
    called: BTreeMap<&'a str, Vec<&'a Mention>>,
}

impl<'a> NounBodies<'a> {
    fn new(document: &'a AnalyzedDocument, mentions: &'a [Mention], lexicon: &'a Lexicon) -> Self {
        let mut called: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
        let is_name = |name: &&Mention| {
            name.kind == MentionKind::Name && name.entity_type.is_organization() && name.nested_in.is_none()
        };
        for name in mentions.iter().filter(is_name) {
            let words: Vec<&str> = name.norm.split(' ').collect();
            let ends = |at: usize| words.get(at + 1).is_none_or(|next| lexicon.is(Class::BodyComplement, next));
            let nouns: BTreeSet<&str> = (0..words.len()).filter(|&at| ends(at)).map(|at| words[at]).collect();
            nouns.into_iter().filter(|_| words.len() > 1).for_each(|noun| called.entry(noun).or_default().push(name));
        }
        Self { document, mentions, lexicon, called }
    }

    fn body_of(&self, office: &Office) -> Option<(MentionId, &'static str)> {
        if office.body.or(office.land).is_some() {
            return None;
        }
        let noun = self.noun_of(office)?;
        let here = self.mentions[office.holder.index()].provenance.sentence.index();
        let named = self.called.get(noun.as_str())?;
        if let Some(only) = only(named) {
            return Some((only, "office-of-noun"));
        }
        let is_near = |name: &&Mention| (here.saturating_sub(NEAR)..=here).contains(&name.provenance.sentence.index());
        let near: Vec<&Mention> = named.iter().copied().filter(is_near).collect();
        only(&near).map(|body| (body, "office-of-near-noun"))
    }

    /// The noun for an organization before the position: "college" in "deputy college commandant".
    fn noun_of(&self, office: &Office) -> Option<String> {
        let sentence = self.document.sentence(self.mentions[office.holder.index()].provenance.sentence);
        let position = office.position.range();
        let words = position.map(|at| self.document.surface(sentence.tokens[at].span).to_lowercase());
        let words: Vec<String> = words.collect();
        let (_, before) = words.split_last()?;
        let is_body = |word: &&String| {
            self.lexicon.head_noun(&[word.as_str()]).is_some_and(|kind| kind.is_organization())
                && !self.lexicon.is(Class::VagueBody, word)
        };
        let is_of = words.iter().any(|word| self.lexicon.is(Class::ChargePreposition, word));
        before.iter().rfind(is_body).filter(|_| !is_of).cloned()
    }
}

/// The first mention of the longest name, if all others may be short for it.
fn only(names: &[&Mention]) -> Option<MentionId> {
    let words = |name: &Mention| name.norm.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let longest = names.iter().rev().max_by_key(|name| name.norm.len())?;
    names.iter().all(|name| words(name).is_subset(&words(longest))).then_some(longest.id)
}

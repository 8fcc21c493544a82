//! Gives offices with a noun for their organization the organization that has this noun in its name.
//!
//! "The college commandant, Oli" is the commandant of the Tartu Police College, if the document names no other college.

use std::collections::BTreeSet;

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
    let nouns = NounBodies { document, mentions, lexicon };
    described.map(|office| match nouns.body_of(&office) {
        Some((body, rule)) => Office { body: Some(body), rule, ..office },
        None => office,
    })
}

struct NounBodies<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
}

impl<'a> NounBodies<'a> {
    fn body_of(&self, office: &Office) -> Option<(MentionId, &'static str)> {
        if office.body.or(office.land).is_some() {
            return None;
        }
        let noun = self.noun_of(office)?;
        let here = self.mentions[office.holder.index()].provenance.sentence.index();
        let named: Vec<&Mention> = self.mentions.iter().filter(|name| self.is_named(name, &noun)).collect();
        if let Some(only) = only(&named) {
            return Some((only, "office-of-noun"));
        }
        let is_near = |name: &&Mention| (here.saturating_sub(NEAR)..=here).contains(&name.provenance.sentence.index());
        let near: Vec<&Mention> = named.into_iter().filter(is_near).collect();
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

    /// Whether an organization is called by the noun: "Police College", "College of Mines".
    fn is_named(&self, name: &Mention, noun: &str) -> bool {
        let is_name = name.kind == MentionKind::Name && name.entity_type.is_organization() && name.nested_in.is_none();
        let words: Vec<&str> = name.norm.split(' ').collect();
        let ends = |at: usize| words.get(at + 1).is_none_or(|next| self.lexicon.is(Class::BodyComplement, next));
        is_name && words.len() > 1 && words.iter().enumerate().any(|(at, word)| *word == noun && ends(at))
    }
}

/// The first mention of the longest name, if all others may be short for it.
fn only(names: &[&Mention]) -> Option<MentionId> {
    let words = |name: &Mention| name.norm.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
    let longest = names.iter().rev().max_by_key(|name| name.norm.len())?;
    names.iter().all(|name| words(name).is_subset(&words(longest))).then_some(longest.id)
}

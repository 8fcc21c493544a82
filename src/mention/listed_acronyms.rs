//! Takes the listed meaning from acronyms for which nothing else in the article speaks: the "ICU" of a hospital.

use std::collections::BTreeSet;

use super::acronyms::DEFINED;
use super::gazetteer_names::MAX_WORDS;
use super::overlap::Settled;
use crate::language::Class;
use crate::lexicon::{KnownName, Lexicon, NameForm, WordView};
use crate::ontology::EntityType;

/// The confidence of an acronym that stands for itself.
const UNSUPPORTED: f32 = 0.6;

/// Leaves a listed meaning only to acronyms that the article supports; the others stand for themselves.
///
/// A body of one state needs the state, or its own full name, somewhere in the article. A group needs its full name, or
/// a country where it is and a word for violence, or a word for fighters in its own sentence.
pub(super) fn drop_unsupported(views: &[WordView<'_>], lexicon: &Lexicon, settled: &mut [Settled]) {
    let is_listed = |known: &KnownName| known.form == NameForm::Acronym && known.list != "own";
    let has_any = settled.iter().flat_map(Settled::drafts).any(|draft| draft.known.as_ref().is_some_and(is_listed));
    if !has_any {
        return;
    }
    let article = Article::of(views, lexicon);
    for (index, settled) in settled.iter_mut().enumerate() {
        for draft in settled.drafts_mut() {
            let Some(known) = draft.known.as_ref().filter(|known| is_listed(known)) else { continue };
            // What the article spells out needs no list.
            let is_spelled = draft.stands_for.is_some() || draft.rule == DEFINED;
            if is_spelled || article.supports(known, lexicon, article.fighters[index]) {
                continue;
            }
            draft.known = None;
            draft.rule = "unsupported-acronym";
            if draft.entity_type == EntityType::GROUP {
                draft.entity_type = EntityType::ORGANIZATION;
            }
            draft.confidence = UNSUPPORTED;
        }
    }
}

/// What an article names beside acronyms.
struct Article<'l> {
    /// The canonical names of listed things that are named in full.
    full_names: BTreeSet<&'l str>,
    /// The codes of the countries that are named, also by their people or capital.
    countries: BTreeSet<&'l str>,
    /// For each sentence, whether it speaks of fighters.
    fighters: Vec<bool>,
    /// Whether the article speaks of violence or armed forces.
    has_violence: bool,
}

impl<'l> Article<'l> {
    fn of(views: &[WordView<'_>], lexicon: &'l Lexicon) -> Self {
        let mut article =
            Self { full_names: BTreeSet::new(), countries: BTreeSet::new(), fighters: Vec::new(), has_violence: false };
        for view in views {
            let starts = (0..view.len()).filter(|&at| view.words[at].starts_with(char::is_uppercase));
            let found = starts.filter_map(|at| lexicon.known_name(&view.words_from(at, MAX_WORDS)));
            for known in found.flat_map(|(_, meanings)| meanings) {
                article.countries.extend(known.iso3166.as_deref());
                if known.form != NameForm::Acronym {
                    article.full_names.insert(known.canonical.as_str());
                }
            }
            article.fighters.push((0..view.len()).any(|at| view.lemma_is(Class::ArmedFighter, at)));
            article.has_violence |= (0..view.len()).any(|at| view.lemma_is(Class::ArmedViolence, at));
        }
        article
    }

    fn supports(&self, known: &KnownName, lexicon: &Lexicon, fighters_here: bool) -> bool {
        let homes = lexicon.homes_of(&known.canonical);
        let has_home = homes.iter().any(|code| self.countries.contains(code.as_str()));
        let is_named = self.full_names.contains(known.canonical.as_str());
        match known.list {
            "armed-groups" => is_named || fighters_here || (has_home && self.has_violence),
            "organisations" => is_named || homes.is_empty() || has_home,
            _ => true,
        }
    }
}

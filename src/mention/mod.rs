//! Finds the mentions in a document: every place where an entity is named or referred to.
//!
//! `find_names` takes a tagged document and returns its names and the offices next to them. After parsing,
//! `find_mentions` adds what only the tree shows, such as pronouns and described gatherings, and returns each
//! [`Mention`] with its type, span and [`Vote`]s. Modules such as `shaped_names` and `trained_names` propose
//! candidates (`Draft`), and `overlap` chooses among them. A capitalized word alone is not a mention: a list, a
//! title, a head noun or another cue must support it. `coreference` decides which mentions mean the same entity.

mod acronyms;
mod acting_capitals;
mod agreeing_sources;
mod coordinated_names;
mod counted_nouns;
mod demonym_bodies;
mod described_places;
mod draft;
mod events;
mod firms;
mod gazetteer_names;
mod initialed_names;
mod initialisms;
mod led_bodies;
mod listed_acronyms;
mod model;
mod names_said;
mod nominals;
mod noted_groups;
mod nouns_beside;
mod overlap;
mod programmes;
mod pronouns;
mod runs;
mod shaped_names;
mod short_names;
mod titles;
mod trained_names;
mod type_consistency;
mod vote;

pub(crate) use counted_nouns::count_of;
pub(crate) use events::gathering_noun;
pub(crate) use initialisms::initialism;
pub use model::{Mention, MentionKind};
pub(crate) use model::{by_sentence, independent, mentions_in};
pub use vote::Vote;

use crate::analysis::{AnalyzedDocument, SentenceKind, TaggedDocument, TaggedSentence, TokenId, quoted_passages};
use crate::document::Document;
use crate::ids::{MentionId, SentenceId};
use crate::language::{Class, Gender};
use crate::lexicon::{Lexicon, NameForm, SentenceView, WordView};
use crate::ontology::EntityType;
use crate::provenance::Provenance;
use crate::span::Span;
use draft::Draft;
use overlap::Settled;

/// Finds the names in `document` and the offices next to them, without a tree.
///
/// # Complexity
/// O(n log n) for n tokens, times the length of the longest known phrase.
#[must_use]
pub(crate) fn find_names<'a>(document: &'a TaggedDocument, lexicon: &'a Lexicon) -> Names<'a> {
    let text = &document.document.text;
    let view =
        |sentence: &'a TaggedSentence| WordView::new(text, &sentence.tokens, &sentence.names, sentence.kind, lexicon);
    let views: Vec<WordView<'a>> = document.sentences.iter().map(view).collect();
    let mut settled: Vec<Settled> = views.iter().map(|view| names_in(view, lexicon)).collect();
    type_consistency::agree(&views, &mut settled);
    nouns_beside::type_by_nouns(&views, lexicon, &mut settled);
    demonym_bodies::unite_organs(&views, lexicon, &mut settled);
    acronyms::find_defined_acronyms(&views, &mut settled);
    listed_acronyms::drop_unsupported(&views, lexicon, &mut settled);
    initialisms::find_initialisms(&views, &mut settled);
    short_names::find_short_names(&views, lexicon, &mut settled);
    Names { views, drafts: NameDrafts(settled) }
}

/// The names of a document before its sentences are parsed.
#[derive(Debug)]
pub(crate) struct Names<'a> {
    /// One view per sentence.
    pub(crate) views: Vec<WordView<'a>>,
    pub(crate) drafts: NameDrafts,
}

/// Names that do not overlap. Some may still change once the sentences are parsed.
#[derive(Debug)]
pub(crate) struct NameDrafts(Vec<Settled>);

impl Names<'_> {
    /// The names as mentions of `document`, in text order. Their ids are valid in this list only.
    pub(crate) fn mentions(&self, document: &Document, lexicon: &Lexicon) -> Vec<Mention> {
        let views: Vec<&WordView<'_>> = self.views.iter().collect();
        finish(document, &views, self.drafts.0.clone(), lexicon)
    }
}

/// Finds all mentions in a parsed document, in text order: `names`, plus pronouns, counted nouns, gatherings, and
/// capitals that stand for their government.
///
/// Names do not overlap, except for a country in the name of an organization ([`Mention::nested_in`]); a
/// [`MentionKind::Nominal`] office may stand right before a name. The type of "it" and "they" is a first guess;
/// `coreference::type_pronouns` corrects it from the antecedent.
#[must_use]
pub(crate) fn find_mentions(document: &AnalyzedDocument, names: NameDrafts, lexicon: &Lexicon) -> Vec<Mention> {
    let views: Vec<SentenceView<'_>> =
        document.sentences.iter().map(|sentence| SentenceView::new(document, sentence, lexicon)).collect();
    let quoted = quoted_passages::by_sentence(&quoted_passages::find_passages(document), views.len());
    let mut settled = names.0;
    for ((view, quoted), settled) in views.iter().zip(&quoted).zip(&mut settled) {
        add_by_tree(view, quoted, lexicon, settled);
    }
    let views: Vec<&WordView<'_>> = views.iter().map(|view| &**view).collect();
    finish(&document.document, &views, settled, lexicon)
}

/// Adds what only the tree of a sentence shows. The tokens of `quoted` are in quotation marks.
fn add_by_tree(view: &SentenceView<'_>, quoted: &[Span<TokenId>], lexicon: &Lexicon, settled: &mut Settled) {
    if view.kind == SentenceKind::Dateline {
        return;
    }
    acting_capitals::retype_acting_capitals(view, lexicon, settled);
    let mut drafts = pronouns::find_pronouns(view, &|at| quoted.iter().any(|part| part.range().contains(&at)));
    drafts.extend(events::find_described_events(view, lexicon));
    drafts.extend(events::find_open_gatherings(view, lexicon));
    drafts.extend(counted_nouns::find_plurals(view, lexicon));
    drafts.extend(counted_nouns::find_parties(view));
    drafts.into_iter().for_each(|draft| settled.admit(draft));
}

/// The names in one sentence and the offices next to them.
fn names_in(view: &WordView<'_>, lexicon: &Lexicon) -> Settled {
    if view.kind == SentenceKind::Dateline {
        return Settled::new(view.len(), Vec::new(), &[]);
    }
    let known = gazetteer_names::find_known_names(view, lexicon);
    let titles = titles::find_titles(view, lexicon, &known);
    let mut drafts = shaped_names::find_names(view, lexicon, &known, &titles);
    drafts.extend(demonym_bodies::find_bodies(view, lexicon, &known, &titles));
    let (found, doubtful) = trained_names::find_found_names(view, lexicon, &titles);
    drafts.extend(found);
    drafts.extend(acronyms::find_spelled_names(view, lexicon));
    drafts.extend(described_places::find_described_places(view, lexicon));
    drafts.extend(firms::find_firms(view, lexicon));
    drafts.extend(programmes::find_programmes(view, lexicon));
    drafts.extend(coordinated_names::find_listed_names(view, lexicon));
    drafts.extend(gazetteer_names::find_known_inside(view, lexicon, &known));
    drafts.extend(known);
    drafts.extend(nominals::find_nominals(view, lexicon));
    drafts.extend(titles.iter().filter(|title| title.is_office).map(|title| Draft {
        kind: MentionKind::Nominal,
        ..Draft::name(title.tokens, EntityType::PERSON, "title", 0.9)
    }));
    drafts.extend(names_said::find_names_said(view, lexicon));
    drafts.extend(noted_groups::find_noted_groups(view, lexicon));
    drafts.extend(initialed_names::find_initialed_names(view, lexicon));
    led_bodies::type_led_bodies(view, &mut drafts);
    drafts.retain(|draft| !programmes::describes_programmes(view, lexicon, draft));
    drafts.retain(|draft| !titles::is_only_office(view, lexicon, draft));
    for names in coordinated_names::find_shared_names(view, lexicon) {
        drafts.retain(|draft| !names.replaces(draft));
        drafts.extend(names.drafts);
    }
    Settled::new(view.len(), drafts, &doubtful)
}

/// The gender of a person according to pronoun, title or given name.
fn gender_of(
    view: &WordView<'_>,
    lexicon: &Lexicon,
    entity_type: EntityType,
    tokens: Span<TokenId>,
    title: Option<Span<TokenId>>,
) -> Option<Gender> {
    if entity_type != EntityType::PERSON {
        return None;
    }
    let by_title = title.into_iter().flat_map(Span::range).find_map(|at| {
        let word = view.lower[at].trim_end_matches('.');
        let is = |class| lexicon.is(class, word);
        is(Class::FemaleTitle).then_some(Gender::Female).or_else(|| is(Class::MaleTitle).then_some(Gender::Male))
    });
    let first = tokens.start();
    let by_pronoun = || view.language().pronouns().gender(&view.lower[first]);
    by_title.or_else(by_pronoun).or_else(|| lexicon.gender_of(&view.words[first]))
}

/// Turns the drafts of all sentences into mentions, in text order.
fn finish(document: &Document, views: &[&WordView<'_>], settled: Vec<Settled>, lexicon: &Lexicon) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (index, settled) in settled.into_iter().enumerate() {
        let view = views[index];
        let first = mentions.len();
        let drafts = settled.into_drafts();
        let tokens: Vec<Span<TokenId>> = drafts.iter().map(|draft| draft.tokens).collect();
        let outer_of = |inner: &Draft| drafts.iter().position(|outer| overlap::holds(outer, inner));
        let outer: Vec<Option<usize>> = drafts.iter().map(outer_of).collect();
        for (draft, outer) in drafts.into_iter().zip(outer) {
            let span = view.bytes(draft.tokens);
            let stands_for = draft.stands_for.and_then(|name| tokens.binary_search(&name).ok());
            mentions.push(Mention {
                id: MentionId::new(mentions.len()),
                tokens: draft.tokens,
                kind: draft.kind,
                entity_type: draft.entity_type,
                norm: crate::text::fold(draft.spelled_out.as_deref().unwrap_or_else(|| span.slice(&document.text))),
                iso3166: draft
                    .known
                    .as_ref()
                    .and_then(|known| known.iso3166.clone())
                    .filter(|_| draft.entity_type == EntityType::COUNTRY),
                is_demonym: draft.known.as_ref().is_some_and(|known| known.form == NameForm::Demonym),
                canonical: draft.known.as_ref().map(|known| known.canonical.clone()),
                title: draft.title,
                phrase: draft
                    .phrase
                    .or_else(|| nominals::phrase(view, draft.tokens).filter(|_| draft.kind == MentionKind::Nominal)),
                described: draft.described.map(|tokens| view.bytes(tokens)),
                is_plural: draft.is_plural,
                gender: gender_of(view, lexicon, draft.entity_type, draft.tokens, draft.title),
                stands_for: stands_for.map(|at| MentionId::new(first + at)),
                votes: agreeing_sources::votes_of(&draft, |tokens| view.bytes(tokens)),
                spelled_out: draft.spelled_out,
                nested_in: outer.map(|at| MentionId::new(first + at)),
                provenance: Provenance {
                    document: document.id.clone(),
                    sentence: SentenceId::new(index),
                    span,
                    rule: draft.rule.into(),
                    confidence: draft.confidence,
                },
            });
        }
    }
    mentions
}

#[cfg(test)]
mod names_by_culture;
#[cfg(test)]
mod tests;

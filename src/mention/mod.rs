//! Sentences in, mentions out.
//!
//! [`detect_mentions`] finds the names in an analyzed document and gives each a type of the
//! ontology. Candidates come from the trained name finder, from the gazetteers, from the shape of names
//! together with titles and head nouns, from small-letter bodies behind a demonym ("the Malaysian navy"),
//! from nouns that names share ("the provinces of Rewa and Serua"), and from acronyms in brackets. Where two
//! overlap, the longer and then the surer one stays, and the other becomes one of its [`Vote`]s; a country
//! or place within the name of a body stays too, marked as nested. A capitalised word alone is no reason:
//! without a list, a title, a head noun or a cue beside it nothing is a mention.
//!
//! Offices, descriptions ("the institute", "both ministers"), gatherings that the text sets apart ("a two-day
//! workshop held in Suva") and pronouns are mentions too, and [`find_attributions`] says who is quoted. What
//! it does not do: say which mentions mean the same thing (`resolution`).

mod acronyms;
mod agreeing_sources;
mod antecedents;
mod coordinated_names;
mod counted_nouns;
mod demonym_bodies;
mod draft;
mod events;
mod gazetteer_names;
mod model;
mod nominals;
mod overlap;
mod programmes;
mod pronouns;
mod runs;
mod shaped_names;
mod short_names;
mod titles;
mod trained_names;
mod type_consistency;

pub use agreeing_sources::Vote;
pub(crate) use antecedents::{antecedents_of, several_before};
pub(crate) use counted_nouns::count_of;
pub use model::{Mention, MentionKind};
pub(crate) use nominals::COUNTERPART;
pub(crate) use pronouns::{Meaning, meaning_of};

use crate::analysis::{AnalyzedDocument, SentenceKind, TokenId, quoted_passages};
use crate::ids::{MentionId, SentenceId};
use crate::lexicon::{Gender, Lexicon, NameForm, SentenceView};
use crate::ontology::EntityType;
use crate::provenance::Provenance;
use crate::span::Span;
use draft::Draft;
use overlap::Settled;

/// Finds the mentions of `document`, in text order.
///
/// Names do not overlap, save for a land in the name of a body ([`Mention::nested_in`]); a [`MentionKind::Nominal`] office may stand right before a name.
///
/// # Complexity
/// O(n log n) for n tokens, times the length of the longest known phrase.
#[must_use]
pub fn detect_mentions(document: &AnalyzedDocument, lexicon: &Lexicon) -> Vec<Mention> {
    let views: Vec<SentenceView<'_>> =
        document.sentences.iter().map(|sentence| SentenceView::new(document, sentence, lexicon)).collect();
    let quoted = quoted_passages::by_sentence(&quoted_passages::find_passages(document), views.len());
    let mut settled: Vec<Settled> =
        views.iter().zip(&quoted).map(|(view, quoted)| detect_in_sentence(view, quoted, lexicon)).collect();
    type_consistency::agree(&views, &mut settled);
    acronyms::find_defined_acronyms(&views, &mut settled);
    short_names::find_short_names(&views, lexicon, &mut settled);
    finish(document, &views, settled, lexicon)
}

/// What is found in one sentence, in which the tokens of `quoted` stand in quotation marks.
fn detect_in_sentence(view: &SentenceView<'_>, quoted: &[Span<TokenId>], lexicon: &Lexicon) -> Settled {
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
    drafts.extend(programmes::find_programmes(view, lexicon));
    drafts.extend(coordinated_names::find_listed_names(view, lexicon));
    drafts.extend(gazetteer_names::find_known_inside(view, lexicon, &known));
    drafts.extend(known);
    drafts.extend(pronouns::find_pronouns(view, &|at| quoted.iter().any(|part| part.range().contains(&at))));
    drafts.extend(nominals::find_nominals(view, lexicon));
    drafts.extend(events::find_described_events(view, lexicon));
    drafts.extend(counted_nouns::find_plurals(view, lexicon));
    drafts.extend(titles.iter().filter(|title| title.is_office).map(|title| Draft {
        kind: MentionKind::Nominal,
        ..Draft::name(title.tokens, EntityType::PERSON, "title", 0.9)
    }));
    drafts.retain(|draft| !programmes::describes_programmes(view, lexicon, draft));
    for names in coordinated_names::find_shared_names(view, lexicon) {
        drafts.retain(|draft| !names.replaces(draft));
        drafts.extend(names.drafts);
    }
    Settled::new(view.len(), drafts, &doubtful)
}

/// The gender of a person by pronoun, title or given name.
fn gender_of(
    view: &SentenceView<'_>,
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
        is("female-title").then_some(Gender::Female).or_else(|| is("male-title").then_some(Gender::Male))
    });
    let first = tokens.start();
    let by_pronoun = || pronouns::gender_of(&view.lower[first]);
    by_title.or_else(by_pronoun).or_else(|| lexicon.gender_of(&view.words[first]))
}

/// The whole phrase of a description, from its article on.
fn phrase_of(view: &SentenceView<'_>, lexicon: &Lexicon, draft: &Draft) -> Option<Span<TokenId>> {
    if draft.described.is_some() {
        return Some(events::phrase_of(view, lexicon, draft.tokens));
    }
    nominals::phrase(view, draft.tokens).filter(|_| draft.kind == MentionKind::Nominal)
}

/// The type of the thing that "it" or "they" most likely means.
fn type_by_antecedent(
    document: &AnalyzedDocument,
    before: &[Mention],
    sentence: SentenceId,
    draft: &Draft,
) -> Option<EntityType> {
    let is_pronoun = draft.kind == MentionKind::Pronoun;
    let found = is_pronoun.then(|| antecedents_of(document, before, sentence, draft.tokens))??;
    found.mentions.first().map(|id| before[id.index()].entity_type)
}

/// Turns the drafts of all sentences into mentions, in text order.
fn finish(
    document: &AnalyzedDocument,
    views: &[SentenceView<'_>],
    settled: Vec<Settled>,
    lexicon: &Lexicon,
) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (index, settled) in settled.into_iter().enumerate() {
        let sentence = &document.sentences[index];
        let view = &views[index];
        let first = mentions.len();
        let drafts = settled.into_drafts();
        let tokens: Vec<Span<TokenId>> = drafts.iter().map(|draft| draft.tokens).collect();
        let outer_of = |inner: &Draft| drafts.iter().position(|outer| overlap::holds(outer, inner));
        let outer: Vec<Option<usize>> = drafts.iter().map(outer_of).collect();
        for (mut draft, outer) in drafts.into_iter().zip(outer) {
            if let Some(entity_type) = type_by_antecedent(document, &mentions, SentenceId::new(index), &draft) {
                draft.entity_type = entity_type;
            }
            let span = sentence.bytes(draft.tokens);
            let stands_for = draft.stands_for.and_then(|name| tokens.binary_search(&name).ok());
            mentions.push(Mention {
                id: MentionId::new(mentions.len()),
                tokens: draft.tokens,
                kind: draft.kind,
                entity_type: draft.entity_type,
                norm: crate::text::fold(draft.spelled_out.as_deref().unwrap_or_else(|| document.surface(span))),
                iso3166: draft
                    .known
                    .as_ref()
                    .and_then(|known| known.iso3166.clone())
                    .filter(|_| draft.entity_type == EntityType::COUNTRY),
                is_demonym: draft.known.as_ref().is_some_and(|known| known.form == NameForm::Demonym),
                canonical: draft.known.as_ref().map(|known| known.canonical.clone()),
                title: draft.title,
                phrase: phrase_of(view, lexicon, &draft),
                described: draft.described.map(|tokens| sentence.bytes(tokens)),
                is_plural: draft.is_plural,
                gender: gender_of(view, lexicon, draft.entity_type, draft.tokens, draft.title),
                stands_for: stands_for.map(|at| MentionId::new(first + at)),
                votes: agreeing_sources::votes_of(&draft, |tokens| sentence.bytes(tokens)),
                spelled_out: draft.spelled_out,
                nested_in: outer.map(|at| MentionId::new(first + at)),
                provenance: Provenance {
                    document: document.document.id.clone(),
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
mod tests;

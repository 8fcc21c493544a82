//! Sentences in, mentions out.
//!
//! [`detect_mentions`] finds the names in an analyzed document and gives each a type of the
//! ontology. Candidates come from the trained name finder, from the gazetteers, from the shape of names together with titles and
//! head nouns, from small-letter bodies behind a demonym ("the Malaysian navy"), and from acronyms
//! in brackets; where two overlap, the longer and then the surer one stays. A capitalised word alone
//! is no reason: without a list, a title, a head noun or a cue beside it nothing is a mention.
//!
//! Offices, descriptions ("the institute", "both ministers") and pronouns are mentions too, and
//! [`find_attributions`] says who is quoted. What it does not do: say which mentions mean the same thing
//! (`resolution`).

mod acronyms;
mod antecedents;
mod attribution;
mod bodies;
mod found;
mod known;
mod lexicon;
mod names;
mod nominals;
mod phrases;
mod plurals;
mod pronouns;
mod quotes;
mod runs;
mod settled;
mod short_names;
mod titles;
mod view;

pub(crate) use antecedents::{antecedents_of, several_before};
pub use attribution::{Attribution, attribution_at, find_attributions};
pub use lexicon::{Lexicon, LexiconError, shipped_list};
pub(crate) use nominals::COUNTERPART;
pub(crate) use plurals::count_of;
pub(crate) use pronouns::{Meaning, meaning_of};
pub(crate) use view::SentenceView;

use crate::analysis::{AnalyzedDocument, SentenceKind, TokenId};
use crate::ids::{MentionId, SentenceId};
use crate::ontology::EntityType;
use crate::provenance::Provenance;
use crate::span::Span;
use lexicon::{KnownName, NameForm};
use settled::Settled;

/// How a mention refers to its thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// By a name.
    Name,
    /// By a common noun, such as an office: "the minister".
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// Grammatical gender of a person, as far as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// "He", "Mr.".
    Male,
    /// "She", "Ms.".
    Female,
}

/// One place where something is named or referred to.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its index among the document's mentions.
    pub id: MentionId,
    /// The tokens of the name in its sentence, without titles and articles.
    pub tokens: Span<TokenId>,
    /// Name, nominal or pronoun.
    pub kind: MentionKind,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// The surface form folded for comparison: small letters, no diacritics or punctuation.
    pub norm: String,
    /// The usual name of the thing if a gazetteer knows exactly one.
    pub canonical: Option<String>,
    /// ISO 3166-1 alpha-2 code if the thing is a country.
    pub iso3166: Option<String>,
    /// Whether the surface form is an adjective or a word for a people ("Nepalese").
    pub is_demonym: bool,
    /// The titles and ranks right before the name, as tokens: "Maj. Gen.".
    pub title: Option<Span<TokenId>>,
    /// For a definite description its whole phrase, from the article on: "the Estonian minister".
    pub phrase: Option<Span<TokenId>>,
    /// Whether it means several things at once: "they", "both ministers".
    pub is_plural: bool,
    /// The gender that a title, given name or pronoun shows; `None` if nothing shows it.
    pub gender: Option<Gender>,
    /// The mention whose acronym this is, where brackets say so: "Nepal River Guard (NRG)".
    pub stands_for: Option<MentionId>,
    /// Document, sentence, exact span, rule and confidence.
    pub provenance: Provenance,
}

/// A mention in the making, before overlaps are settled.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) tokens: Span<TokenId>,
    pub(crate) kind: MentionKind,
    pub(crate) entity_type: EntityType,
    pub(crate) known: Option<KnownName>,
    pub(crate) title: Option<Span<TokenId>>,
    /// Whether it means several things at once.
    pub(crate) is_plural: bool,
    pub(crate) rule: &'static str,
    pub(crate) confidence: f32,
    /// Tokens of the name that this acronym stands for, in the same sentence.
    pub(crate) stands_for: Option<Span<TokenId>>,
}

impl Draft {
    pub(crate) fn name(tokens: Span<TokenId>, entity_type: EntityType, rule: &'static str, confidence: f32) -> Self {
        let (kind, known, title, stands_for) = (MentionKind::Name, None, None, None);
        Self { tokens, kind, entity_type, known, title, is_plural: false, rule, confidence, stands_for }
    }
}

/// Finds the mentions of `document`, in text order.
///
/// Names never overlap; a [`MentionKind::Nominal`] office may stand right before a name.
///
/// # Complexity
/// O(n log n) for n tokens, times the length of the longest known phrase.
#[must_use]
pub fn detect_mentions(document: &AnalyzedDocument, lexicon: &Lexicon) -> Vec<Mention> {
    let views: Vec<SentenceView<'_>> =
        document.sentences.iter().map(|sentence| SentenceView::new(document, sentence, lexicon)).collect();
    let quoted = quotes::by_sentence(&quotes::find_passages(document), views.len());
    let mut settled: Vec<Settled> =
        views.iter().zip(&quoted).map(|(view, quoted)| detect_in_sentence(view, quoted, lexicon)).collect();
    acronyms::find_defined_acronyms(&views, &mut settled);
    short_names::find_short_names(&views, lexicon, &mut settled);
    finish(document, &views, settled, lexicon)
}

/// What is found in one sentence, in which the tokens of `quoted` stand in quotation marks.
fn detect_in_sentence(view: &SentenceView<'_>, quoted: &[Span<TokenId>], lexicon: &Lexicon) -> Settled {
    if view.kind == SentenceKind::Dateline {
        return Settled::new(view.len(), Vec::new());
    }
    let known = known::find_known_names(view, lexicon);
    let titles = titles::find_titles(view, lexicon, &known);
    let mut drafts = names::find_names(view, lexicon, &known, &titles);
    drafts.extend(bodies::find_bodies(view, lexicon, &known));
    drafts.extend(found::find_found_names(view, lexicon, &titles));
    drafts.extend(known);
    drafts.extend(pronouns::find_pronouns(view, &|at| quoted.iter().any(|part| part.range().contains(&at))));
    drafts.extend(nominals::find_nominals(view, lexicon));
    drafts.extend(plurals::find_plurals(view, lexicon));
    drafts.extend(titles.iter().filter(|title| title.is_office).map(|title| Draft {
        kind: MentionKind::Nominal,
        ..Draft::name(title.tokens, EntityType::PERSON, "title", 0.9)
    }));
    Settled::new(view.len(), drafts)
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
        for mut draft in drafts {
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
                norm: crate::text::fold(document.surface(span)),
                iso3166: draft
                    .known
                    .as_ref()
                    .and_then(|known| known.iso3166.clone())
                    .filter(|_| draft.entity_type == EntityType::COUNTRY),
                is_demonym: draft.known.as_ref().is_some_and(|known| known.form == NameForm::Demonym),
                canonical: draft.known.map(|known| known.canonical),
                title: draft.title,
                phrase: nominals::phrase(view, draft.tokens).filter(|_| draft.kind == MentionKind::Nominal),
                is_plural: draft.is_plural,
                gender: gender_of(view, lexicon, draft.entity_type, draft.tokens, draft.title),
                stands_for: stands_for.map(|at| MentionId::new(first + at)),
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

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
mod agreement;
mod amounts;
mod antecedents;
mod attribution;
mod bodies;
mod events;
mod found;
mod known;
mod names;
mod nominals;
mod numbers;
mod plurals;
mod programmes;
mod pronouns;
mod quotes;
mod runs;
mod settled;
mod shared;
mod short_names;
mod times;
mod titles;
mod votes;

pub(crate) use amounts::amounts_in;
pub use amounts::{Accuracy, Amount, AmountKind, find_amounts};
pub(crate) use antecedents::{antecedents_of, several_before};
pub use attribution::{Attribution, attribution_at, find_attributions};
pub(crate) use nominals::COUNTERPART;
pub(crate) use plurals::count_of;
pub(crate) use pronouns::{Meaning, meaning_of};
pub(crate) use times::times_in;
pub use times::{Duration, Granularity, TimeBasis, TimeDiagnostic, TimeExpression, TimeUnit, TimeValue, find_times};
pub use votes::Vote;

use crate::analysis::{AnalyzedDocument, SentenceKind, TokenId};
use crate::ids::{MentionId, SentenceId};
use crate::lexicon::{Gender, KnownName, Lexicon, NameForm, SentenceView};
use crate::ontology::EntityType;
use crate::provenance::Provenance;
use crate::span::{Byte, Span};
use settled::Settled;
use votes::Ballot;

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
    /// The name folded for comparison, the surface form if it is no part of a longer one: small letters, no diacritics or punctuation.
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
    /// For a gathering that is described, not named, the words that tell it apart, without article:
    /// "opening ceremony of the Nadi Bridge". Such a mention counts as a name.
    pub described: Option<Span<Byte>>,
    /// The mention whose acronym this is, where brackets say so: "Nepal River Guard (NRG)".
    pub stands_for: Option<MentionId>,
    /// The full name where it shares a noun with others: "Ministry of Education" for the last word of
    /// "Ministries of Health and Education".
    pub spelled_out: Option<String>,
    /// For a country or place inside the name of a body, that name: "Peru" in "Bank of Peru".
    pub nested_in: Option<MentionId>,
    /// The other candidates for these tokens, in text order: those that agree and those that lost.
    pub votes: Vec<Vote>,
    /// Document, sentence, exact span, rule and confidence.
    pub provenance: Provenance,
}

impl Mention {
    /// Whether the mention alone says which thing is meant: a name, or a gathering well described.
    #[must_use]
    pub fn identifies(&self) -> bool {
        self.kind == MentionKind::Name || self.described.is_some()
    }

    /// What the thing is called here, on one line: the full name where it is only spelled out in part, the
    /// description where there is one, else the surface form.
    #[must_use]
    pub fn label(&self, document: &AnalyzedDocument) -> String {
        let surface = || document.surface(self.described.unwrap_or(self.provenance.span));
        let label = self.spelled_out.as_deref().unwrap_or_else(surface);
        label.split_whitespace().collect::<Vec<_>>().join(" ")
    }
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
    /// The full name where the noun stands with another one: "Ministry of Education".
    pub(crate) spelled_out: Option<String>,
    /// The whole description of a gathering without name.
    pub(crate) described: Option<Span<TokenId>>,
    /// Other candidates that overlap.
    votes: Vec<Ballot>,
}

impl Draft {
    /// This draft in the place of `other`, which becomes a vote.
    fn instead_of(mut self, other: &Self) -> Self {
        self.votes.extend(other.votes.iter().cloned());
        self.votes.push(Ballot::of(other));
        self
    }

    pub(crate) fn name(tokens: Span<TokenId>, entity_type: EntityType, rule: &'static str, confidence: f32) -> Self {
        Self {
            tokens,
            kind: MentionKind::Name,
            entity_type,
            known: None,
            title: None,
            is_plural: false,
            rule,
            confidence,
            stands_for: None,
            spelled_out: None,
            described: None,
            votes: Vec::new(),
        }
    }
}

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
    let quoted = quotes::by_sentence(&quotes::find_passages(document), views.len());
    let mut settled: Vec<Settled> =
        views.iter().zip(&quoted).map(|(view, quoted)| detect_in_sentence(view, quoted, lexicon)).collect();
    agreement::agree(&views, &mut settled);
    acronyms::find_defined_acronyms(&views, &mut settled);
    short_names::find_short_names(&views, lexicon, &mut settled);
    finish(document, &views, settled, lexicon)
}

/// What is found in one sentence, in which the tokens of `quoted` stand in quotation marks.
fn detect_in_sentence(view: &SentenceView<'_>, quoted: &[Span<TokenId>], lexicon: &Lexicon) -> Settled {
    if view.kind == SentenceKind::Dateline {
        return Settled::new(view.len(), Vec::new(), &[]);
    }
    let known = known::find_known_names(view, lexicon);
    let titles = titles::find_titles(view, lexicon, &known);
    let mut drafts = names::find_names(view, lexicon, &known, &titles);
    drafts.extend(bodies::find_bodies(view, lexicon, &known, &titles));
    let (found, doubtful) = found::find_found_names(view, lexicon, &titles);
    drafts.extend(found);
    drafts.extend(acronyms::find_spelled_names(view, lexicon));
    drafts.extend(programmes::find_programmes(view, lexicon));
    drafts.extend(shared::find_listed_names(view, lexicon));
    drafts.extend(known::find_known_inside(view, lexicon, &known));
    drafts.extend(known);
    drafts.extend(pronouns::find_pronouns(view, &|at| quoted.iter().any(|part| part.range().contains(&at))));
    drafts.extend(nominals::find_nominals(view, lexicon));
    drafts.extend(events::find_described_events(view, lexicon));
    drafts.extend(plurals::find_plurals(view, lexicon));
    drafts.extend(titles.iter().filter(|title| title.is_office).map(|title| Draft {
        kind: MentionKind::Nominal,
        ..Draft::name(title.tokens, EntityType::PERSON, "title", 0.9)
    }));
    drafts.retain(|draft| !programmes::describes_programmes(view, lexicon, draft));
    for names in shared::find_shared_names(view, lexicon) {
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
        let outer_of = |inner: &Draft| drafts.iter().position(|outer| settled::holds(outer, inner));
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
                votes: votes::votes_of(&draft, |tokens| sentence.bytes(tokens)),
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

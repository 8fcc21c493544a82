//! The mention: one place where an entity is named or referred to.

use super::vote::Vote;
use crate::analysis::{AnalyzedDocument, TokenId};
use crate::ids::{MentionId, SentenceId};
use crate::language::Gender;
use crate::ontology::EntityType;
use crate::provenance::Provenance;
use crate::span::{Byte, Span};

/// The rule that finds "the delegation".
pub(super) const PARTY: &str = "party";

/// How a mention refers to its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// By a name.
    Name,
    /// By a common noun, such as an office: "the minister".
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// One place where an entity is named or referred to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Mention {
    /// Its index among the document's mentions.
    pub id: MentionId,
    /// The tokens of the name in its sentence, without titles and articles.
    pub tokens: Span<TokenId>,
    /// Name, description or pronoun.
    pub kind: MentionKind,
    /// The type of the entity.
    pub entity_type: EntityType,
    /// The name folded for comparison: lowercase, without diacritics or punctuation. This is the surface form unless
    /// the name is spelled out ([`Self::spelled_out`]).
    pub norm: String,
    /// The usual name of the entity, if a gazetteer knows exactly one.
    pub canonical: Option<String>,
    /// ISO 3166-1 alpha-2 code, if the entity is a country.
    pub iso3166: Option<String>,
    /// Whether the surface form is an adjective or a word for a people ("Nepalese").
    pub is_demonym: bool,
    /// The titles and ranks right before the name, as tokens: "Maj. Gen.".
    pub title: Option<Span<TokenId>>,
    /// For a definite description, the whole phrase with its article: "the Estonian minister".
    pub phrase: Option<Span<TokenId>>,
    /// Whether it refers to several entities at once: "they", "both ministers".
    pub is_plural: bool,
    /// The gender that a title, given name or pronoun shows; `None` if nothing shows it.
    pub gender: Option<Gender>,
    /// For a gathering that is described but not named, the words that identify it, without article: "opening
    /// ceremony of the Nadi Bridge". Such a mention counts as a name.
    pub described: Option<Span<Byte>>,
    /// The mention that this acronym abbreviates, if brackets say so: "Nepal River Guard (NRG)".
    pub stands_for: Option<MentionId>,
    /// The full name, if the text shares a noun between names: "Ministry of Education" for the last word of
    /// "Ministries of Health and Education".
    pub spelled_out: Option<String>,
    /// For a country or place inside the name of an organization, that name: "Bank of Peru" for its "Peru".
    pub nested_in: Option<MentionId>,
    /// The other candidates for these tokens, in text order: those that agree and those that lost.
    pub votes: Vec<Vote>,
    /// Document, sentence, exact span, rule and confidence.
    pub provenance: Provenance,
}

impl Mention {
    /// Whether the mention alone identifies its entity: a name, or a well-described gathering.
    #[must_use]
    pub fn identifies(&self) -> bool {
        self.kind == MentionKind::Name || self.described.is_some()
    }

    /// Whether it means people who travel or meet as one: "the delegation". They are not said to meet each other.
    #[must_use]
    pub fn is_party(&self) -> bool {
        self.provenance.rule.as_str() == PARTY
    }

    /// Its tokens with its titles or, for a description, its whole phrase.
    #[must_use]
    pub fn whole(&self) -> Span<TokenId> {
        self.title.or(self.phrase).map_or(self.tokens, |more| more.cover(self.tokens))
    }

    /// What the entity is called here, on one line: the full name if the text shares its noun with others, the
    /// description if there is one, otherwise the surface form.
    #[must_use]
    pub fn label(&self, document: &AnalyzedDocument) -> String {
        let surface = || document.surface(self.described.unwrap_or(self.provenance.span));
        let label = self.spelled_out.as_deref().unwrap_or_else(surface);
        label.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
impl Mention {
    /// A name for tests, one token long, with nothing known but these.
    pub(crate) fn given(id: MentionId, at: usize, (norm, entity_type): (&str, EntityType), place: Provenance) -> Self {
        Self {
            id,
            tokens: Span::new(at, at + 1),
            kind: MentionKind::Name,
            entity_type,
            norm: norm.to_owned(),
            canonical: None,
            iso3166: None,
            is_demonym: false,
            title: None,
            phrase: None,
            is_plural: false,
            gender: None,
            described: None,
            stands_for: None,
            spelled_out: None,
            votes: Vec::new(),
            nested_in: None,
            provenance: place,
        }
    }
}

/// The mentions of one sentence; `mentions` holds all mentions of the document, in text order.
pub(crate) fn mentions_in(mentions: &[Mention], sentence: SentenceId) -> &[Mention] {
    let start = mentions.partition_point(|mention| mention.provenance.sentence < sentence);
    let length = mentions[start..].partition_point(|mention| mention.provenance.sentence == sentence);
    &mentions[start..start + length]
}

/// The sentences of `document` that contain mentions, each with its mentions. `mentions` holds all mentions of the
/// document, in text order.
pub(crate) fn by_sentence<'a>(
    document: &AnalyzedDocument,
    mentions: &'a [Mention],
) -> impl Iterator<Item = (SentenceId, &'a [Mention])> + use<'a> {
    let mut rest = mentions;
    (0..document.sentences.len()).map(SentenceId::new).filter_map(move |id| {
        let length = rest.partition_point(|mention| mention.provenance.sentence <= id);
        let (here, after) = rest.split_at(length);
        rest = after;
        (!here.is_empty()).then_some((id, here))
    })
}

/// The mentions that can take part in a statement by themselves: not "Peru" in "Bank of Peru".
pub(crate) fn independent(mentions: &[Mention]) -> Vec<&Mention> {
    mentions.iter().filter(|mention| mention.nested_in.is_none()).collect()
}

//! A document as all steps left it in, what is kept of it out.
//!
//! [`ReadDocument`] has sentences and trees; a [`DocumentRecord`] is what remains when they are let go: the text, the
//! mentions with their chains and the statements. Graphs are built from records alone, so a document is read once.
//! All spans of a record are in characters, 0-based, end excluded, as in the JSON contract.

mod keep;

use std::collections::BTreeMap;

use crate::analysis::AnalyzedDocument;
use crate::coreference::{CorefChain, PluralReference};
use crate::date::PartialDate;
use crate::ids::{ChainId, DocumentId, MentionId, RuleName};
use crate::language::Gender;
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, RelationType};
use crate::relation::{Statement, Status};
use crate::span::{Char, Span};

/// All that was found in one document, with its sentences.
#[derive(Debug, Clone)]
pub struct ReadDocument {
    /// The document with its sentences.
    pub document: AnalyzedDocument,
    /// Its mentions, in text order.
    pub mentions: Vec<Mention>,
    /// Its statements.
    pub statements: Vec<Statement>,
    /// Its coreference chains.
    pub chains: Vec<CorefChain>,
    /// Its plural mentions whose members are known.
    pub plurals: Vec<PluralReference>,
}

/// What is kept of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentRecord {
    /// Where it comes from.
    pub info: DocumentInfo,
    /// The article as read.
    pub text: String,
    /// Its mentions, in text order.
    pub mentions: Vec<MentionRecord>,
    /// Its coreference chains, ordered by first name.
    pub chains: Vec<ChainRecord>,
    /// Its statements.
    pub statements: Vec<StatementRecord>,
    /// Its plural mentions whose members are known.
    pub plurals: Vec<PluralReference>,
}

/// A document as graphs refer to it.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentInfo {
    /// Unique name.
    pub id: DocumentId,
    /// The file as the user named it.
    pub path: String,
    /// Line of a JSON Lines file, 1-based.
    pub line: Option<usize>,
    /// Title, if the metadata give one.
    pub title: Option<String>,
    /// Date of publication.
    pub date: Option<PartialDate>,
    /// Address of the article.
    pub url: Option<String>,
    /// Outlet that published it.
    pub source: Option<String>,
    /// SHA-256 of the text in hexadecimal.
    pub sha256: String,
    /// Length of the text in characters.
    pub characters: usize,
}

/// A mention as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct MentionRecord {
    /// Where it stands.
    pub span: Span<Char>,
    /// Exactly the characters at `span`.
    pub surface: String,
    /// Name, nominal or pronoun.
    pub kind: MentionKind,
    /// Class of the thing.
    pub entity_type: EntityType,
    /// For a mention that says alone which thing is meant, what it calls it, on one line.
    pub label: Option<String>,
    /// The usual name of the thing if a gazetteer knows exactly one.
    pub canonical: Option<String>,
    /// ISO 3166-1 alpha-2 code if the thing is a country.
    pub iso3166: Option<String>,
    /// Whether it is an adjective or a word for a people.
    pub is_demonym: bool,
    /// The titles and ranks right before the name.
    pub title: Option<String>,
    /// The gender that it shows.
    pub gender: Option<Gender>,
    /// The rule or list that found it.
    pub rule: RuleName,
    /// How sure the rule is, 0.0 to 1.0.
    pub confidence: f32,
    /// The chain it is in.
    pub chain: Option<ChainId>,
    /// Why it is in the chain, unless it is the chain's first name.
    pub joined: Option<Joining>,
}

/// The sieve that joined a mention to its chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Joining {
    /// Its name, as in [`CorefLink::sieve`](crate::coreference::CorefLink::sieve).
    pub sieve: RuleName,
    /// How sure it is, 0.0 to 1.0.
    pub confidence: f32,
}

/// A coreference chain as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainRecord {
    /// Class of the thing.
    pub entity_type: EntityType,
    /// At least one, in text order.
    pub mentions: Vec<MentionId>,
}

/// When something was or will be, as its sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidTime {
    /// The words.
    pub text: String,
    /// ISO 8601 interval where it is a stretch: "2021-05-03/2021-05-05", open ends "..".
    pub interval: Option<String>,
    /// `explicit`, `relative` (to the date of publication) or `unknown`.
    pub basis: String,
    /// What is wrong with the words, such as a weekday that does not fit its date.
    pub note: Option<String>,
}

/// A statement as kept.
#[derive(Debug, Clone, PartialEq)]
pub struct StatementRecord {
    /// Class of the relation.
    pub relation: RelationType,
    /// First end.
    pub subject: MentionId,
    /// Second end.
    pub object: MentionId,
    /// Fact, plan or denial.
    pub status: Status,
    /// The sentence.
    pub span: Span<Char>,
    /// First character of the words that signal it.
    pub trigger: usize,
    /// A day, month or year that the sentence gives.
    pub date: Option<PartialDate>,
    /// How the sentence says when.
    pub time: Option<SaidTime>,
    /// Where, if the sentence says so.
    pub place: Option<MentionId>,
    /// Who says it, if the text reports it as somebody's words.
    pub speaker: Option<MentionId>,
    /// What else is said, by key.
    pub attributes: BTreeMap<String, String>,
    /// The paths from the trigger to both ends.
    pub path: String,
    /// The rule that read it.
    pub rule: RuleName,
    /// Score of the rule, 0.0 to 1.0.
    pub confidence: f32,
}

impl DocumentRecord {
    /// The mention with this id.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> &MentionRecord {
        &self.mentions[id.index()]
    }
}

//! A document as stored.

use serde::{Deserialize, Serialize};

use super::mention_record::MentionRecord;
use super::statement_record::StatementRecord;
use crate::coreference::PluralReference;
use crate::date::PartialDate;
use crate::ids::{DocumentId, MentionId};
use crate::ontology::EntityType;

/// A document with what was found in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DocumentRecord {
    /// Name, origin and date.
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

impl DocumentRecord {
    /// The mention with this id.
    #[must_use]
    pub fn mention(&self, id: MentionId) -> &MentionRecord {
        &self.mentions[id.index()]
    }
}

/// A coreference chain as stored.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ChainRecord {
    /// Class of the thing.
    pub entity_type: EntityType,
    /// At least one, in text order.
    pub mentions: Vec<MentionId>,
}

/// Name, origin and date of a document; graphs refer to it by these.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DocumentInfo {
    /// Unique name.
    pub id: DocumentId,
    /// The file as the user named it.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub path: String,
    /// Line of a JSON Lines file, 1-based.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub line: Option<usize>,
    /// Title, if the metadata have one.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub title: Option<String>,
    /// Date of publication.
    pub date: Option<PartialDate>,
    /// Address of the article.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub url: Option<String>,
    /// Outlet that published it.
    #[cfg_attr(test, schemars(length(min = 1)))]
    pub source: Option<String>,
    /// SHA-256 of the text in UTF-8, in hexadecimal.
    #[cfg_attr(test, schemars(regex(pattern = "^[0-9a-f]{64}$")))]
    pub sha256: String,
    /// Length of the text in characters.
    pub characters: usize,
}

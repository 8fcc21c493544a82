//! Reads annotated texts in their file formats, for training and evaluation.
//!
//! [`read_bio`] reads two-column BIO files, [`read_mentions`] JSON Lines with mentions, [`read_proper_nouns`] the
//! proper nouns of a treebank; [`LabelMeaning`] interprets their labels. [`DocumentList`] and [`select_documents`]
//! choose documents of a treebank. CoNLL-U itself is read by [`conllu`](crate::analysis::conllu), since the analysis
//! writes it.

mod bio;
mod document_list;
mod embeddings;
mod label_meaning;
mod mention_records;
mod proper_nouns;
mod verb_forms;

pub use crate::table::TableError;
pub use bio::{BioError, LabeledDocument, LabeledSentence, LabeledSpan, read_bio};
pub use document_list::{DocumentList, select_documents};
pub use embeddings::{Embeddings, read_embeddings};
pub use label_meaning::{LabelMeaning, UnknownNameLabel};
pub use mention_records::read_mentions;
pub use proper_nouns::read_proper_nouns;
pub use verb_forms::{VerbForm, read_verb_forms};

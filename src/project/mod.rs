//! Keeps documents, and what was found in them, in one file.
//!
//! A [`Project`] is one SQLite file that any SQLite tool opens; `schema.sql` describes its tables and views. It holds
//! the documents with their [records](crate::record) and changes by single documents: [`Project::add`] reads only
//! what is new or changed, [`Project::remove`] removes a document with everything derived from it. The graph depends on
//! the stored documents alone, not on the order in which they were added. What was reported as done is safe even if the
//! process is killed.
//!
//! # Example
//! ```
//! use whomet::project::{Filing, Fingerprint, Project, Recorder};
//! use whomet::{document::Document, pipeline};
//!
//! let folder = tempfile::tempdir()?;
//! let mut project = Project::create(&folder.path().join("news.whomet"), || eprintln!("waiting"))?;
//! let settings = pipeline::Settings::default();
//! let record = |document| pipeline::record_document(document, &settings);
//! let shipped = Fingerprint::new([]);
//! let filing = Filing::shipped(&shipped);
//! let recorder = Recorder::new(&record, &shipped, filing);
//! let article = Document::from_text("visit", "Minister Moana Tui met President Tika Oli in Lima.");
//! project.add(folder.path(), [article.clone()].into_iter(), &recorder, &|_, _| {})?;
//! let again = project.add(folder.path(), [article].into_iter(), &recorder, &|_, _| {})?;
//! assert_eq!((again.added, again.unchanged), (0, 1));
//! assert_eq!(project.graph(&filing)?.edges().count(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! This module does not read articles (`document`) or find things in them (`pipeline`); callers pass a [`Recorder`].

mod add;
mod cases;
mod changes;
mod data;
mod data_kind;
mod error;
mod file;
mod fingerprint;
mod graph;
mod inputs;
mod journal;
mod listing;
mod lone_names;
mod lookup;
mod naming;
mod part;
mod profile_store;
mod records;
mod remove;
mod row_ids;
mod rulings;
mod schema;
mod search;
mod shelf;
mod sql_query;
mod status;
mod stored_graph;
mod texts;
mod ties;
mod transaction;
mod update;
mod waiting;
mod why;

pub use add::{Progress, Recorder, Tally};
pub use changes::{Change, NotedChange};
pub use data::DataFile;
pub use data_kind::DataKind;
pub use error::ProjectError;
pub use file::{Project, is_project};
pub use fingerprint::Fingerprint;
pub use journal::{LogEntry, Note, Undo};
pub use listing::Listed;
pub use lone_names::LoneName;
pub use lookup::Hit;
pub use records::{Effort, Filing};
pub use sql_query::{SqlAnswer, SqlValue};
pub use status::ProjectStatus;
pub use stored_graph::StoredGraph;
pub use ties::Tie;
pub use update::Vanished;
pub use why::{Explanation, Link};

#[cfg(test)]
mod tests;

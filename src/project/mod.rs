//! Documents in, a file that keeps what was found in them; out of it, records and the graph.
//!
//! A [`Project`] is one SQLite file that any SQLite tool opens; `schema.sql` describes its tables and views. It keeps
//! the documents with their [records](crate::record), and is changed a document at a time: [`Project::add`] reads only
//! what is new or changed, [`Project::remove`] takes a document away with all that came from it. The graph is derived,
//! so it is that of the documents that are there, however they came in. All that was reported as done survives
//! whatever happens to the process.
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
//! let recorder = Recorder { record: &record, read_with: &shipped, filing };
//! let article = Document::from_text("visit", "Minister Moana Tui met President Tika Oli in Lima.");
//! project.add(folder.path(), [article.clone()].into_iter(), &recorder, &|_, _| {})?;
//! let again = project.add(folder.path(), [article].into_iter(), &recorder, &|_, _| {})?;
//! assert_eq!((again.added, again.unchanged), (0, 1));
//! assert_eq!(project.graph(&filing)?.edges().count(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What it does not do: read articles (`document`) or find things in them (`pipeline`); a [`Recorder`] is given for that.

mod add;
mod cases;
mod data;
mod drawing;
mod error;
mod explaining;
mod file;
mod filing;
mod finding;
mod fingerprint;
mod inputs;
mod journal;
mod judging;
mod naming;
mod profile_store;
mod records;
mod remove;
mod schema;
mod status;
mod update;

pub use add::{Change, Progress, Recorder, Tally};
pub use data::{DataFile, DataKind};
pub use error::ProjectError;
pub use explaining::{Explanation, Link};
pub use file::{Project, is_project};
pub use filing::{Effort, Filing};
pub use finding::Hit;
pub use fingerprint::Fingerprint;
pub use journal::{LogEntry, Note, Undo};
pub use status::ProjectStatus;
pub use update::Vanished;

#[cfg(test)]
mod tests;

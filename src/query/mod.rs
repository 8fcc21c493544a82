//! Answers questions about a graph or a project.
//!
//! [`Knowledge`] is what answers come from: a graph, or a project, of which it loads only the part that a question
//! needs. [`Knowledge::find`] looks a name up and [`choose`] decides which thing is meant. From a graph, [`meetings_of`]
//! says who met whom, [`profile`] what is known about one thing, [`chains`] how two are connected, [`in_common`] what they
//! share, [`timeline`] what happened when, [`contradictions`] where sources differ, and [`central`] who matters most.
//! [`Occasion`] is what most answers consist of: one thing that happened, or one state of affairs, with its evidence.
//!
//! # Example
//! ```
//! use whomet::document::Document;
//! use whomet::query::{Choice, Knowledge, choose, meetings_of};
//! use whomet::{graph::Part, lexicon::Lexicon, ontology::RelationType, pipeline};
//!
//! let article = Document::from_text("visit", "Minister Moana Tui met President Tika Oli in Lima on 5 March 2024.");
//! let mut knowledge = Knowledge::from(pipeline::build([article], &pipeline::Settings::default()).graph);
//! let matches = knowledge.find("tika oli", Some(RelationType::MET))?;
//! let Choice::One { chosen, .. } = choose("tika oli", matches, Lexicon::shipped()) else { panic!("one is called so") };
//! let graph = knowledge.about(&[chosen.id.clone()], &Part::of_relations([RelationType::MET]))?;
//! let meetings = meetings_of(&graph, &chosen.id);
//! assert_eq!(meetings[0].other(&chosen.id).label, "Moana Tui");
//! assert_eq!(meetings[0].date.unwrap().to_string(), "2024-03-05");
//! # Ok::<(), whomet::query::QueryError>(())
//! ```

mod central;
mod choice;
mod common;
mod contradictions;
mod excerpt;
mod knowledge;
mod listing;
mod meetings;
mod occasions;
mod office;
mod paths;
mod profile;
mod query_error;
mod search;
mod timeline;
mod weighing;

pub use crate::name_search::Fit;
pub use central::{Central, Measure, SAMPLED_ABOVE, central};
pub use choice::{Choice, Match, choose};
pub use common::{Shared, in_common};
pub use contradictions::contradictions;
pub use excerpt::excerpt;
pub use knowledge::{Knowledge, find_in_graph, near_labels};
pub use listing::{Listed, SortBy, list};
pub use meetings::{meetings_between, meetings_of, meetings_where};
pub use occasions::{Occasion, is_state, occasions_of};
pub use office::{Office, offices_of};
pub use paths::{Chain, Limits, chains};
pub use profile::{Profile, Section, profile};
pub use query_error::QueryError;
pub use search::{search_documents, search_evidence};
pub use timeline::timeline;

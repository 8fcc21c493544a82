//! Finds the names of a document.
//!
//! [`NameFinder`] is a linear-chain conditional random field over 21 tags. It looks at the words, their
//! spelling, their part-of-speech tags and lists of known names, and it labels a document twice so that a word
//! tends to be the same kind of name throughout. `training::train_name_finder` makes a model.
//! Dates, sums of money, pronouns and names within names are not found.
//!
//! # Example
//! ```
//! use whomet::analysis::names::{NameFinder, NameKind, NameScratch};
//! use whomet::analysis::{Tagger, TaggerScratch};
//!
//! let finder = NameFinder::shipped();
//! let document = [vec!["President", "Kaja", "Tamm", "visited", "Nairobi", "."], vec!["Tamm", "left", "."]];
//! let mut tags = vec![Vec::new(); document.len()];
//! for (forms, tags) in document.iter().zip(&mut tags) {
//!     Tagger::shipped().tag(forms, &mut TaggerScratch::default(), tags);
//! }
//! let names = finder.find(&document, &tags, &mut NameScratch::default());
//! assert_eq!((names[0][0].tokens.range(), names[0][0].kind), (1..3, NameKind::Person));
//! assert_eq!((names[0][1].tokens.range(), names[0][1].kind), (4..5, NameKind::Place));
//! assert_eq!(names[1][0].kind, NameKind::Person);
//! ```

pub(crate) mod consistency;
pub(crate) mod known_names;
pub(crate) mod lattice;
pub(crate) mod name_features;
pub(crate) mod name_finder;
pub(crate) mod name_kind;
pub(crate) mod name_model;
pub(crate) mod name_weights;
pub(crate) mod seen_sentence;
pub(crate) mod word;

pub use name_finder::{Name, NameFinder, NameScratch};
pub use name_kind::NameKind;

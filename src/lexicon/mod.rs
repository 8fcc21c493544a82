//! Looks up gazetteers and word classes: names, titles, head nouns and other words.
//!
//! [`Lexicon::shipped`] holds the lists in this folder; [`Lexicon::extend`] adds a file of the user's.

mod authority;
mod authority_record;
mod event_kind;
mod extension;
mod known_name;
mod lookup;
mod office_holders;
mod phrases;
mod sentence_view;
mod shipped;
mod table;
mod title;
mod word_view;

pub use authority_record::AuthorityRecord;
pub(crate) use event_kind::kind_of_event;
pub(crate) use known_name::{KnownName, NameForm};
pub use lookup::Lexicon;
pub(crate) use sentence_view::SentenceView;
pub use shipped::shipped_list;
pub use table::LexiconError;
pub(crate) use word_view::WordView;

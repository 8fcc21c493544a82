//! Name profiles on disk: the tables that hold the state of resolution.
//!
//! Tables and columns keep the names of the first version of the format: a name is a `dossier`, a country a `land`, a
//! binding match `is_firm`.

mod sqlite_store;
mod stored_facts;
mod stored_keys;
mod stored_matches;
mod stored_words;
mod text_hash;

pub(super) use sqlite_store::{ProfileRow, SqliteStore};

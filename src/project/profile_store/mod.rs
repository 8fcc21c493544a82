//! Dossiers on disk: the tables in which resolution keeps what it knows.

mod sqlite_store;
mod stored_facts;
mod stored_keys;
mod stored_matches;
mod text_hash;

pub(super) use sqlite_store::{ProfileRow, SqliteStore};

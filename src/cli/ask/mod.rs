//! Commands that ask questions.
//!
//! Each opens a graph, a project or articles, finds the things that are named, lets the library answer, and prints the
//! answer as a table, JSON, CSV or a graph.

pub(super) mod ask_args;
mod central;
mod changes;
mod chosen;
mod common;
mod dates;
mod evidence;
mod facts;
mod list;
mod met;
mod naming;
mod opened;
mod path;
mod plain_table;
mod search;
mod show;
mod sparql;
mod sql;
mod table;
mod timeline;
mod words;

pub(super) use central::run as central;
pub(super) use changes::run as changes;
pub(super) use common::run as common;
pub(super) use list::run as list;
pub(super) use met::run as met;
pub(super) use path::run as path;
pub(super) use search::run as search;
pub(super) use show::run as show;
pub(super) use sparql::run as sparql;
pub(super) use sql::run as sql;
pub(super) use timeline::{contradictions, timeline};

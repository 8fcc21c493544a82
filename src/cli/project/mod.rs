//! The commands on projects.

mod add;
pub(super) mod args;
mod project_graph;
mod reading;
mod remove;
mod status;
mod update;

pub(super) use add::run as add;
pub(super) use project_graph::{graph_of, stored_graph_of};
pub(super) use remove::run as remove;
pub(super) use status::run as status;
pub(super) use update::run as update;

//! Commands by which people decide what is one thing, and see why it is.

mod journal;
mod judge;
pub(super) mod judging_args;
mod open_project;
mod rulings;
mod why;

pub(super) use journal::{import, log, undo};
pub(super) use judge::{Judge, note};
pub(super) use open_project::OpenProject;
pub(super) use rulings::{judge, merge, split};
pub(super) use why::run as why;

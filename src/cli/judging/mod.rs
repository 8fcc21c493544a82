//! Commands with which people decide which names mean one entity, and see why they do.

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

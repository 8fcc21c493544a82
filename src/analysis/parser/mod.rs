//! Words and tags of a sentence in, its dependency tree out.
//!
//! Greedy and transition-based: at each step a small neural network chooses one of three transitions, and labels the
//! arc that was drawn. Nothing is ever taken back, so the time is linear in the length of the sentence. The three
//! transitions cannot draw crossing arcs, which one English arc in a hundred does.

pub(crate) mod forward;
pub(crate) mod inputs;
pub(crate) mod network;
pub(crate) mod state;
mod transition_parser;

pub use transition_parser::{Parser, ParserScratch};
pub(crate) use transition_parser::{best_label, best_transition, only_choice};

//! Parses a tagged sentence to a dependency tree.
//!
//! The parser is greedy and transition-based: at each step a small neural network chooses one of three transitions and
//! labels the new arc. No step is revised, so the time is linear in the length of the sentence. The transitions cannot
//! produce crossing arcs; one English arc in a hundred crosses another.

pub(crate) mod forward;
pub(crate) mod inputs;
pub(crate) mod state;
pub(crate) mod transition_parser;

pub use transition_parser::{Parser, ParserScratch};

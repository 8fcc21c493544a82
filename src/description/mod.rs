//! Reads what the words next to a name say about it: offices of persons, and what an organization or place is part
//! of.
//!
//! `offices` reads "Peru's Minister of Health, Lucio Mamani"; `belonging` reads "Liberia National Police" and "Tartu,
//! Estonia". Both return `DescribedLink`s, which `relation` turns into statements.

pub(crate) mod belonging;
mod descriptions;
mod link;
pub(crate) mod offices;

pub use descriptions::{Descriptions, find_descriptions};
pub(crate) use link::DescribedLink;

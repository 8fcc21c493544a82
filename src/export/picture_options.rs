//! What a user may choose about pictures.

use graphviz_rust::cmd::Layout;

use crate::picture::Picture;

/// What gives the parts of a picture their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Engine {
    /// The layout of this library, which needs no installed program.
    #[default]
    Own,
    /// Graphviz: layers.
    Dot,
    /// Graphviz: springs.
    Neato,
    /// Graphviz: springs for large graphs.
    Sfdp,
}

impl Engine {
    /// Every engine.
    pub const ALL: &'static [Self] = &[Self::Own, Self::Dot, Self::Neato, Self::Sfdp];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Dot => "dot",
            Self::Neato => "neato",
            Self::Sfdp => "sfdp",
        }
    }

    /// The layout of Graphviz, unless the engine is our own.
    pub(super) fn graphviz(self) -> Option<Layout> {
        match self {
            Self::Own => None,
            Self::Dot => Some(Layout::Dot),
            Self::Neato => Some(Layout::Neato),
            Self::Sfdp => Some(Layout::Sfdp),
        }
    }
}

/// How pictures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PictureOptions {
    /// What gives the parts their places.
    pub engine: Engine,
    /// How our own engine draws.
    pub picture: Picture,
}

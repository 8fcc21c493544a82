//! The shapes of pages.

use crate::layout::Size;

/// The shape of the page that a picture fills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Page {
    /// A screen: 16 by 9.
    #[default]
    Wide,
    /// As wide as high.
    Square,
    /// Paper of size A4, upright.
    A4,
    /// Paper of size A3, upright.
    A3,
}

impl Page {
    /// Every shape.
    pub const ALL: &'static [Self] = &[Self::Wide, Self::Square, Self::A4, Self::A3];

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Square => "square",
            Self::A4 => "a4",
            Self::A3 => "a3",
        }
    }

    /// The ratio of width to height.
    #[must_use]
    pub fn aspect(self) -> f64 {
        match (self, self.paper()) {
            (_, Some(paper)) => paper.width / paper.height,
            (Self::Square, None) => 1.0,
            (_, None) => 16.0 / 9.0,
        }
    }

    /// Its size in millimetres, if it is paper.
    #[must_use]
    pub fn paper(self) -> Option<Size> {
        match self {
            Self::A4 => Some(Size::new(210.0, 297.0)),
            Self::A3 => Some(Size::new(297.0, 420.0)),
            Self::Wide | Self::Square => None,
        }
    }
}

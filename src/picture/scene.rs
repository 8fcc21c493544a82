//! What a picture consists of, before it is written in a format.

use super::path::Path;
use super::typeface::Weight;
use crate::layout::{Point, Size};

/// A color: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Color(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stroke {
    pub(super) color: Color,
    pub(super) width: f64,
    /// Lengths of dashes and of the gaps between them, if the line has gaps.
    pub(super) dash: Option<[f64; 2]>,
}

/// Where a text lies relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Text {
    pub(super) text: String,
    /// On its base line.
    pub(super) at: Point,
    pub(super) anchor: Anchor,
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) color: Color,
    pub(super) is_struck: bool,
}

/// A part of a picture; later parts cover earlier ones.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Shape {
        path: Path,
        fill: Option<Color>,
        stroke: Option<Stroke>,
    },
    Text(Text),
    /// Parts that belong together. A viewer shows the note when the pointer is over one of them.
    Group {
        note: String,
        items: Vec<Item>,
    },
}

/// A picture.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub(super) size: Size,
    /// The size on paper in millimetres, if it is for paper.
    pub(super) paper: Option<Size>,
    /// One line that says what is shown.
    pub(super) title: String,
    pub(super) items: Vec<Item>,
}

impl Item {
    /// The part, moved.
    pub(super) fn moved(self, by: Point) -> Self {
        match self {
            Self::Shape { path, fill, stroke } => Self::Shape { path: path.moved(by), fill, stroke },
            Self::Text(text) => Self::Text(Text { at: text.at.plus(by), ..text }),
            Self::Group { note, items } => {
                Self::Group { note, items: items.into_iter().map(|item| item.moved(by)).collect() }
            }
        }
    }
}

impl Color {
    pub(super) const WHITE: Self = Self(255, 255, 255);

    /// The color of `#rrggbb`; light gray for anything else.
    pub(crate) fn of_hex(hex: &str) -> Self {
        let part = |from: usize| hex.get(from..from + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
        match (hex.starts_with('#'), part(1), part(3), part(5)) {
            (true, Some(red), Some(green), Some(blue)) => Self(red, green, blue),
            _ => Self(230, 230, 230),
        }
    }

    /// Half as bright: the ground for light letters.
    pub(crate) fn mixed_with_black(self) -> Self {
        Self(self.0 / 2, self.1 / 2, self.2 / 2)
    }

    /// As `#rrggbb`.
    pub(crate) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// A dark color of the same hue, for the outline of an area of this color.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the values lie between 0 and 255")]
    pub(crate) fn darkened(self) -> Self {
        /// The brightest part of the dark color.
        const BRIGHTEST: f64 = 158.0;
        let parts = [self.0, self.1, self.2].map(f64::from);
        let least = parts.iter().copied().fold(255.0, f64::min);
        let most = parts.iter().copied().fold(0.0, f64::max);
        if most - least < 9.0 {
            return Self(100, 104, 110);
        }
        let [red, green, blue] = parts.map(|part| ((part - least) / (most - least) * BRIGHTEST) as u8);
        Self(red, green, blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_of_a_pale_color_is_dark_and_has_its_hue() {
        assert_eq!(Color::of_hex("#cfe3f7").darkened(), Color(0, 79, 158));
        assert_eq!(Color::of_hex("#cfe3f7").hex(), "#cfe3f7");
        assert_eq!(Color::of_hex("blue"), Color(230, 230, 230));
    }
}

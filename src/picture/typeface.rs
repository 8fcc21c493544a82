//! The embedded font: how wide a text is, and the outlines of its letters.
//!
//! The font is Liberation Sans, cut down to Latin, Greek and Cyrillic letters and renamed, as its licence asks. It has
//! the widths of Arial and Helvetica, so a viewer that uses those draws texts as wide as they are measured here.

use std::sync::LazyLock;

use ttf_parser::{Face, OutlineBuilder};

use super::path::Path;
use crate::layout::Point;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

static REGULAR: LazyLock<Face<'static>> = LazyLock::new(|| face(include_bytes!("font/regular.ttf")));
static BOLD: LazyLock<Face<'static>> = LazyLock::new(|| face(include_bytes!("font/bold.ttf")));

fn face(bytes: &'static [u8]) -> Face<'static> {
    Face::parse(bytes, 0).expect("the embedded font is tested")
}

impl Weight {
    fn face(self) -> &'static Face<'static> {
        match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
        }
    }
}

/// The width of a text in letters of this size. Letters that the font lacks count as wide ones.
pub(crate) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let face = weight.face();
    let scale = size / f64::from(face.units_per_em());
    text.chars().map(|letter| advance(face, letter) * scale).sum()
}

fn advance(face: &Face, letter: char) -> f64 {
    let glyph = face.glyph_index(letter).and_then(|glyph| face.glyph_hor_advance(glyph));
    glyph.map_or_else(|| f64::from(face.units_per_em()), f64::from)
}

/// The outlines of a text whose first letter begins at `start` on its base line.
pub(super) fn outline(text: &str, start: Point, size: f64, weight: Weight) -> Path {
    let face = weight.face();
    let scale = size / f64::from(face.units_per_em());
    let mut pen = Pen { path: Path::default(), start, scale };
    for letter in text.chars() {
        // A letter that the font lacks is drawn as its empty box.
        face.outline_glyph(face.glyph_index(letter).unwrap_or_default(), &mut pen);
        pen.start.x += advance(face, letter) * scale;
    }
    pen.path
}

/// Draws letters, whose y grows upwards.
struct Pen {
    path: Path,
    start: Point,
    scale: f64,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        self.start.plus(Point::new(f64::from(x) * self.scale, -f64::from(y) * self.scale))
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.at(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.at(x, y));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (from, by, to) = (self.path.end(), self.at(x1, y1), self.at(x, y));
        let towards = |end: Point| end.plus(by.minus(end).times(2.0 / 3.0));
        self.path.curve_to(towards(from), towards(to), to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.curve_to(self.at(x1, y1), self.at(x2, y2), self.at(x, y));
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// Breaks a text between words into lines of about `most` letters.
pub(crate) fn wrap(text: &str, most: usize) -> Vec<String> {
    wrap_while(text, |line| line.chars().count() <= most)
}

/// Breaks a text between words into lines of at most this width.
pub(super) fn wrap_to(text: &str, most: f64, size: f64) -> Vec<String> {
    wrap_while(text, |line| width(line, size, Weight::Regular) <= most)
}

fn wrap_while(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if fits(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_text_is_wider_and_every_letter_of_europe_has_a_shape() {
        let name = "Đỗ Šimunjak Ґалина Ødegård Ξένια";
        assert!(width(name, 12.0, Weight::Bold) > width(name, 12.0, Weight::Regular));
        for letter in name.chars().filter(|letter| !letter.is_whitespace()) {
            assert!(REGULAR.glyph_index(letter).is_some(), "{letter}");
            assert!(BOLD.glyph_index(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn long_names_are_broken_between_words() {
        assert_eq!(wrap("National Directorate of Customs of Peru", 22), ["National Directorate", "of Customs of Peru"]);
    }
}

//! The outlines of boxes. Each entity type has a shape of its own, so that a picture can be read without its colors.

use super::path::{Path, Step};
use crate::layout::{Point, Rect, Size};

/// The shape of a box, named in the ontology by its Graphviz name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Round ends: `ellipse`.
    Pill,
    /// Square corners: `box`, and every name that is not known.
    Rectangle,
    /// Cut corners: `octagon`.
    Octagon,
    /// Round corners and a double left side: `component`.
    Component,
    /// Pointed ends: `hexagon`.
    Hexagon,
    /// A gable: `house`.
    House,
    /// A folded corner: `note`.
    Note,
    /// A pointed right end: `cds`.
    Arrow,
}

impl Shape {
    pub(crate) fn of_name(name: &str) -> Self {
        match name {
            "ellipse" | "oval" | "circle" => Self::Pill,
            "octagon" => Self::Octagon,
            "component" => Self::Component,
            "hexagon" => Self::Hexagon,
            "house" => Self::House,
            "note" => Self::Note,
            "cds" => Self::Arrow,
            _ => Self::Rectangle,
        }
    }

    /// Its name in the page, where the script draws the same shapes.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Pill => "pill",
            Self::Rectangle => "rectangle",
            Self::Octagon => "octagon",
            Self::Component => "component",
            Self::Hexagon => "hexagon",
            Self::House => "house",
            Self::Note => "note",
            Self::Arrow => "arrow",
        }
    }

    /// The size of a box around a text of this size.
    pub(crate) fn around(self, text: Size) -> Size {
        let (wide, high) = match self {
            Self::Pill => (26.0, 13.0),
            Self::Rectangle | Self::Octagon => (20.0, 13.0),
            Self::Component | Self::Note => (26.0, 13.0),
            Self::Hexagon | Self::Arrow => (30.0, 13.0),
            Self::House => (20.0, 19.0),
        };
        Size::new((text.width + wide).ceil(), (text.height + high).ceil())
    }

    /// How far the middle of the text lies from the middle of the box.
    pub(crate) fn text_shift(self) -> Point {
        match self {
            Self::House => Point::new(0.0, 3.0),
            Self::Component => Point::new(3.0, 0.0),
            Self::Arrow => Point::new(-4.0, 0.0),
            _ => Point::default(),
        }
    }

    /// The outline of a box.
    pub(super) fn outline(self, rect: Rect) -> Path {
        let (left, top, right, bottom) = (rect.min.x, rect.min.y, rect.max.x, rect.max.y);
        let middle = f64::midpoint(top, bottom);
        let at = Point::new;
        match self {
            Self::Pill => rounded(rect, 15.0),
            Self::Component => rounded(rect, 5.0),
            Self::Rectangle => Path::polygon(&[at(left, top), at(right, top), at(right, bottom), at(left, bottom)]),
            Self::Octagon => cut(rect, 7.0),
            Self::Hexagon => Path::polygon(&[
                at(left + 10.0, top),
                at(right - 10.0, top),
                at(right, middle),
                at(right - 10.0, bottom),
                at(left + 10.0, bottom),
                at(left, middle),
            ]),
            Self::House => Path::polygon(&[
                at(f64::midpoint(left, right), top),
                at(right, top + 8.0),
                at(right, bottom),
                at(left, bottom),
                at(left, top + 8.0),
            ]),
            Self::Note => Path::polygon(&[
                at(left, top),
                at(right - 9.0, top),
                at(right, top + 9.0),
                at(right, bottom),
                at(left, bottom),
            ]),
            Self::Arrow => Path::polygon(&[
                at(left, top),
                at(right - 11.0, top),
                at(right, middle),
                at(right - 11.0, bottom),
                at(left, bottom),
            ]),
        }
    }

    /// The outline in a legend, half as large as in a picture.
    pub(super) fn swatch(self, rect: Rect) -> Path {
        let double = Rect { min: rect.min.times(2.0), max: rect.max.times(2.0) };
        self.outline(double).scaled(0.5)
    }

    /// Lines inside the outline.
    pub(super) fn ornament(self, rect: Rect) -> Option<Path> {
        let at = Point::new;
        let mut path = Path::default();
        match self {
            Self::Component => {
                path.move_to(at(rect.min.x + 6.0, rect.min.y));
                path.line_to(at(rect.min.x + 6.0, rect.max.y));
            }
            Self::Note => {
                path.move_to(at(rect.max.x - 9.0, rect.min.y));
                path.line_to(at(rect.max.x - 9.0, rect.min.y + 9.0));
                path.line_to(at(rect.max.x, rect.min.y + 9.0));
            }
            _ => return None,
        }
        Some(path)
    }
}

fn rounded(rect: Rect, radius: f64) -> Path {
    let (left, top, right, bottom) = (rect.min.x, rect.min.y, rect.max.x, rect.max.y);
    let r = radius.min((bottom - top) / 2.0).min((right - left) / 2.0);
    let at = Point::new;
    let mut path = Path::default();
    path.move_to(at(left + r, top));
    path.line_to(at(right - r, top));
    path.round_to(at(right, top), at(right, top + r));
    path.line_to(at(right, bottom - r));
    path.round_to(at(right, bottom), at(right - r, bottom));
    path.line_to(at(left + r, bottom));
    path.round_to(at(left, bottom), at(left, bottom - r));
    path.line_to(at(left, top + r));
    path.round_to(at(left, top), at(left + r, top));
    path.close();
    path
}

fn cut(rect: Rect, by: f64) -> Path {
    let (left, top, right, bottom) = (rect.min.x, rect.min.y, rect.max.x, rect.max.y);
    let at = Point::new;
    Path::polygon(&[
        at(left + by, top),
        at(right - by, top),
        at(right, top + by),
        at(right, bottom - by),
        at(right - by, bottom),
        at(left + by, bottom),
        at(left, bottom - by),
        at(left, top + by),
    ])
}

/// Where the straight line from `from` in the direction of `along` first meets the outline.
pub(super) fn meeting_point(outline: &Path, from: Point, along: Point) -> Option<Point> {
    let corners: Vec<Point> = outline.steps.iter().flat_map(corners_of).collect();
    let next = |at: usize| corners[(at + 1) % corners.len()];
    let hits = corners.iter().enumerate().filter_map(|(at, &a)| {
        let side = next(at).minus(a);
        let cross = along.x * side.y - along.y * side.x;
        let to = a.minus(from);
        let (far, share) = ((to.x * side.y - to.y * side.x) / cross, (to.x * along.y - to.y * along.x) / cross);
        (cross.abs() > 1e-9 && (0.0..=1.0).contains(&share)).then_some(far)
    });
    // The line begins on the rectangle around the outline, so what lies behind it is the far side.
    hits.filter(|far| *far > -1e-6).min_by(f64::total_cmp).map(|far| from.plus(along.times(far)))
}

/// The points that stand for a step; a rounded corner has some on its way.
fn corners_of(step: &Step) -> Vec<Point> {
    match *step {
        Step::Move(to) | Step::Line(to) => vec![to],
        // A rounded corner: the middle of its control points lies close to it.
        Step::Curve(a, b, to) => vec![a.plus(b).times(0.5).times(0.75).plus(to.times(0.25)), to],
        Step::Close => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_ends_at_the_outline() {
        let rect = Rect::around(Point::new(0.0, 0.0), Size::new(100.0, 40.0));
        let hexagon = Shape::Hexagon.outline(rect);
        let hit = meeting_point(&hexagon, Point::new(-50.0, 10.0), Point::new(1.0, 0.0)).unwrap();
        assert!((hit.x + 45.0).abs() < 1e-6 && (hit.y - 10.0).abs() < 1e-6, "{hit:?}");
        let pill = Shape::Pill.outline(rect);
        let hit = meeting_point(&pill, Point::new(-50.0, 0.0), Point::new(1.0, 0.0)).unwrap();
        assert!((hit.x + 50.0).abs() < 1e-6, "{hit:?}");
    }
}

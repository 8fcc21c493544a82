//! Lines and curves, drawn or filled.

use crate::layout::{Point, Rect, Route};

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    Move(Point),
    Line(Point),
    Curve(Point, Point, Point),
    Close,
}

/// Lines and curves one after another.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Path {
    pub(super) steps: Vec<Step>,
}

impl Path {
    /// The closed path with these corners.
    pub(super) fn polygon(corners: &[Point]) -> Self {
        let mut path = Self::default();
        for (at, &corner) in corners.iter().enumerate() {
            if at == 0 { path.move_to(corner) } else { path.line_to(corner) }
        }
        path.close();
        path
    }

    /// A rectangle.
    pub(super) fn of_rect(rect: Rect) -> Self {
        let (min, max) = (rect.min, rect.max);
        Self::polygon(&[min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)])
    }

    /// The path, moved.
    pub(super) fn moved(self, by: Point) -> Self {
        self.mapped(|point| point.plus(by))
    }

    /// The path, larger or smaller by a factor.
    pub(super) fn scaled(self, factor: f64) -> Self {
        self.mapped(|point| point.times(factor))
    }

    fn mapped(mut self, change: impl Fn(Point) -> Point) -> Self {
        for step in &mut self.steps {
            *step = match *step {
                Step::Move(to) => Step::Move(change(to)),
                Step::Line(to) => Step::Line(change(to)),
                Step::Curve(a, b, to) => Step::Curve(change(a), change(b), change(to)),
                Step::Close => Step::Close,
            };
        }
        self
    }

    /// The course of a link.
    pub(super) fn of_route(route: &Route) -> Self {
        let mut path = Self::default();
        path.move_to(route.start);
        for &[a, b, to] in &route.curves {
            let from = path.end();
            let along = to.minus(from);
            let off = |point: Point| {
                let by = point.minus(from);
                (along.x * by.y - along.y * by.x).abs()
            };
            if off(a) + off(b) < 0.01 * along.length() { path.line_to(to) } else { path.curve_to(a, b, to) }
        }
        path
    }

    pub(super) fn move_to(&mut self, to: Point) {
        self.steps.push(Step::Move(to));
    }

    pub(super) fn line_to(&mut self, to: Point) {
        // A line of no length is none.
        if self.end().minus(to).length() > 1e-3 {
            self.steps.push(Step::Line(to));
        }
    }

    pub(super) fn curve_to(&mut self, a: Point, b: Point, to: Point) {
        self.steps.push(Step::Curve(a, b, to));
    }

    pub(super) fn close(&mut self) {
        self.steps.push(Step::Close);
    }

    /// Where it ends.
    pub(super) fn end(&self) -> Point {
        let end = |step: &Step| match *step {
            Step::Move(to) | Step::Line(to) | Step::Curve(_, _, to) => Some(to),
            Step::Close => None,
        };
        self.steps.iter().rev().find_map(end).unwrap_or_default()
    }

    /// A rounded quarter to `to`, around the corner at `corner`.
    pub(super) fn round_to(&mut self, corner: Point, to: Point) {
        // How far the control points of a quarter of a circle lie towards its corner.
        const ROUND: f64 = 0.552_284_749_8;
        let from = self.end();
        let towards = |end: Point| end.plus(corner.minus(end).times(ROUND));
        self.curve_to(towards(from), towards(to), to);
    }
}

//! What is laid out, and the result: sizes in, positions out.

use super::geometry::{Point, Rect, Size};

/// Boxes and the lines between them.
#[derive(Debug, Clone, Default)]
pub struct Diagram {
    /// The size of each box.
    pub boxes: Vec<Size>,
    /// The lines; at most one between two boxes.
    pub links: Vec<Link>,
}

/// A line between two boxes.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// The positions of both boxes in [`Diagram::boxes`], which differ.
    pub ends: [usize; 2],
    /// The size of its label; empty without one.
    pub label: Size,
}

/// Where everything is.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    /// The whole size; everything lies between the origin and this point.
    pub size: Size,
    /// The center of each box.
    pub centers: Vec<Point>,
    /// One for each link.
    pub routes: Vec<Route>,
}

/// The course of a link, from the side of its first box to the side of its second.
#[derive(Debug, Clone, Default)]
pub struct Route {
    /// Where it begins.
    pub start: Point,
    /// Cubic Bezier curves, each from the end of the one before: two control points and the end.
    pub curves: Vec<[Point; 3]>,
    /// The center of its label, if the label has a place.
    pub label: Option<Point>,
}

impl Route {
    /// A straight line.
    #[must_use]
    pub fn straight(from: Point, to: Point) -> Self {
        let mut route = Self { start: from, ..Self::default() };
        route.line_to(to);
        route
    }

    /// Where it ends.
    #[must_use]
    pub fn end(&self) -> Point {
        self.curves.last().map_or(self.start, |curve| curve[2])
    }

    /// Goes on straight to a point.
    pub(super) fn line_to(&mut self, to: Point) {
        let from = self.end();
        let along = to.minus(from);
        self.curves.push([from.plus(along.times(1.0 / 3.0)), from.plus(along.times(2.0 / 3.0)), to]);
    }

    /// Goes on to a point in a curve that begins and ends horizontally.
    pub(super) fn bend_to(&mut self, to: Point) {
        let from = self.end();
        let reach = (to.x - from.x) / 2.0;
        self.curves.push([Point::new(from.x + reach, from.y), Point::new(to.x - reach, to.y), to]);
    }

    /// The course as short straight lines.
    #[must_use]
    pub fn points(&self) -> Vec<Point> {
        const STEPS: u32 = 12;
        let mut points = vec![self.start];
        for &[a, b, to] in &self.curves {
            let from = *points.last().expect("it begins with the start");
            for step in 1..=STEPS {
                let t = f64::from(step) / f64::from(STEPS);
                let s = 1.0 - t;
                let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
                let at = [from, a, b, to].into_iter().zip(weights).map(|(point, weight)| point.times(weight));
                points.push(at.fold(Point::default(), Point::plus));
            }
        }
        points
    }

    fn moved(&mut self, by: Point) {
        self.start = self.start.plus(by);
        self.label = self.label.map(|label| label.plus(by));
        for point in self.curves.iter_mut().flatten() {
            *point = point.plus(by);
        }
    }
}

impl Drawing {
    /// Moves everything.
    pub(super) fn moved(&mut self, by: Point) {
        self.centers.iter_mut().for_each(|center| *center = center.plus(by));
        self.routes.iter_mut().for_each(|route| route.moved(by));
    }

    /// Moves everything so that it begins at the origin, and measures it.
    pub(super) fn fitted(mut self, diagram: &Diagram) -> Self {
        let boxes = self.centers.iter().zip(&diagram.boxes).map(|(&center, &size)| Rect::around(center, size));
        let labels = self.routes.iter().zip(&diagram.links);
        let labels = labels.filter_map(|(route, link)| Some(Rect::around(route.label?, link.label)));
        let dots = self.routes.iter().flat_map(Route::points).map(|point| Rect::around(point, Size::default()));
        let Some(all) = boxes.chain(labels).chain(dots).reduce(Rect::joined) else { return self };
        self.moved(Point::default().minus(all.min));
        self.size = all.size();
        self
    }
}

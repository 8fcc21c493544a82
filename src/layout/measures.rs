//! Measures how well a drawing reads.

use super::diagram::{Diagram, Drawing};
use super::geometry::{Point, Rect, lines_cross};

/// Touching is not overlapping.
const TOLERANCE: f64 = 0.5;

/// What makes a drawing hard to read, counted.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Measures {
    /// Pairs of boxes or labels that overlap.
    pub overlaps: usize,
    /// Pairs of a link and a box that is not one of its ends but lies under it.
    pub through_boxes: usize,
    /// Pairs of links that cross; links that share a box do not count.
    pub crossings: usize,
    /// Width divided by height.
    pub aspect: f64,
}

impl Measures {
    /// Measures a drawing.
    ///
    /// # Complexity
    /// O(l² + b²) for l links and b boxes: seconds for some thousand.
    #[must_use]
    pub fn of(diagram: &Diagram, drawing: &Drawing) -> Self {
        let boxes: Vec<Rect> =
            drawing.centers.iter().zip(&diagram.boxes).map(|(&center, &size)| Rect::around(center, size)).collect();
        let labels = drawing.routes.iter().zip(&diagram.links);
        let labels = labels.filter_map(|(route, link)| Some(Rect::around(route.label?, link.label)));
        let labels: Vec<Rect> = labels.filter(|label| !label.size().is_empty()).collect();
        let lines: Vec<Vec<Point>> = drawing.routes.iter().map(super::diagram::Route::points).collect();
        Self {
            overlaps: overlaps(&[boxes.as_slice(), &labels].concat()),
            through_boxes: through_boxes(diagram, &boxes, &lines),
            crossings: crossings(diagram, &lines),
            aspect: drawing.size.width / drawing.size.height.max(1.0),
        }
    }
}

fn overlaps(rects: &[Rect]) -> usize {
    let inner: Vec<Rect> = rects.iter().map(|rect| rect.grown(-TOLERANCE)).collect();
    let after = |(at, rect): (usize, &Rect)| inner[at + 1..].iter().filter(|other| other.overlaps(*rect)).count();
    inner.iter().enumerate().map(after).sum()
}

fn through_boxes(diagram: &Diagram, boxes: &[Rect], lines: &[Vec<Point>]) -> usize {
    let through = |ends: [usize; 2], line: &[Point]| {
        let others = boxes.iter().enumerate().filter(move |(at, _)| !ends.contains(at));
        let crossed = |rect: Rect| line.windows(2).any(|part| rect.is_crossed_by(part[0], part[1]));
        others.filter(|(_, rect)| crossed(rect.grown(-TOLERANCE))).count()
    };
    diagram.links.iter().zip(lines).map(|(link, line)| through(link.ends, line)).sum()
}

fn crossings(diagram: &Diagram, lines: &[Vec<Point>]) -> usize {
    let bounds: Vec<Rect> = lines.iter().map(|line| bounds(line)).collect();
    let mut count = 0;
    for a in 0..lines.len() {
        for b in a + 1..lines.len() {
            let shares_box = diagram.links[a].ends.iter().any(|end| diagram.links[b].ends.contains(end));
            if !shares_box && bounds[a].overlaps(bounds[b]) && cross(&lines[a], &lines[b]) {
                count += 1;
            }
        }
    }
    count
}

/// The rectangle around a line, with some width even if it is straight.
fn bounds(line: &[Point]) -> Rect {
    let dots = line.iter().map(|&point| Rect { min: point, max: point });
    dots.reduce(Rect::joined).expect("a route has a start").grown(TOLERANCE)
}

fn cross(a: &[Point], b: &[Point]) -> bool {
    a.windows(2).any(|p| b.windows(2).any(|q| lines_cross(p[0], p[1], q[0], q[1])))
}

#[cfg(test)]
mod tests {
    use super::super::diagram::{Link, Route};
    use super::super::geometry::Size;
    use super::*;

    #[test]
    fn each_trouble_is_counted_once() {
        let link = |a, b| Link { ends: [a, b], label: Size::new(4.0, 4.0) };
        let at = Point::new;
        let diagram = Diagram { boxes: vec![Size::new(10.0, 10.0); 5], links: vec![link(0, 1), link(2, 3)] };
        let centers = vec![at(0.0, 0.0), at(100.0, 0.0), at(50.0, -50.0), at(50.0, 50.0), at(80.0, 0.0)];
        let mut routes = vec![Route::straight(centers[0], centers[1]), Route::straight(centers[2], centers[3])];
        routes[0].label = Some(at(4.0, 0.0));
        let drawing = Drawing { size: Size::new(100.0, 50.0), centers, routes };
        let found = Measures::of(&diagram, &drawing);
        assert_eq!(found, Measures { overlaps: 1, through_boxes: 1, crossings: 1, aspect: 2.0 });
    }
}

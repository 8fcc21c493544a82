//! Draws a large connected diagram as a map: what is linked lies close together, and links are straight.

mod forces;
mod labels;
mod overlaps;
mod quad_tree;

use super::diagram::{Diagram, Drawing, Route};
use super::geometry::{Point, Rect, Size};

/// The free length that half of the links should have, for their labels and heads.
const FREE_LENGTH: f64 = 40.0;
/// No map is enlarged more than so much for that.
const MOST_ENLARGED: f64 = 1.7;
/// The share of the map that boxes cover before they are pushed apart.
const COVERED: f64 = 0.16;

/// Draws a connected diagram for a page whose ratio of width to height is `aspect`.
pub(super) fn draw(diagram: &Diagram, aspect: f64) -> Drawing {
    let mut centers = upright(forces::settle(diagram));
    spread(&mut centers, diagram, aspect);
    overlaps::remove(&mut centers, &diagram.boxes);
    lengthen(&mut centers, diagram);
    let mut drawing = with_straight_links(diagram, centers);
    labels::place(diagram, &mut drawing);
    drawing.fitted(diagram)
}

/// Draws straight links between boxes at these places.
fn with_straight_links(diagram: &Diagram, centers: Vec<Point>) -> Drawing {
    let side = |from: usize, to: usize| side_towards(centers[from], diagram.boxes[from], centers[to]);
    let route = |link: &super::diagram::Link| {
        let [a, b] = link.ends;
        Route::straight(side(a, b), side(b, a))
    };
    let routes = diagram.links.iter().map(route).collect();
    Drawing { size: Size::default(), centers, routes }
}

/// The point on the side of a box from which the straight line to `to` leaves it.
fn side_towards(center: Point, size: Size, to: Point) -> Point {
    let along = to.minus(center);
    let across = (along.x.abs() / (size.width / 2.0)).max(along.y.abs() / (size.height / 2.0));
    if across <= 1.0 { center } else { center.plus(along.times(1.0 / across)) }
}

/// Enlarges the map so that at least half of the links are long enough; boxes that lie apart stay apart.
fn lengthen(centers: &mut [Point], diagram: &Diagram) {
    let lengths = diagram.links.iter().map(|link| {
        let [a, b] = link.ends;
        let whole = centers[a].minus(centers[b]).length();
        let from = side_towards(centers[a], diagram.boxes[a], centers[b]);
        let to = side_towards(centers[b], diagram.boxes[b], centers[a]);
        (to.minus(from).length(), whole)
    });
    let mut lengths: Vec<(f64, f64)> = lengths.collect();
    lengths.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let Some(&(free, whole)) = lengths.get(lengths.len() / 2) {
        let factor = (1.0 + (FREE_LENGTH - free) / whole.max(1.0)).clamp(1.0, MOST_ENLARGED);
        centers.iter_mut().for_each(|center| *center = center.times(factor));
    }
}

/// Turns the map so that its longest extent is horizontal (its first principal axis).
fn upright(mut centers: Vec<Point>) -> Vec<Point> {
    let count = f64::from(u32::try_from(centers.len()).unwrap_or(u32::MAX)).max(1.0);
    let mean = centers.iter().fold(Point::default(), |sum, &center| sum.plus(center)).times(1.0 / count);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for center in &mut centers {
        *center = center.minus(mean);
        xx += center.x * center.x;
        xy += center.x * center.y;
        yy += center.y * center.y;
    }
    // The cosine and sine of half the angle of (xx - yy, 2 xy), by the half-angle formulas.
    let (x, y) = (xx - yy, 2.0 * xy);
    let length = (x * x + y * y).sqrt();
    if length == 0.0 {
        return centers;
    }
    let cos = f64::midpoint(1.0, x / length).max(0.0).sqrt();
    let sin = ((1.0 - x / length) / 2.0).max(0.0).sqrt().copysign(y);
    centers.iter().map(|p| Point::new(p.x * cos + p.y * sin, p.y * cos - p.x * sin)).collect()
}

/// Scales the map to the shape of the page and to an area that its boxes leave mostly free.
fn spread(centers: &mut [Point], diagram: &Diagram, aspect: f64) {
    let bounds = centers.iter().map(|&center| Rect::around(center, Size::default())).reduce(Rect::joined);
    let Some(extent) = bounds.map(Rect::size) else { return };
    let area: f64 = diagram.boxes.iter().map(|size| size.width * size.height).sum::<f64>() / COVERED;
    let wished = Size::new((area * aspect).sqrt(), (area / aspect).sqrt());
    let (x, y) = (wished.width / extent.width.max(1e-9), wished.height / extent.height.max(1e-9));
    // A line of boxes stays a line: no direction is stretched much more than the other.
    let (x, y) = (x.min(3.0 * y), y.min(3.0 * x));
    centers.iter_mut().for_each(|center| *center = Point::new(center.x * x, center.y * y));
}

//! Gives labels a place on straight links, where they cover neither boxes nor each other.

use super::super::diagram::{Diagram, Drawing};
use super::super::geometry::{Point, Rect};

/// Where on its link a label may stand, as shares of the length, the best first.
const PLACES: [f64; 9] = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72, 0.2, 0.8];
/// The least distance between a label and anything else.
const GAP: f64 = 2.0;

/// Places what labels it can, those of the longest links first; the others stay without a place.
pub(super) fn place(diagram: &Diagram, drawing: &mut Drawing) {
    let boxes = drawing.centers.iter().zip(&diagram.boxes);
    let mut taken: Vec<Rect> = boxes.map(|(&center, &size)| Rect::around(center, size)).collect();
    let ends = |at: usize| (drawing.routes[at].start, drawing.routes[at].end());
    let length = |at: usize| ends(at).1.minus(ends(at).0).length();
    let mut order: Vec<usize> = (0..drawing.routes.len()).filter(|&at| !diagram.links[at].label.is_empty()).collect();
    order.sort_by(|&a, &b| length(b).total_cmp(&length(a)));
    let mut found: Vec<(usize, Point)> = Vec::new();
    for at in order {
        let (from, to) = ends(at);
        let candidates = PLACES.iter().map(|share| from.plus(to.minus(from).times(*share)));
        let is_free = |center: &Point| {
            let rect = Rect::around(*center, diagram.links[at].label).grown(GAP);
            !taken.iter().any(|other| other.overlaps(rect))
        };
        if let Some(center) = candidates.into_iter().find(is_free) {
            taken.push(Rect::around(center, diagram.links[at].label));
            found.push((at, center));
        }
    }
    for (at, center) in found {
        drawing.routes[at].label = Some(center);
    }
}

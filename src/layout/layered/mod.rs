//! Draws a small connected diagram in columns: boxes in some, the labels of the links in those between.
//!
//! A link runs horizontally through every column and bends only between columns, so it cannot run through a box, and a
//! label has a place of its own in its column. The steps are those of Sugiyama, Tagawa and Toda 1981 ("Methods for
//! visual understanding of hierarchical system structures"): columns, order within them, heights, courses. Links may
//! run either way, so the columns are chosen to make the drawing fit the page.

mod columns;
mod grid;
mod heights;
mod order;
mod routes;

use super::diagram::{Diagram, Drawing};
use super::measures::Measures;

/// What one crossing costs as a share of the height of the page, if there are few links.
const CROSSING: f64 = 0.06;
/// What crossings cost that are as many as the links.
const CROSSINGS: f64 = 0.6;
/// More columns of boxes than this make a ribbon.
const MOST_COLUMNS: usize = 12;

/// Draws a connected diagram for a page whose ratio of width to height is `aspect`.
///
/// Tries every number of columns and keeps the drawing that is largest on the page, with a malus for crossings. There is
/// none if so much is linked that no number of columns suffices.
pub(super) fn draw(diagram: &Diagram, aspect: f64) -> Option<Drawing> {
    let most = diagram.boxes.len().clamp(1, MOST_COLUMNS);
    let fewest = most.min(2);
    let candidates = (fewest..=most).filter_map(|count| columns::assign(diagram, count));
    let drawings = candidates.map(|columns| {
        let grid = order::ordered(&grid::Grid::new(diagram, &columns));
        routes::draw(diagram, &grid, &heights::assign(&grid))
    });
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let each = CROSSING.min(CROSSINGS / number(diagram.links.len()).max(1.0));
    let cost = |drawing: &Drawing| {
        let page = (drawing.size.width / aspect).max(drawing.size.height);
        let other = (drawing.size.width / aspect).min(drawing.size.height);
        let crossings = Measures::of(diagram, drawing).crossings;
        // A page that is used in one direction only counts a little, so that equals are told apart.
        (page + 0.1 * other) * (1.0 + each * number(crossings))
    };
    let costs = drawings.map(|drawing| (cost(&drawing), drawing));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, drawing)| drawing)
}

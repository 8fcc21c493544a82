//! Turns columns and heights into boxes and courses.

use super::super::diagram::{Diagram, Drawing, Route};
use super::super::geometry::{Point, Size};
use super::grid::{Content, Grid};

/// The largest distance between links at the side of a box.
const PORT_STEP: f64 = 9.0;
/// How much of the side of a box at its corners bears no link.
const CORNER: f64 = 8.0;

/// Draws the grid with its cells at these heights.
pub(super) fn draw(diagram: &Diagram, grid: &Grid, heights: &[f64]) -> Drawing {
    let middle = |cell: usize| {
        let (left, right) = grid.sides[grid.cells[cell].column];
        f64::midpoint(left, right)
    };
    let centers = (0..diagram.boxes.len()).map(|at| Point::new(middle(at), heights[at])).collect();
    let route = |link: usize| course(diagram, grid, heights, link);
    let drawing = Drawing { size: Size::default(), centers, routes: (0..diagram.links.len()).map(route).collect() };
    drawing.fitted(diagram)
}

/// The course of a link through the columns, from its first end to its second.
fn course(diagram: &Diagram, grid: &Grid, heights: &[f64], link: usize) -> Route {
    let chain = &grid.chains[link];
    let (first, last) = (chain[0], chain[chain.len() - 1]);
    let side = |cell: usize| grid.sides[grid.cells[cell].column];
    let half = |cell: usize| diagram.boxes[cell].width / 2.0;
    let middle = |cell: usize| f64::midpoint(side(cell).0, side(cell).1);
    let start = Point::new(middle(first) + half(first), port(grid, heights, first, chain[1], &grid.after));
    let end = Point::new(middle(last) - half(last), port(grid, heights, last, chain[chain.len() - 2], &grid.before));
    let mut route = Route { start, ..Route::default() };
    route.line_to(Point::new(side(first).1, start.y));
    for &cell in &chain[1..chain.len() - 1] {
        let (left, right) = side(cell);
        route.bend_to(Point::new(left, heights[cell]));
        route.line_to(Point::new(right, heights[cell]));
        if matches!(grid.cells[cell].content, Content::Label(_)) {
            route.label = Some(Point::new(middle(cell), heights[cell]));
        }
    }
    route.bend_to(Point::new(side(last).0, end.y));
    route.line_to(end);
    if diagram.links[link].ends[0] == first { route } else { reversed(&route) }
}

/// The height at which a link leaves a box: the links of one side are spread in the order of where they lead.
fn port(grid: &Grid, heights: &[f64], cell: usize, next: usize, joined: &[Vec<usize>]) -> f64 {
    let mut others = joined[cell].clone();
    others.sort_by(|&a, &b| heights[a].total_cmp(&heights[b]).then(a.cmp(&b)));
    let place = others.iter().position(|&other| other == next).expect("the chain joins both");
    let at = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let gaps = at(others.len() - 1);
    let step = PORT_STEP.min((grid.cells[cell].height - 2.0 * CORNER).max(0.0) / gaps.max(1.0));
    heights[cell] + (at(place) - gaps / 2.0) * step
}

fn reversed(route: &Route) -> Route {
    let mut turned = Route { start: route.end(), curves: Vec::with_capacity(route.curves.len()), label: route.label };
    for (at, &[a, b, _]) in route.curves.iter().enumerate().rev() {
        let to = if at == 0 { route.start } else { route.curves[at - 1][2] };
        turned.curves.push([b, a, to]);
    }
    turned
}

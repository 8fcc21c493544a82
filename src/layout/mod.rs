//! Diagrams in, drawings out: gives boxes and the lines between them places on a page.
//!
//! A connected part with few boxes is drawn in columns, where nothing overlaps and no line runs through a box; a larger
//! one as a map. The parts are packed into the shape of the page. The same diagram gives the same drawing on every run.
//!
//! # Example
//! ```
//! use whomet::layout::{Diagram, Link, Measures, Size, draw};
//!
//! let link = |a, b| Link { ends: [a, b], label: Size::new(40.0, 12.0) };
//! let diagram = Diagram { boxes: vec![Size::new(80.0, 30.0); 4], links: vec![link(0, 1), link(0, 2), link(0, 3)] };
//! let drawing = draw(&diagram, 1.5);
//! let measures = Measures::of(&diagram, &drawing);
//! assert_eq!((measures.overlaps, measures.through_boxes, measures.crossings), (0, 0, 0));
//! ```

mod diagram;
mod geometry;
mod layered;
mod map;
mod measures;
mod neighbors;
mod packing;

pub use diagram::{Diagram, Drawing, Link, Route};
pub use geometry::{Point, Rect, Size};
pub use measures::Measures;

use neighbors::Neighbors;

/// A connected part with more boxes is drawn as a map.
pub const MOST_IN_COLUMNS: usize = 60;
/// A connected part with more links for each box is drawn as a map: too many would run between the columns.
const MOST_LINKS_PER_BOX: usize = 4;
/// The distance between parts that no link joins.
const PART_GAP: f64 = 34.0;

/// How connected parts are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Each part in the style that suits its size.
    Fitting,
    /// All parts as maps: boxes may be moved, as the lines are straight.
    Map,
}

/// Draws a diagram for a page whose ratio of width to height is `aspect`.
#[must_use]
pub fn draw(diagram: &Diagram, aspect: f64) -> Drawing {
    draw_as(diagram, aspect, Style::Fitting)
}

/// Draws a diagram in a style.
#[must_use]
pub fn draw_as(diagram: &Diagram, aspect: f64, style: Style) -> Drawing {
    let components = Neighbors::of(diagram).components();
    let parts: Vec<Part> = components.into_iter().map(|boxes| Part::new(diagram, boxes)).collect();
    let drawings: Vec<Drawing> = parts.iter().map(|part| part.draw(aspect, style)).collect();
    let sizes: Vec<Size> = drawings.iter().map(|drawing| drawing.size).collect();
    let corners = packing::pack(&sizes, PART_GAP, aspect);
    let mut whole = Drawing {
        size: Size::default(),
        centers: vec![Point::default(); diagram.boxes.len()],
        routes: vec![Route::default(); diagram.links.len()],
    };
    for ((part, mut drawing), corner) in parts.iter().zip(drawings).zip(corners) {
        drawing.moved(corner);
        part.boxes.iter().zip(drawing.centers).for_each(|(&at, center)| whole.centers[at] = center);
        part.links.iter().zip(drawing.routes).for_each(|(&at, route)| whole.routes[at] = route);
    }
    whole.fitted(diagram)
}

/// A part of a diagram that no link joins with the rest.
struct Part {
    /// The places of its boxes and links in the whole diagram.
    boxes: Vec<usize>,
    links: Vec<usize>,
    diagram: Diagram,
}

impl Part {
    fn new(whole: &Diagram, boxes: Vec<usize>) -> Self {
        let place = |at: usize| boxes.binary_search(&at).ok();
        let links = whole.links.iter().enumerate().filter_map(|(at, link)| {
            let ends = [place(link.ends[0])?, place(link.ends[1])?];
            Some((at, Link { ends, label: link.label }))
        });
        let (links, inner) = links.unzip();
        let diagram = Diagram { boxes: boxes.iter().map(|&at| whole.boxes[at]).collect(), links: inner };
        Self { boxes, links, diagram }
    }

    fn draw(&self, aspect: f64, style: Style) -> Drawing {
        let (boxes, links) = (self.boxes.len(), self.links.len());
        let fits = style == Style::Fitting && boxes <= MOST_IN_COLUMNS && links <= MOST_LINKS_PER_BOX * boxes;
        let drawn = if fits { layered::draw(&self.diagram, aspect) } else { None };
        drawn.unwrap_or_else(|| map::draw(&self.diagram, aspect))
    }
}

#[cfg(test)]
mod tests;

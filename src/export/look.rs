//! How nodes and edges look in formats that carry colors, sizes and positions.

use std::collections::BTreeMap;

use super::exported::Exported;
use crate::graph::Node;
use crate::relation::Status;

/// Color of a node whose type the ontology does not have.
const NO_TYPE: &str = "#dddddd";

/// The angle between two neighboring seeds of a sunflower, in radians: they never line up.
const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;

/// Distance between neighboring nodes, in the units of sizes.
const SPACING: f64 = 40.0;

/// Sizes and positions of all nodes: the more edges, the larger and the nearer to the middle.
pub(super) struct Looks {
    places: BTreeMap<String, Place>,
}

/// Size and position of a node.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) size: f64,
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Looks {
    /// # Complexity
    /// O(n log n) for n nodes and edges.
    pub(super) fn of(export: &Exported<'_>) -> Self {
        let mut degrees: BTreeMap<&str, u32> = export.graph.nodes().map(|node| (node.id.as_str(), 0)).collect();
        for (source, _, target) in export.graph.edges() {
            for end in [source, target] {
                *degrees.entry(end.id.as_str()).or_default() += 1;
            }
        }
        let mut order: Vec<(&str, u32)> = degrees.into_iter().collect();
        order.sort_by_key(|(id, degree)| (std::cmp::Reverse(*degree), *id));
        let places = order.iter().zip(0_u32..).map(|((id, degree), at)| ((*id).to_owned(), place(at, *degree)));
        Self { places: places.collect() }
    }

    /// Size and position of a node of the graph.
    pub(super) fn place(&self, node: &Node) -> Place {
        self.places[node.id.as_str()]
    }
}

/// The place of the node that has the `at`-th most edges: the seeds of a sunflower never overlap (Vogel 1979,
/// Mathematical Biosciences 44, 179-189).
fn place(at: u32, degree: u32) -> Place {
    let (at, degree) = (f64::from(at), f64::from(degree));
    let (radius, angle) = (SPACING * at.sqrt(), GOLDEN_ANGLE * at);
    let size = (6.0 + 3.0 * degree.sqrt()).min(SPACING);
    Place { size: rounded(size), x: rounded(radius * angle.cos()), y: rounded(radius * angle.sin()) }
}

/// Two decimals, so that the last bits of sine and cosine, which differ between machines, do not show.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0 + 0.0
}

/// The fill color of a node, `#rrggbb`.
pub(super) fn node_color<'g>(export: &Exported<'g>, node: &Node) -> &'g str {
    export.ontology.entity(node.entity_type.as_str()).map_or(NO_TYPE, |class| class.color.as_str())
}

/// The color of an edge, `#rrggbb`: red for a denial.
pub(super) fn edge_color(status: Status) -> &'static str {
    match status {
        Status::Asserted | Status::Planned => "#555555",
        Status::Negated => "#c62828",
    }
}

/// The red, green and blue parts of a color, `#rrggbb`.
pub(super) fn parts(color: &str) -> [u8; 3] {
    let digits = color.trim_start_matches('#');
    [0, 2, 4].map(|at| digits.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok()).unwrap_or_default())
}

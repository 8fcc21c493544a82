//! Where the things of a page are, and how large.

use std::collections::BTreeMap;

use crate::graph::{KnowledgeGraph, Node};
use crate::ids::EntityId;
use crate::layout::{self, Diagram, Link, Point, Size, Style};
use crate::ontology::Ontology;
use crate::picture::{Weight, look, text_width, wrap};

/// The ratio of width to height of the map.
const ASPECT: f64 = 1.5;
/// Letters on a line of a name.
const LETTERS: usize = 24;
/// The size of the letters of a name with one relation.
const SIZE: f64 = 11.5;
/// How much larger they are for more relations: this share times the root of their number.
const GROWTH: f64 = 0.1;
/// The height of a line of a name, in sizes of letters.
const LINE: f64 = 1.25;

/// A thing on the map.
pub(super) struct Place {
    pub(super) center: Point,
    pub(super) size: Size,
    /// Its name, broken into lines.
    pub(super) lines: Vec<String>,
    /// The size of the letters.
    pub(super) letters: f64,
    /// How far the middle of the name lies from the middle of the thing.
    pub(super) shift: Point,
}

/// All things in the order of the graph.
pub(super) struct Places(pub(super) Vec<Place>);

impl Places {
    /// Lays out a graph: what has relations as a map, everything else in rows below.
    pub(super) fn of(graph: &KnowledgeGraph, ontology: &Ontology) -> Self {
        let places: BTreeMap<&EntityId, usize> = graph.nodes().enumerate().map(|(at, node)| (&node.id, at)).collect();
        let mut pairs: BTreeMap<[usize; 2], ()> = BTreeMap::new();
        for (source, _, target) in graph.edges() {
            let (a, b) = (places[&source.id], places[&target.id]);
            if a != b {
                pairs.insert([a.min(b), a.max(b)], ());
            }
        }
        let mut degrees = vec![0_u32; places.len()];
        pairs.keys().flatten().for_each(|&end| degrees[end] += 1);
        let mut found: Vec<Place> =
            graph.nodes().zip(&degrees).map(|(node, &degree)| unplaced(node, degree, ontology)).collect();
        let (linked, alone): (Vec<usize>, Vec<usize>) = (0..found.len()).partition(|&at| degrees[at] > 0);
        let height = place_linked(&mut found, &linked, &pairs);
        place_alone(&mut found, &alone, height);
        Self(found)
    }
}

#[expect(clippy::cast_precision_loss, reason = "names have few lines")]
fn unplaced(node: &Node, degree: u32, ontology: &Ontology) -> Place {
    let lines = wrap(&node.label, LETTERS);
    let letters = SIZE * (1.0 + GROWTH * f64::from(degree.saturating_sub(1)).sqrt());
    let width = lines.iter().map(|line| text_width(line, letters, Weight::Bold)).fold(0.0, f64::max);
    let (shape, _) = look(node.entity_type, ontology);
    let size = shape.around(Size::new(width, lines.len() as f64 * letters * LINE));
    Place { center: Point::default(), size, lines, letters, shift: shape.text_shift() }
}

/// Places what has relations; returns the height of the map.
fn place_linked(found: &mut [Place], linked: &[usize], pairs: &BTreeMap<[usize; 2], ()>) -> f64 {
    let new: BTreeMap<usize, usize> = linked.iter().enumerate().map(|(new, &old)| (old, new)).collect();
    let links = pairs.keys().map(|ends| Link { ends: ends.map(|end| new[&end]), label: Size::default() }).collect();
    let diagram = Diagram { boxes: linked.iter().map(|&at| found[at].size).collect(), links };
    let drawing = layout::draw_as(&diagram, ASPECT, Style::Map);
    linked.iter().zip(&drawing.centers).for_each(|(&at, &center)| found[at].center = center);
    drawing.size.height
}

/// Places what has no relations below the map.
fn place_alone(found: &mut [Place], alone: &[usize], below: f64) {
    let diagram = Diagram { boxes: alone.iter().map(|&at| found[at].size).collect(), links: Vec::new() };
    let drawing = layout::draw_as(&diagram, 3.0 * ASPECT, Style::Map);
    let down = Point::new(0.0, below + 80.0);
    alone.iter().zip(&drawing.centers).for_each(|(&at, &center)| found[at].center = center.plus(down));
}

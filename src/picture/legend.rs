//! The lines below a picture: what it shows, what it leaves out, and what its shapes and lines mean.

use std::collections::BTreeSet;

use super::content::Content;
use super::look::look;
use super::marks;
use super::path::Path;
use super::scene::{Anchor, Color, Item, Stroke, Text};
use super::typeface::{self, Weight};
use super::words;
use crate::layout::{Point, Rect, Size};
use crate::ontology::{EntityType, Ontology};
use crate::relation::Status;

/// The least width of a page, for its captions.
pub(super) const LEAST_WIDTH: f64 = 420.0;
/// The distance to the drawing above.
pub(super) const GAP: f64 = 26.0;
const LETTERS: f64 = 10.0;
const ROW: f64 = 17.0;
const SWATCH: Size = Size { width: 24.0, height: 12.0 };
const GRAY: Color = Color(84, 90, 98);

/// The lines below a picture, from the origin.
pub(super) struct Footer {
    pub(super) items: Vec<Item>,
    pub(super) height: f64,
}

/// An explanation: what is drawn, and what it means.
struct Entry {
    drawn: Vec<Item>,
    words: String,
}

/// Makes the lines below a picture, at most `width` wide.
pub(super) fn footer(content: &Content, ontology: &Ontology, title: &str, width: f64) -> Footer {
    let mut items = Vec::new();
    let mut y = 0.0;
    let entries = types(content, ontology).into_iter().chain(statuses(content));
    let mut x = 0.0;
    for Entry { drawn, words } in entries {
        let wide = SWATCH.width + 6.0 + typeface::width(&words, LETTERS, Weight::Regular);
        if x > 0.0 && x + wide > width {
            (x, y) = (0.0, y + ROW);
        }
        let at = Point::new(x, y);
        items.extend(drawn.into_iter().map(|item| item.moved(at)));
        items.push(line(words, Point::new(x + SWATCH.width + 6.0, y + 9.5)));
        x += wide + 18.0;
    }
    if x > 0.0 {
        y += ROW + 4.0;
    }
    for caption in std::iter::once(title.to_owned()).chain(words::left_out(content)) {
        for words in typeface::wrap_to(&caption, width, LETTERS) {
            items.push(line(words, Point::new(0.0, y + 9.5)));
            y += 13.5;
        }
    }
    Footer { items, height: y }
}

fn line(words: String, at: Point) -> Item {
    Item::Text(Text {
        text: words,
        at,
        anchor: Anchor::Start,
        size: LETTERS,
        weight: Weight::Regular,
        color: GRAY,
        is_struck: false,
    })
}

/// The types that occur, in the order of the ontology.
fn types(content: &Content, ontology: &Ontology) -> Vec<Entry> {
    let types: BTreeSet<EntityType> = content.things.iter().map(super::content::Thing::entity_type).collect();
    let classes = ontology.entities.iter().filter(|class| types.contains(&class.name));
    let rect = Rect { min: Point::default(), max: Point::new(SWATCH.width, SWATCH.height) };
    let entry = |class: &crate::ontology::EntityClass| {
        let (shape, fill) = look(class.name, ontology);
        let stroke = Some(Stroke { color: fill.darkened(), width: 1.0, dash: None });
        let drawn = vec![Item::Shape { path: shape.swatch(rect), fill: Some(fill), stroke }];
        Entry { drawn, words: class.label.clone() }
    };
    classes.map(entry).collect()
}

/// What lines mean, unless all are facts.
fn statuses(content: &Content) -> Vec<Entry> {
    let edges = || content.lines.iter().flat_map(|line| &line.relations).map(|(_, edge, _)| *edge);
    let has = |status: Status| edges().any(|edge| edge.status == status);
    let all = [
        (has(Status::Planned), Status::Planned, false, Some(marks::DASH), "planned"),
        (has(Status::Negated), Status::Negated, false, Some(marks::DOTS), "denied"),
        (edges().any(words::is_over), Status::Asserted, true, None, "former office"),
    ];
    let entry = |(_, status, is_over, dash, words): (bool, Status, bool, Option<[f64; 2]>, &str)| {
        let color = marks::color(status, is_over);
        let mut path = Path::default();
        path.move_to(Point::new(0.0, SWATCH.height / 2.0));
        path.line_to(Point::new(SWATCH.width, SWATCH.height / 2.0));
        let drawn = vec![Item::Shape { path, fill: None, stroke: Some(Stroke { color, width: 1.2, dash }) }];
        Entry { drawn, words: words.to_owned() }
    };
    all.into_iter().filter(|(occurs, ..)| *occurs).map(entry).collect()
}

//! Lays content out and draws it.

use super::content::{Content, Line, Thing};
use super::legend;
use super::look::look;
use super::marks::{self, LABEL_LINE, LABEL_SIZE, Mark};
use super::page::Page;
use super::path::Path;
use super::scene::{Anchor, Color, Item, Scene, Stroke, Text};
use super::shapes::{Shape, meeting_point};
use super::typeface::{self, Weight, wrap};
use super::words;
use crate::graph::KnowledgeGraph;
use crate::layout::{self, Diagram, Drawing, Link, Measures, Point, Rect, Route, Size};
use crate::ontology::Ontology;

/// Letters on a line of a name.
const NAME_LETTERS: usize = 24;
/// The size of the letters of a name, and the height of its lines.
const NAME_SIZE: f64 = 12.0;
const NAME_LINE: f64 = 15.0;
/// A picture with more boxes is a map, on which names are as large as they are linked.
const MAP: usize = 150;
/// The height that each line at one side of a box needs.
const PORT: f64 = 6.5;
/// The empty border of the page.
const MARGIN: f64 = 24.0;
const INK: Color = Color(28, 32, 38);

/// A box before it has a place.
struct Card {
    lines: Vec<String>,
    letters: f64,
    shape: Shape,
    fill: Color,
    size: Size,
}

/// Everything with its place.
struct Plan {
    cards: Vec<Card>,
    /// The lines of each label.
    marks: Vec<Vec<Mark>>,
    diagram: Diagram,
    drawing: Drawing,
}

impl Plan {
    fn new(content: &Content, ontology: &Ontology, page: Page) -> Self {
        let things = content.things.iter().zip(content.degrees());
        let cards: Vec<Card> = things.map(|(thing, degree)| card(thing, degree, content, ontology)).collect();
        let marks: Vec<Vec<Mark>> = content.lines.iter().map(|line| marks::of(line, ontology)).collect();
        let lines = content.lines.iter().zip(&marks);
        let links = lines.map(|(line, marks)| Link { ends: line.ends, label: marks::size(marks) }).collect();
        let diagram = Diagram { boxes: cards.iter().map(|card| card.size).collect(), links };
        let drawing = layout::draw(&diagram, page.aspect());
        Self { cards, marks, diagram, drawing }
    }
}

/// Measures how well the picture of `content` reads.
pub(super) fn measures(content: &Content, ontology: &Ontology, page: Page) -> Measures {
    let plan = Plan::new(content, ontology, page);
    Measures::of(&plan.diagram, &plan.drawing)
}

/// Draws `content` on a page.
pub(super) fn draw(graph: &KnowledgeGraph, content: &Content, ontology: &Ontology, page: Page) -> Scene {
    let plan = Plan::new(content, ontology, page);
    let boxes = plan.cards.iter().zip(&plan.drawing.centers);
    let outlines: Vec<Path> =
        boxes.map(|(card, &center)| card.shape.outline(Rect::around(center, card.size))).collect();
    let lines = content.lines.iter().enumerate();
    let lines = lines.map(|(at, line)| line_item(line, &plan.marks[at], &plan.drawing.routes[at], &outlines, ontology));
    let boxes = content.things.iter().zip(&plan.cards).enumerate();
    let boxes = boxes.map(|(at, (thing, card))| Item::Group {
        note: words::thing_note(thing),
        items: card_items(card, plan.drawing.centers[at], outlines[at].clone()),
    });
    // Boxes cover the ends of lines.
    let items = lines.chain(boxes).collect();
    on_page(graph, content, ontology, page, &plan.drawing, items)
}

#[expect(clippy::cast_precision_loss, reason = "boxes have few lines")]
fn card(thing: &Thing, degree: usize, content: &Content, ontology: &Ontology) -> Card {
    let lines = wrap(&words::thing_label(thing), NAME_LETTERS);
    let is_map = content.things.len() > MAP;
    let grown = if is_map { 1.0 + 0.4 * (degree.saturating_sub(1) as f64).sqrt() } else { 1.0 };
    let letters = NAME_SIZE * grown;
    let width = lines.iter().map(|line| typeface::width(line, letters, Weight::Bold)).fold(0.0, f64::max);
    let (shape, fill) = look(thing.entity_type(), ontology);
    let mut size = shape.around(Size::new(width, lines.len() as f64 * NAME_LINE * grown));
    if !is_map {
        size.height = size.height.max(PORT * degree.div_ceil(2) as f64 + 16.0);
    }
    Card { lines, letters, shape, fill, size }
}

#[expect(clippy::cast_precision_loss, reason = "boxes have few lines")]
fn card_items(card: &Card, center: Point, outline: Path) -> Vec<Item> {
    let border = Stroke { color: card.fill.darkened(), width: 1.2, dash: None };
    let ornament = card.shape.ornament(Rect::around(center, card.size));
    let mut items = vec![Item::Shape { path: outline, fill: Some(card.fill), stroke: Some(border) }];
    items.extend(ornament.map(|path| Item::Shape { path, fill: None, stroke: Some(border) }));
    let middle = center.plus(card.shape.text_shift());
    let step = card.letters * NAME_LINE / NAME_SIZE;
    for (number, line) in card.lines.iter().enumerate() {
        let down = (number as f64 - (card.lines.len() - 1) as f64 / 2.0) * step + 0.35 * card.letters;
        items.push(Item::Text(Text {
            text: line.clone(),
            at: middle.plus(Point::new(0.0, down)),
            anchor: Anchor::Middle,
            size: card.letters,
            weight: Weight::Bold,
            color: INK,
            is_struck: false,
        }));
    }
    items
}

fn line_item(line: &Line, marks: &[Mark], course: &Route, outlines: &[Path], ontology: &Ontology) -> Item {
    let mut route = course.clone();
    let points = route.points();
    let (first, last) = (points[0], points[points.len() - 1]);
    // The course ends at the rectangle around a box; its outline may lie further in.
    let into =
        |from: Point, to: Point, end: usize| meeting_point(&outlines[line.ends[end]], to, to.minus(from)).unwrap_or(to);
    route.start = into(points[1], first, 0);
    let tip = into(points[points.len() - 2], last, 1);
    if let Some(curve) = route.curves.last_mut() {
        curve[2] = tip;
    }
    let look = marks::stroke(marks);
    let mut items = vec![Item::Shape { path: Path::of_route(&route), fill: None, stroke: Some(look) }];
    let heads = marks::heads(line);
    for (has_head, from, tip) in [(heads[1], points[points.len() - 2], tip), (heads[0], points[1], route.start)] {
        if has_head {
            items.push(arrow(from, tip, look.color));
        }
    }
    if let Some(center) = route.label {
        let is_forward = first.x <= last.x;
        items.extend(label_items(marks, center, is_forward));
    }
    Item::Group { note: words::line_note(&line.relations, ontology), items }
}

/// The head of an arrow that comes from `from`.
fn arrow(from: Point, tip: Point, color: Color) -> Item {
    let along = tip.minus(from);
    let along = along.times(1.0 / along.length().max(1e-9));
    let across = Point::new(-along.y, along.x).times(3.2);
    let back = tip.minus(along.times(8.0));
    let path = Path::polygon(&[tip, back.plus(across), back.minus(across)]);
    Item::Shape { path, fill: Some(color), stroke: None }
}

#[expect(clippy::cast_precision_loss, reason = "labels have few lines")]
fn label_items(marks: &[Mark], center: Point, is_forward: bool) -> Vec<Item> {
    let ground = Path::of_rect(Rect::around(center, marks::size(marks)));
    let mut items = vec![Item::Shape { path: ground, fill: Some(Color::WHITE), stroke: None }];
    for (number, mark) in marks.iter().enumerate() {
        let down = (number as f64 - (marks.len() - 1) as f64 / 2.0) * LABEL_LINE + 0.35 * LABEL_SIZE;
        items.push(Item::Text(Text {
            text: mark.text(is_forward),
            at: center.plus(Point::new(0.0, down)),
            anchor: Anchor::Middle,
            size: LABEL_SIZE,
            weight: Weight::Regular,
            color: mark.color(),
            is_struck: mark.is_struck(),
        }));
    }
    items
}

/// Puts the drawing into the middle of the page, with the captions and the legend below it.
fn on_page(
    graph: &KnowledgeGraph,
    content: &Content,
    ontology: &Ontology,
    page: Page,
    drawing: &Drawing,
    items: Vec<Item>,
) -> Scene {
    let title = words::title(graph, content);
    let wide = drawing.size.width.max(legend::LEAST_WIDTH);
    let footer = legend::footer(content, ontology, &title, wide);
    let high = drawing.size.height + legend::GAP + footer.height;
    let inner = Size::new(wide.max(high * page.aspect()), high.max(wide / page.aspect()));
    let free = Size::new((inner.width - drawing.size.width) / 2.0, (inner.height - high) / 2.0);
    let mut all = Vec::with_capacity(items.len() + 1);
    all.extend(items.into_iter().map(|item| item.moved(Point::new(MARGIN + free.width, MARGIN + free.height))));
    let below = Point::new(MARGIN, MARGIN + inner.height - footer.height);
    all.extend(footer.items.into_iter().map(|item| item.moved(below)));
    let size = Size::new(inner.width + 2.0 * MARGIN, inner.height + 2.0 * MARGIN);
    Scene { size, paper: page.paper(), title, items: all }
}

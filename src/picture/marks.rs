//! How relations look: the lines of a label, and the line itself.

use std::collections::BTreeSet;

use super::content::{Line, Relation};
use super::scene::{Color, Stroke};
use super::typeface::{self, Weight};
use super::words;
use crate::layout::Size;
use crate::ontology::Ontology;
use crate::relation::Status;

/// The size of the letters of a label, and the height of its lines.
pub(super) const LABEL_SIZE: f64 = 10.0;
pub(super) const LABEL_LINE: f64 = 12.5;
/// Letters on a line of a label.
const LETTERS: usize = 26;
/// Lines of a label; what is more is counted.
const MOST_LINES: usize = 5;
/// The line of a plan.
pub(super) const DASH: [f64; 2] = [5.0, 3.5];
/// The line of a denial.
pub(super) const DOTS: [f64; 2] = [1.5, 3.0];

/// One line of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    words: String,
    /// Whether the relation leads from the first end to the second; none if it has no direction or needs no arrow.
    leads_forward: Option<bool>,
    status: Status,
    is_over: bool,
}

impl Mark {
    /// Its words, with an arrow if the label has several lines. `is_forward` says that the first end lies to the left.
    pub(super) fn text(&self, is_forward: bool) -> String {
        match self.leads_forward {
            None => self.words.clone(),
            Some(leads) if leads == is_forward => format!("{} →", self.words),
            Some(_) => format!("← {}", self.words),
        }
    }

    pub(super) fn color(&self) -> Color {
        color(self.status, self.is_over)
    }

    pub(super) fn is_struck(&self) -> bool {
        self.status == Status::Negated
    }
}

/// Dark for facts, red for denials, light for what is over.
pub(super) fn color(status: Status, is_over: bool) -> Color {
    match (status, is_over) {
        (Status::Negated, _) => Color(190, 40, 30),
        (_, true) => Color(150, 154, 160),
        _ => Color(62, 68, 76),
    }
}

/// The lines of the label of a line.
pub(super) fn of(line: &Line, ontology: &Ontology) -> Vec<Mark> {
    // If all relations lead the same way, the head of the line says enough.
    let direction = |(source, edge, _): &Relation| edge.is_directed.then(|| line.is_from_first(source));
    let directions: BTreeSet<Option<bool>> = line.relations.iter().map(direction).collect();
    let has_several = directions.len() > 1;
    let mut marks: Vec<Mark> = Vec::new();
    for relation in &line.relations {
        for mark in marks_of(relation, line, has_several, ontology) {
            // Several things in one box have the same relations.
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    if marks.len() > MOST_LINES {
        let more = marks.len() - (MOST_LINES - 1);
        marks.truncate(MOST_LINES - 1);
        marks.push(Mark {
            words: format!("and {more} more"),
            leads_forward: None,
            status: Status::Asserted,
            is_over: true,
        });
    }
    marks
}

fn marks_of(relation: &Relation, line: &Line, has_several: bool, ontology: &Ontology) -> Vec<Mark> {
    let (source, edge, _) = relation;
    let first = line.is_from_first(source);
    let leads_forward = (has_several && edge.is_directed).then_some(first);
    let is_over = words::is_over(edge);
    let mut lines = typeface::wrap(&words::edge_label(edge, ontology), LETTERS);
    lines.truncate(3);
    let last = lines.len().saturating_sub(1);
    let mark = |(at, words): (usize, String)| Mark {
        words,
        leads_forward: leads_forward.filter(|_| at == last),
        status: edge.status,
        is_over,
    };
    lines.into_iter().enumerate().map(mark).collect()
}

/// The size of a label with these lines.
#[expect(clippy::cast_precision_loss, reason = "labels have few lines")]
pub(super) fn size(marks: &[Mark]) -> Size {
    let width =
        marks.iter().map(|mark| typeface::width(&mark.text(true), LABEL_SIZE, Weight::Regular)).fold(0.0, f64::max);
    Size::new(width + 8.0, marks.len() as f64 * LABEL_LINE + 2.0)
}

/// The look of a line: solid if one of its relations is a fact, otherwise that of a plan or a denial.
pub(super) fn stroke(marks: &[Mark]) -> Stroke {
    let best = |mark: &&Mark| (mark.status, mark.is_over);
    let (status, is_over) = marks.iter().min_by_key(best).map_or((Status::Asserted, false), |mark| best(&mark));
    let dash = match status {
        Status::Asserted => None,
        Status::Planned => Some(DASH),
        Status::Negated => Some(DOTS),
    };
    Stroke { color: color(status, is_over), width: if is_over { 0.9 } else { 1.1 }, dash }
}

/// Whether an arrow points at the first end, and at the second.
pub(super) fn heads(line: &Line) -> [bool; 2] {
    let leads = |to_first: bool| {
        let points = |(source, edge, _): &Relation| edge.is_directed && line.is_from_first(source) != to_first;
        line.relations.iter().any(points)
    };
    [leads(true), leads(false)]
}

//! Answers that are tables of values: as text, JSON or CSV.

use serde_json::{Map, Value, json};

use super::table::{Paper, Table};
use crate::cli::report::print;

/// Below this width of the paper, a table leaves out the ids.
const WIDE: u16 = 110;

/// How the answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A table for people.
    Text,
    /// One object for each row.
    Json,
    /// Comma-separated values.
    Csv,
}

impl Form {
    pub(super) fn of(json: bool, csv: bool) -> Self {
        match (json, csv) {
            (true, _) => Self::Json,
            (false, true) => Self::Csv,
            (false, false) => Self::Text,
        }
    }
}

/// A table of values, whose columns have a name for programs and a title for people.
pub(super) struct PlainTable {
    names: Vec<String>,
    titles: Vec<String>,
    rows: Vec<Vec<Value>>,
}

impl PlainTable {
    pub(super) fn new(columns: &[(&str, &str)]) -> Self {
        let (names, titles) = columns.iter().map(|(name, title)| ((*name).to_owned(), (*title).to_owned())).unzip();
        Self { names, titles, rows: Vec::new() }
    }

    /// Columns whose names are their titles.
    pub(super) fn named(columns: Vec<String>) -> Self {
        Self { names: columns.clone(), titles: columns, rows: Vec::new() }
    }

    pub(super) fn add(&mut self, values: Vec<Value>) {
        self.rows.push(values);
    }

    /// Prints the table; `after` are lines under it for people.
    pub(super) fn print(&self, form: Form, after: &[String]) {
        match form {
            Form::Text => {
                let paper = Paper::of_output();
                let is_shown = |name: &str| name != "id" || paper.width >= WIDE;
                let table = self.filled(&self.titles, is_shown, for_people);
                let mut text = if table.is_empty() { String::new() } else { table.as_text(paper) };
                after.iter().for_each(|line| text.push_str(&format!("{line}\n")));
                print(&text);
            }
            Form::Csv => print(&self.filled(&self.names, |_| true, plain).as_csv()),
            Form::Json => print(&format!("{:#}\n", self.as_json())),
        }
    }

    /// The columns whose names `is_shown` picks, under these headings.
    fn filled(&self, headings: &[String], is_shown: impl Fn(&str) -> bool, cell: impl Fn(&Value) -> String) -> Table {
        let shown: Vec<usize> = (0..self.names.len()).filter(|at| is_shown(&self.names[*at])).collect();
        let mut table = Table::new(&shown.iter().map(|at| headings[*at].as_str()).collect::<Vec<_>>());
        self.rows.iter().for_each(|row| table.add(shown.iter().map(|at| cell(&row[*at])).collect()));
        table
    }

    fn as_json(&self) -> Value {
        let object = |row: &Vec<Value>| {
            let fields = self.names.iter().cloned().zip(row.iter().cloned());
            Value::Object(fields.collect::<Map<String, Value>>())
        };
        json!(self.rows.iter().map(object).collect::<Vec<_>>())
    }
}

/// A value without quotation marks; nothing for null; a list divided by "; ".
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

/// The same; small shares with four decimals, texts on one line.
fn for_people(value: &Value) -> String {
    match value {
        Value::Number(number) if number.is_f64() => format!("{:.4}", number.as_f64().unwrap_or_default()),
        other => crate::cli::report::one_line(&plain(other)),
    }
}

//! Reads a user's tab-separated table; the first line names its columns.

use crate::text::nearest;

/// Why a lexicon file cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum LexiconError {
    /// The first line names a column that no kind of list has.
    #[error("{path}:1: unknown column \"{found}\"{}; expected {expected}", hint(.near))]
    UnknownColumn {
        /// The file.
        path: String,
        /// The column.
        found: String,
        /// The nearest known column.
        near: Option<String>,
        /// All columns of this kind of list.
        expected: String,
    },
    /// The first line lacks a column that the list needs.
    #[error("{path}:1: no column \"{missing}\"; expected the columns {expected} in the first line, divided by tabs")]
    MissingColumn {
        /// The file.
        path: String,
        /// The column.
        missing: &'static str,
        /// All columns of this kind of list.
        expected: String,
    },
    /// A row has more fields than the first line has columns.
    #[error("{path}:{line}: {found} fields in this row, but {expected} columns in the first line; is a tab too many?")]
    TooManyFields {
        /// The file.
        path: String,
        /// The line, 1-based.
        line: usize,
        /// Fields in the row.
        found: usize,
        /// Columns of the table.
        expected: usize,
    },
    /// A required field is empty.
    #[error("{path}:{line}: no {column}; every row needs one")]
    EmptyField {
        /// The file.
        path: String,
        /// The line, 1-based.
        line: usize,
        /// The column.
        column: &'static str,
    },
    /// A value is not one of the known ones.
    #[error("{path}:{line}: unknown {column} \"{found}\"{}", hint(.near))]
    UnknownValue {
        /// The file.
        path: String,
        /// The line, 1-based.
        line: usize,
        /// The column.
        column: &'static str,
        /// The unknown value.
        found: String,
        /// The nearest known value.
        near: Option<String>,
    },
}

fn hint(near: &Option<String>) -> String {
    near.as_ref().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default()
}

/// The columns that a kind of list may have; the first `required` are mandatory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) names: &'static [&'static str],
    pub(super) required: usize,
}

/// A table read from text.
#[derive(Debug)]
pub(super) struct Table<'t> {
    path: &'t str,
    columns: Vec<&'t str>,
    /// The 1-based line number and the fields of each row.
    rows: Vec<(usize, Vec<&'t str>)>,
}

/// One row, whose fields are looked up by column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    line: usize,
    fields: &'t [&'t str],
}

impl<'t> Table<'t> {
    /// Reads the columns in the first line and the rows after it; skips empty lines and lines with `#`.
    pub(super) fn read(path: &'t str, text: &'t str) -> Result<Self, LexiconError> {
        let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let columns: Vec<&str> = lines.next().map_or("", |(_, line)| line).split('\t').map(str::trim).collect();
        let mut rows = Vec::new();
        for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
            if fields.len() > columns.len() {
                let (path, line) = (path.to_owned(), index + 1);
                return Err(LexiconError::TooManyFields { path, line, found: fields.len(), expected: columns.len() });
            }
            rows.push((index + 1, fields));
        }
        Ok(Self { path, columns, rows })
    }

    pub(super) fn has_column(&self, name: &str) -> bool {
        self.columns.contains(&name)
    }

    /// Checks the first line against the columns of a kind of list.
    pub(super) fn check(&self, known: Columns) -> Result<(), LexiconError> {
        let expected = || known.names.join(", ");
        if let Some(found) = self.columns.iter().find(|column| !known.names.contains(column)) {
            let near = nearest(found, known.names.iter().copied());
            let (path, found) = (self.path.to_owned(), (*found).to_owned());
            return Err(LexiconError::UnknownColumn { path, found, near, expected: expected() });
        }
        self.check_needed(known.names, known.required)
    }

    /// Checks that the table has the first `required` of these columns.
    pub(super) fn check_needed(&self, names: &[&'static str], required: usize) -> Result<(), LexiconError> {
        match names[..required].iter().find(|name| !self.has_column(name)) {
            Some(missing) => {
                let expected = names.join(", ");
                Err(LexiconError::MissingColumn { path: self.path.to_owned(), missing, expected })
            }
            None => Ok(()),
        }
    }

    pub(super) fn rows(&'t self) -> impl Iterator<Item = Row<'t>> {
        self.rows.iter().map(|(line, fields)| Row { table: self, line: *line, fields })
    }
}

impl<'t> Row<'t> {
    /// The field in this column; "" if the row or table has none.
    pub(super) fn get(self, column: &str) -> &'t str {
        let index = self.table.columns.iter().position(|name| *name == column);
        index.and_then(|index| self.fields.get(index)).copied().unwrap_or_default()
    }

    /// The names of all columns, in order.
    pub(super) fn table_columns(self) -> impl Iterator<Item = &'t str> {
        self.table.columns.iter().copied()
    }

    /// The field in this column, which must not be empty.
    pub(super) fn require(self, column: &'static str) -> Result<&'t str, LexiconError> {
        match self.get(column) {
            "" => Err(LexiconError::EmptyField { path: self.table.path.to_owned(), line: self.line, column }),
            value => Ok(value),
        }
    }

    /// The values in this column, separated by `;`.
    pub(super) fn list(self, column: &str) -> impl Iterator<Item = &'t str> {
        self.get(column).split(';').map(str::trim).filter(|value| !value.is_empty())
    }

    /// The error for an unknown value in this column.
    pub(super) fn unknown(self, column: &'static str, known: &[&str]) -> LexiconError {
        let found = self.get(column).to_owned();
        let near = nearest(&found, known.iter().copied());
        LexiconError::UnknownValue { path: self.table.path.to_owned(), line: self.line, column, found, near }
    }
}

/// The rows after the header of a shipped table, whose columns are known; lines with `#` are comments.
pub(super) fn plain_rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().skip(1).filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

//! Tables as text: fields divided by tabs, the names of the columns in the first line.
//!
//! Empty lines and lines that begin with `#` are skipped.

/// A table that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The first line lacks a column.
    #[error("line 1: no column \"{missing}\"; expected the columns {expected}, divided by tabs")]
    MissingColumn {
        /// The column.
        missing: String,
        /// All columns that are needed.
        expected: String,
    },
    /// A row with more fields than the first line has columns.
    #[error("line {line}: {found} fields in this row, but {expected} columns in the first line; is a tab too many?")]
    TooManyFields {
        /// Line, counted from 1.
        line: usize,
        /// Fields in the row.
        found: usize,
        /// Columns of the table.
        expected: usize,
    },
}

/// A table whose rows are read one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Table<'t> {
    columns: Vec<&'t str>,
    rows: Vec<Row<'t>>,
}

/// A column of the table that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column(usize);

/// A row with its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row<'t> {
    /// Line in the text, counted from 1.
    pub(crate) line: usize,
    text: &'t str,
}

impl<'t> Table<'t> {
    /// Reads the columns in the first line of `text` and the rows below.
    ///
    /// # Errors
    /// [`TableError::TooManyFields`] for the first row that is longer than the first line.
    pub(crate) fn read(text: &'t str) -> Result<Self, TableError> {
        let mut lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
        let columns: Vec<&str> = lines.next().map_or("", |(line, _)| line).split('\t').map(str::trim).collect();
        let is_row = |(text, _): &(&str, usize)| !text.trim().is_empty() && !text.starts_with('#');
        let rows: Vec<Row> = lines.filter(is_row).map(|(text, line)| Row { line, text }).collect();
        for row in &rows {
            let (found, expected) = (row.text.split('\t').count(), columns.len());
            if found > expected {
                return Err(TableError::TooManyFields { line: row.line, found, expected });
            }
        }
        Ok(Self { columns, rows })
    }

    /// The columns of these names.
    ///
    /// # Errors
    /// [`TableError::MissingColumn`] for the first that the table lacks.
    pub(crate) fn columns<const N: usize>(&self, names: [&str; N]) -> Result<[Column; N], TableError> {
        let missing = names.iter().find(|name| self.column(name).is_none());
        match missing {
            Some(missing) => Err(TableError::MissingColumn {
                missing: (*missing).to_owned(),
                expected: names.map(|name| format!("\"{name}\"")).join(", "),
            }),
            None => Ok(names.map(|name| self.column(name).unwrap_or(Column(0)))),
        }
    }

    /// The column of this name, if the table has it.
    pub(crate) fn column(&self, name: &str) -> Option<Column> {
        self.columns.iter().position(|column| *column == name).map(Column)
    }

    /// The rows in the order of the text.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'t>> + '_ {
        self.rows.iter().copied()
    }
}

impl<'t> Row<'t> {
    /// The field in a column, without space around it; empty if the row is too short.
    pub(crate) fn get(self, column: Column) -> &'t str {
        self.exact(column).trim()
    }

    /// The field in a column with the space around it, for tables in which that matters.
    pub(crate) fn exact(self, column: Column) -> &'t str {
        self.text.split('\t').nth(column.0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_their_columns() {
        let table = Table::read("\u{feff}name\taliases\n# a comment\nLima\tLa Ciudad;Lima City \n\nSuva\n").unwrap();
        let [aliases, name] = table.columns(["aliases", "name"]).unwrap();
        let rows: Vec<_> = table.rows().map(|row| (row.line, row.get(name), row.get(aliases))).collect();
        assert_eq!(rows, [(3, "Lima", "La Ciudad;Lima City"), (5, "Suva", "")]);
        assert_eq!(table.column("iso3166"), None);
    }

    #[test]
    fn a_missing_column_and_a_tab_too_many_are_reported() {
        let error = Table::read("name\n").unwrap().columns(["name", "type"]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 1: no column \"type\"; expected the columns \"name\", \"type\", divided by tabs"
        );
        let error = Table::read("name\n\nLima\tPE\n").unwrap_err();
        assert_eq!(error, TableError::TooManyFields { line: 3, found: 2, expected: 1 });
    }
}

//! Which columns hold which fields of a record, for writing and reading.

use rusqlite::Result;

use super::columns::{Cells, Columns, Values};
use crate::coreference::PluralReference;
use crate::record::{ChainRecord, DocumentInfo, MentionRecord, StatementRecord};

/// A part of a record that is one row.
pub(in crate::project) trait TableRow: Sized {
    const TABLE: &'static str;
    /// Its columns without the key of the table.
    const COLUMNS: &'static [&'static str];

    /// Adds its values, in the order of the columns.
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()>;

    /// Takes its values, in the order of the columns.
    fn take(cells: &mut Cells<'_>) -> Result<Self>;
}

/// The column of a field: by default it has the name of the field.
macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $column:literal) => {
        $column
    };
}

/// Declares the row of a type: its fields, with the column where its name differs. Fields in `spread` fill their columns
/// by [`Columns`]; a field in `elsewhere` is not in the row, and the reader of the row fills it.
macro_rules! table_row {
    ($table:literal: $record:ident {
        $($field:ident $(as $column:literal)?),+
        $(; spread $($wide:ident: [$($part:literal),+]),+)?
        $(; elsewhere $other:ident)?
    }) => {
        impl TableRow for $record {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(column!($field $($column)?),)+ $($($($part,)+)+)?];

            fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()> {
                $(values.put(&self.$field)?;)+
                $($(self.$wide.put(values)?;)+)?
                Ok(())
            }

            fn take(cells: &mut Cells<'_>) -> Result<Self> {
                Ok(Self {
                    $($field: cells.take()?,)+
                    $($($wide: Columns::take(cells)?,)+)?
                    $($other: Default::default(),)?
                })
            }
        }
    };
}

table_row! {
    "document": DocumentInfo { id as "name", path, line, title, date, url, source, sha256, characters }
}

table_row! {
    "mention": MentionRecord {
        kind, entity_type as "type", label, canonical, iso3166, is_demonym, title, gender, rule, chain;
        spread
            span: ["start", "length"],
            confidence: ["confidence"],
            joined: ["sieve", "sieve_confidence"];
        elsewhere surface
    }
}

table_row! {
    "chain": ChainRecord { entity_type as "type"; elsewhere mentions }
}

table_row! {
    "statement": StatementRecord {
        relation, subject, object, status, trigger, date, place, speaker, path, rule;
        spread
            span: ["start", "length"],
            time: ["time", "interval", "basis", "note"],
            attributes: ["attributes"],
            confidence: ["confidence"]
    }
}

table_row! {
    "plural": PluralReference { mention, sieve; spread confidence: ["confidence"]; elsewhere members }
}

/// `INSERT` of a row, with further columns before those of the record.
pub(in crate::project) fn insert<T: TableRow>(before: &[&str]) -> String {
    let columns = [before, T::COLUMNS].concat();
    let marks = vec!["?"; columns.len()].join(", ");
    format!("INSERT INTO {} ({}) VALUES ({marks})", T::TABLE, columns.join(", "))
}

/// `SELECT` of rows, with further columns after those of the record.
pub(in crate::project) fn select<T: TableRow>(after: &[&str]) -> String {
    format!("SELECT {} FROM {}", [T::COLUMNS, after].concat().join(", "), T::TABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_name_every_column_once() {
        assert_eq!(
            insert::<ChainRecord>(&["document", "number"]),
            "INSERT INTO chain (document, number, type) VALUES (?, ?, ?)"
        );
        assert_eq!(select::<ChainRecord>(&["number"]), "SELECT type, number FROM chain");
    }
}

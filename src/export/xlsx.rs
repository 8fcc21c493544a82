//! Writes a workbook with the sheets "nodes" and "edges" for Excel and LibreOffice.
//!
//! The first line of each sheet stays in view and has filters. Texts are written as texts, so none becomes a formula.

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::error::ExportError;
use super::exported::Exported;
use super::fields::{EDGE_FIELDS, NODE_FIELDS, Value};

/// The most characters of a cell, counted in UTF-16 (Excel specifications and limits).
const MAX_CELL: usize = 32_767;

/// The most lines of a sheet.
const MAX_ROWS: usize = 1_048_576;

/// What stands at the end of a text that was cut.
const CUT: &str = " ...";

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> Result<(), ExportError> {
    let (nodes, edges) = (export.graph.nodes().count(), export.graph.edges().count());
    if nodes.max(edges) >= MAX_ROWS {
        return Err(ExportError::TooManyRows { rows: nodes.max(edges), most: MAX_ROWS - 1 });
    }
    let bytes = workbook(export).and_then(|mut workbook| workbook.save_to_buffer());
    let bytes = bytes.map_err(|error| ExportError::Write(std::io::Error::other(error)))?;
    Ok(out.write_all(&bytes)?)
}

fn workbook(export: &Exported<'_>) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // The same graph gives the same bytes, so the time of writing is not noted.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let names = ["id", "label"].into_iter().chain(NODE_FIELDS.iter().map(|field| field.name));
    let mut table = Table::new(workbook.add_worksheet_with_constant_memory()?.set_name("nodes")?, names)?;
    for node in export.nodes() {
        let node = &*node?;
        let named = [node.id.as_str(), &node.label].map(|text| Some(Value::Text(text.into())));
        table.add(named.into_iter().chain(NODE_FIELDS.iter().map(|field| (field.read)(export, node))))?;
    }
    table.finish()?;
    let names = ["id", "source", "source_label", "label", "target_label", "target"].into_iter();
    let names = names.chain(EDGE_FIELDS.iter().map(|field| field.name));
    let mut table = Table::new(workbook.add_worksheet_with_constant_memory()?.set_name("edges")?, names)?;
    for joined in export.edges() {
        let joined = &joined?;
        let (source, target) = (joined.source, joined.target);
        let named = [
            joined.id().into(),
            source.id.as_str().into(),
            source.label.as_str().into(),
            export.label(&joined.edge),
            target.label.as_str().into(),
            target.id.as_str().into(),
        ];
        let named = named.map(|text| Some(Value::Text(text)));
        table.add(named.into_iter().chain(EDGE_FIELDS.iter().map(|field| (field.read)(export, joined))))?;
    }
    table.finish()?;
    Ok(workbook)
}

/// A sheet with a line of names and one line for each row.
struct Table<'s> {
    sheet: &'s mut Worksheet,
    columns: u16,
    rows: u32,
}

impl<'s> Table<'s> {
    fn new(sheet: &'s mut Worksheet, names: impl Iterator<Item = &'static str>) -> Result<Self, XlsxError> {
        let bold = Format::new().set_bold();
        let mut columns = 0;
        for name in names {
            sheet.write_string_with_format(0, columns, name, &bold)?;
            sheet.set_column_width(columns, 18)?;
            columns += 1;
        }
        Ok(Self { sheet, columns, rows: 0 })
    }

    fn add<'v>(&mut self, values: impl Iterator<Item = Option<Value<'v>>>) -> Result<(), XlsxError> {
        self.rows += 1;
        values.zip(0_u16..).try_for_each(|(value, column)| write_cell(self.sheet, self.rows, column, value))
    }

    fn finish(self) -> Result<(), XlsxError> {
        self.sheet.autofilter(0, 0, self.rows, self.columns - 1)?.set_freeze_panes(1, 0)?;
        Ok(())
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn write_cell(sheet: &mut Worksheet, line: u32, column: u16, value: Option<Value<'_>>) -> Result<(), XlsxError> {
    match value {
        None => Ok(sheet),
        Some(Value::Count(count)) => sheet.write_number(line, column, count as f64),
        Some(Value::Score(score)) => sheet.write_number(line, column, score),
        Some(Value::Flag(flag)) => sheet.write_boolean(line, column, flag),
        Some(value) => sheet.write_string(line, column, fitted(&value.joined("\n"))),
    }?;
    Ok(())
}

/// The text without the characters that XML does not allow, cut to what a cell holds.
fn fitted(text: &str) -> String {
    let is_allowed = |c: &char| matches!(c, '\t' | '\n') || (*c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    let text: String = text.chars().filter(is_allowed).collect();
    if text.encode_utf16().count() <= MAX_CELL {
        return text;
    }
    let mut length = CUT.len();
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= MAX_CELL
    };
    let mut cut: String = text.chars().take_while(fits).collect();
    cut.push_str(CUT);
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_to_what_a_cell_holds() {
        let cut = fitted(&"😀".repeat(20_000));
        assert!(cut.ends_with("😀 ...") && cut.encode_utf16().count() <= MAX_CELL);
        assert_eq!(fitted("=a\u{0}\nb"), "=a\nb");
    }
}

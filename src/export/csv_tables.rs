//! Writes `nodes.csv` and `edges.csv`: tables in UTF-8, with commas and quotes (RFC 4180).
//!
//! The names of the columns are those that Gephi's spreadsheet import looks for. Lists are divided by " | ". A cell
//! cannot become a formula: one that begins like a formula begins with an apostrophe here (OWASP, "CSV injection").

use std::io::Write;
use std::path::Path;

use super::exported::Exported;
use super::fields::{EDGE_FIELDS, NODE_FIELDS, Value};
use super::files::write_file;

/// What divides the texts of a list.
const SEPARATOR: &str = " | ";

/// Writes both tables.
pub(super) fn write(export: &Exported<'_>, folder: &Path) -> std::io::Result<()> {
    write_file(folder, "nodes.csv", |out| write_nodes(export, out))?;
    write_file(folder, "edges.csv", |out| write_edges(export, out))
}

fn write_nodes(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut table = table(export, out)?;
    table.write_record(["id", "label"].into_iter().chain(NODE_FIELDS.iter().map(|field| field.name)))?;
    for node in export.nodes() {
        let node = &*node?;
        let values = NODE_FIELDS.iter().map(|field| cell((field.read)(export, node)));
        let cells = [node.id.as_str(), &node.label].map(|text| harmless(text.to_owned())).into_iter().chain(values);
        table.write_record(cells)?;
    }
    table.flush()
}

fn write_edges(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut table = table(export, out)?;
    let names = ["id", "source", "target", "type", "label"].into_iter();
    table.write_record(names.chain(EDGE_FIELDS.iter().map(|field| field.name)))?;
    for joined in export.edges() {
        let joined = &joined?;
        let kind = if joined.edge.is_directed { "Directed" } else { "Undirected" };
        let ends = [joined.source.id.as_str(), joined.target.id.as_str()];
        let label = export.label(&joined.edge);
        let named = [joined.id(), ends[0].to_owned(), ends[1].to_owned(), kind.to_owned(), label.into_owned()];
        let values = EDGE_FIELDS.iter().map(|field| cell((field.read)(export, joined)));
        table.write_record(named.map(harmless).into_iter().chain(values))?;
    }
    table.flush()
}

fn table<'o>(export: &Exported<'_>, out: &'o mut dyn Write) -> std::io::Result<csv::Writer<&'o mut dyn Write>> {
    if export.options.byte_order_mark {
        out.write_all("\u{feff}".as_bytes())?;
    }
    Ok(csv::Writer::from_writer(out))
}

fn cell(value: Option<Value<'_>>) -> String {
    match value {
        Some(value @ (Value::Text(_) | Value::List(_))) => harmless(value.joined(SEPARATOR).into_owned()),
        Some(value) => value.joined(SEPARATOR).into_owned(),
        None => String::new(),
    }
}

/// The text, unless a spreadsheet would calculate it.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[test]
    fn no_text_becomes_a_formula() {
        let text = |text: &'static str| cell(Some(Value::Text(Cow::Borrowed(text))));
        assert_eq!(text("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!((text("@a").as_str(), text("a=b").as_str()), ("'@a", "a=b"));
        assert_eq!(cell(Some(Value::Score(0.5))), "0.5");
    }
}

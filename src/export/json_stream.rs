//! Writes JSON piece by piece, so that a large graph is never one value in memory.

use std::io::Write;

use serde_json::{Map, Value as Json};

use super::exported::{Exported, Joined};
use super::fields::{EDGE_FIELDS, NODE_FIELDS};
use crate::graph::Node;

/// Writes a list with one item a line.
pub(super) fn write_list(
    out: &mut dyn Write,
    items: impl Iterator<Item = std::io::Result<Json>>,
) -> std::io::Result<()> {
    out.write_all(b"[")?;
    for (at, item) in items.enumerate() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &item?)?;
    }
    out.write_all(b"\n]")
}

/// The fields of a node that have a value.
pub(super) fn node_attributes(export: &Exported<'_>, node: &Node) -> Map<String, Json> {
    let fields = NODE_FIELDS.iter();
    fields.filter_map(|field| Some((field.name.to_owned(), (field.read)(export, node)?.to_json()))).collect()
}

/// The fields of an edge that have a value.
pub(super) fn edge_attributes(export: &Exported<'_>, joined: &Joined<'_>) -> Map<String, Json> {
    let fields = EDGE_FIELDS.iter();
    fields.filter_map(|field| Some((field.name.to_owned(), (field.read)(export, joined)?.to_json()))).collect()
}

/// The value of a JSON object.
pub(super) fn object<const N: usize>(entries: [(&str, Json); N]) -> Map<String, Json> {
    entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

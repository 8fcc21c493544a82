//! Writes a folder for the bulk import of Neo4j
//! (<https://neo4j.com/docs/operations-manual/current/import/>): `nodes.csv`, `relationships.csv` and a README with the
//! command.
//!
//! Columns are typed. The texts of a list are divided by "|"; a "|" within a text becomes "/", and line breaks become
//! spaces, so that the import needs no option for them.

use std::io::Write;
use std::path::Path;

use super::exported::Exported;
use super::fields::{EDGE_FIELDS, Field, Kind, NODE_FIELDS, Value};
use super::files::write_file;
use super::names::{label_name, type_name};

/// The label that all nodes bear.
pub(super) const ENTITY: &str = "Entity";

const README: &str = "\
# Import into Neo4j

Stop the database, or take a new one, and run in this folder (Neo4j 5 or later):

    neo4j-admin database import full neo4j \\
        --nodes=nodes.csv --relationships=relationships.csv \\
        --array-delimiter='|' --overwrite-destination

Every node has the label `Entity` and one for its type; the type of a relationship is its relation. `status` says
whether a relationship is a fact (`asserted`), a plan (`planned`) or a denial (`negated`):

    MATCH (a)-[r:MET {status: 'asserted'}]-(b:Entity {name: 'Moana Tui'}) RETURN a.name, r.date, r.sentences;
";

/// Writes the folder.
pub(super) fn write(export: &Exported<'_>, folder: &Path) -> std::io::Result<()> {
    write_file(folder, "nodes.csv", |out| write_nodes(export, out))?;
    write_file(folder, "relationships.csv", |out| write_relationships(export, out))?;
    write_file(folder, "README.md", |out| out.write_all(README.as_bytes()))
}

fn write_nodes(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let names = ["id:ID", "name", ":LABEL"].map(str::to_owned).into_iter();
    table.write_record(names.chain(NODE_FIELDS.iter().map(typed)))?;
    for node in export.nodes() {
        let node = &*node?;
        let labels = format!("{ENTITY}|{}", label_name(node.entity_type.as_str()));
        let named = [one_line(node.id.as_str()), one_line(&node.label), labels].into_iter();
        table.write_record(named.chain(NODE_FIELDS.iter().map(|field| cell((field.read)(export, node)))))?;
    }
    table.flush()
}

fn write_relationships(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let names = [":START_ID", ":END_ID", ":TYPE", "id", "label"].map(str::to_owned).into_iter();
    table.write_record(names.chain(EDGE_FIELDS.iter().map(typed)))?;
    for joined in export.edges() {
        let joined = &joined?;
        let named = [
            one_line(joined.source.id.as_str()),
            one_line(joined.target.id.as_str()),
            type_name(joined.edge.relation.as_str()),
            one_line(&joined.id()),
            one_line(&export.label(&joined.edge)),
        ];
        let values = EDGE_FIELDS.iter().map(|field| cell((field.read)(export, joined)));
        table.write_record(named.into_iter().chain(values))?;
    }
    table.flush()
}

/// The name of a column with its type.
fn typed<T>(field: &Field<T>) -> String {
    let kind = match field.kind {
        Kind::Text => "",
        Kind::List => ":string[]",
        Kind::Count => ":int",
        Kind::Score => ":double",
        Kind::Flag => ":boolean",
        Kind::Day => ":date",
    };
    format!("{}{kind}", field.name)
}

fn cell(value: Option<Value<'_>>) -> String {
    match value {
        Some(Value::List(texts)) => {
            texts.iter().map(|text| one_line(text).replace('|', "/")).collect::<Vec<_>>().join("|")
        }
        Some(value) => one_line(&value.joined("")),
        None => String::new(),
    }
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

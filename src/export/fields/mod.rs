//! What formats with columns or attributes say of each node and edge: one table of fields for all of them.

mod edge_fields;
mod field;
mod node_fields;
mod value;

pub(super) use edge_fields::EDGE_FIELDS;
pub(super) use field::Field;
pub(super) use node_fields::NODE_FIELDS;
pub(super) use value::{Kind, Value};

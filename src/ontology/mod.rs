//! The types of entities and relations, and which types may stand at the ends of a relation.
//!
//! The types are data: [`Ontology::read`] takes a TOML file, [`Ontology::shipped`] is the one in
//! `ontology.toml`.
//!
//! # Example
//! ```
//! use whomet::ontology::{EntityType, Ontology};
//!
//! let ontology = Ontology::shipped();
//! let met = ontology.relation("met").unwrap();
//! assert!(met.symmetric && met.allows(EntityType::PERSON, EntityType::COUNTRY));
//! assert!(!met.allows(EntityType::PERSON, EntityType::PLACE));
//! ```

mod classes;
mod entity_type;
mod ontology_file;
mod relation_type;
mod type_name;

pub use classes::{EntityClass, Ontology, RelationClass};
pub use entity_type::EntityType;
pub use ontology_file::OntologyError;
pub use relation_type::RelationType;

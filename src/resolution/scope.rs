//! What distinguishes entities of one name, and the key of a name.

use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;
use crate::text::fold;

/// What distinguishes entities that share a name and type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Nothing: the name alone says which entity is meant.
    Everywhere,
    /// The entity's country, as in [`FactKind::Country`](super::FactKind::Country).
    Country(String),
    /// The document: elsewhere the name may mean another entity.
    Document(DocumentId),
}

/// The key of a name in its scope.
pub(crate) fn name_key(entity_type: EntityType, name: &str, scope: &Scope) -> NameKey {
    let slug = fold(name).replace(' ', "-");
    match scope {
        Scope::Everywhere => format!("{entity_type}/{slug}").into(),
        Scope::Country(country) => format!("{entity_type}/{slug}@{country}").into(),
        Scope::Document(document) => format!("{entity_type}/{slug}@{document}").into(),
    }
}

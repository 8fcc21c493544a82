//! What tells things of one name apart, and the key of a name.

use crate::ids::{DocumentId, NameKey};
use crate::ontology::EntityType;
use crate::text::fold;

/// What tells things of one name and type apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Nothing: the name alone says which thing is meant.
    Everywhere,
    /// Its land, as in [`FactKind::Country`].
    Country(String),
    /// The document: elsewhere the name may mean another thing.
    Document(DocumentId),
}

/// The key of a name with its scope.
pub(crate) fn name_key(entity_type: EntityType, name: &str, scope: &Scope) -> NameKey {
    let slug = fold(name).replace(' ', "-");
    match scope {
        Scope::Everywhere => format!("{entity_type}/{slug}").into(),
        Scope::Country(country) => format!("{entity_type}/{slug}@{country}").into(),
        Scope::Document(document) => format!("{entity_type}/{slug}@{document}").into(),
    }
}

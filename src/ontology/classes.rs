//! What the ontology says about each type.

use std::sync::LazyLock;

use super::entity_type::EntityType;
use super::relation_type::RelationType;
use crate::text::nearest;

/// What the ontology says about an entity type.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct EntityClass {
    /// The type itself.
    pub name: EntityType,
    /// A readable name, for legends.
    pub label: String,
    /// Whether it can act; "actor" in the file stands for all types that can.
    pub actor: bool,
    /// Graphviz node shape.
    pub shape: String,
    /// Fill color, `#rrggbb`.
    pub color: String,
}

/// What the ontology says about a relation type.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RelationClass {
    /// The type itself.
    pub name: RelationType,
    /// A readable name, for edges.
    pub label: String,
    /// Whether subject and object are interchangeable.
    pub symmetric: bool,
    /// Whether it holds for a time, as an office does, rather than happening once, as a meeting does. Two reports of
    /// what lasts are not reports of one event.
    pub lasting: bool,
    /// Whether the time and place that a sentence gives are not its own: "the minister spoke in Lima in May" does not
    /// say when or where she holds office.
    pub timeless: bool,
    /// The roles of subject and object in an event: "trainer" and "trainee".
    pub roles: Option<[String; 2]>,
    pub(super) subjects: Vec<EntityType>,
    pub(super) objects: Vec<EntityType>,
}

impl RelationClass {
    /// Whether a relation of this class may join these types, in this direction.
    #[must_use]
    pub fn allows(&self, subject: EntityType, object: EntityType) -> bool {
        self.subjects.contains(&subject) && self.objects.contains(&object)
    }
}

/// All types, in the order of the file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Ontology {
    /// Name of the ontology, repeated in every graph made with it.
    pub name: String,
    /// Entity types.
    pub entities: Vec<EntityClass>,
    /// Relation types.
    pub relations: Vec<RelationClass>,
}

impl Ontology {
    /// The ontology that ships with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Ontology> = LazyLock::new(|| {
            Ontology::read("ontology.toml", include_str!("ontology.toml")).expect("the shipped ontology is tested")
        });
        &SHIPPED
    }

    /// The entity class of this name.
    #[must_use]
    pub fn entity(&self, name: &str) -> Option<&EntityClass> {
        self.entities.iter().find(|class| class.name.as_str() == name)
    }

    /// The entity type with the name most similar to `name`, if one is similar at all.
    #[must_use]
    pub fn nearest_entity(&self, name: &str) -> Option<EntityType> {
        let near = nearest(name, self.entities.iter().map(|class| class.name.as_str()))?;
        self.entity(&near).map(|class| class.name)
    }

    /// The relation class of this name.
    #[must_use]
    pub fn relation(&self, name: &str) -> Option<&RelationClass> {
        self.relations.iter().find(|class| class.name.as_str() == name)
    }

    /// The class of a relation type; `None` if this ontology does not have the type.
    #[must_use]
    pub fn class_of(&self, relation: RelationType) -> Option<&RelationClass> {
        self.relations.iter().find(|class| class.name == relation)
    }

    /// A readable name of a relation; the type's own name if this ontology does not have it.
    #[must_use]
    pub fn relation_label<'a>(&'a self, relation: &'a RelationType) -> &'a str {
        let class = self.class_of(*relation).map(|class| class.label.as_str());
        class.or_else(|| relation.added_label()).unwrap_or(relation.as_str())
    }

    /// Whether subject and object of a relation are interchangeable; false if the type is unknown.
    #[must_use]
    pub fn is_symmetric(&self, relation: RelationType) -> bool {
        self.class_of(relation).is_some_and(|class| class.symmetric)
    }

    /// Whether a relation holds for a time rather than happening once; false if the type is unknown.
    #[must_use]
    pub fn is_lasting(&self, relation: RelationType) -> bool {
        self.class_of(relation).is_some_and(|class| class.lasting)
    }

    /// Whether the time and place of a sentence are not those of a relation it states; false if the type is unknown.
    #[must_use]
    pub fn is_timeless(&self, relation: RelationType) -> bool {
        self.class_of(relation).is_some_and(|class| class.timeless)
    }
}

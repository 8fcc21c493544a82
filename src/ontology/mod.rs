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

mod reader;

use std::fmt;
use std::sync::LazyLock;

use serde::Serialize;

pub use reader::OntologyError;

use crate::text::nearest;

/// Class of an entity or mention, known by its name in the ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct EntityType(&'static str);

impl EntityType {
    /// A named individual.
    pub const PERSON: Self = Self("person");
    /// A body of a state or of states.
    pub const AGENCY: Self = Self("agency");
    /// A non-state armed or political movement.
    pub const GROUP: Self = Self("group");
    /// Any other organization.
    pub const ORGANIZATION: Self = Self("organization");
    /// A sovereign state.
    pub const COUNTRY: Self = Self("country");
    /// Any other location.
    pub const PLACE: Self = Self("place");
    /// A programme, plan, operation, exercise or treaty.
    pub const PROGRAMME: Self = Self("programme");
    /// One particular gathering.
    pub const EVENT: Self = Self("event");

    /// The type's name, as in the ontology file and the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether it is an organization of any kind: agency, group or other organization.
    #[must_use]
    pub fn is_organization(self) -> bool {
        matches!(self, Self::AGENCY | Self::GROUP | Self::ORGANIZATION)
    }

    /// Whether it is somewhere on the map: a country or any other place.
    #[must_use]
    pub fn is_location(self) -> bool {
        matches!(self, Self::COUNTRY | Self::PLACE)
    }
}

impl fmt::Display for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// Class of a relation, known by its name in the ontology.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RelationType(&'static str);

impl RelationType {
    /// A person holds a position in a body.
    pub const AFFILIATED_WITH: Self = Self("affiliated_with");
    /// A body or place belongs to a larger one.
    pub const PART_OF: Self = Self("part_of");
    /// An actor promised another help.
    pub const PLEDGED: Self = Self("pledged");
    /// An actor helps or backs another.
    pub const SUPPORTS: Self = Self("supports");
    /// An actor taught members of another.
    pub const TRAINED: Self = Self("trained");
    /// An event took place somewhere.
    pub const HELD_IN: Self = Self("held_in");
    /// Two actors met; what `whomet met` asks for.
    pub const MET: Self = Self("met");

    /// The type's name, as in the ontology file and the JSON contract.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RelationType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// What the ontology says of an entity type.
#[derive(Debug, Clone)]
pub struct EntityClass {
    /// The type itself.
    pub name: EntityType,
    /// Words for people, as in a legend.
    pub label: String,
    /// Graphviz node shape.
    pub shape: String,
    /// Fill colour, `#rrggbb`.
    pub color: String,
}

/// What the ontology says of a relation type.
#[derive(Debug, Clone)]
pub struct RelationClass {
    /// The type itself.
    pub name: RelationType,
    /// Words for people, as on an edge.
    pub label: String,
    /// Whether subject and object are interchangeable.
    pub symmetric: bool,
    /// Whether it holds for a time, as an office does, rather than happening once, as a meeting does. Two reports of
    /// what lasts are not reports of one event.
    pub lasting: bool,
    /// Whether the time and place that a sentence gives are not its own: "the minister spoke in Lima in May" does not
    /// say when or where she holds office.
    pub timeless: bool,
    /// What subject and object do in an occurrence of it: "trainer" and "trainee".
    pub roles: Option<[String; 2]>,
    subjects: Vec<EntityType>,
    objects: Vec<EntityType>,
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
        self.entities.iter().find(|class| class.name.0 == name)
    }

    /// The entity class whose name looks most like `name`, if one looks like it at all.
    #[must_use]
    pub fn nearest_entity(&self, name: &str) -> Option<EntityType> {
        let near = nearest(name, self.entities.iter().map(|class| class.name.0))?;
        self.entity(&near).map(|class| class.name)
    }

    /// The relation class of this name.
    #[must_use]
    pub fn relation(&self, name: &str) -> Option<&RelationClass> {
        self.relations.iter().find(|class| class.name.0 == name)
    }

    /// What the ontology says of a relation type; `None` for the type of another ontology.
    #[must_use]
    pub fn class_of(&self, relation: RelationType) -> Option<&RelationClass> {
        self.relation(relation.as_str())
    }

    /// Whether subject and object of a relation are interchangeable; not so if the type is unknown.
    #[must_use]
    pub fn is_symmetric(&self, relation: RelationType) -> bool {
        self.class_of(relation).is_some_and(|class| class.symmetric)
    }

    /// Whether a relation holds for a time rather than happening once; not so if the type is unknown.
    #[must_use]
    pub fn is_lasting(&self, relation: RelationType) -> bool {
        self.class_of(relation).is_some_and(|class| class.lasting)
    }

    /// Whether a sentence's time and place are not those of a relation it states; not so if the type is unknown.
    #[must_use]
    pub fn is_timeless(&self, relation: RelationType) -> bool {
        self.class_of(relation).is_some_and(|class| class.timeless)
    }
}

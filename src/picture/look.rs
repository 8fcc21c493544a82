//! Gives each type its shape and color.

use super::scene::Color;
use super::shapes::Shape;
use crate::ontology::{EntityType, Ontology};

/// The shape and the color of a type.
pub(crate) fn look(entity_type: EntityType, ontology: &Ontology) -> (Shape, Color) {
    let class = ontology.entity(entity_type.as_str());
    class.map_or((Shape::Rectangle, Color(230, 230, 230)), |class| {
        (Shape::of_name(&class.shape), Color::of_hex(&class.color))
    })
}

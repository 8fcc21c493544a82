//! Classes of relations.

use super::type_name::{TypeName, named_type};

named_type! {
    /// Class of a relation, known by its name in the ontology.
    RelationType {
        /// A person holds a position in an organization or country.
        AFFILIATED_WITH = "affiliated_with";
        /// An organization or place belongs to a larger one.
        PART_OF = "part_of";
        /// An actor promised another help.
        PLEDGED = "pledged";
        /// An actor helps or backs another.
        SUPPORTS = "supports";
        /// An actor taught members of another.
        TRAINED = "trained";
        /// An event took place somewhere.
        HELD_IN = "held_in";
        /// Two actors met; what `whomet met` asks for.
        MET = "met";
    }
}

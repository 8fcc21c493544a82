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
        /// Somebody was at a place or with somebody.
        VISITED = "visited";
        /// An actor fights, condemns or sanctions another.
        OPPOSES = "opposes";
        /// Two actors work together.
        COOPERATES_WITH = "cooperates_with";
        /// Two actors agreed on something.
        AGREED_WITH = "agreed_with";
        /// An actor took part in an event.
        ATTENDED = "attended";
        /// An actor runs a programme, an organization or an event.
        MANAGES = "manages";
        /// Two actors met; what `whomet met` asks for.
        MET = "met";
        /// Two entities are named in the same articles; no article states a relation. Added on request only.
        MENTIONED_WITH = "mentioned_with";
        /// Two entities took part in one event; stands for the event on request only.
        AT_EVENT_WITH = "at_event_with";
    }
}

impl RelationType {
    /// The relations that a selection adds on request. No ontology has them and no rule finds them.
    pub const ADDED: &'static [Self] = &[Self::AT_EVENT_WITH, Self::MENTIONED_WITH];

    /// The label of a relation that a selection adds; `None` for relations that articles state.
    #[must_use]
    pub fn added_label(self) -> Option<&'static str> {
        match self {
            Self::MENTIONED_WITH => Some("named together with"),
            Self::AT_EVENT_WITH => Some("at one event with"),
            _ => None,
        }
    }
}

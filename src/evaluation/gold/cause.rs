//! Where a missed relation was lost.

use std::fmt;

use crate::ontology::EntityType;
use crate::relation::{Failure, Status};

/// Where a missed relation was lost: the first step between its nodes and its edge that failed. Causes are ordered as
/// these steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// No node is its first end, which has this type.
    NoHeadNode(EntityType),
    /// No node is its second end, which has this type.
    NoTailNode(EntityType),
    /// No node is either end; these are their types.
    NeitherNode(EntityType, EntityType),
    /// The ontology does not allow the relation with the type of the first node.
    WrongTypeOfHead {
        /// Type of the node.
        found: EntityType,
        /// Annotated type.
        correct: EntityType,
    },
    /// The ontology does not allow the relation with the type of the second node.
    WrongTypeOfTail {
        /// Type of the node.
        found: EntityType,
        /// Annotated type.
        correct: EntityType,
    },
    /// The ontology does not allow the relation with the type of either node.
    WrongTypeOfBoth,
    /// The edge is there with another status.
    WrongStatus {
        /// Status of the edge.
        found: Status,
        /// Annotated status.
        correct: Status,
    },
    /// No sentence of the evidence mentions both ends.
    NotInOneSentence(Elsewhere),
    /// A sentence mentions both ends, but no rule of the relation is triggered there.
    NoTrigger,
    /// A rule is triggered, but fails.
    Path(Failure),
    /// A rule finds two ends that the ontology does not allow.
    Disallowed,
    /// There is a statement of the relation, with other ends.
    WrongFiller(Filler),
    /// There is a statement of the relation between both ends, but no edge.
    Projection,
}

/// Which ends the sentences of the evidence do not mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Elsewhere {
    /// Only the first.
    Head,
    /// Only the second.
    Tail,
    /// Neither.
    Both,
    /// They mention both, each in another sentence.
    Apart,
}

/// Which of the ends a statement has that should join both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filler {
    /// Both, the wrong way round.
    Turned,
    /// Only the first, at its place.
    OnlyHead,
    /// Only the second, at its place.
    OnlyTail,
    /// None at its place.
    Neither,
}

impl Cause {
    /// The step that failed.
    #[must_use]
    pub fn step(self) -> &'static str {
        match self {
            Self::NoHeadNode(_) => "no head node",
            Self::NoTailNode(_) => "no tail node",
            Self::NeitherNode(..) => "neither node",
            Self::WrongTypeOfHead { .. } => "wrong type of head",
            Self::WrongTypeOfTail { .. } => "wrong type of tail",
            Self::WrongTypeOfBoth => "wrong type of both",
            Self::WrongStatus { .. } => "wrong status",
            Self::NotInOneSentence(_) => "not in one sentence",
            Self::NoTrigger => "no trigger",
            Self::Path(_) | Self::Disallowed => "path",
            Self::WrongFiller(_) => "wrong filler",
            Self::Projection => "projection",
        }
    }

    /// How it failed; `None` if the step says it all.
    #[must_use]
    pub fn detail(self) -> Option<String> {
        let text = match self {
            Self::WrongTypeOfBoth | Self::NoTrigger | Self::Projection => return None,
            Self::NoHeadNode(missing) | Self::NoTailNode(missing) => missing.to_string(),
            Self::NeitherNode(head, tail) => format!("{head} and {tail}"),
            Self::WrongTypeOfHead { found, correct } | Self::WrongTypeOfTail { found, correct } => {
                format!("{found} for {correct}")
            }
            Self::WrongStatus { found, correct } => format!("{} for {}", found.as_str(), correct.as_str()),
            Self::NotInOneSentence(elsewhere) => elsewhere.as_str().to_owned(),
            Self::Path(failure) => failure_word(failure).to_owned(),
            Self::Disallowed => "types".to_owned(),
            Self::WrongFiller(filler) => filler.as_str().to_owned(),
        };
        Some(text)
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.step())?;
        self.detail().map_or(Ok(()), |detail| write!(f, ", {detail}"))
    }
}

fn failure_word(failure: Failure) -> &'static str {
    match failure {
        Failure::Construction => "construction",
        Failure::Nonfactual => "nonfactual",
        Failure::Subject => "subject",
        Failure::Object => "object",
        Failure::LongList => "long list",
    }
}

impl Elsewhere {
    fn as_str(self) -> &'static str {
        match self {
            Self::Head => "head elsewhere",
            Self::Tail => "tail elsewhere",
            Self::Both => "both elsewhere",
            Self::Apart => "apart",
        }
    }
}

impl Filler {
    fn as_str(self) -> &'static str {
        match self {
            Self::Turned => "turned",
            Self::OnlyHead => "with the head",
            Self::OnlyTail => "with the tail",
            Self::Neither => "with neither",
        }
    }
}

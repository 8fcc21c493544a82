//! What a person says of a pair.

/// What a person says of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Both sides tell of one thing.
    Same,
    /// They tell of two things.
    Different,
    /// It cannot be told; the pair stays apart and is not shown again.
    Unsure,
}

impl Answer {
    pub(super) const ALL: [Self; 3] = [Self::Same, Self::Different, Self::Unsure];

    /// The word for it, as `whomet judge` takes it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }
}

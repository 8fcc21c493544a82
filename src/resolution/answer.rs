//! What a person says about two names.

/// What a person says when asked whether two names mean one entity.
///
/// A [`Ruling`](super::Ruling) is such an answer with the names it is about; a [`Verdict`](super::Verdict) is what the
/// comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// They mean one entity.
    Same,
    /// They mean two entities.
    Different,
    /// The person cannot tell: the names stay apart and are not shown again.
    Unsure,
}

impl Answer {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Same, Self::Different, Self::Unsure];

    /// The word for it in files, arguments and messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Unsure => "unsure",
        }
    }
}

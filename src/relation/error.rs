//! The errors in a rule file.

/// Why a rule file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The file is not valid TOML, or a key is missing or unknown.
    #[error("{path}: {source}")]
    Syntax {
        /// The file.
        path: String,
        /// The message of the TOML reader, with line and column.
        source: Box<toml::de::Error>,
    },
    /// A rule cannot be understood.
    #[error("{path}:{line}: rule \"{rule}\": {reason}")]
    Rule {
        /// The file.
        path: String,
        /// The line of the rule's name, 1-based.
        line: usize,
        /// The rule.
        rule: String,
        /// What was expected and what was found.
        reason: String,
    },
}

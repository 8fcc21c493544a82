//! What can be wrong with a language pack.

/// Why a language pack cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// A file of the pack is missing.
    #[error("{file}: the language pack has no such file")]
    MissingFile {
        /// The file.
        file: &'static str,
    },
    /// A file is not what its kind of table must be.
    #[error("{path}: {source}")]
    Syntax {
        /// The file.
        path: String,
        /// What is wrong where.
        #[source]
        source: Box<toml::de::Error>,
    },
    /// The code asks for a class that the pack lacks.
    #[error("{path}: no class \"{class}\", which the code asks for")]
    MissingClass {
        /// The file.
        path: String,
        /// The class.
        class: &'static str,
    },
    /// A class that nobody asks for, or of which the file is wrong about who does.
    #[error("{path}: class \"{class}\": {expected}")]
    WrongAsker {
        /// The file.
        path: String,
        /// The class.
        class: String,
        /// What is wrong.
        expected: &'static str,
    },
    /// A class stands for all words of a class that is not there, or of itself.
    #[error("{path}: class \"{class}\": \"@{found}\" names no other class{}", .near.as_ref().map(|near| format!(", did you mean \"@{near}\"?")).unwrap_or_default())]
    UnknownClass {
        /// The file.
        path: String,
        /// The class whose words are read.
        class: String,
        /// The class that it names.
        found: String,
        /// The nearest class.
        near: Option<String>,
    },
    /// More classes than `ClassSet` has room for.
    #[error("{path}: {found} classes; there may be {most}")]
    TooManyClasses {
        /// The file.
        path: String,
        /// Classes in the file.
        found: usize,
        /// The most that there may be.
        most: usize,
    },
}

//! The models that are part of the library.

use std::sync::LazyLock;

use super::lemma::Lemmatizer;
use super::names::NameFinder;
use super::parser::Parser;
use super::tagger::Tagger;
use super::word_vectors::WordVectors;

impl WordVectors {
    /// The vectors that come with the library; they are read once.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<WordVectors> = LazyLock::new(|| {
            let bytes = include_bytes!("models/vectors.bin");
            WordVectors::from_bytes(bytes).expect("the tests read the shipped vectors")
        });
        &SHIPPED
    }
}

impl Tagger {
    /// The model that comes with the library.
    #[must_use]
    pub fn shipped() -> Self {
        Self::from_bytes(include_bytes!("models/tagger.bin")).expect("the tests read the shipped model")
    }
}

impl Lemmatizer {
    /// The model that comes with the library.
    #[must_use]
    pub fn shipped() -> Self {
        Self::from_bytes(include_bytes!("models/lemmatizer.bin")).expect("the tests read the shipped model")
    }
}

impl Parser {
    /// The model that comes with the library.
    #[must_use]
    pub fn shipped() -> Self {
        Self::from_bytes(include_bytes!("models/parser.bin")).expect("the tests read the shipped model")
    }
}

impl NameFinder {
    /// The model that comes with the library.
    #[must_use]
    pub fn shipped() -> Self {
        Self::from_bytes(include_bytes!("models/names.bin")).expect("the tests read the shipped model")
    }
}

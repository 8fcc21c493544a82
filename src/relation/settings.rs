//! The models and data that the steps use.

use super::rule::RuleSet;
use crate::analysis::Analyzer;
use crate::lexicon::Lexicon;
use crate::ontology::Ontology;

/// The models and data that the steps use: models, types, lexicon and rules.
///
/// # Example
/// ```
/// use whomet::ontology::Ontology;
/// use whomet::pipeline::Settings;
///
/// let ontology = Ontology::read("mine.toml", "name = \"mine\"\nentity = []\nrelation = []")?;
/// let settings = Settings::default().with_ontology(&ontology);
/// assert_eq!(settings.ontology.name, "mine");
/// # Ok::<(), whomet::ontology::OntologyError>(())
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Settings<'a> {
    /// Models that tag and parse.
    pub analyzer: &'a Analyzer,
    /// Types of entities and relations.
    pub ontology: &'a Ontology,
    /// Gazetteers and word classes.
    pub lexicon: &'a Lexicon,
    /// Rules that state relations.
    pub rules: &'a RuleSet,
}

impl Default for Settings<'_> {
    /// The models, ontology, lexicon and rules that ship with the program.
    fn default() -> Self {
        Self {
            analyzer: Analyzer::shipped(),
            ontology: Ontology::shipped(),
            lexicon: Lexicon::shipped(),
            rules: RuleSet::shipped(),
        }
    }
}

impl<'a> Settings<'a> {
    /// Replaces the models.
    #[must_use]
    pub fn with_analyzer(self, analyzer: &'a Analyzer) -> Self {
        Self { analyzer, ..self }
    }

    /// Replaces the types of entities and relations.
    #[must_use]
    pub fn with_ontology(self, ontology: &'a Ontology) -> Self {
        Self { ontology, ..self }
    }

    /// Replaces the gazetteers and word classes.
    #[must_use]
    pub fn with_lexicon(self, lexicon: &'a Lexicon) -> Self {
        Self { lexicon, ..self }
    }

    /// Replaces the rules.
    #[must_use]
    pub fn with_rules(self, rules: &'a RuleSet) -> Self {
        Self { rules, ..self }
    }
}

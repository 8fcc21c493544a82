//! The data that steer the steps.

use super::rule::RuleSet;
use crate::analysis::Analyzer;
use crate::lexicon::Lexicon;
use crate::ontology::Ontology;

/// The data that steer the steps: models, types, lists and rules.
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
    /// Lists of names, titles and head nouns.
    pub lexicon: &'a Lexicon,
    /// Rules that state relations.
    pub rules: &'a RuleSet,
}

impl Default for Settings<'_> {
    /// The models, ontology, lists and rules that ship with the program.
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
    /// The same with other models.
    #[must_use]
    pub fn with_analyzer(self, analyzer: &'a Analyzer) -> Self {
        Self { analyzer, ..self }
    }

    /// The same with other types of entities and relations.
    #[must_use]
    pub fn with_ontology(self, ontology: &'a Ontology) -> Self {
        Self { ontology, ..self }
    }

    /// The same with other lists.
    #[must_use]
    pub fn with_lexicon(self, lexicon: &'a Lexicon) -> Self {
        Self { lexicon, ..self }
    }

    /// The same with other rules.
    #[must_use]
    pub fn with_rules(self, rules: &'a RuleSet) -> Self {
        Self { rules, ..self }
    }
}

//! A trigger rule: which words join which arguments to which relation.

use std::sync::LazyLock;

use crate::ids::RuleName;
use crate::ontology::{EntityType, Ontology, RelationType};

/// One rule of `rules/*.toml`. CONTRIBUTING.md explains the keys with examples.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name, unique in the rule set.
    pub name: RuleName,
    /// The relation it states.
    pub relation: RelationType,
    /// Lemmas that trigger it, each a sequence ("hold talk"); at most two small words may stand
    /// between the parts.
    pub triggers: Vec<Vec<String>>,
    /// Which argument stands in front of the trigger, and how the verb is read.
    pub voice: Voice,
    /// Words between trigger and second argument; "" if it follows at once.
    pub prepositions: Vec<String>,
    /// Whether "A and B met" joins A and B.
    pub is_reciprocal: bool,
    /// Whether "officers of" may stand before an argument.
    pub allows_members: bool,
    /// Types of the subject, if fewer than the ontology allows.
    pub subject_types: Option<Vec<EntityType>>,
    /// Types of the object, if fewer than the ontology allows.
    pub object_types: Option<Vec<EntityType>>,
    /// Score of what the rule finds, 0.0 to 1.0; set by hand when the rule was written.
    pub confidence: f32,
    /// Sentences it must read, with what it must find.
    pub accepts: Vec<Example>,
    /// Sentences in which it must find nothing.
    pub rejects: Vec<String>,
}

/// How a rule reads its trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// "A trained B"; the passive "B was trained by A" is read too.
    Active,
    /// "A was held in B": subject in front of a passive verb, without an agent.
    Passive,
    /// A noun with both arguments behind it: "talks between A and B".
    Between,
}

/// A sentence with a statement that a rule must find in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Surface form of the subject.
    pub subject: String,
    /// Surface form of the object.
    pub object: String,
    /// Status, in the words of the JSON contract.
    pub status: String,
}

/// Rules in the order of their names.
#[derive(Debug, Clone)]
pub struct RuleSet {
    /// The rules.
    pub rules: Vec<Rule>,
}

/// The shipped rule files by name.
const SHIPPED: [(&str, &str); 9] = [
    ("agreed_with.toml", include_str!("rules/agreed_with.toml")),
    ("attended.toml", include_str!("rules/attended.toml")),
    ("cooperates_with.toml", include_str!("rules/cooperates_with.toml")),
    ("manages.toml", include_str!("rules/manages.toml")),
    ("met.toml", include_str!("rules/met.toml")),
    ("opposes.toml", include_str!("rules/opposes.toml")),
    ("pledged_supports.toml", include_str!("rules/pledged_supports.toml")),
    ("trained.toml", include_str!("rules/trained.toml")),
    ("visited.toml", include_str!("rules/visited.toml")),
];

impl RuleSet {
    /// The rules that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static RULES: LazyLock<RuleSet> =
            LazyLock::new(|| RuleSet::read(&SHIPPED, Ontology::shipped()).expect("the shipped rules are tested"));
        &RULES
    }
}

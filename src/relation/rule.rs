//! A rule: trigger words and constructions that join arguments to a relation.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::path::Path;
use crate::ids::RuleName;
use crate::language::WordClasses;
use crate::ontology::{EntityType, Ontology, RelationType};

/// One rule in `rules/*.toml`. CONTRIBUTING.md explains the keys with examples.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Rule {
    /// Its name, unique in the rule set.
    pub name: RuleName,
    /// The file that contains it.
    pub file: String,
    /// Its line in that file, 1-based.
    pub line: usize,
    /// The relation it states.
    pub relation: RelationType,
    /// Whether the ends of the relation can be exchanged.
    pub is_symmetric: bool,
    /// The words that trigger it.
    pub trigger: Trigger,
    /// Paths to the subject; the first one that leads to an allowed mention is used.
    pub subject: Vec<Path>,
    /// Paths to the object, used the same way.
    pub object: Vec<Path>,
    /// Paths to a list whose members are all related to each other ("A and B met"), tried if subject and object are
    /// not both found.
    pub pairs: Vec<Path>,
    /// If not empty, at least one of these paths must lead to a word.
    pub needs: Vec<Path>,
    /// Paths that must lead nowhere.
    pub without: Vec<Path>,
    /// If not empty, one of these prepositions must stand before the noun: "with help from".
    pub after: Vec<String>,
    /// Whether people of an organization stand for it: "officers of the Nepal River Guard".
    pub allows_members: bool,
    /// Whether the object may be the gathering that the text speaks of before, if no path leads to one: "Also present
    /// was Oli".
    pub opens_gathering: bool,
    /// Types of the subject, if fewer than the ontology allows.
    pub subject_types: Option<Vec<EntityType>>,
    /// Types of the object, if fewer than the ontology allows.
    pub object_types: Option<Vec<EntityType>>,
    /// A fixed status; `None` if the sentence decides.
    pub status: Option<super::Status>,
    /// Further content of the statement, by key: a fixed word or the phrase at the end of a path.
    pub attributes: Vec<(&'static str, Attribute)>,
    /// The confidence of its statements, 0.0 to 1.0, set by hand.
    pub confidence: f32,
    /// Sentences in which it must find the given statement.
    pub accepts: Vec<Example>,
    /// Sentences that trigger it, but in which it must find nothing.
    pub rejects: Vec<String>,
    /// The classes used for the verbs and for the nouns of the trigger.
    pub(super) trigger_classes: [Vec<String>; 2],
}

impl Rule {
    /// The same rule with all words that its classes contain in `classes`.
    pub(super) fn with(&self, classes: &WordClasses) -> Self {
        let mut rule = self.clone();
        let [of_verbs, of_nouns] = &self.trigger_classes;
        match &mut rule.trigger {
            Trigger::Verb(verbs) => add_words(classes, verbs, of_verbs),
            Trigger::Noun(nouns) => add_words(classes, nouns, of_nouns),
            Trigger::VerbAndNoun { verbs, nouns, .. } => {
                add_words(classes, verbs, of_verbs);
                add_words(classes, nouns, of_nouns);
            }
            Trigger::Mention(_) => {}
        }
        rule
    }

    /// The names of the word classes that it uses.
    pub(super) fn class_names(&self) -> impl Iterator<Item = &str> {
        let at_noun = match &self.trigger {
            Trigger::VerbAndNoun { at, .. } => at.as_slice(),
            _ => &[],
        };
        let phrases = self.attributes.iter().flat_map(|(_, attribute)| match attribute {
            Attribute::Phrase(paths) => paths.as_slice(),
            Attribute::Fixed(_) => &[],
        });
        let ways = [&self.subject, &self.object, &self.pairs, &self.needs, &self.without];
        let paths = ways.into_iter().flatten().chain(at_noun).chain(phrases);
        let of_paths = paths.flat_map(|path| &path.steps).filter_map(|step| step.class.as_deref());
        self.trigger_classes.iter().flatten().map(String::as_str).chain(of_paths)
    }

    /// Whether entities of these types could be its ends, according to the rule itself.
    pub(super) fn may_join(&self, types: &[EntityType]) -> bool {
        let has = |wanted: &Option<Vec<EntityType>>| {
            wanted.as_ref().is_none_or(|wanted| types.iter().any(|entity_type| wanted.contains(entity_type)))
        };
        has(&self.subject_types) && (has(&self.object_types) || !self.pairs.is_empty() || self.opens_gathering)
    }

    /// Whether a name of this type triggers the rule.
    pub(super) fn is_called_by(&self, entity_type: EntityType) -> bool {
        matches!(&self.trigger, Trigger::Mention(types) if types.contains(&entity_type))
    }
}

/// Adds the words of the classes with these names.
fn add_words(classes: &WordClasses, words: &mut Vec<String>, names: &[String]) {
    for word in names.iter().filter_map(|name| classes.get(name)).flat_map(|class| &class.words) {
        if !words.contains(word) {
            words.push(word.clone());
        }
    }
}

/// The words that trigger a rule, as lemmas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// One of these verbs, possibly with a particle: "hand over".
    Verb(Vec<String>),
    /// One of these nouns, with the arguments of a light verb that governs it.
    Noun(Vec<String>),
    /// One of these verbs with one of these nouns at the end of one of these paths: "sign" + "accord".
    VerbAndNoun {
        /// The verbs.
        verbs: Vec<String>,
        /// The nouns.
        nouns: Vec<String>,
        /// The paths from the verb to the noun.
        at: Vec<Path>,
    },
    /// A name of one of these types.
    Mention(Vec<EntityType>),
}

/// The value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// A fixed value.
    Fixed(String),
    /// The phrase at the end of the first path that leads to a word.
    Phrase(Vec<Path>),
}

/// A sentence with the statement that a rule must find in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Surface form of the subject.
    pub subject: String,
    /// Surface form of the object.
    pub object: String,
    /// The status, as written in the JSON contract.
    pub status: String,
}

/// Rules in the order of their names, with the word classes they use.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct RuleSet {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The word classes of the language, with those of the rule files.
    pub classes: WordClasses,
    /// For each trigger word, the indices of the rules it may trigger; looked up, never iterated.
    pub(super) by_word: HashMap<String, Vec<usize>>,
    /// The rules that names trigger.
    pub(super) by_mention: Vec<usize>,
}

/// The shipped rule files by name.
pub(super) const SHIPPED: [(&str, &str); 25] = [
    ("affiliated_with.toml", include_str!("rules/affiliated_with.toml")),
    ("agreed_with.toml", include_str!("rules/agreed_with.toml")),
    ("attended.toml", include_str!("rules/attended.toml")),
    ("cooperates_with.toml", include_str!("rules/cooperates_with.toml")),
    ("cut_off.toml", include_str!("rules/cut_off.toml")),
    ("demanded_of.toml", include_str!("rules/demanded_of.toml")),
    ("held_in.toml", include_str!("rules/held_in.toml")),
    ("investigates.toml", include_str!("rules/investigates.toml")),
    ("manages.toml", include_str!("rules/manages.toml")),
    ("mediates_for.toml", include_str!("rules/mediates_for.toml")),
    ("met.toml", include_str!("rules/met.toml")),
    ("mobilized_against.toml", include_str!("rules/mobilized_against.toml")),
    ("opened_ties_with.toml", include_str!("rules/opened_ties_with.toml")),
    ("opposes.toml", include_str!("rules/opposes.toml")),
    ("part_of.toml", include_str!("rules/part_of.toml")),
    ("pledged.toml", include_str!("rules/pledged.toml")),
    ("praised.toml", include_str!("rules/praised.toml")),
    ("protested_against.toml", include_str!("rules/protested_against.toml")),
    ("rejected.toml", include_str!("rules/rejected.toml")),
    ("supports.toml", include_str!("rules/supports.toml")),
    ("threatened.toml", include_str!("rules/threatened.toml")),
    ("trained.toml", include_str!("rules/trained.toml")),
    ("used_force_against.toml", include_str!("rules/used_force_against.toml")),
    ("visited.toml", include_str!("rules/visited.toml")),
    ("yielded_to.toml", include_str!("rules/yielded_to.toml")),
];

impl RuleSet {
    /// The rules that ship with the program.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static RULES: LazyLock<RuleSet> =
            LazyLock::new(|| RuleSet::read(&SHIPPED, Ontology::shipped()).expect("the shipped rules are tested"));
        &RULES
    }

    /// The rules that a word may trigger, by its lemma or its form: "training" may be either.
    pub(super) fn called_by(&self, lemma: &str, form: &str) -> impl Iterator<Item = usize> {
        let of = |word: &str| self.by_word.get(word).map(Vec::as_slice).unwrap_or_default();
        let by_form = if form == lemma { &[] } else { of(form) };
        of(lemma).iter().chain(by_form).copied()
    }

    /// Sorts the rules by name and indexes them by their words.
    pub(super) fn index(mut rules: Vec<Rule>, classes: WordClasses) -> Self {
        rules.sort_by(|a, b| a.name.cmp(&b.name));
        let mut set = Self { rules, classes, ..Self::default() };
        for (index, rule) in set.rules.iter().enumerate() {
            let words = match &rule.trigger {
                Trigger::Verb(words) | Trigger::Noun(words) | Trigger::VerbAndNoun { verbs: words, .. } => words,
                Trigger::Mention(_) => {
                    set.by_mention.push(index);
                    continue;
                }
            };
            for word in words {
                let first = word.split(' ').next().unwrap_or_default();
                let rules = set.by_word.entry(first.to_owned()).or_default();
                if rules.last() != Some(&index) {
                    rules.push(index);
                }
            }
        }
        set
    }
}

//! Writes a page that describes each rule: what it finds, with which words, and along which paths.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::path::{Path, Slot, Step};
use super::rule::{Attribute, Rule, RuleSet, SHIPPED, Trigger};
use crate::language::WordClass;
use crate::ontology::EntityType;

/// The maximum number of words of a class shown next to the link to it.
const MAX_WORDS: usize = 6;

/// The minimum size of a class that is named; the words of smaller ones are listed.
const MIN_CLASS: usize = 4;

/// All rules as a Markdown page, by relation and name, with the word classes they use.
///
/// Each rule and class has a heading with its own name, so that links to it stay valid. For each rule the page gives
/// the trigger, the paths to both ends, the other conditions, and its own examples, which run as tests.
///
/// # Example
/// ```
/// use whomet::relation::{RuleSet, rules_page};
///
/// let page = rules_page(RuleSet::shipped());
/// assert!(page.contains("\n### met-verb\n"));
/// assert!(page.contains("\n### Class talking\n"));
/// ```
#[must_use]
pub fn rules_page(rules: &RuleSet) -> String {
    let mut by_relation: BTreeMap<&str, Vec<&Rule>> = BTreeMap::new();
    for rule in &rules.rules {
        by_relation.entry(rule.relation.as_str()).or_default().push(rule);
    }
    let classes = named_classes(rules);
    let mut page = String::from(
        "# Rules\n\nWhat makes whomet state a relation, apart from offices beside a name, the make-up of names and \
         promises in quotes. Made from the rule files; do not edit. [CONTRIBUTING.md](../CONTRIBUTING.md) says how to add a word or a \
         rule, and what the ways mean.\n\n| relation | rules |\n|---|---|\n",
    );
    // Writing to a string cannot fail.
    for (relation, rules) in &by_relation {
        let links: Vec<String> = rules.iter().map(|rule| format!("[{0}](#{0})", rule.name)).collect();
        let _ = writeln!(page, "| `{relation}` | {} |", links.join(", "));
    }
    for (relation, listed) in &by_relation {
        let _ = writeln!(page, "\n## {relation}");
        listed.iter().for_each(|rule| page.push_str(&RulePage { rule, classes: &classes }.text()));
    }
    page.push_str(&class_list(&classes));
    page
}

/// The classes that the rules name, sorted by name.
fn named_classes(rules: &RuleSet) -> Vec<&WordClass> {
    let names: BTreeSet<&str> = rules.rules.iter().flat_map(Rule::class_names).collect();
    names.into_iter().filter_map(|name| rules.classes.get(name)).collect()
}

/// The appendix: each class with its meaning and words.
fn class_list(classes: &[&WordClass]) -> String {
    let mut text = String::from("\n## Word classes\n\nThe classes that rules name, as lemmas in alphabetical order.\n");
    for class in classes {
        let words: Vec<&str> = class.words.iter().map(String::as_str).collect();
        let meaning = if class.meaning.is_empty() { String::new() } else { format!("{}\n\n", class.meaning) };
        let _ = write!(text, "\n### Class {}\n\n{meaning}{}\n", class.name, words.join(", "));
    }
    text
}

/// One rule in words.
struct RulePage<'a> {
    rule: &'a Rule,
    /// The classes that rules name.
    classes: &'a [&'a WordClass],
}

impl RulePage<'_> {
    fn text(&self) -> String {
        let rule = self.rule;
        let mut text = format!("\n### {}\n\nCalled up by {}.\n\n", rule.name, self.trigger());
        for (key, value) in self.entries() {
            let _ = writeln!(text, "- {key}: {value}");
        }
        text.push_str("\nFinds:\n\n");
        for example in &rule.accepts {
            let (subject, object, status) = (&example.subject, &example.object, &example.status);
            let _ = writeln!(text, "- {}\\\n  `{subject}` | `{object}` | {status}", example.text);
        }
        text.push_str("\nMust find nothing in:\n\n");
        rule.rejects.iter().for_each(|sentence| {
            let _ = writeln!(text, "- {sentence}");
        });
        text
    }

    /// The keys that the rule sets, each with its value in words.
    fn entries(&self) -> Vec<(String, String)> {
        let rule = self.rule;
        let mut entries = Vec::new();
        let mut add = |key: &str, value: String| {
            if !value.is_empty() {
                entries.push((key.to_owned(), value));
            }
        };
        add("subject", end(&rule.subject, rule.subject_types.as_deref()));
        add("object", end(&rule.object, rule.object_types.as_deref()));
        add(if rule.subject.is_empty() { "all pairs of" } else { "or all pairs of" }, ways(&rule.pairs));
        add("only with", ways(&rule.needs));
        add("not with", rule.without.iter().map(in_words).collect::<Vec<_>>().join(", or "));
        add("only behind", quoted(&rule.after));
        add("members", if rule.allows_members { "people of a body stand for it".to_owned() } else { String::new() });
        add("status", rule.status.map(|status| format!("always {}", status.as_str())).unwrap_or_default());
        for (key, attribute) in &rule.attributes {
            add(key, filled(attribute));
        }
        add("confidence", rule.confidence.to_string());
        add("file", file(&rule.file));
        entries
    }

    fn trigger(&self) -> String {
        match &self.rule.trigger {
            Trigger::Verb(words) => format!("the verb {}", self.words(words)),
            Trigger::Noun(words) => format!("the noun {}", self.words(words)),
            Trigger::VerbAndNoun { verbs, nouns, at } => {
                format!("the verb {} with the noun {} as {}", self.words(verbs), self.words(nouns), ways(at))
            }
            Trigger::Mention(types) => format!("a name of the type {}", type_names(types)),
        }
    }

    /// Each word that is in no class, and each class with its first words.
    fn words(&self, words: &[String]) -> String {
        let mut own: BTreeSet<&String> = words.iter().collect();
        let mut told = Vec::new();
        for WordClass { name, words, .. } in self.classes_within(&own) {
            own.retain(|word| !words.contains(*word));
            let first: Vec<&str> = words.iter().take(MAX_WORDS).map(|word| word.as_str()).collect();
            let dots = if words.len() > MAX_WORDS { ", …" } else { "" };
            told.push(format!("{} (\"{}\"{dots})", class_link(name), first.join("\", \"")));
        }
        own.iter().map(|word| format!("\"{word}\"")).chain(told).collect::<Vec<_>>().join(" or ")
    }

    /// The classes fully contained in `words`, largest first; a class fully contained in a larger one is skipped.
    fn classes_within(&self, words: &BTreeSet<&String>) -> Vec<&WordClass> {
        let is_within =
            |class: &&&WordClass| class.words.len() >= MIN_CLASS && class.words.iter().all(|word| words.contains(word));
        let mut within: Vec<&WordClass> = self.classes.iter().filter(is_within).copied().collect();
        within.sort_by_key(|class| (std::cmp::Reverse(class.words.len()), &class.name));
        let mut told: BTreeSet<&String> = BTreeSet::new();
        within.retain(|class| {
            let is_new = class.words.iter().any(|word| !told.contains(word));
            told.extend(class.words.iter());
            is_new
        });
        within
    }
}

/// The paths to an end, and its types if the rule restricts them.
fn end(paths: &[Path], types: Option<&[EntityType]>) -> String {
    match (ways(paths), types) {
        (ways, Some(types)) if !ways.is_empty() => format!("{ways}; only {}", type_names(types)),
        (ways, _) => ways,
    }
}

fn type_names(types: &[EntityType]) -> String {
    types.iter().map(|entity_type| entity_type.as_str()).collect::<Vec<_>>().join(" or ")
}

/// Several paths, in the order in which they are tried.
fn ways(paths: &[Path]) -> String {
    paths.iter().map(in_words).collect::<Vec<_>>().join(", else ")
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

fn class_link(class: &str) -> String {
    format!("[{class}](#class-{class})")
}

fn filled(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Fixed(text) => text.clone(),
        Attribute::Phrase(paths) => ways(paths),
    }
}

/// The file of a rule. A shipped file becomes a link from the documentation folder.
fn file(name: &str) -> String {
    match SHIPPED.iter().any(|(shipped, _)| *shipped == name) {
        true => format!("[{name}](../src/relation/rules/{name})"),
        false => name.to_owned(),
    }
}

/// A path in words, from its end back to the trigger: "the object of its clause".
fn in_words(path: &Path) -> String {
    let mut words = String::new();
    for (index, step) in path.steps.iter().enumerate() {
        let from = if index == 0 { None } else { Some(words.as_str()) };
        words = step_in_words(step, from);
    }
    words
}

fn step_in_words(step: &Step, from: Option<&str>) -> String {
    let of = |what: &str| from.map_or_else(|| format!("its {what}"), |from| format!("the {what} of {from}"));
    let words = match &step.slot {
        Slot::Subject => of("subject"),
        Slot::Object => of("object"),
        Slot::Recipient => of("recipient"),
        Slot::Clause => of("clause"),
        Slot::Owner => of("owner"),
        Slot::Modifier => format!("a name before {}", from.unwrap_or("it")),
        Slot::Description => format!("a description before {}", from.unwrap_or("it")),
        Slot::Manner => of("adverb"),
        Slot::Auxiliary => of("auxiliary"),
        Slot::Apposition => of("apposition"),
        Slot::Governor => of("governing verb"),
        Slot::Described => format!("the noun that {} describes", from.unwrap_or("it")),
        Slot::Noun => "its noun".to_owned(),
        Slot::Itself => "the word itself".to_owned(),
        Slot::Preposition(preposition) => {
            let at = from.map(|from| format!(" at {from}")).unwrap_or_default();
            format!("what stands behind \"{preposition}\"{at}")
        }
    };
    match &step.class {
        Some(class) => format!("{words} ({})", class_link(class)),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ontology::Ontology;

    const RULES: &str = r#"
[classes]
nattering = ["confer", "huddle", "meet", "parley"]

[[rule]]
name = "met-verb"
relation = "met"
verb = ["@nattering", "dine"]
subject = ["subject"]
object = ["object", "clause[nattering]/object/of"]
without = ["on"]
subject_types = ["person"]
plover = "CONSULT"
confidence = 0.9
accepts = ["Moana Tui met Tika Oli. => Moana Tui | Tika Oli | asserted"]
rejects = ["Moana Tui left."]
"#;

    #[test]
    fn a_rule_is_told_in_words() {
        let page = rules_page(&RuleSet::read(&[("my.toml", RULES)], Ontology::shipped()).unwrap());
        let expected = r##"
## met

### met-verb

Called up by the verb "dine" or [nattering](#class-nattering) ("confer", "huddle", "meet", "parley").

- subject: its subject; only person
- object: its object, else what stands behind "of" at the object of its clause ([nattering](#class-nattering))
- not with: what stands behind "on"
- plover: CONSULT
- confidence: 0.9
- file: my.toml

Finds:

- Moana Tui met Tika Oli.\
  `Moana Tui` | `Tika Oli` | asserted

Must find nothing in:

- Moana Tui left.

## Word classes

The classes that rules name, as lemmas in alphabetical order.

### Class nattering

confer, huddle, meet, parley
"##;
        assert!(page.ends_with(expected), "{page}");
        assert!(page.contains("\n| `met` | [met-verb](#met-verb) |\n"), "{page}");
    }

    #[test]
    fn words_of_a_small_class_are_told_in_full() {
        let rules = RULES.replace(", \"parley\"", "");
        let page = rules_page(&RuleSet::read(&[("my.toml", &rules)], Ontology::shipped()).unwrap());
        assert!(page.contains("the verb \"confer\" or \"dine\" or \"huddle\" or \"meet\"."), "{page}");
    }
}

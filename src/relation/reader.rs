//! Rule files in, rules out.

use serde::Deserialize;

use super::rule::Voice;
use super::{Example, Rule, RuleSet};
use crate::ontology::{EntityType, Ontology};
use crate::text::nearest;

/// Why a rule file cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RuleError {
    /// The file is no TOML, or a key is missing or unknown.
    #[error("{path}: {source}")]
    Syntax {
        /// The file.
        path: String,
        /// What the reader says, with line and column.
        source: Box<toml::de::Error>,
    },
    /// A rule names a relation or type that the ontology does not have.
    #[error("{path}: rule \"{rule}\": unknown {kind} \"{found}\"{}", .near.as_ref().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default())]
    UnknownName {
        /// The file.
        path: String,
        /// The rule.
        rule: String,
        /// What was looked up: relation or entity type.
        kind: &'static str,
        /// The unknown name.
        found: String,
        /// The nearest known name.
        near: Option<String>,
    },
    /// An example that is not written as `sentence => subject | object | status`.
    #[error("{path}: rule \"{rule}\": expected an example such as \"A met B. => A | B | asserted\", found \"{found}\"")]
    BadExample {
        /// The file.
        path: String,
        /// The rule.
        rule: String,
        /// The example as written.
        found: String,
    },
    /// A list that may not be empty is.
    #[error("{path}: rule \"{rule}\": \"{key}\" is empty; a rule needs at least one")]
    Empty {
        /// The file.
        path: String,
        /// The rule.
        rule: String,
        /// The key.
        key: &'static str,
    },
    /// Two rules with one name.
    #[error("{path}: rule \"{rule}\": the name is taken; give each rule a name of its own")]
    Duplicate {
        /// The file.
        path: String,
        /// The rule.
        rule: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    relation: String,
    triggers: Vec<String>,
    #[serde(default)]
    voice: VoiceEntry,
    #[serde(default)]
    prepositions: Vec<String>,
    #[serde(default)]
    reciprocal: bool,
    #[serde(default)]
    members: bool,
    subject: Option<Vec<String>>,
    object: Option<Vec<String>>,
    confidence: f32,
    accepts: Vec<String>,
    rejects: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum VoiceEntry {
    #[default]
    Active,
    Passive,
    Between,
}

impl RuleSet {
    /// Reads rule files, each a path for messages and its TOML text.
    ///
    /// # Errors
    /// [`RuleError`], naming file, rule and what is wrong.
    pub fn read(files: &[(&str, &str)], ontology: &Ontology) -> Result<Self, RuleError> {
        let mut rules: Vec<Rule> = Vec::new();
        for (path, text) in files {
            let file: File = toml::from_str(text)
                .map_err(|source| RuleError::Syntax { path: (*path).to_owned(), source: Box::new(source) })?;
            for entry in file.rule {
                let rule = read_rule(path, entry, ontology)?;
                if rules.iter().any(|other| other.name == rule.name) {
                    return Err(RuleError::Duplicate { path: (*path).to_owned(), rule: rule.name.to_string() });
                }
                rules.push(rule);
            }
        }
        rules.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { rules })
    }
}

fn read_rule(path: &str, entry: Entry, ontology: &Ontology) -> Result<Rule, RuleError> {
    let rule = entry.name;
    let empty = |key| RuleError::Empty { path: path.to_owned(), rule: rule.clone(), key };
    for (key, is_empty) in [
        ("triggers", entry.triggers.is_empty()),
        ("accepts", entry.accepts.is_empty()),
        ("rejects", entry.rejects.is_empty()),
    ] {
        if is_empty {
            return Err(empty(key));
        }
    }
    let unknown = |kind, found: &str, near| RuleError::UnknownName {
        path: path.to_owned(),
        rule: rule.clone(),
        kind,
        found: found.to_owned(),
        near,
    };
    let relation = ontology.relation(&entry.relation).ok_or_else(|| {
        let names = ontology.relations.iter().map(|class| class.name.as_str());
        unknown("relation", &entry.relation, nearest(&entry.relation, names))
    })?;
    let types = |names: Option<Vec<String>>| -> Result<Option<Vec<EntityType>>, RuleError> {
        let find = |name: &String| {
            let known = ontology.entities.iter().map(|class| class.name.as_str());
            ontology
                .entity(name)
                .map(|class| class.name)
                .ok_or_else(|| unknown("entity type", name, nearest(name, known)))
        };
        names.map(|names| names.iter().map(find).collect()).transpose()
    };
    let example = |text: &String| {
        read_example(text).ok_or_else(|| RuleError::BadExample {
            path: path.to_owned(),
            rule: rule.clone(),
            found: text.clone(),
        })
    };
    let (subject_types, object_types) = (types(entry.subject)?, types(entry.object)?);
    let accepts = entry.accepts.iter().map(example).collect::<Result<_, _>>()?;
    Ok(Rule {
        relation: relation.name,
        triggers: entry.triggers.iter().map(|trigger| trigger.split(' ').map(str::to_owned).collect()).collect(),
        voice: match entry.voice {
            VoiceEntry::Active => Voice::Active,
            VoiceEntry::Passive => Voice::Passive,
            VoiceEntry::Between => Voice::Between,
        },
        prepositions: if entry.prepositions.is_empty() { vec![String::new()] } else { entry.prepositions },
        is_reciprocal: entry.reciprocal,
        allows_members: entry.members,
        subject_types,
        object_types,
        confidence: entry.confidence,
        accepts,
        rejects: entry.rejects,
        name: rule.into(),
    })
}

/// Reads `sentence => subject | object | status`.
fn read_example(text: &str) -> Option<Example> {
    let (sentence, statement) = text.split_once("=>")?;
    let mut parts = statement.split('|').map(|part| part.trim().to_owned());
    let example = Example {
        text: sentence.trim().to_owned(),
        subject: parts.next()?,
        object: parts.next()?,
        status: parts.next()?,
    };
    (parts.next().is_none() && ["asserted", "planned", "negated"].contains(&example.status.as_str())).then_some(example)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = r#"
[[rule]]
name = "met-verb"
relation = "met"
triggers = ["meet"]
confidence = 0.9
accepts = ["Ana Silva met Jan Novak. => Ana Silva | Jan Novak | asserted"]
rejects = ["Ana Silva left."]
"#;

    fn error(from: &str, to: &str) -> String {
        RuleSet::read(&[("my.toml", &RULE.replace(from, to))], Ontology::shipped()).unwrap_err().to_string()
    }

    #[test]
    fn a_sound_rule_is_read() {
        let rules = RuleSet::read(&[("my.toml", RULE)], Ontology::shipped()).unwrap();
        assert_eq!(rules.rules[0].accepts[0].object, "Jan Novak");
    }

    #[test]
    fn broken_rules_are_named_with_the_reason() {
        let table = [
            ("\"met\"", "\"mett\"", "my.toml: rule \"met-verb\": unknown relation \"mett\", did you mean \"met\"?"),
            ("[\"meet\"]", "[]", "my.toml: rule \"met-verb\": \"triggers\" is empty; a rule needs at least one"),
            (
                "confidence",
                "subject = [\"persn\"]\nconfidence",
                "my.toml: rule \"met-verb\": unknown entity type \"persn\", did you mean \"person\"?",
            ),
            ("| asserted", "| sure", "my.toml: rule \"met-verb\": expected an example such as"),
            ("rejects", "reject", "my.toml: TOML parse error at line 8"),
        ];
        for (from, to, expected) in table {
            let found = error(from, to);
            assert!(found.starts_with(expected), "{found}");
        }
    }

    #[test]
    fn two_rules_of_one_name_are_refused() {
        let twice = RuleSet::read(&[("a.toml", RULE), ("b.toml", RULE)], Ontology::shipped());
        assert!(twice.unwrap_err().to_string().starts_with("b.toml: rule \"met-verb\": the name is taken"));
    }
}

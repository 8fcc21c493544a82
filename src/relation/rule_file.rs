//! Reads rule files.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::RuleError;
use super::path::Path;
use super::plover;
use super::rule::{Attribute, Trigger};
use super::rule::{Example, Rule, RuleSet};
use super::statement::Status;
use crate::language::{LanguagePack, WordClass, WordClasses};
use crate::ontology::{EntityType, Ontology};
use crate::text::nearest;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    classes: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    rule: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: toml::Spanned<String>,
    relation: String,
    #[serde(default)]
    verb: Vec<String>,
    #[serde(default)]
    noun: Vec<String>,
    #[serde(default)]
    noun_at: Vec<String>,
    #[serde(default)]
    mention: Vec<String>,
    #[serde(default)]
    subject: Vec<String>,
    #[serde(default)]
    object: Vec<String>,
    #[serde(default)]
    pairs: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    members: bool,
    #[serde(default)]
    open: Option<String>,
    subject_types: Option<Vec<String>>,
    object_types: Option<Vec<String>>,
    status: Option<String>,
    plover: Option<String>,
    mode: Option<String>,
    #[serde(default)]
    topic: Vec<String>,
    #[serde(default)]
    what: Vec<String>,
    #[serde(default)]
    position: Vec<String>,
    confidence: f32,
    accepts: Vec<String>,
    rejects: Vec<String>,
}

/// The only open end so far: an object that is the gathering spoken of.
const OPEN_GATHERING: &str = "gathering";

impl RuleSet {
    /// Reads rule files, each given as a path for messages and its TOML text. Words that they list for a class are
    /// added to those of the shipped language.
    ///
    /// # Errors
    /// [`RuleError`] with the file, line, rule and cause.
    pub fn read(files: &[(&str, &str)], ontology: &Ontology) -> Result<Self, RuleError> {
        let classes = LanguagePack::shipped().classes().clone();
        Self { classes, ..Self::default() }.extended(files, ontology)
    }

    /// Adds the rules of more files. A rule replaces an older one of the same name, unless both are in these files.
    /// Words added to a class apply to the older rules too.
    ///
    /// # Errors
    /// [`RuleError`] with the file, line, rule and cause.
    pub fn extended(&self, files: &[(&str, &str)], ontology: &Ontology) -> Result<Self, RuleError> {
        let mut classes = self.classes.clone();
        let mut read: Vec<(&str, &str, File)> = Vec::new();
        for &(path, text) in files {
            let mut file: File = toml::from_str(text)
                .map_err(|source| RuleError::Syntax { path: path.to_owned(), source: Box::new(source) })?;
            for (name, words) in std::mem::take(&mut file.classes) {
                classes.extend(&name, words);
            }
            read.push((path, text, file));
        }
        let mut rules: Vec<Rule> = Vec::new();
        for (path, text, file) in read {
            for entry in file.rule {
                let line = 1 + text[..entry.name.span().start].matches('\n').count();
                let reader =
                    EntryReader { path, line, name: entry.name.get_ref().clone(), classes: &classes, ontology };
                let rule = reader.read(entry)?;
                if rules.iter().any(|other| other.name == rule.name) {
                    return Err(reader.error("the name is taken; give each rule a name of its own".to_owned()));
                }
                rules.push(rule);
            }
        }
        let kept = self.rules.iter().filter(|old| !rules.iter().any(|rule| rule.name == old.name));
        let kept = kept.map(|old| old.with(&classes));
        let rules = kept.collect::<Vec<_>>().into_iter().chain(rules).collect();
        Ok(Self::index(rules, classes))
    }
}

/// Reads one rule, and reports where it is if it is broken.
struct EntryReader<'a> {
    path: &'a str,
    line: usize,
    name: String,
    classes: &'a WordClasses,
    ontology: &'a Ontology,
}

impl EntryReader<'_> {
    fn read(&self, entry: Entry) -> Result<Rule, RuleError> {
        for (key, is_empty) in [("accepts", entry.accepts.is_empty()), ("rejects", entry.rejects.is_empty())] {
            if is_empty {
                return Err(self.error(format!("\"{key}\" is empty; a rule needs at least one")));
            }
        }
        if entry.pairs.is_empty() && (entry.subject.is_empty() || entry.object.is_empty()) {
            return Err(self.error("expected \"subject\" and \"object\", or \"pairs\"".to_owned()));
        }
        if !(0.0..=1.0).contains(&entry.confidence) {
            return Err(self.error(format!("expected a confidence from 0.0 to 1.0, found {}", entry.confidence)));
        }
        let relation = self.ontology.relation(&entry.relation).ok_or_else(|| {
            let names = self.ontology.relations.iter().map(|class| class.name.as_str());
            self.unknown("relation", &entry.relation, nearest(&entry.relation, names))
        })?;
        Ok(Rule {
            relation: relation.name,
            is_symmetric: relation.symmetric,
            file: self.path.to_owned(),
            line: self.line,
            trigger: self.trigger(&entry)?,
            subject: self.paths(&entry.subject)?,
            object: self.paths(&entry.object)?,
            pairs: self.paths(&entry.pairs)?,
            needs: self.paths(&entry.needs)?,
            without: self.paths(&entry.without)?,
            after: entry.after.clone(),
            allows_members: entry.members,
            opens_gathering: self.opens_gathering(entry.open.as_deref())?,
            subject_types: entry.subject_types.as_ref().map(|names| self.types(names)).transpose()?,
            object_types: entry.object_types.as_ref().map(|names| self.types(names)).transpose()?,
            status: entry.status.as_ref().map(|status| self.status(status)).transpose()?,
            attributes: self.attributes(&entry)?,
            confidence: entry.confidence,
            accepts: entry.accepts.iter().map(|text| self.example(text)).collect::<Result<_, _>>()?,
            trigger_classes: [class_names(&entry.verb), class_names(&entry.noun)],
            rejects: entry.rejects,
            name: self.name.as_str().into(),
        })
    }

    /// Which end may be filled from elsewhere in the article; so far only an object with the gathering spoken of.
    fn opens_gathering(&self, open: Option<&str>) -> Result<bool, RuleError> {
        match open {
            None => Ok(false),
            Some(open) if open == OPEN_GATHERING => Ok(true),
            Some(other) => Err(self.unknown("open end", other, nearest(other, [OPEN_GATHERING]))),
        }
    }

    fn trigger(&self, entry: &Entry) -> Result<Trigger, RuleError> {
        let verbs = self.words(&entry.verb)?;
        let nouns = self.words(&entry.noun)?;
        match (verbs.is_empty(), nouns.is_empty(), entry.mention.is_empty()) {
            (false, true, true) => Ok(Trigger::Verb(verbs)),
            (true, false, true) => Ok(Trigger::Noun(nouns)),
            (true, true, false) => Ok(Trigger::Mention(self.types(&entry.mention)?)),
            (false, false, true) => {
                let at = if entry.noun_at.is_empty() { &["object".to_owned()][..] } else { &entry.noun_at[..] };
                Ok(Trigger::VerbAndNoun { verbs, nouns, at: self.paths(at)? })
            }
            _ => Err(self.error("expected \"verb\", \"noun\", both of them, or \"mention\"".to_owned())),
        }
    }

    /// The words as written, with each "@class" replaced by its members.
    fn words(&self, written: &[String]) -> Result<Vec<String>, RuleError> {
        let mut words = Vec::new();
        for word in written {
            match word.strip_prefix('@') {
                Some(class) => words.extend(self.class(class)?.words.iter().cloned()),
                None => words.push(word.clone()),
            }
        }
        Ok(words)
    }

    fn class(&self, name: &str) -> Result<&WordClass, RuleError> {
        let known = self.classes.iter().map(|class| class.name.as_str());
        self.classes.get(name).ok_or_else(|| self.unknown("class", name, nearest(name, known)))
    }

    fn paths(&self, written: &[String]) -> Result<Vec<Path>, RuleError> {
        let read = |text: &String| {
            let path = Path::read(text, self.classes).map_err(|error| self.error(format!("{error}")))?;
            for class in path.steps.iter().filter_map(|step| step.class.as_ref()) {
                self.class(class)?;
            }
            Ok(path)
        };
        written.iter().map(read).collect()
    }

    fn types(&self, names: &[String]) -> Result<Vec<EntityType>, RuleError> {
        let find = |name: &String| {
            let known = self.ontology.entities.iter().map(|class| class.name.as_str());
            let class = self.ontology.entity(name).map(|class| class.name);
            class.ok_or_else(|| self.unknown("entity type", name, nearest(name, known)))
        };
        names.iter().map(find).collect()
    }

    fn status(&self, name: &str) -> Result<Status, RuleError> {
        let all = [Status::Asserted, Status::Planned, Status::Negated];
        let found = all.into_iter().find(|status| status.as_str() == name);
        found.ok_or_else(|| self.unknown("status", name, nearest(name, all.map(Status::as_str))))
    }

    fn attributes(&self, entry: &Entry) -> Result<Vec<(&'static str, Attribute)>, RuleError> {
        let mut attributes = Vec::new();
        for (key, paths) in [("topic", &entry.topic), ("object", &entry.what), ("position", &entry.position)] {
            if !paths.is_empty() {
                attributes.push((key, Attribute::Phrase(self.paths(paths)?)));
            }
        }
        if let Some(mode) = &entry.mode {
            attributes.push(("mode", Attribute::Fixed(mode.clone())));
        }
        if let Some(event) = &entry.plover {
            if !plover::TYPES.contains(&event.as_str()) {
                return Err(self.unknown("PLOVER type", event, nearest(event, plover::TYPES)));
            }
            attributes.push(("plover", Attribute::Fixed(event.clone())));
        }
        Ok(attributes)
    }

    fn example(&self, text: &str) -> Result<Example, RuleError> {
        let expected = "expected an example such as \"A met B. => A | B | asserted\"";
        read_example(text).ok_or_else(|| self.error(format!("{expected}, found \"{text}\"")))
    }

    fn unknown(&self, kind: &str, found: &str, near: Option<String>) -> RuleError {
        let hint = near.map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default();
        self.error(format!("unknown {kind} \"{found}\"{hint}"))
    }

    fn error(&self, reason: String) -> RuleError {
        RuleError::Rule { path: self.path.to_owned(), line: self.line, rule: self.name.clone(), reason }
    }
}

fn class_names(written: &[String]) -> Vec<String> {
    written.iter().filter_map(|word| word.strip_prefix('@')).map(str::to_owned).collect()
}

/// Reads `sentence => subject | object | status`.
pub(crate) fn read_example(text: &str) -> Option<Example> {
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
[classes]
running-into = ["meet"]

[[rule]]
name = "met-verb"
relation = "met"
verb = ["@running-into"]
subject = ["subject"]
object = ["object"]
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
        let rule = &rules.rules[0];
        assert_eq!(rule.trigger, Trigger::Verb(vec!["meet".to_owned()]));
        assert_eq!((rule.line, rule.accepts[0].object.as_str()), (6, "Jan Novak"));
    }

    #[test]
    fn broken_rules_are_named_with_line_and_reason() {
        let table = [
            ("\"met\"", "\"mett\"", "unknown relation \"mett\", did you mean \"met\"?"),
            ("verb = [\"@running-into\"]", "verb = []", "expected \"verb\", \"noun\", both of them, or \"mention\""),
            ("@running-into", "@running-inn", "unknown class \"running-inn\", did you mean \"running-into\"?"),
            ("[\"object\"]", "[\"objekt\"]", "expected steps such as"),
            ("object = [\"object\"]", "", "expected \"subject\" and \"object\", or \"pairs\""),
            ("0.9", "1.9", "expected a confidence from 0.0 to 1.0, found 1.9"),
            (
                "confidence",
                "subject_types = [\"persn\"]\nconfidence",
                "unknown entity type \"persn\", did you mean \"person\"?",
            ),
            ("confidence", "status = \"plannd\"\nconfidence", "unknown status \"plannd\", did you mean \"planned\"?"),
            ("confidence", "plover = \"CONSULTS\"\nconfidence", "unknown PLOVER type \"CONSULTS\""),
            ("| asserted", "| sure", "expected an example such as"),
            ("rejects = [\"Ana Silva left.\"]", "rejects = []", "\"rejects\" is empty; a rule needs at least one"),
        ];
        for (from, to, expected) in table {
            let found = error(from, to);
            assert!(found.starts_with(&format!("my.toml:6: rule \"met-verb\": {expected}")), "{found}");
        }
        assert!(error("rejects", "reject").starts_with("my.toml: TOML parse error at line 13"));
    }

    #[test]
    fn a_later_word_of_a_class_calls_up_an_older_rule() {
        let first = RuleSet::read(&[("a.toml", RULE)], Ontology::shipped()).unwrap();
        let files = [("b.toml", "[classes]\nrunning-into = [\"bump into\"]\n")];
        let second = first.extended(&files, Ontology::shipped()).unwrap();
        assert_eq!(second.rules[0].trigger, Trigger::Verb(vec!["meet".to_owned(), "bump into".to_owned()]));
        assert!(second.by_word.contains_key("bump"));
    }

    #[test]
    fn two_rules_of_one_name_are_refused_in_one_reading_and_replaced_in_a_later_one() {
        let twice = RuleSet::read(&[("a.toml", RULE), ("b.toml", RULE)], Ontology::shipped());
        assert!(twice.unwrap_err().to_string().starts_with("b.toml:6: rule \"met-verb\": the name is taken"));
        let first = RuleSet::read(&[("a.toml", RULE)], Ontology::shipped()).unwrap();
        let second = first.extended(&[("b.toml", &RULE.replace("0.9", "0.5"))], Ontology::shipped()).unwrap();
        assert_eq!((second.rules.len(), second.rules[0].file.as_str()), (1, "b.toml"));
    }
}

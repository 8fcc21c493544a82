//! Checks a rule file: runs the examples of its rules and looks up its words.
//!
//! A rule must find what its `accepts` say, and must find nothing in its `rejects` although they trigger it: a sentence
//! without a word of the rule would show nothing about it. An unknown word that no example uses is probably
//! misspelled.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use toml::Spanned;

use crate::document::Document;
use crate::ids::MentionId;
use crate::pipeline::{Settings, read_document};
use crate::record::ReadDocument;
use crate::relation::{
    Account, Example, Made, Rule, RuleError, RuleSet, Trigger, Verdict, explain_relations, read_example,
};
use crate::text::nearest;

/// What was found when a rule file was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleFileCheck {
    /// Rules in the file.
    pub rules: usize,
    /// Sentences of their `accepts` and `rejects`.
    pub examples: usize,
    /// What is wrong, by line.
    pub problems: Vec<RuleProblem>,
}

/// Something wrong with a rule file that can be read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RuleProblem {
    /// The file.
    pub path: String,
    /// Line of the example or word, 1-based.
    pub line: usize,
    /// The rule or class.
    pub place: String,
    /// What is wrong.
    pub kind: RuleProblemKind,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleProblemKind {
    /// A sentence of `accepts` in which the rule does not find what it says.
    Missed {
        /// The sentence.
        sentence: String,
        /// What it says.
        expected: String,
        /// What the rule makes of the sentence, statement by statement or why there is none.
        found: Vec<String>,
    },
    /// A sentence of `rejects` in which the rule finds something.
    FoundAnyway {
        /// The sentence.
        sentence: String,
        /// The statements.
        found: Vec<String>,
    },
    /// A sentence of `rejects` that has no word of the rule, or too few names of its types.
    NotCalledUp {
        /// The sentence.
        sentence: String,
    },
    /// A word that is in no list and in no example.
    UnknownWord {
        /// The word.
        word: String,
        /// A known word that looks like it.
        near: Option<String>,
    },
}

impl fmt::Display for RuleProblem {
    /// Several lines: place and sentence, what was expected, what was found, what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, place, kind } = self;
        write!(f, "{path}:{line}: {place}: ")?;
        match kind {
            RuleProblemKind::Missed { sentence, expected, found } => {
                let is_called = !found.is_empty();
                writeln!(f, "misses what it accepts: {sentence}\n  expected: {expected}")?;
                list(f, found, "the rule is not triggered")?;
                let advice = match is_called {
                    true => "change the paths or types of the rule so that they lead to both ends, or the example",
                    false => {
                        "use a word of the rule in the sentence and two names of its types; `whomet analyze` shows the \
                         lemma and tag of each word, `whomet mentions` the names"
                    }
                };
                write!(f, "  to do: {advice}")
            }
            RuleProblemKind::FoundAnyway { sentence, found } => {
                writeln!(f, "finds something in what it rejects: {sentence}\n  expected: nothing")?;
                list(f, found, "nothing")?;
                write!(
                    f,
                    "  to do: give the rule fewer words or paths, or `needs`, `without`, `subject_types` or `object_types`"
                )
            }
            RuleProblemKind::NotCalledUp { sentence } => {
                writeln!(f, "is not triggered by what it rejects: {sentence}\n  expected: a near miss")?;
                list(f, &[], "the rule is not triggered")?;
                write!(
                    f,
                    "  to do: use a word of the rule and names of its types in another construction, so that the \
                     sentence shows what the rule leaves out"
                )
            }
            RuleProblemKind::UnknownWord { word, near } => {
                let near = near.as_ref().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default();
                writeln!(f, "unknown word \"{word}\"{near}")?;
                write!(f, "  to do: correct it, or use it in an example that shows that it is right")
            }
        }
    }
}

/// What was found, a line each, or else `nothing`.
fn list(f: &mut fmt::Formatter<'_>, found: &[String], nothing: &str) -> fmt::Result {
    match found {
        [] => writeln!(f, "  found: {nothing}"),
        found => found.iter().try_for_each(|line| writeln!(f, "  found: {line}")),
    }
}

/// The parts of a rule file that are checked, with their places.
#[derive(Deserialize)]
struct Places {
    #[serde(default)]
    classes: BTreeMap<String, Vec<Spanned<String>>>,
    #[serde(default)]
    rule: Vec<RulePlaces>,
}

#[derive(Deserialize)]
struct RulePlaces {
    name: String,
    #[serde(default)]
    verb: Vec<Spanned<String>>,
    #[serde(default)]
    noun: Vec<Spanned<String>>,
    accepts: Vec<Spanned<String>>,
    rejects: Vec<Spanned<String>>,
}

/// Checks the rule file `path` with the contents `text`, whose rules must be among those of `data`.
///
/// # Errors
/// [`RuleError`] if the text is not that of a rule file.
/// # Complexity
/// Each example is read once, as an article of its own.
pub fn check_rule_file(path: &str, text: &str, data: &Settings<'_>) -> Result<RuleFileCheck, RuleError> {
    let places: Places =
        toml::from_str(text).map_err(|source| RuleError::Syntax { path: path.to_owned(), source: Box::new(source) })?;
    let mut checker = Checker { path, text, data, used: BTreeSet::new(), problems: Vec::new() };
    for places in &places.rule {
        if let Some(rule) = data.rules.rules.iter().find(|rule| rule.name.as_str() == places.name) {
            checker.check_examples(rule, places);
        }
    }
    checker.check_words(&places);
    checker.problems.sort_by_key(|problem| problem.line);
    let examples = places.rule.iter().map(|rule| rule.accepts.len() + rule.rejects.len()).sum();
    Ok(RuleFileCheck { rules: places.rule.len(), examples, problems: checker.problems })
}

struct Checker<'a> {
    path: &'a str,
    text: &'a str,
    data: &'a Settings<'a>,
    /// Lemmas and forms that called up a rule in an example.
    used: BTreeSet<String>,
    problems: Vec<RuleProblem>,
}

impl Checker<'_> {
    fn add(&mut self, at: &Spanned<String>, place: String, kind: RuleProblemKind) {
        let line = 1 + self.text[..at.span().start].matches('\n').count();
        self.problems.push(RuleProblem { path: self.path.to_owned(), line, place, kind });
    }

    fn check_examples(&mut self, rule: &Rule, places: &RulePlaces) {
        let place = format!("rule \"{}\"", rule.name);
        for written in &places.accepts {
            let Some(example) = read_example(written.get_ref()) else { continue };
            let reading = Reading::of(&example.text, rule, self.data);
            self.used.extend(reading.trigger_words());
            if !reading.finds(&example) {
                let expected = statement(rule, &example.subject, &example.object, &example.status);
                let found = reading.lines();
                self.add(written, place.clone(), RuleProblemKind::Missed { sentence: example.text, expected, found });
            }
        }
        for written in &places.rejects {
            let reading = Reading::of(written.get_ref(), rule, self.data);
            self.used.extend(reading.trigger_words());
            let (sentence, made) = (written.get_ref().clone(), reading.made_lines());
            if reading.accounts.is_empty() {
                self.add(written, place.clone(), RuleProblemKind::NotCalledUp { sentence });
            } else if !made.is_empty() {
                self.add(written, place.clone(), RuleProblemKind::FoundAnyway { sentence, found: made });
            }
        }
    }

    /// Names the words of triggers and classes that nothing knows.
    fn check_words(&mut self, places: &Places) {
        let of_rules = places.rule.iter().flat_map(|rule| {
            let words = rule.verb.iter().chain(&rule.noun);
            words.map(move |word| (format!("rule \"{}\"", rule.name), word))
        });
        let of_classes = places
            .classes
            .iter()
            .flat_map(|(name, words)| words.iter().map(move |word| (format!("class \"{name}\""), word)));
        let known = KnownWords::new(self.data);
        for (place, written) in of_rules.chain(of_classes) {
            let word = written.get_ref();
            let first = word.split(' ').next().unwrap_or_default();
            if word.starts_with('@') || self.used.contains(first) || known.contains(word) {
                continue;
            }
            let kind = RuleProblemKind::UnknownWord { word: word.clone(), near: known.nearest(word) };
            self.add(written, place, kind);
        }
    }
}

/// The words that shipped rules use and those that the tagger knows.
struct KnownWords<'a> {
    data: &'a Settings<'a>,
    shipped: BTreeSet<&'a str>,
}

impl<'a> KnownWords<'a> {
    fn new(data: &'a Settings<'a>) -> Self {
        let rules = RuleSet::shipped();
        let of_classes = rules.classes.iter().flat_map(|class| &class.words).map(String::as_str);
        let of_rules = rules.rules.iter().flat_map(|rule| trigger_words(&rule.trigger)).map(String::as_str);
        Self { data, shipped: of_classes.chain(of_rules).collect() }
    }

    fn contains(&self, word: &str) -> bool {
        self.shipped.contains(word) || word.split(' ').all(|part| self.data.analyzer.knows(part))
    }

    fn nearest(&self, word: &str) -> Option<String> {
        nearest(word, self.shipped.iter().copied())
    }
}

fn trigger_words(trigger: &Trigger) -> impl Iterator<Item = &String> {
    let (verbs, nouns): (&[String], &[String]) = match trigger {
        Trigger::Verb(verbs) => (verbs, &[]),
        Trigger::Noun(nouns) => (&[], nouns),
        Trigger::VerbAndNoun { verbs, nouns, .. } => (verbs, nouns),
        Trigger::Mention(_) => (&[], &[]),
    };
    verbs.iter().chain(nouns)
}

/// What one rule makes of one sentence.
struct Reading {
    rule: Rule,
    /// The sentence, with the statements of all rules.
    read: ReadDocument,
    /// The accounts of the rule.
    accounts: Vec<Account>,
}

impl Reading {
    fn of(sentence: &str, rule: &Rule, data: &Settings<'_>) -> Self {
        let read = read_document(Document::from_text("example", sentence), data);
        let explained = explain_relations(&read.document, &read.mentions, data);
        let accounts = explained.into_iter().flat_map(|sentence| sentence.accounts);
        let accounts = accounts.filter(|account| account.rule == rule.name).collect();
        Self { rule: rule.clone(), read, accounts }
    }

    fn surface(&self, id: MentionId) -> &str {
        self.read.document.surface(self.read.mentions[id.index()].provenance.span)
    }

    fn made(&self) -> impl Iterator<Item = &Made> {
        self.accounts.iter().flat_map(|account| match &account.verdict {
            Verdict::Made(made) => made.as_slice(),
            Verdict::Failed(..) | Verdict::Disallowed(_) => &[],
        })
    }

    /// Whether the rule makes the statement and the ontology allows it; a surer rule may state it too.
    fn finds(&self, example: &Example) -> bool {
        let Example { subject, object, status, .. } = example;
        self.made().any(|made| {
            let is_it = self.surface(made.subject) == subject && self.surface(made.object) == object;
            let is_stated = self.read.statements.iter().any(|found| {
                found.relation == self.rule.relation && (found.subject, found.object) == (made.subject, made.object)
            });
            is_it && made.status.as_str() == status && is_stated
        })
    }

    fn made_lines(&self) -> Vec<String> {
        let line = |made: &Made| {
            statement(&self.rule, self.surface(made.subject), self.surface(made.object), made.status.as_str())
        };
        self.made().map(line).collect()
    }

    /// What the rule made at each place where it was called up, or why it made nothing.
    fn lines(&self) -> Vec<String> {
        let mut lines = self.made_lines();
        lines.extend(self.accounts.iter().filter_map(|account| match &account.verdict {
            Verdict::Made(_) => None,
            Verdict::Failed(_, reason) | Verdict::Disallowed(reason) => {
                Some(format!("at \"{}\" {reason}", self.read.document.surface(account.trigger)))
            }
        }));
        lines
    }

    /// Lemmas and forms of the words that called up the rule.
    fn trigger_words(&self) -> BTreeSet<String> {
        let triggers = self.accounts.iter().map(|account| account.trigger);
        let tokens = triggers.flat_map(|trigger| {
            let tokens = self.read.document.sentences.iter().flat_map(|sentence| &sentence.tokens);
            tokens.filter(move |token| token.span.overlaps(trigger))
        });
        tokens.flat_map(|token| [token.lemma.clone(), self.read.document.surface(token.span).to_lowercase()]).collect()
    }
}

fn statement(rule: &Rule, subject: &str, object: &str, status: &str) -> String {
    format!("{}({subject} | {object}) {status}", rule.relation)
}

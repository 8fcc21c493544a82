//! Finds the triggers of rules in a clause and the arguments beside them.

use super::clause::{Clause, Phrase};
use super::rule::{Rule, RuleSet, Voice};
use super::status::{VerbGroup, read_verb_group, status_of_noun};
use super::{Finding, Status};
use crate::analysis::{Deprel, TokenId, Upos};
use crate::ids::MentionId;
use crate::ontology::Ontology;
use crate::span::Span;

/// Small words that may stand between the parts of a trigger: "held fruitful bilateral talks".
const MAX_BETWEEN_PARTS: usize = 3;

/// The statements that `rules` find in `clause`, in order of rule and trigger.
pub(super) fn findings(clause: &Clause<'_>, rules: &RuleSet, ontology: &Ontology) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in &rules.rules {
        let matcher = Matcher { clause, rule };
        for at in 0..clause.view.len() {
            let Some(trigger) = matcher.trigger_at(at) else { continue };
            if let Some(arguments) = matcher.arguments(trigger) {
                matcher.pair(trigger, &arguments, ontology, &mut findings);
            }
        }
    }
    findings
}

/// Both ends of a relation before lists are spread into pairs.
struct Arguments {
    subjects: Vec<MentionId>,
    objects: Vec<MentionId>,
    status: Status,
}

impl Arguments {
    fn new(subjects: &Phrase, objects: &Phrase, status: Status) -> Self {
        Self { subjects: subjects.members.clone(), objects: objects.members.clone(), status }
    }
}

struct Matcher<'a> {
    clause: &'a Clause<'a>,
    rule: &'a Rule,
}

impl Matcher<'_> {
    /// The tokens of the first trigger that begins at `at`.
    fn trigger_at(&self, at: usize) -> Option<Span<TokenId>> {
        self.rule.triggers.iter().find_map(|parts| {
            let mut end = self.first_part_at(at, &parts[0]).then_some(at + 1)?;
            for part in &parts[1..] {
                let next = (end..self.clause.view.len().min(end + MAX_BETWEEN_PARTS + 1))
                    .take_while(|&next| next == end || self.is_small_word(next - 1))
                    .find(|&next| self.part_at(next, part))?;
                end = next + 1;
            }
            Some(Span::new(at, end))
        })
    }

    /// Whether the trigger's first word is at `at`, as the verb or noun that the rule reads.
    fn first_part_at(&self, at: usize, lemma: &str) -> bool {
        let class = if self.rule.voice == Voice::Between { Upos::Noun } else { Upos::Verb };
        self.part_at(at, lemma) && self.clause.view.upos_at(at) == Some(class)
    }

    fn part_at(&self, at: usize, lemma: &str) -> bool {
        let view = self.clause.view;
        (view.lemma_at(Some(at)) == lemma || view.lower[at] == lemma) && !view.is_name_word[at]
    }

    fn is_small_word(&self, at: usize) -> bool {
        self.clause.view.words[at].chars().all(|c| c.is_lowercase() || c == '-')
    }

    fn arguments(&self, trigger: Span<TokenId>) -> Option<Arguments> {
        if self.rule.voice == Voice::Between {
            return self.between(trigger);
        }
        let group = read_verb_group(self.clause.view, self.clause.lexicon, trigger.start())?;
        let form = self.clause.view.lower[trigger.start()].as_str();
        let subject = self.subject_before(group.start)?;
        let is_participle = !form.ends_with("ing");
        let by = self.behind_time(trigger.end());
        let has_agent = self.clause.view.lower_at(Some(by)) == "by";
        match self.rule.voice {
            Voice::Passive => (group.has_be && is_participle).then(|| self.objects_behind(trigger, group, subject))?,
            _ if is_participle && has_agent && (group.has_be || !group.has_auxiliary) => {
                let agent = self.phrase_behind(by + 1)?;
                Some(Arguments::new(agent, subject, group.status))
            }
            _ if group.has_be && is_participle => None, // a passive without agent
            _ if !self.is_finite(trigger.start(), group) => None,
            _ => self.objects_behind(trigger, group, subject),
        }
    }

    /// Whether the trigger can be the verb of a subject: it or an auxiliary of its is finite, not a
    /// gerund, a participle or an infinitive.
    fn is_finite(&self, trigger: usize, group: VerbGroup) -> bool {
        let view = self.clause.view;
        // The tagger confuses past tense and participle; a subject in the tree decides.
        let is_past = view.xpos_at(trigger) == "VBN" && view.has_child(trigger, Deprel::Nsubj);
        group.has_auxiliary || is_past || matches!(view.xpos_at(trigger), "VBD" | "VBZ" | "VBP")
    }

    fn objects_behind(&self, trigger: Span<TokenId>, group: VerbGroup, subject: &Phrase) -> Option<Arguments> {
        let end = self.behind_time(trigger.end());
        let object = self.rule.prepositions.iter().find_map(|preposition| self.object_behind(end, preposition));
        match object {
            Some(object) => Some(Arguments::new(subject, object, group.status)),
            None if self.rule.is_reciprocal && subject.members.len() > 1 => {
                Some(Arguments::new(subject, subject, group.status))
            }
            None => None,
        }
    }

    /// "talks between A and B", "a meeting of A with B".
    fn between(&self, trigger: Span<TokenId>) -> Option<Arguments> {
        let at = trigger.end();
        let first = match self.clause.view.lower_at(Some(at)) {
            "between" => self.phrase_behind(at + 1)?,
            "of" => {
                let first = self.phrase_behind(at + 1)?;
                let second = self.clause.view.lower_at(Some(first.tokens.end())) == "with";
                let second = second.then(|| self.phrase_behind(first.tokens.end() + 1))??;
                let status =
                    status_of_noun(self.clause.view, self.clause.lexicon, trigger.start(), second.tokens.end());
                return Some(Arguments::new(first, second, status));
            }
            _ => return None,
        };
        let status = status_of_noun(self.clause.view, self.clause.lexicon, trigger.start(), first.tokens.end());
        (first.members.len() > 1).then(|| Arguments::new(first, first, status))
    }

    /// The phrase that ends right before `end` and is no complement of something else.
    fn subject_before(&self, end: usize) -> Option<&Phrase> {
        let view = self.clause.view;
        let phrase = self.clause.phrase_before(end)?;
        match view.lower_at(phrase.tokens.start().checked_sub(1)) {
            "of" | "from" if self.rule.allows_members => self.is_member(phrase.tokens.start() - 1).then_some(phrase),
            "of" | "in" | "for" | "with" | "from" | "to" | "at" | "on" | "between" | "against" | "near" | "into"
            | "by" => None,
            "and" | "," if self.is_tail_of_list(phrase) => None,
            _ => Some(phrase),
        }
    }

    /// Behind "X and" with an X that is no name, the list as a whole is the subject, and unknown.
    fn is_tail_of_list(&self, phrase: &Phrase) -> bool {
        let before = phrase.tokens.start() - 1;
        let view = self.clause.view;
        view.lower[before] == "and"
            && before > 0
            && !view.words[before - 1].starts_with(',')
            && !view.lower[before - 1].ends_with(['.', '”', '"'])
    }

    /// Whether "officers" or the like stands before the preposition at `at`.
    fn is_member(&self, at: usize) -> bool {
        let lexicon = self.clause.lexicon;
        let noun = at.checked_sub(1);
        lexicon.is("member", self.clause.view.lemma_at(noun)) || (self.clause.view.lemma_at(noun) == "draw" && at > 1)
    }

    fn object_behind(&self, end: usize, preposition: &str) -> Option<&Phrase> {
        let mut at = end;
        for part in preposition.split(' ').filter(|part| !part.is_empty()) {
            if self.clause.view.lower_at(Some(at)) != part {
                return None;
            }
            at += 1;
        }
        self.phrase_behind(at)
    }

    /// The first token from `at` on that tells no time: past "on Tuesday morning", "yesterday".
    fn behind_time(&self, at: usize) -> usize {
        let view = self.clause.view;
        let is_time = |word: &str| {
            let is_number = word.chars().all(|c| c.is_ascii_digit());
            is_number || self.clause.lexicon.is("time", word) || self.clause.lexicon.is("calendar", word)
        };
        let end = (at..view.len()).find(|&at| !is_time(&view.lower[at])).unwrap_or(at);
        let names_day = |word: &str| self.clause.lexicon.is("calendar", word) || matches!(word, "yesterday" | "today");
        let has_day = (at..end).any(|at| names_day(&view.lower[at]));
        if has_day { end } else { at }
    }

    /// The phrase that begins at `at`, or behind small words and "officers of".
    fn phrase_behind(&self, at: usize) -> Option<&Phrase> {
        let view = self.clause.view;
        if let Some(phrase) = self.clause.phrase_at(at) {
            return Some(phrase);
        }
        let determined = self.clause.lexicon.is("determiner", view.lower_at(Some(at)));
        if determined && let Some(phrase) = self.clause.phrase_at(at + 1) {
            return Some(phrase);
        }
        let limit = if self.rule.allows_members { view.len().min(at + 6) } else { at };
        (at..limit)
            .find(|&of| {
                matches!(view.lower[of].as_str(), "of" | "from")
                    && self.is_member(of)
                    && (at..of)
                        .all(|small| self.is_small_word(small) || view.words[small].chars().all(|c| c.is_ascii_digit()))
            })
            .and_then(|of| self.clause.phrase_at(of + 1).or_else(|| self.clause.phrase_at(of + 2)))
    }

    /// Spreads lists into pairs and keeps those that the rule and the ontology allow.
    fn pair(&self, trigger: Span<TokenId>, arguments: &Arguments, ontology: &Ontology, findings: &mut Vec<Finding>) {
        let is_symmetric = ontology.relation(self.rule.relation.as_str()).is_some_and(|class| class.symmetric);
        for &subject in &arguments.subjects {
            for &object in &arguments.objects {
                let (subject, object) =
                    if is_symmetric && object < subject { (object, subject) } else { (subject, object) };
                if subject != object && self.clause.allows(self.rule, subject, object) {
                    findings.push(Finding {
                        relation: self.rule.relation,
                        subject,
                        object,
                        status: arguments.status,
                        position: None,
                        trigger,
                        rule: self.rule.name.clone(),
                        confidence: self.rule.confidence,
                    });
                }
            }
        }
    }
}

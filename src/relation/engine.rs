//! Applies the rules to a sentence.

use std::collections::BTreeMap;

use super::argument_mentions::ArgumentMentions;
use super::failure::Failure;
use super::finding::Finding;
use super::name_index::NameIndex;
use super::nonfactual::is_nonfactual;
use super::path::Path;
use super::plover;
use super::rule::{Attribute, Rule, RuleSet};
use super::statement::Status;
use super::status::StatusReader;
use super::syntax::Syntax;
use super::token_classes::TokenClasses;
use super::trigger::{PathWalker, Site};
use crate::analysis::Upos;
use crate::ids::MentionId;
use crate::language::Class;
use crate::lexicon::SentenceView;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::{Byte, Span};
use crate::text::join_words;

/// The longest list whose members are all related to each other. A longer one ("five ministers signed") says that all took
/// part in one thing, not that each dealt with each other.
pub(super) const MAX_PAIRED: usize = 4;

/// The maximum length of a phrase that becomes an attribute, in tokens; longer ones are mostly wrong attachments.
const MAX_PHRASE: usize = 12;

/// The result of applying a rule to a place where it is triggered.
#[derive(Debug)]
pub(super) enum Outcome {
    /// Statements.
    Found(Vec<Finding>),
    /// Why the rule makes no statement.
    Failed(Failure),
}

/// The rules applied to one sentence.
pub(super) struct Engine<'a> {
    rules: &'a RuleSet,
    mentions: &'a [&'a Mention],
    gatherings: &'a [&'a Mention],
    syntax: Syntax<'a>,
}

impl<'a> Engine<'a> {
    pub(super) fn new(
        view: &'a SentenceView<'a>,
        names: &'a NameIndex<'a>,
        token_classes: &'a TokenClasses,
        mentions: &'a [&'a Mention],
        gatherings: &'a [&'a Mention],
        rules: &'a RuleSet,
    ) -> Self {
        Self { rules, mentions, gatherings, syntax: Syntax { view, classes: &rules.classes, token_classes, names } }
    }

    fn walker(&self) -> PathWalker<'a> {
        PathWalker { syntax: self.syntax, arguments: ArgumentMentions { syntax: self.syntax } }
    }

    /// All findings, by trigger and then by rule.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.visit(&mut |_, _, outcome| {
            if let Outcome::Found(found) = outcome {
                findings.extend(found);
            }
        });
        findings
    }

    /// Calls `look` with each rule, each place where it is triggered, and the outcome.
    pub(super) fn visit(&self, look: &mut dyn FnMut(&'a Rule, Site, Outcome)) {
        let walker = self.walker();
        for token in 0..self.syntax.view.len() {
            let view = self.syntax.view;
            for index in self.rules.called_by(view.lemma_at(Some(token)), &view.lower[token]) {
                let rule = &self.rules.rules[index];
                if let Some(site) = walker.site(rule, token) {
                    look(rule, site, self.apply(&walker, rule, site));
                }
            }
        }
        let is_named =
            |mention: &&&Mention| mention.kind == MentionKind::Name || mention.entity_type == EntityType::EVENT;
        for mention in self.mentions.iter().filter(is_named) {
            for &index in &self.rules.by_mention {
                let rule = &self.rules.rules[index];
                if rule.is_called_by(mention.entity_type) {
                    let site = Site { verb: None, noun: Some(self.syntax.names.head_of(mention.tokens)) };
                    look(rule, site, self.apply(&walker, rule, site));
                }
            }
        }
    }

    /// The sentence as the parser read it, with the type of each masked name in brackets: "[person] met [agency] in
    /// [place] ."
    pub(super) fn read_as(&self) -> String {
        let view = self.syntax.view;
        let word = |at: usize| match self.syntax.names.name_at(at) {
            Some(name) if name.tokens.len() == 1 => format!("[{}]", name.entity_type.as_str()),
            _ => view.words[at].clone(),
        };
        (0..view.len()).map(word).collect::<Vec<_>>().join(" ")
    }

    fn apply(&self, walker: &PathWalker<'_>, rule: &Rule, site: Site) -> Outcome {
        let leads = |path: &Path| !walker.follow(site, path).is_empty();
        let stands_after = |noun: usize| rule.after.contains(&self.syntax.preposition(noun));
        let is_placed = rule.after.is_empty() || site.noun.is_some_and(stands_after);
        if !is_placed || rule.without.iter().any(leads) || !(rule.needs.is_empty() || rule.needs.iter().any(leads)) {
            return Outcome::Failed(Failure::Construction);
        }
        let status = StatusReader { syntax: self.syntax };
        if is_nonfactual(self.syntax, site) {
            return Outcome::Failed(Failure::Nonfactual);
        }
        let subjects = self.ends(walker, rule, site, &rule.subject, rule.subject_types.as_deref());
        let objects = self.ends(walker, rule, site, &rule.object, rule.object_types.as_deref());
        let objects = objects.or_else(|| self.gathering_spoken_of(rule, site));
        let paired = match (subjects, objects) {
            (Some(subjects), Some(objects)) => Ok(spread(&subjects, &objects)),
            (Some(subjects), None) if self.is_mutual(walker, rule, site) => among(&subjects, !rule.is_symmetric),
            // "A and B met reporters" does not say that they met each other.
            (Some(_), None) if self.has_other_object(walker, rule, site) => Err(Failure::Object),
            (subjects, _) => match self.ends(walker, rule, site, &rule.pairs, rule.subject_types.as_deref()) {
                Some(list) if self.is_one_plural(&list) => Ok(vec![(list[0].clone(), list[0].clone())]),
                Some(list) => among(&list, !rule.is_symmetric),
                None if subjects.is_none() => Err(Failure::Subject),
                None => Err(Failure::Object),
            },
        };
        let pairs = match paired {
            Ok(pairs) if pairs.is_empty() => return Outcome::Failed(Failure::Object),
            Ok(pairs) => pairs,
            Err(failure) => return Outcome::Failed(failure),
        };
        let status = rule.status.unwrap_or_else(|| status.of(site));
        let attributes = self.attributes(walker, rule, site, status);
        let finding = |(subject, object): (End, End)| Finding {
            relation: rule.relation,
            subject: subject.mention,
            object: object.mention,
            status,
            attributes: attributes.clone(),
            trigger: self.trigger_span(site),
            rule: rule.name.clone(),
            path: format!("{} + {}", subject.path, object.path),
            confidence: rule.confidence,
        };
        Outcome::Found(pairs.into_iter().map(finding).collect())
    }

    /// The mentions at the end of the first path that leads to an allowed type.
    fn ends(
        &self,
        walker: &PathWalker<'_>,
        rule: &Rule,
        site: Site,
        paths: &[Path],
        types: Option<&[EntityType]>,
    ) -> Option<Vec<End>> {
        paths.iter().find_map(|path| {
            let heads = walker.follow(site, path);
            let mut mentions: Vec<MentionId> =
                heads.into_iter().flat_map(|head| walker.arguments.of_list(head, rule.allows_members)).collect();
            mentions.retain(|&id| types.is_none_or(|types| types.contains(&self.type_of(id))));
            mentions.dedup();
            let end = |mention| End { mention, path: path.to_string() };
            (!mentions.is_empty()).then(|| mentions.into_iter().map(end).collect())
        })
    }

    /// The last gathering that the text speaks of before the trigger, or the first one after it, if the rule leaves its
    /// object open to it.
    fn gathering_spoken_of(&self, rule: &Rule, site: Site) -> Option<Vec<End>> {
        let trigger = self.trigger_span(site);
        let before = |gathering: &&&Mention| gathering.provenance.span.end() <= trigger.start();
        // One that the sentence itself names later would be at the end of a path.
        let here = self.mentions.first().map(|mention| mention.provenance.sentence);
        let after = |gathering: &&&Mention| Some(gathering.provenance.sentence) > here;
        let last = self.gatherings.iter().rev().find(before).or_else(|| self.gatherings.iter().find(after));
        let mention = last.filter(|_| rule.opens_gathering)?.id;
        Some(vec![End { mention, path: "gathering spoken of".to_owned() }])
    }

    fn type_of(&self, id: MentionId) -> EntityType {
        self.mention(id).entity_type
    }

    fn mention(&self, id: MentionId) -> &'a Mention {
        let index = self.mentions.binary_search_by_key(&id, |mention| mention.id);
        self.mentions[index.expect("paths lead to mentions of this sentence")]
    }

    /// Whether the object is "each other" or "one another".
    fn is_mutual(&self, walker: &PathWalker<'_>, rule: &Rule, site: Site) -> bool {
        let lower = |at: usize| self.syntax.view.lower_at(Some(at));
        let is_reciprocal =
            |at: usize| self.syntax.classes.is(Class::Reciprocal, &format!("{} {}", lower(at), lower(at + 1)));
        let is_each = |at: usize| is_reciprocal(at) || at.checked_sub(1).is_some_and(is_reciprocal);
        rule.object.iter().flat_map(|path| walker.follow(site, path)).any(is_each)
    }

    /// Whether the rule's object is filled by something else: a word without a name, or of a type that is not
    /// allowed.
    fn has_other_object(&self, walker: &PathWalker<'_>, rule: &Rule, site: Site) -> bool {
        let view = self.syntax.view;
        let is_nominal = |at: &usize| matches!(view.upos_at(*at), Some(Upos::Noun | Upos::Propn | Upos::Pron));
        let reached = rule.object.iter().flat_map(|path| walker.follow(site, path));
        reached.filter(is_nominal).any(|at| Some(at) != site.noun)
    }

    /// Whether the list is a single plural mention: "they met", "the two ministers met".
    fn is_one_plural(&self, list: &[End]) -> bool {
        matches!(list, [only] if self.mention(only.mention).is_plural && !self.mention(only.mention).is_party())
    }

    fn attributes(
        &self,
        walker: &PathWalker<'_>,
        rule: &Rule,
        site: Site,
        status: Status,
    ) -> BTreeMap<&'static str, String> {
        let fill = |(key, attribute): &(&'static str, Attribute)| {
            let text = match attribute {
                Attribute::Fixed(event) if *key == "plover" && status == Status::Planned => {
                    plover::announced(event).to_owned()
                }
                Attribute::Fixed(text) => text.clone(),
                Attribute::Phrase(paths) => {
                    let token = paths.iter().find_map(|path| walker.follow(site, path).first().copied())?;
                    self.phrase(token)?
                }
            };
            Some((*key, text))
        };
        rule.attributes.iter().filter_map(fill).collect()
    }

    /// Where each of `paths` leads, in words, for an explanation.
    pub(super) fn reached(&self, site: Site, paths: &[Path]) -> Vec<(String, Vec<String>)> {
        let walker = self.walker();
        let words = |path: &Path| walker.follow(site, path).into_iter().map(|head| self.words_at(head)).collect();
        paths.iter().map(|path| (path.to_string(), words(path))).collect()
    }

    /// The text of the mention at `head`, or the word alone.
    fn words_at(&self, head: usize) -> String {
        let tokens = self.syntax.names.at(head).map_or(head..head + 1, |mention| mention.tokens.range());
        join_words(&self.syntax.view.words[tokens])
    }

    fn phrase(&self, token: usize) -> Option<String> {
        let (start, end) = self.syntax.phrase(token);
        let is_sound = end > start && end - start <= MAX_PHRASE;
        is_sound.then(|| join_words(&self.syntax.view.words[start..end]))
    }

    /// The bytes of trigger verb and noun; only the noun if they are far apart.
    pub(super) fn trigger_span(&self, site: Site) -> Span<Byte> {
        let tokens = [site.verb, site.noun].into_iter().flatten();
        let (first, last) = tokens.fold((usize::MAX, 0), |(first, last), at| (first.min(at), last.max(at)));
        let is_far = last - first > MAX_PHRASE;
        let span = if is_far { Span::new(site.head(), site.head() + 1) } else { Span::new(first, last + 1) };
        self.syntax.view.bytes(span)
    }
}

/// A mention with the path that led to it.
#[derive(Debug, Clone)]
struct End {
    mention: MentionId,
    path: String,
}

/// Pairs each subject with each object: "A, B and C received D" states three meetings, not six.
fn spread(subjects: &[End], objects: &[End]) -> Vec<(End, End)> {
    let pairs = subjects.iter().flat_map(|subject| objects.iter().map(move |object| (subject, object)));
    pairs
        .filter(|(subject, object)| subject.mention != object.mention)
        .map(|(subject, object)| (subject.clone(), object.clone()))
        .collect()
}

/// Pairs the members of a list with each other, in both directions if the relation is directed; fails if it is too long.
fn among(list: &[End], is_directed: bool) -> Result<Vec<(End, End)>, Failure> {
    if list.len() > MAX_PAIRED {
        return Err(Failure::LongList);
    }
    let pairs = (0..list.len()).flat_map(|first| (0..list.len()).map(move |second| (first, second)));
    let wanted = pairs.filter(|(first, second)| first < second || (is_directed && first != second));
    Ok(wanted.map(|(first, second)| (list[first].clone(), list[second].clone())).collect())
}

//! Follows each missed relation from its nodes to its edge and names the first step that failed.

use super::annotation::GoldRelation;
use super::cause::{Cause, Elsewhere, Filler};
use super::compared_graphs::ComparedGraphs;
use super::evidence_sentences::{sentences_of, squeezed};
use super::mentioned_nodes::MentionedNodes;
use super::miss::Miss;
use crate::ids::{RuleName, SentenceId};
use crate::ontology::RelationType;
use crate::pipeline::Settings;
use crate::relation::{Account, SentenceAccount, Statement, Status, Verdict, explain_relations};

/// The required relations of an article that were not found with their status, in the order of the annotation.
///
/// There are as many as [`judge()`](super::judge()) counts as missed with status. `settings` must be those with which
/// the graph was built.
#[must_use]
pub fn misses(compared: &ComparedGraphs<'_>, settings: &Settings<'_>) -> Vec<Miss> {
    let read = &compared.found.read;
    let mentioned = MentionedNodes::new(compared.found);
    let sentences = explain_relations(&read.document, &read.mentions, settings);
    let finder = MissFinder { compared, settings, mentioned, sentences };
    let found = compared.annotated.iter().map(|(key, relation)| (*relation, compared.status_of(key)));
    let missed = found.filter(|(relation, status)| relation.is_required && *status != Some(relation.status));
    missed.map(|(relation, status)| finder.miss(relation, status)).collect()
}

struct MissFinder<'a> {
    compared: &'a ComparedGraphs<'a>,
    settings: &'a Settings<'a>,
    mentioned: MentionedNodes<'a>,
    /// What the rules made of each sentence in which one could make a statement.
    sentences: Vec<SentenceAccount>,
}

/// A cause, and the rule that it blames.
type Found = (Cause, Option<RuleName>);

impl MissFinder<'_> {
    /// Describes a missed relation, of which `status` was found.
    fn miss(&self, relation: &GoldRelation, status: Option<Status>) -> Miss {
        let GoldRelation { relation: class, head, tail, evidence, status: correct, .. } = relation;
        let document = &self.compared.found.read.document;
        let quoted = sentences_of(document, evidence);
        let (cause, rule) = self.cause(relation, status, &quoted);
        let quoted: Vec<&str> = quoted.iter().map(|&id| document.surface(document.sentence(id).span)).collect();
        let sentence = squeezed(&if quoted.is_empty() { evidence.clone() } else { quoted.join(" ") });
        let [head, tail] = [head, tail].map(|id| self.compared.gold.entity(id).name.clone());
        Miss { relation: *class, head, tail, status: *correct, cause, rule, sentence }
    }

    fn cause(&self, relation: &GoldRelation, status: Option<Status>, quoted: &[SentenceId]) -> Found {
        let ends = [&relation.head, &relation.tail];
        let types = ends.map(|id| self.compared.gold.entity(id).entity_type);
        let nodes = match ends.map(|id| self.compared.node_of(id)) {
            [Some(head), Some(tail)] => [head, tail],
            [None, Some(_)] => return (Cause::NoHeadNode(types[0]), None),
            [Some(_), None] => return (Cause::NoTailNode(types[1]), None),
            [None, None] => return (Cause::NeitherNode(types[0], types[1]), None),
        };
        if let Some(cause) = self.wrong_type(relation, nodes) {
            return (cause, None);
        }
        if let Some(found) = status {
            return (Cause::WrongStatus { found, correct: relation.status }, None);
        }
        let all: Vec<SentenceId> =
            (0..self.compared.found.read.document.sentences.len()).map(SentenceId::new).collect();
        let sentences = if quoted.is_empty() { &all } else { quoted };
        let holds = |id: SentenceId| nodes.map(|node| self.mentioned.is_in(id, node));
        let together: Vec<SentenceId> = sentences.iter().copied().filter(|&id| holds(id) == [true, true]).collect();
        if together.is_empty() {
            let is_in_one = |end: usize| sentences.iter().any(|&id| holds(id)[end]);
            return (Cause::NotInOneSentence(elsewhere(is_in_one(0), is_in_one(1))), None);
        }
        self.cause_in_one_sentence(relation.relation, nodes, &together)
    }

    /// The end whose node has a type that the ontology does not allow there.
    fn wrong_type(&self, relation: &GoldRelation, nodes: [usize; 2]) -> Option<Cause> {
        let class = self.settings.ontology.class_of(relation.relation)?;
        let correct = [&relation.head, &relation.tail].map(|id| self.compared.gold.entity(id).entity_type);
        let found = nodes.map(|node| self.compared.nodes[node].entity_type);
        if found == correct || class.allows(found[0], found[1]) {
            return None;
        }
        let head = Cause::WrongTypeOfHead { found: found[0], correct: correct[0] };
        let tail = Cause::WrongTypeOfTail { found: found[1], correct: correct[1] };
        match [found[0] == correct[0], found[1] == correct[1]] {
            [true, _] => Some(tail),
            [_, true] => Some(head),
            _ if class.allows(correct[0], found[1]) => Some(head),
            _ if class.allows(found[0], correct[1]) => Some(tail),
            _ => Some(Cause::WrongTypeOfBoth),
        }
    }

    /// What went wrong in the sentences that mention both ends.
    ///
    /// Of several rules, the one that came nearest is blamed. A statement that shares no end with the relation is
    /// probably of something else, so a rule that failed is blamed first.
    fn cause_in_one_sentence(&self, relation: RelationType, nodes: [usize; 2], together: &[SentenceId]) -> Found {
        let is_symmetric = self.settings.ontology.is_symmetric(relation);
        let statements = self.compared.found.read.statements.iter().filter(|made| made.relation == relation);
        let judged = statements.map(|made| (self.mentioned.filler(made, nodes, is_symmetric), made));
        let judged: Vec<(Option<Filler>, &Statement)> = judged.collect();
        if judged.iter().any(|(filler, _)| filler.is_none()) {
            return (Cause::Projection, None);
        }
        let here = judged.iter().filter(|(_, made)| together.contains(&made.provenance.sentence));
        let nearest = here.filter_map(|(filler, made)| Some(((*filler)?, &made.provenance.rule))).min();
        let failed =
            self.accounts(relation, together).filter_map(|account| Some((failure(account)?, &account.rule))).max();
        let blamed = |cause: Cause, rule: &RuleName| (cause, Some(rule.clone()));
        match (nearest, failed) {
            (Some((Filler::Neither, _)), Some((cause, rule))) | (None, Some((cause, rule))) => blamed(cause, rule),
            (Some((filler, rule)), _) => blamed(Cause::WrongFiller(filler), rule),
            (None, None) => (Cause::NoTrigger, None),
        }
    }

    /// What the rules of a relation made of these sentences.
    fn accounts(&self, relation: RelationType, sentences: &[SentenceId]) -> impl Iterator<Item = &Account> {
        let here = self.sentences.iter().filter(move |account| sentences.contains(&account.sentence));
        here.flat_map(|account| &account.accounts).filter(move |account| account.relation == relation)
    }
}

/// How a triggered rule failed; `None` if it made a statement. Later failures are greater.
fn failure(account: &Account) -> Option<Cause> {
    match &account.verdict {
        Verdict::Made(_) => None,
        Verdict::Failed(failure, _) => Some(Cause::Path(*failure)),
        Verdict::Disallowed(_) => Some(Cause::Disallowed),
    }
}

/// Which ends are elsewhere if these are in one of the sentences, but never together.
fn elsewhere(has_head: bool, has_tail: bool) -> Elsewhere {
    match (has_head, has_tail) {
        (false, true) => Elsewhere::Head,
        (true, false) => Elsewhere::Tail,
        (false, false) => Elsewhere::Both,
        (true, true) => Elsewhere::Apart,
    }
}

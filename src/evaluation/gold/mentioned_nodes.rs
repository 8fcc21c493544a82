//! The nodes that the mentions of an article mean.

use std::collections::BTreeMap;

use super::cause::Filler;
use super::found_graph::FoundGraph;
use crate::ids::{MentionId, SentenceId};
use crate::relation::Statement;

/// The nodes that each mention of an article means, by their indices; "they" may mean several.
pub(super) struct MentionedNodes<'a> {
    found: &'a FoundGraph,
    nodes_of: BTreeMap<MentionId, Vec<usize>>,
}

impl<'a> MentionedNodes<'a> {
    pub(super) fn new(found: &'a FoundGraph) -> Self {
        let mut nodes_of: BTreeMap<MentionId, Vec<usize>> = BTreeMap::new();
        for (node, entity) in found.entities.iter().enumerate() {
            let chains = entity.chains.iter().map(|(_, chain)| &found.read.chains[chain.index()]);
            nodes_of.extend(chains.flat_map(|chain| &chain.mentions).map(|&mention| (mention, vec![node])));
        }
        for plural in &found.read.plurals {
            let nodes = plural.members.iter().filter_map(|member| nodes_of.get(member)).flatten();
            let nodes = nodes.copied().collect();
            nodes_of.insert(plural.mention, nodes);
        }
        Self { found, nodes_of }
    }

    fn means(&self, mention: MentionId, node: usize) -> bool {
        self.nodes_of.get(&mention).is_some_and(|nodes| nodes.contains(&node))
    }

    /// Whether the sentence mentions the node by a name, a description or a pronoun.
    pub(super) fn is_in(&self, sentence: SentenceId, node: usize) -> bool {
        let mut mentions = self.found.read.mentions.iter();
        mentions.any(|mention| mention.provenance.sentence == sentence && self.means(mention.id, node))
    }

    /// Which of the two nodes the statement has at its ends; `None` if it joins them.
    pub(super) fn filler(&self, statement: &Statement, [head, tail]: [usize; 2], is_symmetric: bool) -> Option<Filler> {
        let has = |node: usize| [statement.subject, statement.object].map(|end| self.means(end, node));
        let ([head_first, head_second], [tail_first, tail_second]) = (has(head), has(tail));
        let (is_straight, is_turned) = (head_first && tail_second, tail_first && head_second);
        if is_straight || (is_symmetric && is_turned) {
            return None;
        }
        Some(if is_turned {
            Filler::Turned
        } else if head_first || (is_symmetric && head_second) {
            Filler::OnlyHead
        } else if tail_second || (is_symmetric && tail_first) {
            Filler::OnlyTail
        } else {
            Filler::Neither
        })
    }
}

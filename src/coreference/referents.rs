//! Decides which chain each description and pronoun belongs to.
//!
//! Each kind of mention has its sieves, the most certain first; the first one that decides gives its name as the
//! reason. If two entities fit, the mention stays open, because an open reference costs less than a wrong one.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, gather};
use crate::analysis::{AnalyzedDocument, Deprel};
use crate::ids::{MentionId, SentenceId};
use crate::language::{LanguagePack, Meaning};
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind, mentions_in};
use crate::ontology::Ontology;
use crate::quotation::{Attribution, attribution_at};
use crate::relation::Statement;

/// What a description or pronoun refers to, and why.
#[derive(Debug, Clone)]
pub(super) struct Referent {
    /// Index of the chain.
    pub(super) chain: usize,
    pub(super) antecedent: MentionId,
    pub(super) sieve: &'static str,
    pub(super) confidence: f32,
}

/// What the previous steps found in one document.
#[derive(Clone, Copy)]
pub(super) struct Article<'a> {
    pub(super) document: &'a AnalyzedDocument,
    pub(super) mentions: &'a [Mention],
    pub(super) statements: &'a [Statement],
    pub(super) said: &'a [Attribution],
    pub(super) lexicon: &'a Lexicon,
    pub(super) ontology: &'a Ontology,
}

/// The chains of one document and the facts that resolve descriptions.
pub(super) struct Referents<'a> {
    pub(super) article: Article<'a>,
    /// The chain of each name and of each mention resolved so far.
    pub(super) chain_of: BTreeMap<MentionId, usize>,
    pub(super) facts: Vec<Facts>,
    /// The names and resolved mentions of each sentence so far, in text order.
    pub(super) seen: Vec<Vec<Seen>>,
}

/// A mention that later ones may refer to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) mention: MentionId,
    /// `None` for a person without a known name, such as "the envoy".
    pub(super) chain: Option<usize>,
    pub(super) is_subject: bool,
}

impl<'a> Referents<'a> {
    pub(super) fn new(article: Article<'a>, chains: &[Vec<MentionId>]) -> Self {
        let members = chains.iter().enumerate().flat_map(|(chain, members)| members.iter().map(move |&id| (id, chain)));
        let chain_of: BTreeMap<MentionId, usize> = members.collect();
        let facts = gather(
            article.document,
            article.mentions,
            chains,
            &chain_of,
            article.statements,
            article.lexicon.language(),
        );
        let seen = vec![Vec::new(); article.document.sentences.len()];
        Self { article, chain_of, facts, seen }
    }

    pub(super) fn language(&self) -> &'a LanguagePack {
        self.article.lexicon.language()
    }

    /// The kind of pronoun, if the mention is one.
    pub(super) fn meaning(&self, mention: &Mention) -> Option<Meaning> {
        let surface = self.article.document.surface(mention.provenance.span).to_lowercase();
        self.language().pronouns().meaning(&surface).filter(|_| mention.kind == MentionKind::Pronoun)
    }

    /// The speaker of the quotation around the mention, and the chain of the speaker.
    pub(super) fn quoted_speaker(&self, mention: &Mention) -> Option<(MentionId, usize)> {
        let said = attribution_at(self.article.said, mention.provenance.sentence, mention.tokens.start())?;
        let chain = *self.chain_of.get(&said.speaker)?;
        said.is_quoted.then_some((said.speaker, chain))
    }

    /// The only chain that `fits`, with its first mention.
    pub(super) fn only(&self, fits: impl Fn(&Facts) -> bool) -> Option<(usize, MentionId)> {
        let mut fitting = self.facts.iter().enumerate().filter(|(_, facts)| fits(facts));
        let (chain, facts) = fitting.next()?;
        let first = facts.first?;
        fitting.next().is_none().then_some((chain, first))
    }

    /// The only chain that `fits` in this sentence before the mention; without any there, in the sentence before.
    pub(super) fn only_near(&self, mention: &Mention, fits: impl Fn(&Facts) -> bool) -> Option<(usize, MentionId)> {
        let here = mention.provenance.sentence.index();
        let near = [Some(here), here.checked_sub(1)].into_iter().flatten();
        let known = |index: usize| self.seen[index].iter().filter_map(|seen| Some((seen.chain?, seen.mention)));
        let fitting = |index: usize| known(index).filter(|(chain, _)| fits(&self.facts[*chain]));
        let index = near.into_iter().find(|&index| fitting(index).next().is_some())?;
        let chains: BTreeSet<usize> = fitting(index).map(|(chain, _)| chain).collect();
        fitting(index).last().filter(|_| chains.len() == 1)
    }

    pub(super) fn mentions_in(&self, sentence: SentenceId) -> impl Iterator<Item = &'a Mention> {
        mentions_in(self.article.mentions, sentence).iter()
    }

    pub(super) fn is_subject(&self, mention: &Mention) -> bool {
        let tree = &self.article.document.sentence(mention.provenance.sentence).tree;
        // In "Silva and Novak spoke" both are subjects, though only the first depends on the verb.
        let first_conjunct = |mut at: usize| {
            while let (Deprel::Conj, Some(head)) = (tree.deprels()[at], tree.heads()[at]) {
                at = head.index();
            }
            at
        };
        let whole = mention.whole().range();
        whole.into_iter().any(|at| matches!(tree.deprels()[first_conjunct(at)], Deprel::Nsubj | Deprel::NsubjPass))
    }
}

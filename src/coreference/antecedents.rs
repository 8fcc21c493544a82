//! Finds the mentions that grammar makes the antecedents of a pronoun.
//!
//! "It" and "they" have too many possible antecedents to choose the nearest. Only one place is safe: the subject of the
//! governing clause, or of the sentence before, if that subject is a mention that agrees. A subject that is not a
//! mention ("the plan") also binds the pronoun and leaves it unresolved.

use crate::analysis::{AnalyzedDocument, Deprel, Sentence, SentenceKind, TokenId, Upos};
use crate::ids::{MentionId, SentenceId};
use crate::language::{LanguagePack, Meaning};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

/// What a pronoun refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Antecedents {
    /// One mention for "it"; for "they" a plural mention or the members of a coordination.
    pub(crate) mentions: Vec<MentionId>,
    /// Whether they are in the same sentence as the pronoun.
    pub(crate) is_near: bool,
}

/// The antecedents of a pronoun such as "it", "they" or "the latter"; `mentions` are the mentions before it.
pub(crate) fn antecedents_of(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    sentence: SentenceId,
    tokens: Span<TokenId>,
    language: &LanguagePack,
) -> Option<Antecedents> {
    let at = tokens.end() - 1;
    let surface = document.surface(document.sentence(sentence).bytes(tokens)).to_lowercase();
    let label = document.sentence(sentence).tree.deprels()[at];
    let labels = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::NmodPoss, Deprel::Obj, Deprel::Iobj, Deprel::Obl];
    let is_followed = labels.contains(&label);
    match language.pronouns().meaning(&surface)? {
        Meaning::Thing if is_followed => plural_or_not(document, mentions, sentence, at, false),
        Meaning::Several if is_followed => plural_or_not(document, mentions, sentence, at, true),
        Meaning::OneOfTwo(place) => {
            // "The former trained the latter": the subject may be the other one of the two.
            let Antecedents { mentions, is_near } = two_before(document, mentions, sentence, at)?;
            Some(Antecedents { mentions: vec![mentions[place]], is_near })
        }
        _ => None,
    }
}

/// The two coordinated subjects of this sentence or of the one before.
fn two_before(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    sentence: SentenceId,
    at: usize,
) -> Option<Antecedents> {
    let grammar = Grammar { document, mentions };
    let above = || grammar.several_at(sentence, grammar.subject_above(sentence, at)?);
    let before = || {
        let before = SentenceId::new(sentence.index().checked_sub(1)?);
        grammar.several_at(before, grammar.main_subject(before)?)
    };
    let near = above().map(|mentions| Antecedents { mentions, is_near: true });
    let found = near.or_else(|| before().map(|mentions| Antecedents { mentions, is_near: false }));
    found.filter(|found| found.mentions.len() == 2)
}

/// The members of the coordinated subject of the governing clause or of the sentence before.
pub(crate) fn several_before(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    sentence: SentenceId,
    at: usize,
) -> Option<Antecedents> {
    plural_or_not(document, mentions, sentence, at, true)
}

fn plural_or_not(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    sentence: SentenceId,
    at: usize,
    is_plural: bool,
) -> Option<Antecedents> {
    let grammar = Grammar { document, mentions };
    if let Some(thing) = grammar.described_thing(sentence, at).filter(|_| !is_plural) {
        return Some(Antecedents { mentions: vec![thing], is_near: true });
    }
    let (place, subject, is_near) = match grammar.subject_above(sentence, at) {
        Some(subject) => (sentence, subject, true),
        None => {
            let before = SentenceId::new(sentence.index().checked_sub(1)?);
            (before, grammar.main_subject(before)?, false)
        }
    };
    let mentions =
        if is_plural { grammar.several_at(place, subject)? } else { vec![grammar.thing_at(place, subject)?] };
    Some(Antecedents { mentions, is_near })
}

struct Grammar<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
}

impl Grammar<'_> {
    /// The subject of the nearest governing clause with a subject before the token. An object never refers to the
    /// subject of its own clause: "Peru trained it".
    fn subject_above(&self, id: SentenceId, at: usize) -> Option<usize> {
        let tree = &self.document.sentence(id).tree;
        let token = TokenId::new(at);
        let own: Vec<TokenId> = std::iter::once(token).chain(tree.ancestors(token)).collect();
        let mut subjects = tree.ancestors(token).filter_map(|verb| {
            let subject = tree.children(verb).iter().find(|&&child| is_subject(tree.deprel(child)));
            subject.filter(|subject| subject.index() < at && !own.contains(subject)).map(|subject| subject.index())
        });
        let is_object = matches!(tree.deprel(token), Deprel::Obj | Deprel::Iobj | Deprel::Obl);
        if is_object {
            subjects.next();
        }
        subjects.next()
    }

    /// The entity that the relative clause around "its" describes: "the institute, where its director welcomed her".
    fn described_thing(&self, id: SentenceId, at: usize) -> Option<MentionId> {
        let tree = &self.document.sentence(id).tree;
        let clause = tree.ancestors(TokenId::new(at)).find(|&above| tree.deprel(above) == Deprel::AclRelcl)?;
        let described = tree.head(clause).filter(|_| tree.deprels()[at] == Deprel::NmodPoss)?;
        let subject = self.subject_above(id, at).filter(|&subject| tree.head(TokenId::new(subject)) == Some(clause));
        let has_own_thing = subject.is_some_and(|subject| self.thing_at(id, subject).is_some());
        self.thing_at(id, described.index()).filter(|_| !has_own_thing)
    }

    /// The subject of the main clause; `None` outside running text.
    fn main_subject(&self, id: SentenceId) -> Option<usize> {
        let sentence = self.document.sentence(id);
        let root = sentence.tree.root().filter(|_| sentence.kind == SentenceKind::Prose)?;
        let subject = sentence.tree.children(root).iter().find(|&&child| is_subject(sentence.tree.deprel(child)));
        subject.map(|subject| subject.index())
    }

    /// The mention that contains the token; a name takes precedence over a description.
    fn mention_at(&self, id: SentenceId, at: usize) -> Option<&Mention> {
        let first = self.mentions.partition_point(|mention| mention.provenance.sentence < id);
        let here = self.mentions[first..].iter().take_while(|mention| mention.provenance.sentence == id);
        let holds = here.filter(|mention| mention.whole().range().contains(&at) && !mention.is_demonym);
        holds.min_by_key(|mention| (mention.kind != MentionKind::Name, mention.tokens.len()))
    }

    /// The organization, event, programme or country at the subject `at`, if it is not coordinated.
    fn thing_at(&self, id: SentenceId, at: usize) -> Option<MentionId> {
        let mention = self.mention_at(id, at)?;
        let is_alone = conjuncts(self.document.sentence(id), at).len() == 1;
        let is_thing = !matches!(mention.entity_type, EntityType::PERSON | EntityType::PLACE);
        (is_alone && is_thing && !mention.is_plural).then_some(mention.id)
    }

    /// The coordinated mentions at the subject `at`, or the plural mention there.
    fn several_at(&self, id: SentenceId, at: usize) -> Option<Vec<MentionId>> {
        let sentence = self.document.sentence(id);
        let first = self.mention_at(id, at)?;
        // The parser may attach the coordination to another word of the first name or to its title.
        let mut conjuncts: Vec<usize> = first.whole().range().flat_map(|at| conjuncts(sentence, at)).collect();
        conjuncts.retain(|at| !first.whole().range().contains(at));
        conjuncts.sort_unstable();
        conjuncts.dedup();
        let others = conjuncts.iter().map(|&at| self.mention_at(id, at));
        let mut mentions: Vec<&Mention> = std::iter::once(Some(first)).chain(others).collect::<Option<_>>()?;
        mentions.dedup_by_key(|mention| mention.id);
        let [first, rest @ ..] = &mentions[..] else { return None };
        let is_person = |mention: &Mention| mention.entity_type == EntityType::PERSON;
        let agree = rest.iter().all(|mention| is_person(mention) == is_person(first) && !mention.is_plural);
        let is_several = if rest.is_empty() { first.is_plural } else { !first.is_plural };
        let can_act = mentions.iter().all(|mention| mention.entity_type != EntityType::PLACE);
        let is_whole = agree && self.is_whole(first, rest.last().copied().unwrap_or(first), mentions.len());
        (is_several && can_act && is_whole).then(|| mentions.iter().map(|mention| mention.id).collect())
    }

    /// Returns whether no other person is named between the members; otherwise the parser missed one.
    fn is_whole(&self, first: &Mention, last: &Mention, count: usize) -> bool {
        let is_like = |other: &&Mention| other.kind == MentionKind::Name && other.entity_type == EntityType::PERSON;
        let between = &self.mentions[first.id.index()..=last.id.index()];
        first.entity_type != EntityType::PERSON || between.iter().filter(is_like).count() <= count
    }
}

/// The token and all tokens coordinated with it.
fn conjuncts(sentence: &Sentence, at: usize) -> Vec<usize> {
    let tree = &sentence.tree;
    let mut found = vec![at];
    let mut next = 0;
    while next < found.len() {
        let children = tree.children(TokenId::new(found[next])).iter();
        found.extend(children.filter(|&&child| tree.deprel(child) == Deprel::Conj).map(|child| child.index()));
        next += 1;
    }
    found.retain(|&at| matches!(sentence.tokens[at].tag.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num));
    found.sort_unstable();
    found
}

fn is_subject(deprel: Deprel) -> bool {
    matches!(deprel, Deprel::Nsubj | Deprel::NsubjPass)
}

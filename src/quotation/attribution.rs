//! Finds who says what.

use crate::analysis::quoted_passages::{Passage, by_sentence, find_passages};
use crate::analysis::{AnalyzedDocument, Deprel, Sentence, TokenId, Upos};
use crate::ids::{MentionId, RuleName, SentenceId};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

/// A passage and its speaker.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Attribution {
    /// The sentence that contains the words.
    pub sentence: SentenceId,
    /// The words said, without quotation marks.
    pub tokens: Span<TokenId>,
    /// The speaker: a person or organization, as a description or pronoun if there is no name.
    pub speaker: MentionId,
    /// Whether the words are in quotation marks, so that "I" means the speaker.
    pub is_quoted: bool,
    /// How the speaker was found: `quote-verb`, `quote-beside`, `quote-continues`, `reported`, `according-to`.
    pub rule: RuleName,
    /// The confidence of the rule, a score from 0.0 to 1.0.
    pub confidence: f32,
}

/// The maximum length of a sentence that names the speaker of the quotation before or after it.
const MAX_BESIDE: usize = 16;

/// Finds who says what in `document`, ordered by sentence and first token; quotations before reported speech.
///
/// # Complexity
/// O(t·d) for t tokens in trees of depth d, times the mentions of a sentence for each verb of saying; and the verbs of
/// saying of a sentence for each quotation in it.
#[must_use]
pub fn find_attributions(document: &AnalyzedDocument, mentions: &[Mention], lexicon: &Lexicon) -> Vec<Attribution> {
    let passages = find_passages(document);
    let finder = Finder::new(document, mentions, lexicon, &passages);
    let mut found = finder.quoted(&passages);
    for index in 0..document.sentences.len() {
        found.extend(finder.reported(SentenceId::new(index)));
        found.extend(finder.according_to(SentenceId::new(index)));
    }
    found.sort_by_key(|said| (said.sentence, !said.is_quoted, said.tokens));
    found
}

/// The innermost attribution in `said` whose words contain the token.
#[must_use]
pub fn attribution_at(said: &[Attribution], sentence: SentenceId, token: usize) -> Option<&Attribution> {
    let first = said.partition_point(|other| other.sentence < sentence);
    let here = said[first..].iter().take_while(|other| other.sentence == sentence);
    here.filter(|other| other.tokens.range().contains(&token))
        .min_by_key(|other| (!other.is_quoted, other.tokens.len()))
}

struct Finder<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    /// For each sentence and token whether it is quoted; empty for a sentence without quotations.
    quoted: Vec<Vec<bool>>,
    /// The verbs of saying in each sentence that have a speaker, in text order.
    sayings: Vec<Vec<Saying>>,
}

/// A verb of saying and its speaker.
#[derive(Debug, Clone, Copy)]
struct Saying {
    verb: usize,
    speaker: MentionId,
}

impl<'a> Finder<'a> {
    fn new(
        document: &'a AnalyzedDocument,
        mentions: &'a [Mention],
        lexicon: &'a Lexicon,
        passages: &[Passage],
    ) -> Self {
        let mut quoted = vec![Vec::new(); document.sentences.len()];
        for (index, passages) in by_sentence(passages, document.sentences.len()).iter().enumerate() {
            if !passages.is_empty() {
                quoted[index] = vec![false; document.sentences[index].tokens.len()];
            }
            passages.iter().for_each(|tokens| quoted[index][tokens.range()].fill(true));
        }
        let mut finder = Self { document, mentions, lexicon, quoted, sayings: Vec::new() };
        finder.sayings = (0..document.sentences.len()).map(|at| finder.find_sayings(SentenceId::new(at))).collect();
        finder
    }

    fn quoted(&self, passages: &[Passage]) -> Vec<Attribution> {
        let mut found = Vec::new();
        let mut last: Option<(SentenceId, MentionId)> = None;
        for passage in passages {
            let (first, end) = (passage.parts[0], passage.parts[passage.parts.len() - 1]);
            let speaker = self
                .speaker_in_sentence(first)
                .or_else(|| self.speaker_in_sentence(end))
                .map(|speaker| (speaker, "quote-verb", 0.9))
                .or_else(|| self.speaker_beside(first.0, end.0).map(|speaker| (speaker, "quote-beside", 0.8)))
                .or_else(|| {
                    let (before, speaker) = last?;
                    let follows = first.0.index() <= before.index() + 1 && self.is_all_said(first.0);
                    follows.then_some((speaker, "quote-continues", 0.7))
                });
            last = speaker.map(|(speaker, ..)| (end.0, speaker));
            let Some((speaker, rule, confidence)) = speaker else { continue };
            found.extend(passage.parts.iter().map(|&(sentence, tokens)| Attribution {
                sentence,
                tokens,
                speaker,
                is_quoted: true,
                rule: rule.into(),
                confidence,
            }));
        }
        found
    }

    /// The speaker of the nearest verb of saying in the sentence that is outside all quotations.
    fn speaker_in_sentence(&self, part: (SentenceId, Span<TokenId>)) -> Option<MentionId> {
        let (id, tokens) = part;
        let distance = |at: usize| if at < tokens.start() { tokens.start() - at } else { at - tokens.end().min(at) };
        let sayings = self.sayings(id).iter().filter(|saying| !self.is_quoted(id, saying.verb));
        let nearest = sayings.min_by_key(|saying| distance(saying.verb)).map(|saying| saying.speaker);
        nearest.or_else(|| self.source(id).map(|(_, speaker)| speaker))
    }

    /// The speaker named by the sentence before, if it ends with a colon, or by a short sentence after.
    fn speaker_beside(&self, first: SentenceId, last: SentenceId) -> Option<MentionId> {
        let before = first.index().checked_sub(1).map(SentenceId::new).filter(|&id| {
            let sentence = self.document.sentence(id);
            sentence.tokens.last().is_some_and(|token| self.document.surface(token.span) == ":")
        });
        let behind = (last.index() + 1 < self.document.sentences.len()).then(|| SentenceId::new(last.index() + 1));
        let behind = behind.filter(|&id| {
            let sentence = self.document.sentence(id);
            let root = sentence.tree.root().map(TokenId::index);
            let says_it = root.is_some_and(|root| self.is_saying(sentence, root) && !has_words_said(sentence, root));
            sentence.tokens.len() <= MAX_BESIDE && says_it && self.quoted[id.index()].is_empty()
        });
        let only = |id| self.sayings(id).first().map(|saying| saying.speaker);
        before.and_then(only).or_else(|| behind.and_then(only))
    }

    /// Whether the whole sentence is quotation.
    fn is_all_said(&self, id: SentenceId) -> bool {
        let sentence = self.document.sentence(id);
        (0..sentence.tokens.len()).all(|at| sentence.tokens[at].tag.upos == Upos::Punct || self.is_quoted(id, at))
    }

    /// "Tamm said that ...", "..., Tamm said".
    fn reported(&self, id: SentenceId) -> Vec<Attribution> {
        let sentence = self.document.sentence(id);
        let said = |saying: &Saying| {
            let tree = &sentence.tree;
            let verb = TokenId::new(saying.verb);
            let clause = tree.children(verb).iter().copied().find(|&child| tree.deprel(child) == Deprel::Ccomp);
            let tokens = match (clause, tree.deprel(verb), tree.head(verb)) {
                (Some(clause), ..) => subtree(sentence, clause.index(), None),
                (None, Deprel::Parataxis, Some(head)) => {
                    let whole = subtree(sentence, head.index(), Some(saying.verb));
                    outside(whole, subtree(sentence, saying.verb, None))?
                }
                _ => return None,
            };
            let speaker = self.mentions[saying.speaker.index()].tokens;
            (!tokens.overlaps(speaker)).then(|| Attribution {
                sentence: id,
                tokens,
                speaker: saying.speaker,
                is_quoted: false,
                rule: "reported".into(),
                confidence: 0.85,
            })
        };
        self.sayings(id).iter().filter_map(said).collect()
    }

    /// "According to Tamm, ...", "..., according to Tamm".
    fn according_to(&self, id: SentenceId) -> Option<Attribution> {
        let sentence = self.document.sentence(id);
        let (at, speaker) = self.source(id)?;
        let end = self.mentions[speaker.index()].whole().end();
        let comma = (end..sentence.tokens.len()).find(|&at| self.document.surface(sentence.tokens[at].span) == ",");
        let opens = at == 0;
        let tokens = if opens { Span::new(comma? + 1, sentence.tokens.len()) } else { Span::new(0, at) };
        let (is_quoted, rule, confidence) = (false, "according-to".into(), 0.85);
        Some(Attribution { sentence: id, tokens, speaker, is_quoted, rule, confidence })
    }

    /// The index of "according to" and the speaker named after it.
    fn source(&self, id: SentenceId) -> Option<(usize, MentionId)> {
        let sentence = self.document.sentence(id);
        let word = |at: usize| self.document.surface(sentence.tokens[at].span).to_lowercase();
        let is_source = |&at: &usize| {
            let is_case = sentence.tree.deprel(TokenId::new(at)) == Deprel::Case;
            is_case && self.lexicon.is(Class::SourcePhrase, &format!("{} {}", word(at), word(at + 1)))
        };
        let at = (0..sentence.tokens.len().saturating_sub(1)).find(is_source)?;
        let head = sentence.tree.head(TokenId::new(at))?;
        self.speaker_at(id, head.index()).map(|speaker| (at, speaker))
    }

    fn sayings(&self, id: SentenceId) -> &[Saying] {
        &self.sayings[id.index()]
    }

    fn find_sayings(&self, id: SentenceId) -> Vec<Saying> {
        let sentence = self.document.sentence(id);
        let verbs = (0..sentence.tokens.len()).filter(|&at| self.is_saying(sentence, at));
        verbs
            .filter_map(|verb| {
                let subject = subject_of(sentence, verb)?;
                self.speaker_at(id, subject).map(|speaker| Saying { verb, speaker })
            })
            .collect()
    }

    /// Whether the token is in a quotation.
    fn is_quoted(&self, id: SentenceId, at: usize) -> bool {
        self.quoted[id.index()].get(at).copied().unwrap_or(false)
    }

    fn is_saying(&self, sentence: &Sentence, at: usize) -> bool {
        let token = &sentence.tokens[at];
        token.tag.upos == Upos::Verb && self.lexicon.is(Class::Speech, &token.lemma)
    }

    /// The person or organization whose mention contains the token; a name takes precedence over a description.
    fn speaker_at(&self, id: SentenceId, at: usize) -> Option<MentionId> {
        let first = self.mentions.partition_point(|mention| mention.provenance.sentence < id);
        let here = self.mentions[first..].iter().take_while(|mention| mention.provenance.sentence == id);
        let holds = here.filter(|mention| {
            let can_speak =
                !matches!(mention.entity_type, EntityType::PLACE | EntityType::PROGRAMME | EntityType::EVENT);
            can_speak && !mention.is_demonym && mention.whole().range().contains(&at)
        });
        holds.min_by_key(|mention| (mention.kind != MentionKind::Name, mention.tokens.len())).map(|mention| mention.id)
    }
}

fn has_words_said(sentence: &Sentence, verb: usize) -> bool {
    let said = |child: &TokenId| matches!(sentence.tree.deprel(*child), Deprel::Ccomp | Deprel::Obj | Deprel::Xcomp);
    sentence.tree.children(TokenId::new(verb)).iter().any(said)
}

/// The subject of the verb, or of the verb it is coordinated with.
fn subject_of(sentence: &Sentence, verb: usize) -> Option<usize> {
    let tree = &sentence.tree;
    let mut verb = TokenId::new(verb);
    loop {
        let subject = tree.children(verb).iter().copied().find(|&child| tree.deprel(child) == Deprel::Nsubj);
        if let Some(subject) = subject {
            return Some(subject.index());
        }
        verb = tree.head(verb).filter(|_| tree.deprel(verb) == Deprel::Conj)?;
    }
}

/// From the first to the last token below `top`, without the tokens below `except`.
fn subtree(sentence: &Sentence, top: usize, except: Option<usize>) -> Span<TokenId> {
    let (mut first, mut last) = (top, top);
    let mut open = if except == Some(top) { Vec::new() } else { vec![TokenId::new(top)] };
    while let Some(token) = open.pop() {
        (first, last) = (first.min(token.index()), last.max(token.index()));
        let children = sentence.tree.children(token).iter().copied();
        open.extend(children.filter(|child| except != Some(child.index())));
    }
    Span::new(first, last + 1)
}

/// The longer part of `tokens` on one side of `inner`, because a clause of saying may interrupt what is said.
fn outside(tokens: Span<TokenId>, inner: Span<TokenId>) -> Option<Span<TokenId>> {
    let before = (tokens.start(), inner.start().min(tokens.end()));
    let behind = (inner.end().max(tokens.start()), tokens.end());
    let longer = [before, behind].into_iter().max_by_key(|(start, end)| end.saturating_sub(*start))?;
    (longer.0 < longer.1).then(|| Span::new(longer.0, longer.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, read_mentions};

    /// Each attribution as `speaker: words (rule)`.
    fn said(text: &str) -> Vec<String> {
        let (document, mentions) = read_mentions(Document::from_text("test", text), &Settings::default());
        let line = |said: &Attribution| {
            let words = document.surface(document.sentence(said.sentence).bytes(said.tokens));
            let speaker = document.surface(mentions[said.speaker.index()].provenance.span);
            format!("{speaker}: {} ({})", words.trim(), said.rule)
        };
        find_attributions(&document, &mentions, Lexicon::shipped()).iter().map(line).collect()
    }

    fn quoted(text: &str) -> Vec<String> {
        said(text).into_iter().filter(|line| line.contains("(quote")).collect()
    }

    #[test]
    fn a_quotation_belongs_to_the_subject_of_the_verb_beside_it() {
        assert_eq!(
            quoted("“We will help the islands,” said Minister Moana Tui."),
            ["Moana Tui: We will help the islands, (quote-verb)"]
        );
        assert_eq!(
            quoted("President Tika Oli said: “The road is open.”"),
            ["Tika Oli: The road is open. (quote-verb)"]
        );
    }

    #[test]
    fn a_quotation_goes_on_with_the_same_speaker() {
        assert_eq!(
            quoted("“We will help,” said Minister Moana Tui. “We will come again in May.”"),
            ["Moana Tui: We will help, (quote-verb)", "Moana Tui: We will come again in May. (quote-continues)"]
        );
    }

    #[test]
    fn a_quotation_that_nobody_speaks_is_left() {
        assert!(quoted("The ship “Kon Tiki of the South” left Lima.").is_empty());
    }

    #[test]
    fn reported_speech_belongs_to_the_subject_of_the_verb() {
        let found = said("Minister Moana Tui said that Peru would open a school in Lima.");
        assert_eq!(found, ["Moana Tui: that Peru would open a school in Lima (reported)"]);
    }

    #[test]
    fn a_verb_of_saying_behind_the_words_counts_too() {
        assert_eq!(
            said("The talks pleased clerks in Lima, Minister Moana Tui said."),
            ["Moana Tui: The talks pleased clerks in Lima, (reported)"]
        );
    }

    #[test]
    fn according_to_names_the_source() {
        assert_eq!(
            said("Peru opened a school, according to Minister Moana Tui."),
            ["Moana Tui: Peru opened a school, (according-to)"]
        );
    }
}

//! A sentence and its mentions in, the same sentence with each described name as one word out.
//!
//! "Latvian Foreign Minister Ilze Ozola and Oli, the commander of the guard, met in Riga" is read as
//! "John and John met in Paris". Trees of sentences with long names, titles and appositions go wrong
//! mostly inside and beside these; who is named is known already, so the words can be spared. The
//! tokens of the condensed sentence keep their spans in the document.

use super::rule::WordClasses;
use crate::analysis::{Sentence, Token, TokenId, Upos, WordsAnalyzer};
use crate::description::offices::{Office, SharedOffice};
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::quantity::TimeExpression;
use crate::span::Span;
use crate::text::is_capitalized;

/// Words that may describe a person in front of the name: "former Estonian army chief".
const MAX_DESCRIPTION: usize = 9;

/// A condensed sentence with the mentions that are still words of their own.
pub(super) struct Condensed {
    pub(super) sentence: Sentence,
    /// In text order; tokens are those of the condensed sentence, ids are as before.
    pub(super) mentions: Vec<Mention>,
    /// One entry per token: the word that the analyzer read.
    pub(super) forms: Vec<String>,
}

/// Condenses `sentence`; `None` if there is nothing to spare.
pub(super) fn condense(
    analyzer: &mut WordsAnalyzer<'_>,
    sentence: &Sentence,
    condenser: &Condenser<'_>,
) -> Option<Condensed> {
    let pieces = condenser.pieces();
    let is_shorter = pieces.len() < condenser.view.len();
    if !(is_shorter || condenser.is_title_case()) {
        return None;
    }
    let forms: Vec<String> = pieces.iter().map(|piece| condenser.form(piece)).collect();
    let (words, tree) = analyzer.analyze(&forms.iter().map(String::as_str).collect::<Vec<_>>());
    let tokens =
        pieces.iter().zip(words).map(|(piece, (tag, lemma))| Token { span: sentence.bytes(piece.tokens), lemma, tag });
    let condensed =
        Sentence { span: sentence.span, tokens: tokens.collect(), tree, names: Vec::new(), kind: sentence.kind };
    Some(Condensed { sentence: condensed, mentions: condenser.renumber(&pieces), forms })
}

/// Tokens that become one word.
struct Piece<'a> {
    tokens: Span<TokenId>,
    /// The name that the word stands for, if it does.
    name: Option<&'a Mention>,
}

/// A name with the words around it that only say who or what it is.
#[derive(Clone, Copy)]
struct Chunk<'a> {
    tokens: Span<TokenId>,
    name: &'a Mention,
}

/// Finds the words that can be spared.
pub(super) struct Condenser<'a> {
    pub(super) view: &'a SentenceView<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) classes: &'a WordClasses,
    pub(super) mentions: &'a [&'a Mention],
    pub(super) offices: &'a [Office],
    pub(super) shared: &'a [SharedOffice],
    pub(super) times: &'a [TimeExpression],
}

impl<'a> Condenser<'a> {
    /// All words of the condensed sentence: names with their descriptions, and the words that are left.
    fn pieces(&self) -> Vec<Piece<'a>> {
        let chunks = self.chunks();
        let mut spared = self.spared_times();
        let named_next = self.shared.iter().filter(|office| self.is_followed_by_name(office.tokens.end()));
        spared.extend(named_next.map(|office| self.whole_description(office.tokens)));
        let mut pieces: Vec<Piece> = Vec::new();
        let mut next = chunks.iter().peekable();
        let mut at = 0;
        while at < self.view.len() {
            if let Some(chunk) = next.next_if(|chunk| chunk.tokens.start() == at) {
                pieces.push(Piece { tokens: chunk.tokens, name: Some(chunk.name) });
                at = chunk.tokens.end();
            } else if let Some(span) = spared.iter().find(|span| span.start() == at) {
                let inside = next.peek().map_or(usize::MAX, |chunk| chunk.tokens.start());
                at = span.end().min(inside).max(at + 1);
            } else {
                pieces.push(Piece { tokens: Span::new(at, at + 1), name: None });
                at += 1;
            }
        }
        pieces
    }

    /// Whether a name stands right there, or behind a comma: not "officials including Oli".
    fn is_followed_by_name(&self, end: usize) -> bool {
        let at = end + usize::from(self.lower(end) == ",");
        self.mentions.iter().any(|name| {
            let start = name.title.map_or(name.tokens.start(), |title| title.start().min(name.tokens.start()));
            start == at && name.entity_type == EntityType::PERSON && name.kind == MentionKind::Name
        })
    }

    /// "The ministers of Peru and Fiji," before their names, with article and comma.
    fn whole_description(&self, tokens: Span<TokenId>) -> Span<TokenId> {
        let has_article = tokens.start() > 0 && self.lower(tokens.start() - 1) == "the";
        Span::new(tokens.start() - usize::from(has_article), self.closed(tokens.end()))
    }

    /// The times that only say when, with their prepositions: "on Sunday", "in May 2021", "last week".
    fn spared_times(&self) -> Vec<Span<TokenId>> {
        let adverbials = self.times.iter().filter(|time| time.duration.is_none());
        let with_preposition = adverbials.filter_map(|time| {
            let first = time.tokens.start();
            let before = first.checked_sub(1);
            let preposition = before.map_or("", |before| self.lower(before));
            let is_bare = before.is_none_or(|before| self.view.upos_at(before) != Some(Upos::Adp));
            let is_own = ["time", "calendar"].iter().any(|class| self.lexicon.is(class, self.lower(first)));
            let start = match preposition {
                "on" | "in" | "since" | "during" => first - 1,
                _ if is_own && is_bare => first,
                _ => return None,
            };
            Some(Span::new(start, time.tokens.end()))
        });
        with_preposition.collect()
    }

    /// Whether nearly all words begin with a capital, as in headlines.
    fn is_title_case(&self) -> bool {
        let words = self.view.words.iter().filter(|word| word.len() > 3);
        let (capital, small): (Vec<&String>, Vec<&String>) = words.partition(|word| is_capitalized(word));
        capital.len() > 3 && small.is_empty()
    }

    /// What the analyzer reads: a plain name of the same kind, which it knows well, or the word itself.
    fn form(&self, piece: &Piece<'_>) -> String {
        let word = |at: usize| match self.is_title_case() {
            true => self.view.lower[at].clone(),
            false => self.view.words[at].clone(),
        };
        let Some(name) = piece.name else { return word(piece.tokens.start()) };
        let form = match name.entity_type {
            _ if name.kind == MentionKind::Nominal => return word(name.tokens.end() - 1),
            EntityType::PERSON => "John",
            EntityType::COUNTRY => "Iraq",
            EntityType::PLACE => "Paris",
            _ => "Congress",
        };
        form.to_owned()
    }

    /// The chunks in text order, without overlap.
    fn chunks(&self) -> Vec<Chunk<'a>> {
        let names = self
            .mentions
            .iter()
            .copied()
            .filter(|mention| mention.identifies() && !(mention.is_demonym && mention.tokens.len() == 1));
        let mut chunks: Vec<Chunk<'a>> = Vec::new();
        for name in names {
            let mut tokens = if name.entity_type == EntityType::PERSON { self.person(name) } else { self.thing(name) };
            if let Some(last) = chunks.last_mut() {
                // A body inside the description of a person, or in front of one, is part of it.
                if name.tokens.start() < last.tokens.end() {
                    continue;
                }
                if last.tokens.start() >= tokens.start() {
                    chunks.pop();
                } else if last.tokens.end() > tokens.start() {
                    tokens = Span::new(last.tokens.end(), tokens.end());
                }
            }
            while chunks.last().is_some_and(|last| last.tokens.start() >= tokens.start()) {
                chunks.pop();
            }
            chunks.push(Chunk { tokens, name });
        }
        chunks
    }

    fn lower(&self, at: usize) -> &str {
        self.view.lower_at(Some(at))
    }

    /// "Former Estonian minister Oli", "Oli, 61,", "Oli, the commander of the guard,".
    fn person(&self, name: &Mention) -> Span<TokenId> {
        let mut start = name.title.map_or(name.tokens.start(), |title| title.start().min(name.tokens.start()));
        let mut end = name.tokens.end();
        if start < name.tokens.start() || self.describes(start) {
            start = self.description_start(start);
        }
        for office in self.offices.iter().filter(|office| office.holder == name.id) {
            if office.tokens.start() < start && start <= office.tokens.end() + 1 {
                start = office.tokens.start();
            } else if office.tokens.end() > end && self.is_apposition(end, office.tokens.start()) {
                end = self.closed(office.tokens.end());
            }
        }
        end = self.behind_brackets(end);
        let is_age =
            self.lower(end) == "," && self.lower(end + 2) == "," && self.view.upos_at(end + 1) == Some(Upos::Num);
        if is_age {
            end += 3;
        }
        Span::new(start, end)
    }

    /// Whether the word before `at` is a noun for a person: "banker Oli", "army chief Oli".
    fn describes(&self, at: usize) -> bool {
        let Some(word) = at.checked_sub(1) else { return false };
        let is_noun = self.view.upos_at(word) == Some(Upos::Noun);
        let is_role = self.classes.contains("role", self.view.lower_at(Some(word)));
        let names = self.mention_at(word).is_some_and(|mention| mention.kind == MentionKind::Name);
        (is_noun || is_role) && !names && !self.is_calendar(word)
    }

    fn description_start(&self, from: usize) -> usize {
        let mut start = from;
        while start > 0 && from - start < MAX_DESCRIPTION && self.is_description(start - 1) {
            start -= 1;
        }
        start
    }

    fn is_description(&self, at: usize) -> bool {
        let other_person = self
            .mention_at(at)
            .is_some_and(|mention| mention.kind == MentionKind::Name && mention.entity_type == EntityType::PERSON);
        let is_word = matches!(self.view.upos_at(at), Some(Upos::Noun | Upos::Propn | Upos::Adj))
            || (self.lower(at) == "-" && self.view.touches_previous(at));
        is_word && !other_person && !self.is_calendar(at)
    }

    fn is_calendar(&self, at: usize) -> bool {
        self.lexicon.is("calendar", self.lower(at)) || self.lexicon.is("time", self.lower(at))
    }

    fn mention_at(&self, at: usize) -> Option<&'a Mention> {
        let behind = self.mentions.partition_point(|mention| mention.tokens.start() <= at);
        self.mentions[..behind].last().copied().filter(|mention| mention.tokens.end() > at)
    }

    /// Whether only a comma and an article stand between a name and its office.
    fn is_apposition(&self, end: usize, start: usize) -> bool {
        let is_article = |at: usize| matches!(self.lower(at), "the" | "a" | "an" | "its" | "their" | "his" | "her");
        self.lower(end) == "," && (start == end + 1 || (start == end + 2 && is_article(end + 1)))
    }

    /// The end of an apposition with the comma that closes it.
    fn closed(&self, end: usize) -> usize {
        if self.lower(end) == "," { end + 1 } else { end }
    }

    /// "The town of Osh", "the newspaper Kabar", "Kabar news agency", "Nepal River Guard (NRG)".
    fn thing(&self, name: &Mention) -> Span<TokenId> {
        let (mut start, mut end) = (name.tokens.start(), name.tokens.end());
        let is_describing = |at: usize| {
            self.classes.contains("describing", self.view.lemma_at(Some(at)))
                && self.view.upos_at(at) == Some(Upos::Noun)
        };
        if start >= 2
            && self.lower(start - 1) == "of"
            && is_describing(start - 2)
            && name.entity_type == EntityType::PLACE
        {
            start -= 2;
        } else if start >= 1 && is_describing(start - 1) && name.entity_type != EntityType::COUNTRY {
            start -= 1;
        }
        start = self.before_capital(start, name).unwrap_or(start);
        end = self.behind_brackets(end);
        let is_body = matches!(name.entity_type, EntityType::GROUP | EntityType::ORGANIZATION | EntityType::PROGRAMME);
        let is_noun = |at: usize| self.view.upos_at(at) == Some(Upos::Noun);
        if is_body && is_describing(end) && !is_noun(end + 1) {
            end += 1;
        } else if is_body && is_noun(end) && is_describing(end + 1) && !is_noun(end + 2) {
            end += 2;
        }
        Span::new(start, end)
    }

    /// The end of brackets of a word or two behind a name: an acronym, an age, a spelling.
    fn behind_brackets(&self, end: usize) -> usize {
        let closing = (end + 2..end + 5).find(|&at| self.lower(at) == ")");
        closing.filter(|_| self.lower(end) == "(").map_or(end, |closing| closing + 1)
    }

    /// The start of "the Estonian capital, Tallinn" behind its article.
    fn before_capital(&self, start: usize, name: &Mention) -> Option<usize> {
        let noun = start.checked_sub(2).filter(|_| self.lower(start - 1) == ",")?;
        let is_settlement = self.classes.contains("settlement", self.view.lemma_at(Some(noun)));
        let first = self.description_start(noun);
        let has_article = first > 0 && matches!(self.lower(first - 1), "the" | "a" | "an" | "'s");
        (name.entity_type == EntityType::PLACE && is_settlement && has_article).then_some(first)
    }

    /// The mentions that are still there, with their new tokens.
    fn renumber(&self, pieces: &[Piece<'a>]) -> Vec<Mention> {
        let moved = |mention: &&Mention| {
            let at = pieces.partition_point(|piece| piece.tokens.end() <= mention.tokens.start());
            let piece = pieces.get(at)?;
            let is_named = piece.name.is_some_and(|name| name.id == mention.id);
            let is_free =
                piece.name.is_none() && piece.tokens == Span::new(mention.tokens.start(), mention.tokens.start() + 1);
            let length = if is_named { 1 } else { mention.tokens.len() };
            let inside = pieces[at..].iter().take(length).skip(1).all(|piece| piece.name.is_none());
            let mut moved = Mention::clone(mention);
            moved.tokens = Span::new(at, at + length);
            (moved.title, moved.phrase) = (None, None);
            (is_named || (is_free && inside)).then_some(moved)
        };
        self.mentions.iter().filter_map(moved).collect()
    }
}

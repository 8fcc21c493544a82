//! Finds the words that the parser can be spared: names with all that only says who or what they are, and times.

use crate::analysis::{MaskedWord, Masking, StandIn, TokenId, Upos};
use crate::description::offices::{Office, SharedOffice};
use crate::language::{Class, WordClasses};
use crate::lexicon::{Lexicon, WordView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::quantity::TimeExpression;
use crate::span::Span;
use crate::text::is_capitalized;

/// Words that may describe a person in front of the name: "former Estonian army chief".
const MAX_DESCRIPTION: usize = 9;

/// A name with the words around it that only say who or what it is.
#[derive(Clone, Copy)]
struct Chunk<'a> {
    tokens: Span<TokenId>,
    name: &'a Mention,
}

/// What is known of a sentence before it is parsed.
pub(super) struct Masker<'a> {
    pub(super) view: &'a WordView<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) classes: &'a WordClasses,
    /// The names and offices, without those inside others.
    pub(super) mentions: &'a [&'a Mention],
    pub(super) offices: &'a [Office],
    pub(super) shared: &'a [SharedOffice],
    pub(super) times: &'a [TimeExpression],
}

impl<'a> Masker<'a> {
    /// How the parser is to read the sentence: names with their descriptions, and the words that are left.
    pub(super) fn masking(&self) -> Masking {
        let named_next = self.shared.iter().filter(|office| self.is_followed_by_name(office.tokens.end()));
        let described: Vec<Span<TokenId>> = named_next.map(|office| self.whole_description(office.tokens)).collect();
        // The countries in "the ministers of Peru and Fiji, Oli and Tui" go with the description.
        let is_described = |chunk: &Chunk<'_>| described.iter().any(|span| span.contains(chunk.tokens));
        let chunks: Vec<Chunk<'_>> = self.chunks().into_iter().filter(|chunk| !is_described(chunk)).collect();
        let mut spared = self.spared_times();
        spared.extend(described);
        let mut words: Vec<MaskedWord> = Vec::new();
        let mut next = chunks.iter().peekable();
        let mut at = 0;
        while at < self.view.len() {
            if let Some(chunk) = next.next_if(|chunk| chunk.tokens.start() == at) {
                words.push(masked(chunk));
                at = chunk.tokens.end();
            } else if let Some(span) = spared.iter().find(|span| span.start() == at) {
                let inside = next.peek().map_or(usize::MAX, |chunk| chunk.tokens.start());
                at = span.end().min(inside).max(at + 1);
            } else {
                words.push(MaskedWord::plain(at));
                at += 1;
            }
        }
        if words.is_empty() {
            words = (0..self.view.len()).map(MaskedWord::plain).collect();
        }
        Masking { words, is_title_case: self.is_title_case() }
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
        let has_comma = self.lower(tokens.end()) == ",";
        Span::new(tokens.start() - usize::from(has_article), tokens.end() + usize::from(has_comma))
    }

    /// The times that only say when, with their prepositions: "on Sunday", "in May 2021", "last week".
    fn spared_times(&self) -> Vec<Span<TokenId>> {
        let adverbials = self.times.iter().filter(|time| time.duration.is_none());
        let with_preposition = adverbials.filter_map(|time| {
            let first = time.tokens.start();
            let before = first.checked_sub(1);
            let preposition = before.map_or("", |before| self.lower(before));
            let is_bare = before.is_none_or(|before| self.view.upos_at(before) != Some(Upos::Adp));
            let is_own =
                [Class::TimeWord, Class::Calendar].iter().any(|&class| self.lexicon.is(class, self.lower(first)));
            let start = match preposition {
                "on" | "in" | "since" | "during" => first - 1,
                _ if is_own && is_bare => first,
                _ => return None,
            };
            // "Tuesday evening"
            let is_part = |at: usize| {
                [Class::TimeOfDay, Class::Night].iter().any(|&class| self.lexicon.is(class, self.lower(at)))
            };
            let end = time.tokens.end();
            let end = if self.lexicon.is(Class::Calendar, self.lower(end - 1)) && is_part(end) { end + 1 } else { end };
            (!self.completes_participle(start, end)).then(|| self.with_commas(Span::new(start, end)))
        });
        with_preposition.collect()
    }

    /// Whether a participle would be left alone without the time: "the talks, held on 5 May, ended".
    fn completes_participle(&self, start: usize, end: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let is_closed = matches!(self.lower(end), "," | "." | ";");
        is_closed
            && matches!(self.view.xpos_at(before), "VBN" | "VBG")
            && matches!(self.view.lower_at(before.checked_sub(1)), ",")
    }

    /// A time with the comma that sets it off: at the start of the sentence the one after it, in the middle both.
    fn with_commas(&self, time: Span<TokenId>) -> Span<TokenId> {
        let (start, end) = (time.start(), time.end());
        let is_after = self.lower(end) == ",";
        match start.checked_sub(1) {
            None if is_after => Span::new(start, end + 1),
            Some(before) if is_after && self.lower(before) == "," => Span::new(before, end + 1),
            _ => time,
        }
    }

    /// Whether nearly all words begin with a capital, as in headlines.
    fn is_title_case(&self) -> bool {
        let words = self.view.words.iter().filter(|word| word.len() > 3);
        let (capital, small): (Vec<&String>, Vec<&String>) = words.partition(|word| is_capitalized(word));
        capital.len() > 3 && small.is_empty()
    }

    /// The chunks in text order, without overlap.
    fn chunks(&self) -> Vec<Chunk<'a>> {
        let names =
            self.mentions.iter().copied().filter(|mention| {
                mention.kind == MentionKind::Name && !(mention.is_demonym && mention.tokens.len() == 1)
            });
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
        // "On the fringes of the session Mr Oli spoke": nothing before "Mr" describes the person.
        let is_civil = self.lexicon.is(Class::CivilTitle, self.lower(start).trim_end_matches('.'));
        if !is_civil && (start < name.tokens.start() || self.describes(start)) {
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
            end = self.closed(end + 2);
        } else if self.is_set_off(start, name) || self.is_last_holder(name) {
            end = self.closed(end);
        }
        Span::new(self.owner_start(start).unwrap_or(start), end)
    }

    /// Whether the name closes a list of holders: "the ministers of Peru and Fiji, Oli and Tui,".
    fn is_last_holder(&self, name: &Mention) -> bool {
        self.shared.iter().any(|office| office.holders.last() == Some(&name.id))
    }

    /// Whether a comma stands between what describes the person and the name: "the minister, Oli".
    fn is_set_off(&self, start: usize, name: &Mention) -> bool {
        let first = name.title.map_or(name.tokens.start(), |title| title.start().min(name.tokens.start()));
        start < first && self.lower(first - 1) == ","
    }

    /// The article before a person ("the commander, Oli"), or the owner: "Peru's Oli", "and Peru's, Oli".
    fn owner_start(&self, start: usize) -> Option<usize> {
        let before = start.checked_sub(1)?;
        if matches!(self.lower(before), "the" | "a" | "an") {
            return Some(before);
        }
        let possessive = if self.lower(before) == "," { before.checked_sub(1)? } else { before };
        if !self.is_possessive(possessive) {
            return None;
        }
        let owner = self.mention_at(possessive.checked_sub(1)?)?;
        let is_owner = owner.kind == MentionKind::Name && owner.entity_type != EntityType::PERSON;
        (is_owner && owner.tokens.end() == possessive).then_some(owner.tokens.start())
    }

    /// Whether the ending of an owner is at `at`: "Peru's", "the Philippines'".
    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.lower(at), "'s" | "'")
    }

    /// Whether the word before `at` is a noun for a person: "banker Oli", "army chief Oli".
    fn describes(&self, at: usize) -> bool {
        let Some(word) = at.checked_sub(1) else { return false };
        let is_noun = self.view.upos_at(word) == Some(Upos::Noun);
        let is_role = self.classes.is(Class::Role, self.view.lower_at(Some(word)));
        let names = self.mention_at(word).is_some_and(|mention| mention.kind == MentionKind::Name);
        (is_noun || is_role) && !names && !self.is_calendar(word)
    }

    fn description_start(&self, from: usize) -> usize {
        let mut start = from;
        while start > 0 && from - start < MAX_DESCRIPTION && self.is_description(start - 1) {
            // "To that end African Union president Oli": a common noun before a name is no part of the description.
            if self.starts_name(start) && self.is_common_noun(start - 1) {
                break;
            }
            start -= 1;
        }
        start
    }

    /// Whether a name of an organization or place begins at `at`.
    fn starts_name(&self, at: usize) -> bool {
        let name = self.mention_at(at).filter(|mention| mention.kind == MentionKind::Name && !mention.is_demonym);
        name.is_some_and(|name| name.tokens.start() == at)
    }

    /// Whether a noun stands at `at` that says nothing of a person or name.
    fn is_common_noun(&self, at: usize) -> bool {
        let lemma = self.view.lemma_at(Some(at));
        let describes = self.classes.is(Class::Role, lemma) || self.classes.is(Class::Describing, lemma);
        self.view.upos_at(at) == Some(Upos::Noun) && self.mention_at(at).is_none() && !describes
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
        self.lexicon.is(Class::Calendar, self.lower(at)) || self.lexicon.is(Class::TimeWord, self.lower(at))
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

    /// The end of an apposition with the comma that closes it. Before another noun phrase the comma stays, since it
    /// lists ("the minister, Oli, the envoy, Tui, and others"), as it does before a relative clause.
    fn closed(&self, end: usize) -> usize {
        let is_nominal = matches!(
            self.view.upos_at(end + 1),
            Some(Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Pron | Upos::Num)
        );
        if self.lower(end) == "," && !is_nominal { end + 1 } else { end }
    }

    /// "The town of Osh", "the newspaper Kabar", "Kabar news agency", "Nepal River Guard (NRG)".
    fn thing(&self, name: &Mention) -> Span<TokenId> {
        let (mut start, mut end) = (name.tokens.start(), name.tokens.end());
        let is_describing = |at: usize| {
            self.classes.is(Class::Describing, self.view.lemma_at(Some(at)))
                && self.view.upos_at(at) == Some(Upos::Noun)
        };
        if start >= 2
            && self.lower(start - 1) == "of"
            && is_describing(start - 2)
            && name.entity_type == EntityType::PLACE
        {
            start -= 2;
        } else if (start >= 1 && is_describing(start - 1) && name.entity_type != EntityType::COUNTRY)
            || (takes_noun(name) && self.is_owned_noun(start))
        {
            start -= 1;
        }
        start = self.before_capital(start, name).unwrap_or(start);
        end = self.behind_brackets(end);
        let is_noun = |at: usize| self.view.upos_at(at) == Some(Upos::Noun);
        if takes_noun(name) && is_describing(end) && !is_noun(end + 1) {
            end += 1;
        } else if takes_noun(name) && is_noun(end) && is_describing(end + 1) && !is_noun(end + 2) {
            end += 2;
        }
        Span::new(start, end)
    }

    /// Whether a noun with an owner stands before `start`: "Croatia's opposition [Coastal Alliance]", "the Croatian
    /// opposition [Coastal Alliance]". One noun phrase has room for one of them as its head, and that is the name.
    fn is_owned_noun(&self, start: usize) -> bool {
        let (Some(noun), Some(owner)) = (start.checked_sub(1), start.checked_sub(2)) else { return false };
        let is_owner = self.is_possessive(owner) || self.mention_at(owner).is_some_and(|owner| owner.is_demonym);
        is_owner && self.view.upos_at(noun) == Some(Upos::Noun) && self.mention_at(noun).is_none()
    }

    /// The end of brackets of a word or two behind a name: an acronym, an age, a spelling.
    fn behind_brackets(&self, end: usize) -> usize {
        let closing = (end + 2..end + 5).find(|&at| self.lower(at) == ")");
        closing.filter(|_| self.lower(end) == "(").map_or(end, |closing| closing + 1)
    }

    /// The start of "the Estonian capital, Tallinn" behind its article.
    fn before_capital(&self, start: usize, name: &Mention) -> Option<usize> {
        let noun = start.checked_sub(2).filter(|_| self.lower(start - 1) == ",")?;
        let is_settlement = self.classes.is(Class::Settlement, self.view.lemma_at(Some(noun)));
        let first = self.description_start(noun);
        let has_article = first > 0 && matches!(self.lower(first - 1), "the" | "a" | "an" | "'s");
        (name.entity_type == EntityType::PLACE && is_settlement && has_article).then_some(first)
    }
}

/// Whether a noun that says what it is may stand next to the name: "Kabar news agency".
fn takes_noun(name: &Mention) -> bool {
    matches!(name.entity_type, EntityType::GROUP | EntityType::ORGANIZATION | EntityType::PROGRAMME)
}

/// The word that stands for a chunk: its head is the first word of a person's name, the last one of other names.
fn masked(chunk: &Chunk<'_>) -> MaskedWord {
    let name = chunk.name;
    let (head, stand_in) = match name.entity_type {
        EntityType::PERSON => (name.tokens.start(), StandIn::Person),
        EntityType::COUNTRY => (name.tokens.end() - 1, StandIn::Country),
        EntityType::PLACE => (name.tokens.end() - 1, StandIn::Place),
        _ => (name.tokens.end() - 1, StandIn::Organization),
    };
    MaskedWord { tokens: chunk.tokens, head: TokenId::new(head), stand_in: Some(stand_in) }
}

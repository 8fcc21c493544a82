//! Finds the holder of an office: the person named right before or after it.

use std::collections::BTreeSet;

use super::office::Office;
use super::office_phrase::Phrase;
use super::office_reader::{Reader, is_person};
use crate::analysis::{Deprel, TokenId};
use crate::ids::MentionId;
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;
use crate::span::Span;

/// The maximum number of titles before one name: "Police Commissioner, Assistant Inspector General, Oli".
const MAX_CHAIN: usize = 3;

/// The maximum number of words after an apposition before a comma or the end of the sentence must close it.
const MAX_OPEN: usize = 8;

/// The maximum number of steps up the tree from a position noun to the name it explains.
const MAX_STEPS: usize = 4;

/// The holder of an office, and the rule that found the holder.
type Holder<'a> = (&'a Mention, &'static str);

impl<'a> Reader<'a> {
    /// The offices of `phrases` that have a holder.
    pub(super) fn held(&self, phrases: &[Phrase<'a>]) -> Vec<Office> {
        let mut offices: Vec<Office> = Vec::new();
        for (index, phrase) in phrases.iter().enumerate() {
            let found = self.holder(phrases, index, &offices).or_else(|| self.described_holder(phrase));
            let Some((holder, rule)) = found else { continue };
            if phrase.post.is_rank && phrase.body.is_none() {
                continue;
            }
            let beside = self.listed_with(phrases, index);
            let body = phrase.body.or_else(|| self.body_behind(phrase, holder));
            let body = body.or(beside.and_then(|first| first.body)).or_else(|| self.appointing_country(phrases, index));
            let land = phrase.land.or_else(|| self.land_behind(holder));
            offices.push(Office {
                holder: holder.id,
                body: body.map(|body| body.id),
                land: land.map(|land| land.id),
                position: phrase.position,
                holding: self.holding_before(phrase),
                tokens: phrase.tokens,
                portfolio: self.portfolio(phrase),
                is_bare_of_state: body.is_none() && land.is_none() && self.is_bare_of_state(phrase),
                is_open: body.is_none() && land.is_none() && self.is_open(phrase),
                rule,
            });
        }
        offices
    }

    /// Whoever is described by the office of a state or organization: "Nepal's foreign minister". In capitals the office
    /// would belong to a name.
    fn described_holder(&self, phrase: &Phrase<'a>) -> Option<Holder<'a>> {
        let is_small = |at: usize| self.view.words[at] == self.lower(at);
        let is_it = |mention: &&Mention| {
            mention.kind == MentionKind::Nominal
                && mention.entity_type == EntityType::PERSON
                && !mention.is_plural
                && mention.phrase.is_some()
                && mention.tokens.end() == phrase.post.tokens.end()
        };
        let role = self.mentions.iter().copied().find(is_it)?;
        // "The Saudi commander" commands a force of Saudi Arabia.
        let of_states = [Class::StateOffice, Class::Envoy, Class::AnyOffice, Class::PersonOfBody];
        let is_of_state = phrase.post.tokens.range().any(|at| of_states.iter().any(|&class| self.is(class, at)));
        let is_fit = phrase.body.is_some_and(|body| body.entity_type != EntityType::COUNTRY || is_of_state);
        let is_read = is_fit && self.tree.is_some() && role.tokens.range().all(is_small);
        is_read.then_some((role, "office-described"))
    }

    /// After an article, prefers the name before the office ("Oli, the commander of"); otherwise the name after it.
    fn holder(&self, phrases: &[Phrase<'a>], index: usize, offices: &[Office]) -> Option<Holder<'a>> {
        let phrase = &phrases[index];
        let behind = || self.holder_behind(phrases, index, 0).map(|person| (person, "office-before-name"));
        if phrase.post.is_rank {
            return behind();
        }
        let is_taken =
            |person: MentionId| offices.iter().any(|office| office.holder == person && self.is_set_off(office));
        let before = || {
            let person = self.holder_before(phrase.tokens).filter(|person| !is_taken(person.id));
            let second = || self.holder_of_listed(phrase, offices);
            let person = person.or_else(second).or_else(|| self.holder_by_tree(phrase));
            person.map(|person| (person, "office-after-name"))
        };
        let verbal = || self.holder_by_verb(phrase).map(|person| (person, "office-is"));
        let has_article = phrase.tokens.start() > 0 && self.is_article(phrase.tokens.start() - 1);
        if has_article { before().or_else(behind).or_else(verbal) } else { behind().or_else(before).or_else(verbal) }
    }

    /// Whether a comma separates an office from its holder. In "the minister, Oli, the governor, Tui" the governor is
    /// not Oli.
    fn is_set_off(&self, office: &Office) -> bool {
        office.rule != "office-before-name" || self.lower(office.tokens.end()) == ","
    }

    /// The person named right after the office, possibly after other titles: "Commissioner, Inspector General, Oli".
    fn holder_behind(&self, phrases: &[Phrase<'a>], index: usize, depth: usize) -> Option<&'a Mention> {
        let phrase = &phrases[index];
        let end = phrase.tokens.end();
        let joint = matches!(self.lower(end), "," | "and" | "-");
        let start = end + usize::from(self.lower(end) == ",");
        let own = |person: &Mention| person.title == Some(phrase.post.tokens) && end == phrase.post.tokens.end();
        let is_titled = |person: &&&Mention| is_person(person) && own(person);
        let person = self.person_from(start).or_else(|| self.mentions.iter().find(is_titled).copied());
        if let Some(person) = person {
            let has_own = person.title.is_none_or(|title| title == phrase.post.tokens || title.start() >= end);
            return has_own.then_some(person);
        }
        let at = end + usize::from(joint);
        let next = phrases.iter().position(|next| {
            let is_near = next.tokens.start() == at || (next.tokens.start() == at + 1 && self.is_article(at));
            is_near && next.tokens.start() >= end && !(self.is_article(at) && self.lower(end) == ",")
        })?;
        // "The president and minister Oli" are two persons; "officer and coordinator, Oli" is one.
        let next_end = phrases[next].tokens.end();
        let is_shared = self.lower(end) == "," || self.lower(next_end) == ",";
        let is_one =
            phrases[next].body.is_none() || phrases[next].body.map(|body| body.id) == phrase.body.map(|body| body.id);
        (joint && is_shared && is_one && depth < MAX_CHAIN).then(|| self.holder_behind(phrases, next, depth + 1))?
    }

    /// The first of two coordinated positions that share the words before them.
    fn listed_with<'p>(&self, phrases: &'p [Phrase<'a>], index: usize) -> Option<&'p Phrase<'a>> {
        let start = phrases[index].tokens.start();
        let before = phrases[..index].last()?;
        let is_listed = before.tokens.end() + 1 == start && self.lower_before(start) == "and";
        (is_listed && phrases[index].land.is_none()).then_some(before)
    }

    /// "Oli, the commander of", "Oli, 61, now head of".
    fn holder_before(&self, phrase: Span<TokenId>) -> Option<&'a Mention> {
        let mut at = phrase.start();
        while at > 0 && (self.is_article(at - 1) || self.is_now(at - 1)) {
            at -= 1;
        }
        let comma =
            at.checked_sub(1).filter(|&comma| matches!(self.lower(comma), "," | "(" | "-" | "--" | "–" | "—"))?;
        let has_age = comma > 2 && self.lower(comma - 2) == "," && self.view.xpos_at(comma - 1) == "CD";
        let name_end = if has_age { comma - 2 } else { comma };
        let person = self.person_ending_at(name_end)?;
        // Without an article, it is no office of somebody else: "Oli, Guard spokesman told reporters".
        let is_own = at == phrase.start() && self.owner_at(at).is_some();
        (is_own || self.closes(phrase.end())).then_some(person)
    }

    /// The organization whose name opens a phrase that begins at `start`.
    fn owner_at(&self, start: usize) -> Option<&'a Mention> {
        self.name_at(start).filter(|owner| owner.entity_type.is_organization())
    }

    pub(super) fn is_now(&self, at: usize) -> bool {
        self.is(Class::OfficeTime, at)
    }

    /// Whether the words from `end` on can close an apposition.
    fn closes(&self, end: usize) -> bool {
        if matches!(self.lower(end), "who" | "which" | "said" | "and" | "says") {
            return true;
        }
        for at in end..end + MAX_OPEN {
            match self.lower(at) {
                "" | "," | "." | ";" | ")" | "!" | "?" | "\"" | "”" | "-" | "–" | "—" | ":" => return true,
                _ if matches!(self.view.xpos_at(at), "VBD" | "VBZ" | "VBP" | "MD") => return false,
                _ => {}
            }
        }
        false
    }

    /// "Oli, the commander of the guard and chairman of the board": the second position explains the same name.
    fn holder_of_listed(&self, phrase: &Phrase<'a>, offices: &[Office]) -> Option<&'a Mention> {
        let last = offices.last().filter(|office| matches!(office.rule, "office-after-name" | "office-is"))?;
        let between = last.tokens.end()..phrase.tokens.start();
        let is_small =
            between.clone().all(|at| self.is_article(at) || self.is_now(at) || matches!(self.lower(at), "and" | ","));
        let has_and = between.clone().any(|at| self.is(Class::And, at));
        (is_small && has_and && self.closes(phrase.tokens.end())).then(|| self.by_id(last.holder))?
    }

    fn by_id(&self, id: MentionId) -> Option<&'a Mention> {
        self.mentions.iter().copied().find(|mention| mention.id == id)
    }

    /// The name that the position explains according to the tree, possibly through other appositions.
    fn holder_by_tree(&self, phrase: &Phrase<'a>) -> Option<&'a Mention> {
        let tree = self.tree?;
        let inside = phrase.post.tokens.range();
        let out = |at: &usize| tree.dependency(*at).is_some_and(|(_, head)| !inside.contains(&head));
        let head = inside.clone().find(out)?;
        let mut at = head;
        for _ in 0..MAX_STEPS {
            let (label, above) = tree.dependency(at)?;
            // What is coordinated with a name is another person; what is coordinated with its apposition is not.
            let person = self.name_over(above).filter(|name| is_person(name));
            match (label, person) {
                (Deprel::Appos, Some(person)) => return self.is_explained(person, phrase).then_some(person),
                (Deprel::Conj, Some(person)) if self.goes_on_about(phrase) => {
                    return self.is_explained(person, phrase).then_some(person);
                }
                (Deprel::Appos | Deprel::Conj, None) => at = above,
                _ => return None,
            }
        }
        None
    }

    /// "And now head of": without an article, it is not another person.
    fn goes_on_about(&self, phrase: &Phrase<'a>) -> bool {
        let start = phrase.tokens.start();
        let before = start.checked_sub(1).filter(|&at| self.is_now(at)).unwrap_or(start);
        self.lower_before(before) == "and"
    }

    /// Whether a comma follows the name, no other person is named before the phrase, and the apposition is closed.
    fn is_explained(&self, person: &Mention, phrase: &Phrase<'a>) -> bool {
        let start = phrase.tokens.start();
        let between = |other: &Mention| other.tokens.start() >= person.tokens.end() && other.tokens.end() <= start;
        let is_alone = !self.mentions.iter().any(|other| is_person(other) && between(other));
        let has_comma = self.lower(person.tokens.end()) == ",";
        person.tokens.end() <= start && is_alone && has_comma && self.closes(phrase.tokens.end())
    }

    /// "Minister Oli of Nepal": the organization or country named after the holder.
    fn body_behind(&self, phrase: &Phrase<'a>, holder: &Mention) -> Option<&'a Mention> {
        let body = self.of_name(holder)?;
        let is_before = phrase.tokens.end() <= holder.tokens.start();
        let is_country = body.entity_type == EntityType::COUNTRY && phrase.post.is_of_state;
        (is_before && (body.entity_type.is_organization() || is_country)).then_some(body)
    }

    fn land_behind(&self, holder: &Mention) -> Option<&'a Mention> {
        self.of_name(holder).filter(|land| land.entity_type.is_location())
    }

    /// Whether the position may be one of a state: "Speaker Tui", but not "party leader Tui".
    fn is_open(&self, phrase: &Phrase<'a>) -> bool {
        let is_owned = self.lexicon.is(Class::Possessive, self.lower_before(phrase.tokens.start()));
        let post = phrase.post.tokens;
        let is_plain = |at: usize| {
            post.range().contains(&at) || self.is(Class::OfficeModifier, at) || self.is(Class::PostPortfolio, at)
        };
        let is_other = (phrase.position.start().min(post.start())..post.start()).any(|at| !is_plain(at));
        let is_other = is_other || phrase.position.range().any(|at| self.is(Class::NotOfState, at));
        phrase.post.is_of_state && !phrase.post.is_rank && !is_owned && !is_other
    }

    /// Whether the position is one that only states have: "foreign minister", "President", but not "the company's
    /// president", "president of the union" or "opposition leader".
    fn is_bare_of_state(&self, phrase: &Phrase<'a>) -> bool {
        let post = phrase.post.tokens;
        let has = |class: Class| phrase.position.range().any(|at| self.is(class, at));
        let is_other =
            self.lexicon.is(Class::Possessive, self.lower_before(phrase.tokens.start())) || has(Class::NotOfState);
        if has(Class::PortfolioPost) {
            return !is_other && post.range().any(|at| self.is(Class::StateOffice, at));
        }
        let is_plain = |at: usize| {
            post.range().contains(&at) || self.is(Class::OfficeModifier, at) || self.is(Class::Connector, at)
        };
        !is_other && post.range().any(|at| self.is(Class::StateOffice, at)) && phrase.position.range().all(is_plain)
    }

    /// The words of a position that identify its ministry; empty for positions without a ministry.
    fn portfolio(&self, phrase: &Phrase<'a>) -> Vec<String> {
        let has_ministry = phrase.post.tokens.range().any(|at| self.is(Class::PortfolioPost, at));
        let post = phrase.post.tokens;
        let last = post.range().rev().find(|&at| self.is(Class::PortfolioPost, at)).unwrap_or(post.end());
        // "Foreign Minister Sheikh" has a title after the position noun.
        let is_inside = |at: usize| at < last || at >= post.end();
        let words = phrase.position.range().filter(|&at| has_ministry && is_inside(at) && !self.is_filler(at));
        // "Assistant Secretary of Defense for Security" belongs to the department of defense.
        let purpose = |&at: &usize| at < phrase.post.tokens.end() || self.lower(at) != "for";
        let has_of = self.is(Class::Of, phrase.post.tokens.end());
        let cut = phrase.position.range().find(|at| has_of && !purpose(at)).unwrap_or(phrase.position.end());
        let has_of_inside = self.is(Class::Of, last + 1);
        let mut words: BTreeSet<usize> = words.filter(|&at| at < cut).collect();
        // "Secretary of State" has its portfolio inside the title; a "Minister of State" has none.
        if words.is_empty() && has_ministry && has_of_inside && !self.is(Class::StateOffice, last) {
            words.extend((last + 2..post.end()).filter(|&at| !self.is_filler(at)));
        }
        let words: BTreeSet<String> = words.into_iter().map(|at| crate::text::fold(self.lower(at))).collect();
        words.into_iter().collect()
    }

    fn is_filler(&self, at: usize) -> bool {
        let word = self.lower(at);
        self.is(Class::OfficeModifier, at)
            || self.is(Class::PortfolioPost, at)
            || self.is(Class::Connector, at)
            || matches!(word, "," | "-" | "deputy")
    }
}

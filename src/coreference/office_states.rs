//! Gives offices that only states have the state that the article speaks of: "President Oli" in a report from Nepal.
//!
//! An office names no state when readers know which one is meant. It is the state of the office it is coordinated with
//! ("the Nepalese president, Oli, and Foreign Minister Tui"), or the one that somebody travels to in the same sentence
//! ("flew to Nepal to meet President Oli"), or the only one that the article speaks of. Otherwise it stays open.

use std::collections::{BTreeMap, BTreeSet};

use super::article_countries::{ArticleCountries, country_of};
use crate::analysis::{AnalyzedDocument, Deprel, Sentence, Upos};
use crate::description::Descriptions;
use crate::description::offices::Office;
use crate::ids::MentionId;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind, mentions_in};
use crate::ontology::EntityType;
use crate::text::capitalized;

/// The least share of an article's mentions of countries that makes one of them the article's own, in percent.
const OWN_SHARE: usize = 90;

/// The least share that makes a country the topic of the article, in percent.
const TOPIC_SHARE: usize = 50;

/// The rules that guess a state from the article, from the sentence and from the dateline.
const OF_ARTICLE: &str = "office-of-article";
const OF_SENTENCE: &str = "office-of-sentence";
const OF_DATELINE: &str = "office-of-dateline";

/// What stands between the members of a list.
const COMMA: &str = ",";

/// Adds the state to each office that only states have and that names none.
pub(super) fn add_states(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    described: Descriptions,
    lexicon: &Lexicon,
) -> Descriptions {
    let states = States::new(document, mentions, &described, lexicon);
    let mut found = Found::new();
    for office in described.all().filter(|office| is_stateless(office)) {
        if let Some(state) = states.state_of(office, &described, &found) {
            found.insert(office.holder, state);
        }
    }
    described.map(|office| match found.get(&office.holder) {
        Some(&(state, rule)) if is_stateless(&office) => Office { body: Some(state), rule, ..office },
        _ => office,
    })
}

/// The state of each holder, and the rule that found it.
type Found = BTreeMap<MentionId, (MentionId, &'static str)>;

fn is_stateless(office: &Office) -> bool {
    (office.is_open || office.is_bare_of_state) && office.body.is_none()
}

/// What an article says of states and of the holders of offices.
struct States<'a> {
    document: &'a AnalyzedDocument,
    mentions: &'a [Mention],
    lexicon: &'a Lexicon,
    countries: ArticleCountries<'a>,
    /// Last words of the names of persons whose offices name an agency or a country.
    settled: BTreeSet<&'a str>,
    /// Last words of the names of those who hold an office in a group or another organization, with its last word.
    settled_posts: BTreeSet<(&'a str, String)>,
    /// The full names of persons, by their last words.
    named_in_full: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Last words of the names of those who hold an office, by its country and its last word.
    holders: BTreeMap<(&'a str, String), BTreeSet<&'a str>>,
}

impl<'a> States<'a> {
    fn new(
        document: &'a AnalyzedDocument,
        mentions: &'a [Mention],
        described: &Descriptions,
        lexicon: &'a Lexicon,
    ) -> Self {
        let is_full = |name: &&Mention| name.entity_type == EntityType::PERSON && name.norm.contains(' ');
        let mut states = Self {
            document,
            mentions,
            lexicon,
            countries: ArticleCountries::new(mentions),
            settled: BTreeSet::new(),
            settled_posts: BTreeSet::new(),
            named_in_full: BTreeMap::new(),
            holders: BTreeMap::new(),
        };
        for name in mentions.iter().filter(is_full) {
            states.named_in_full.entry(last_word(name)).or_default().insert(&name.norm);
        }
        let is_named = |office: &&Office| mentions[office.holder.index()].kind == MentionKind::Name;
        for office in described.all().filter(is_named) {
            let holder = last_word(&mentions[office.holder.index()]);
            let body = office.body.or(office.land);
            let is_of_state = |body: MentionId| {
                let body_type = mentions[body.index()].entity_type;
                body_type == EntityType::AGENCY || body_type.is_location()
            };
            if body.is_some_and(is_of_state) || states.is_abroad(office) {
                states.settled.insert(holder);
            } else if body.is_some() {
                states.settled_posts.insert((holder, states.post(office)));
            }
            if let Some(country) = body.and_then(|body| country_of(&mentions[body.index()])) {
                states.holders.entry((country, states.post(office))).or_default().insert(holder);
            }
        }
        states
    }

    /// "Minister for the Middle East" serves no country of the Middle East.
    fn is_abroad(&self, office: &Office) -> bool {
        let mut regions = self.here(office).iter().filter(|mention| mention.entity_type.is_location());
        regions.any(|region| office.tokens.contains(region.tokens))
    }

    /// The mentions in the sentence of an office.
    fn here(&self, office: &Office) -> &'a [Mention] {
        mentions_in(self.mentions, self.mentions[office.holder.index()].provenance.sentence)
    }

    /// The last word of a position: "minister".
    fn post(&self, office: &Office) -> String {
        self.word(self.sentence(office), office.position.end() - 1).to_lowercase()
    }

    /// A mention of the state that an office belongs to, and the rule that found it.
    fn state_of(&self, office: &Office, described: &Descriptions, found: &Found) -> Option<(MentionId, &'static str)> {
        let holder = &self.mentions[office.holder.index()];
        // The leader of a party may be a minister, but "President Oli" of a union is no president of a state.
        let has_same_post = self.settled_posts.contains(&(last_word(holder), self.post(office)));
        if self.settled.contains(last_word(holder)) || has_same_post {
            return None;
        }
        let sentence = holder.provenance.sentence;
        if let Some(state) = self.state_of_listed(office, described.offices(sentence), found) {
            return (!self.repeats(office, state, described, found)).then_some((state, "office-listed-state"));
        }
        let governed = self.governed_by(holder);
        if !governed.is_empty() {
            return self.only_named(&governed).map(|state| (state, "office-of-known-holder"));
        }
        if !office.is_bare_of_state {
            return None;
        }
        let gone_to = self.state_gone_to(office);
        // "In Nepal President Oli spoke": Oli may be a guest.
        let is_beside = |land: MentionId| self.mentions[land.index()].tokens.end() == office.tokens.start();
        if gone_to.is_some_and(|land| is_beside(land) || self.is_subject(holder)) {
            return None;
        }
        gone_to.map(|state| (state, "office-of-host")).or_else(|| {
            if self.is_one_of_two(office, described.offices(sentence)) {
                return None;
            }
            // "President Oli" alone may be the president of the readers' country, which an article need not mention.
            let (own, rule) = self.own_state(office).filter(|_| self.named_in_full.contains_key(last_word(holder)))?;
            let is_foreign = self.sends_envoy(own, described.offices(sentence)) || self.clashes(office, own);
            (!is_foreign).then_some((own, rule))
        })
    }

    /// The countries in which a person of this name is known to have held an office; the full name counts if the
    /// article gives just one.
    fn governed_by(&self, holder: &'a Mention) -> BTreeSet<&'a str> {
        let full = self.named_in_full.get(last_word(holder)).filter(|names| names.len() == 1);
        let name = full.and_then(|names| names.first().copied()).unwrap_or(&holder.norm);
        self.lexicon.countries_governed_by(name)
    }

    /// The only one of these countries that the article names.
    fn only_named(&self, countries: &BTreeSet<&str>) -> Option<MentionId> {
        let mut named = countries.iter().filter_map(|country| self.countries.mention_of(country));
        named.next().filter(|_| named.next().is_none())
    }

    /// Whether the person is a subject: in "in Nepal, President Oli spoke", Oli may be a guest.
    fn is_subject(&self, holder: &Mention) -> bool {
        let tree = &self.document.sentence(holder.provenance.sentence).tree;
        let labels = [Deprel::Nsubj, Deprel::NsubjPass];
        holder.whole().range().any(|at| labels.contains(&tree.deprels()[at]))
    }

    /// Whether a verb stands between the holder and the holder of another such office: "Minister Oli met President Tui"
    /// rarely means two of one state.
    fn is_one_of_two(&self, office: &Office, others: &[Office]) -> bool {
        let sentence = self.sentence(office);
        let holder = |office: &Office| self.mentions[office.holder.index()].tokens;
        let others = others.iter().filter(|other| is_stateless(other) && other.holder != office.holder);
        others.into_iter().any(|other| {
            let (first, second) = if other.holder < office.holder { (other, office) } else { (office, other) };
            let mut between = holder(first).end()..holder(second).start();
            between.any(|at| sentence.tokens[at].tag.upos == Upos::Verb)
        })
    }

    /// Whether the sentence names the state as that of an envoy: "Minister Oli received the ambassador of Peru".
    fn sends_envoy(&self, state: MentionId, here: &[Office]) -> bool {
        here.iter().any(|other| {
            let is_of_state = other.body.is_some_and(|body| self.is_same_country(body, state));
            let sentence = self.sentence(other);
            let is_envoy = |at: usize| self.lexicon.is(Class::Envoy, &self.word(sentence, at).to_lowercase());
            is_of_state && other.position.range().any(is_envoy)
        })
    }

    /// Whether another member of the list holds the very same office: "President Oli of Nepal and President Tui".
    fn repeats(&self, office: &Office, state: MentionId, described: &Descriptions, found: &Found) -> bool {
        let words = |office: &Office| {
            let sentence = self.sentence(office);
            office.position.range().map(|at| self.word(sentence, at).to_lowercase()).collect::<Vec<_>>()
        };
        let sentence = self.mentions[office.holder.index()].provenance.sentence;
        described.offices(sentence).iter().filter(|other| other.holder != office.holder).any(|other| {
            let body = other.body.or_else(|| found.get(&other.holder).map(|(state, _)| *state));
            body.is_some_and(|body| self.is_same_country(body, state)) && words(other) == words(office)
        })
    }

    fn is_same_country(&self, one: MentionId, other: MentionId) -> bool {
        country_of(&self.mentions[one.index()]) == country_of(&self.mentions[other.index()])
    }

    /// Whether somebody else holds the same office in the state: "Nepalese President Oli" is not "President Tui".
    fn clashes(&self, office: &Office, state: MentionId) -> bool {
        let holder = last_word(&self.mentions[office.holder.index()]);
        let country = country_of(&self.mentions[state.index()]).unwrap_or_default();
        let holders = self.holders.get(&(country, self.post(office)));
        holders.is_some_and(|holders| holders.iter().any(|&other| other != holder))
    }

    /// "The Nepalese president, Oli, and Foreign Minister Tui", "Nepalese Premier Oli, Speaker Tui and Minister Rai".
    fn state_of_listed(&self, office: &Office, others: &[Office], found: &Found) -> Option<MentionId> {
        let sentence = self.sentence(office);
        let start = office.tokens.start();
        let end = |other: &Office| self.mentions[other.holder.index()].tokens.end().max(other.tokens.end());
        let before = others.iter().filter(|other| end(other) <= start).max_by_key(|other| end(other))?;
        let is_and = |at: usize| self.lexicon.is(Class::And, &self.word(sentence, at).to_lowercase());
        let is_joint = |at: usize| {
            let word = self.word(sentence, at).to_lowercase();
            word == COMMA || is_and(at) || self.lexicon.is(Class::OfficeDeterminer, &word)
        };
        let goes_on = is_and(end(office)) || (self.word(sentence, end(office)) == COMMA && is_and(end(office) + 1));
        // The minister behind the ambassador of Peru serves the host.
        let is_envoy =
            before.position.range().any(|at| self.lexicon.is(Class::Envoy, &self.word(sentence, at).to_lowercase()));
        let has_and = (end(before)..start).any(is_and) || goes_on;
        let is_listed = has_and && end(before) < start && (end(before)..start).all(is_joint);
        let body = before.body.or_else(|| found.get(&before.holder).map(|(state, _)| *state));
        body.filter(|&body| is_listed && !is_envoy && country_of(&self.mentions[body.index()]).is_some())
    }

    /// "Flew to Nepal to meet President Oli": the only country in the sentence that somebody goes to or is in.
    fn state_gone_to(&self, office: &Office) -> Option<MentionId> {
        let sentence = self.sentence(office);
        let mut lands = self.here(office).iter().filter(|land| {
            let before = land.tokens.start().checked_sub(1).map_or("", |at| self.word(sentence, at)).to_lowercase();
            let is_goal = self.lexicon.is(Class::In, &before) || self.lexicon.is(Class::InfinitiveMark, &before);
            let is_free = land.kind == MentionKind::Name && land.nested_in.is_none() && !land.is_demonym;
            is_free && is_goal && country_of(land).is_some() && land.tokens.end() <= office.tokens.start()
        });
        let first = lands.next()?;
        lands.all(|other| country_of(other) == country_of(first)).then_some(first.id)
    }

    /// The country where the article was written or that it mostly speaks of, if the sentence does not speak of others,
    /// and the rule.
    fn own_state(&self, office: &Office) -> Option<(MentionId, &'static str)> {
        let here = || self.here(office).iter().filter_map(country_of);
        // "LIMA - Minister Oli praised the US-Peruvian talks".
        let is_home = |home: &&str| here().all(|name| name == *home) || here().any(|name| name == *home);
        if let Some(home) = self.home().filter(is_home) {
            return Some((self.countries.mention_of(home)?, OF_DATELINE));
        }
        let (own, share) = self.countries.most_mentioned()?;
        let is_alone = here().all(|name| name == own);
        let rule = match here().any(|name| name == own) {
            false if is_alone && share >= OWN_SHARE && !self.has_capital(office) => OF_ARTICLE,
            true if is_alone || share >= TOPIC_SHARE => OF_SENTENCE,
            _ => return None,
        };
        Some((self.countries.mention_of(own)?, rule))
    }

    /// The country whose capital is in the dateline: "LIMA, 5 May - President Quispe left".
    fn home(&self) -> Option<&'a str> {
        let dateline = self.document.surface(self.document.document.dateline?);
        let place = dateline.split([',', '(', '-', '–', '—', ':']).find(|part| !part.trim().is_empty())?;
        let words: Vec<String> = place.split_whitespace().map(|word| capitalized(&word.to_lowercase())).collect();
        self.land_of_capital(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Whether the sentence of an office names the capital of a country.
    fn has_capital(&self, office: &Office) -> bool {
        self.here(office).iter().filter(|mention| mention.entity_type == EntityType::PLACE).any(|place| {
            let surface = self.document.surface(place.provenance.span);
            self.land_of_capital(&surface.split_whitespace().collect::<Vec<_>>()).is_some()
        })
    }

    /// The country of which a place is the capital.
    fn land_of_capital(&self, words: &[&str]) -> Option<&'a str> {
        let (_, meanings) = self.lexicon.known_name(words).filter(|(length, _)| *length == words.len())?;
        meanings.iter().find_map(|known| known.capital_of.as_deref())
    }

    fn sentence(&self, office: &Office) -> &Sentence {
        self.document.sentence(self.mentions[office.holder.index()].provenance.sentence)
    }

    fn word(&self, sentence: &Sentence, at: usize) -> &str {
        sentence.tokens.get(at).map_or("", |token| self.document.surface(token.span))
    }
}

fn last_word(person: &Mention) -> &str {
    person.norm.rsplit(' ').next().unwrap_or_default()
}

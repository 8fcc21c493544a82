//! Resolves mentions of several entities: "they", "both ministers", "the two sides".

use std::collections::{BTreeMap, BTreeSet};

use super::antecedents::{antecedents_of, several_before};
use super::chain::PluralReference;
use super::facts::Facts;
use super::referents::Referents;
use crate::ids::MentionId;
use crate::language::Class;
use crate::mention::{Mention, MentionKind, count_of};
use crate::ontology::EntityType;
use crate::relation::Statement;

/// How many sentences back a counted description looks for two that met or agreed.
const SENTENCES_BACK: usize = 3;

/// The sieve for "the delegation".
const LEADER_SIEVE: &str = "leader-of-party";

/// The plural mentions resolved so far.
#[derive(Debug, Default)]
pub(super) struct Plurals {
    members: BTreeMap<MentionId, Vec<MentionId>>,
}

/// What a sieve found: the members, its name, its confidence.
type Found = (Vec<MentionId>, &'static str, f32);

impl Plurals {
    /// The members of a plural mention, if they are certain.
    pub(super) fn resolve(&mut self, referents: &Referents<'_>, mention: &Mention) -> Option<PluralReference> {
        let (members, sieve, confidence) = match mention.kind {
            MentionKind::Pronoun => self.they(referents, mention),
            _ if mention.is_party() => Some((referents.leaders_of_party(mention)?, LEADER_SIEVE, 0.75)),
            _ => self.counted(referents, mention),
        }?;
        self.members.insert(mention.id, members.clone());
        Some(PluralReference { mention: mention.id, members, sieve: sieve.into(), confidence })
    }

    /// The coordinated subject that grammar points to, or the two that met in the sentence before.
    fn they(&self, referents: &Referents<'_>, mention: &Mention) -> Option<Found> {
        let article = referents.article;
        let before = &article.mentions[..mention.id.index()];
        let sentence = mention.provenance.sentence;
        if let Some(found) =
            antecedents_of(article.document, before, sentence, mention.tokens, article.lexicon.language())
        {
            let members = self.spread(referents, &found.mentions)?;
            return Some((members, "coordination", if found.is_near { 0.75 } else { 0.7 }));
        }
        // Another subject in its own sentence leaves "they" open.
        let opens = !article.mentions[..mention.id.index()]
            .iter()
            .rev()
            .take_while(|other| other.provenance.sentence == sentence)
            .any(|other| other.kind != MentionKind::Pronoun && referents.is_subject(other));
        let pair = || referents.pair_before(sentence.index(), 1, |facts| facts.is(EntityType::PERSON));
        let is_subject = referents.is_subject(mention);
        (opens && is_subject).then(pair)?.map(|members| (members, "met-before", 0.65))
    }

    /// As many entities as the number says, of the kind that the noun says.
    fn counted(&self, referents: &Referents<'_>, mention: &Mention) -> Option<Found> {
        let noun = Noun::new(referents, mention)?;
        let before = &referents.article.mentions[..mention.id.index()];
        let (sentence, at) = (mention.provenance.sentence, mention.whole().start());
        let is_whole = |members: &Vec<MentionId>| {
            let suits =
                |id: &MentionId| referents.chain_of.get(id).is_some_and(|chain| noun.suits(&referents.facts[*chain]));
            members.len() == noun.count && members.iter().all(suits)
        };
        let coordinated = several_before(referents.article.document, before, sentence, at);
        let coordinated = coordinated.and_then(|found| self.spread(referents, &found.mentions)).filter(is_whole);
        if let Some(members) = coordinated {
            return Some((members, "coordination", 0.8));
        }
        if noun.count == 2 {
            let pair = noun.pair_before(referents, sentence.index()).filter(is_whole);
            if let Some(members) = pair {
                return Some((members, "met-before", 0.75));
            }
        }
        noun.counted_near(referents, sentence.index()).or_else(|| noun.counted_in_all(referents))
    }

    /// The mentions, with each plural mention replaced by its members; `None` if one is unknown.
    fn spread(&self, referents: &Referents<'_>, mentions: &[MentionId]) -> Option<Vec<MentionId>> {
        let mut members = Vec::new();
        for id in mentions {
            match self.members.get(id) {
                Some(more) => members.extend(more),
                None => members.push(*referents.chain_of.contains_key(id).then_some(id)?),
            }
        }
        Some(members)
    }
}

/// The noun of a counted description.
struct Noun {
    lemma: String,
    count: usize,
    entity_type: EntityType,
    /// Whether the noun does not say which office or kind: "officials", "sides".
    is_general: bool,
    /// Whether the noun means two parties, which may be states or organizations.
    is_side: bool,
}

impl Noun {
    fn new(referents: &Referents<'_>, mention: &Mention) -> Option<Self> {
        let document = referents.article.document;
        let language = referents.article.lexicon.language();
        let sentence = document.sentence(mention.provenance.sentence);
        let words = &sentence.tokens[mention.phrase?.range()];
        let count = words.iter().find_map(|token| count_of(&document.surface(token.span).to_lowercase(), language))?;
        let token = &sentence.tokens[mention.tokens.end() - 1];
        let lemma = token.lemma.clone();
        let is = |class| referents.article.lexicon.is(class, &lemma);
        let is_general = is(Class::PersonNoun) || is(Class::CountryNoun) || count_of(&lemma, language).is_some();
        let is_side = is(Class::SideNoun);
        let has_name = referents.mentions_in(mention.provenance.sentence).any(|other| {
            other.kind == MentionKind::Name && mention.phrase.is_some_and(|phrase| phrase.contains(other.tokens))
        });
        // "The two Estonian ministers" serve one country; which of its ministers are meant is rarely certain.
        (!has_name).then_some(Self { is_general, is_side, count, entity_type: mention.entity_type, lemma })
    }

    /// Returns whether the entity may be one of the members.
    fn suits(&self, facts: &Facts) -> bool {
        let of_type = facts.is(self.entity_type) || (self.is_side && facts.is_body());
        let of_kind = match self.entity_type {
            EntityType::PERSON => facts.holds(&self.lemma),
            _ => facts.is_named(&self.lemma),
        };
        of_type && (self.is_general || self.is_side || of_kind)
    }

    /// The two that last met or agreed; for states, the countries that these two serve.
    fn pair_before(&self, referents: &Referents<'_>, sentence: usize) -> Option<Vec<MentionId>> {
        if self.entity_type != EntityType::COUNTRY {
            return referents.pair_before(sentence, SENTENCES_BACK, |facts| self.suits(facts));
        }
        let direct = referents.pair_before(sentence, SENTENCES_BACK, |facts| self.suits(facts));
        direct.or_else(|| {
            let persons = referents.pair_before(sentence, SENTENCES_BACK, |facts| facts.is(EntityType::PERSON))?;
            let country = |id: &MentionId| {
                let offices = &referents.facts[*referents.chain_of.get(id)?].offices;
                let countries: BTreeSet<&str> = offices.iter().filter_map(|office| office.country.as_deref()).collect();
                let [country] = countries.into_iter().collect::<Vec<_>>()[..] else { return None };
                let is_it = |mention: &&Mention| mention.canonical.as_deref() == Some(country);
                referents.article.mentions.iter().find(|mention| mention.kind == MentionKind::Name && is_it(mention))
            };
            let countries: Vec<MentionId> =
                persons.iter().map(|id| country(id).map(|mention| mention.id)).collect::<Option<_>>()?;
            (countries[0] != countries[1]).then_some(countries)
        })
    }

    /// The suitable entities in this sentence, before the description, and in the sentence before, if the number fits.
    fn counted_near(&self, referents: &Referents<'_>, sentence: usize) -> Option<Found> {
        let near = referents.seen[sentence.saturating_sub(1)..=sentence].iter().flatten();
        let known = near.filter_map(|seen| Some((seen.chain?, seen.mention)));
        let mut first: BTreeMap<usize, MentionId> = BTreeMap::new();
        for (chain, mention) in known.filter(|(chain, _)| self.suits_best(&referents.facts[*chain])) {
            first.entry(chain).or_insert(mention);
        }
        let members: Vec<MentionId> = first.into_values().collect();
        (members.len() == self.count).then_some((members, "counted-near", 0.7))
    }

    /// The suitable entities in the whole document, if the number fits.
    fn counted_in_all(&self, referents: &Referents<'_>) -> Option<Found> {
        let suiting = referents.facts.iter().filter(|facts| self.suits_best(facts));
        let members: Vec<MentionId> = suiting.filter_map(|facts| facts.first).collect();
        (members.len() == self.count).then_some((members, "counted-in-all", 0.65))
    }

    /// Like [`Self::suits`], but sides can only be states if no pair is known to have met.
    fn suits_best(&self, facts: &Facts) -> bool {
        facts.is(self.entity_type) && self.suits(facts)
    }
}

impl Referents<'_> {
    /// The two suitable entities that met, agreed or cooperated, from the nearest of the last `back` sentences that
    /// says so; `None` if that sentence says so about several pairs.
    fn pair_before(&self, sentence: usize, back: usize, suits: impl Fn(&Facts) -> bool) -> Option<Vec<MentionId>> {
        for index in (sentence.saturating_sub(back)..=sentence).rev() {
            let place = |statement: &Statement| statement.provenance.sentence.index();
            let statements = self.article.statements;
            let first = statements.partition_point(|statement| place(statement) < index);
            let here = statements[first..].iter().take_while(|statement| place(statement) == index);
            let here = here.filter(|statement| self.article.ontology.is_symmetric(statement.relation));
            let mut pairs: BTreeMap<(usize, usize), Vec<MentionId>> = BTreeMap::new();
            for statement in here {
                let chains = self.chain_of.get(&statement.subject).zip(self.chain_of.get(&statement.object));
                let Some((&a, &b)) = chains.filter(|(a, b)| a != b) else { continue };
                if suits(&self.facts[a]) && suits(&self.facts[b]) {
                    pairs.entry((a.min(b), a.max(b))).or_insert_with(|| vec![statement.subject, statement.object]);
                }
            }
            match pairs.len() {
                0 => {}
                1 => return pairs.into_values().next(),
                _ => return None,
            }
        }
        None
    }
}

//! Resolves descriptions of one entity: "the Estonian minister", "her counterpart", "the institute".

use super::facts::{Facts, Office, office_words};
use super::referents::{Referent, Referents};
use crate::analysis::{Deprel, TokenId};
use crate::ids::MentionId;
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// Longest complement, in words, between an office and the comma before its holder: "of the Port Authority of Lima".
const MAX_COMPLEMENT: usize = 8;

impl Referents<'_> {
    /// The person that an office or role refers to.
    pub(super) fn role(&self, mention: &Mention) -> Option<Referent> {
        let is_counterpart = self.article.lexicon.is(Class::OppositeNumber, &mention.norm);
        // "A Nepalese official" is nobody of whom the article spoke before.
        if mention.phrase.is_some_and(|phrase| self.is(Class::IndefiniteArticle, mention, phrase.start())) {
            return self.apposition(mention).or_else(|| self.named_next(mention));
        }
        // "The former Nepalese minister" is not the one who is minister now.
        if self.words_of(mention).iter().any(|word| self.article.lexicon.is(Class::PastOffice, word)) {
            return self.apposition(mention).or_else(|| self.named_next(mention)).or_else(|| self.spoken_of(mention));
        }
        self.apposition(mention)
            .or_else(|| if is_counterpart { self.counterpart(mention) } else { self.office(mention) })
            .or_else(|| self.bare_office(mention))
            .or_else(|| self.named_next(mention))
            .or_else(|| self.spoken_of(mention))
    }

    /// The organization, programme, event or country that a description refers to.
    pub(super) fn thing(&self, mention: &Mention) -> Option<Referent> {
        self.apposition(mention).or_else(|| match mention.entity_type {
            EntityType::COUNTRY => self.land(mention),
            _ => self.body(mention),
        })
    }

    /// Adds to each person the offices that stand next to the name, with or without an organization.
    pub(super) fn learn_offices(&mut self) {
        let language = self.article.lexicon.language();
        for mention in self.article.mentions {
            let is_office = mention.kind == MentionKind::Nominal && mention.entity_type == EntityType::PERSON;
            if let Some(referent) = self.apposition(mention).filter(|_| is_office && !mention.is_plural) {
                let words = office_words(self.article.document, mention.provenance.sentence, mention.tokens, language);
                self.facts[referent.chain].offices.push(Office::new(&words, language));
            }
        }
    }

    /// The name in apposition to the description: "her counterpart, Tika Oli", "Tika Oli, the minister".
    fn apposition(&self, mention: &Mention) -> Option<Referent> {
        let tree = &self.article.document.sentence(mention.provenance.sentence).tree;
        let heads = tree.heads();
        let is_outside = |at: &usize| heads[*at].is_none_or(|head| !mention.tokens.range().contains(&head.index()));
        let head = mention.tokens.range().find(is_outside)?;
        let above = heads[head].filter(|_| tree.deprels()[head] == Deprel::Appos).map(TokenId::index);
        let is_below =
            |at: &usize| tree.deprels()[*at] == Deprel::Appos && heads[*at].map(TokenId::index) == Some(head);
        let named = |at: usize| self.named_at(mention, |name| name.whole().range().contains(&at));
        let antecedent = above
            .and_then(named)
            .or_else(|| (0..heads.len()).filter(is_below).find_map(named))
            .or_else(|| self.name_behind(mention))?;
        let chain = *self.chain_of.get(&antecedent)?;
        Some(Referent { chain, antecedent, sieve: "apposition", confidence: 0.9 })
    }

    /// The name right after a description, or between commas after it and its complement: "the mayor of Tartu, Kaarel
    /// Tamm, said". The parser misses many of these appositions.
    fn name_behind(&self, mention: &Mention) -> Option<MentionId> {
        let end = mention.whole().end();
        let direct = || self.named_at(mention, |name| mention.phrase.is_some() && name.whole().start() == end);
        let has_complement = self.is(Class::ChargePreposition, mention, end);
        let furthest = if has_complement { end + MAX_COMPLEMENT } else { end };
        let comma = (end..=furthest).find(|&at| self.word(mention, at) == ",").unwrap_or(end);
        let set_off = || {
            let name = self.named_at(mention, |name| name.whole().start() == comma + 1)?;
            let behind = self.article.mentions[name.index()].tokens.end();
            let (before, behind) = (self.word(mention, comma), self.word(mention, behind));
            (before == "," && matches!(behind.as_str(), "" | "," | "." | ";" | ")")).then_some(name)
        };
        direct().or_else(set_off)
    }

    /// The mention after "of" or "for" that follows a description or name.
    pub(super) fn complement(&self, mention: &Mention) -> Option<&Mention> {
        let end = mention.whole().end();
        let is_joined = self.is(Class::ChargePreposition, mention, end);
        let start = if self.is(Class::DefiniteArticle, mention, end + 1) { end + 2 } else { end + 1 };
        self.mentions_in(mention.provenance.sentence).find(|other| is_joined && other.tokens.start() == start)
    }

    /// The word at `at` in the mention's sentence, in lower case; "" outside the sentence.
    fn word(&self, mention: &Mention, at: usize) -> String {
        let document = self.article.document;
        let token = document.sentence(mention.provenance.sentence).tokens.get(at);
        token.map_or(String::new(), |token| document.surface(token.span).to_lowercase())
    }

    /// Returns whether the word at a place of the mention's sentence is in the class.
    fn is(&self, class: Class, mention: &Mention, at: usize) -> bool {
        self.article.lexicon.is(class, &self.word(mention, at))
    }

    /// A name of the mention's type in its sentence that does not overlap the mention.
    fn named_at(&self, mention: &Mention, is_there: impl Fn(&Mention) -> bool) -> Option<MentionId> {
        let named = self.mentions_in(mention.provenance.sentence).find(|name| {
            let is_apart = !name.whole().overlaps(mention.whole());
            name.kind == MentionKind::Name && name.entity_type == mention.entity_type && is_apart && is_there(name)
        });
        named.map(|name| name.id)
    }

    /// The one person who holds the office: "the minister", "the Estonian minister", "the minister of Estonia".
    fn office(&self, mention: &Mention) -> Option<Referent> {
        let end = mention.phrase?.end();
        let complement = self.complement(mention);
        if complement.is_none() && self.is(Class::ChargePreposition, mention, end) {
            return None; // "the minister of health" may be someone other than the only minister named
        }
        let country = self.country_of(mention);
        let body = complement.filter(|body| body.entity_type != EntityType::COUNTRY);
        let body = body.or_else(|| self.body_within(mention)).map(|body| self.chain_of.get(&body.id).copied());
        // "The Estonian leader" may be a president or a minister, "the NATO chief" a secretary-general.
        let any_office = if body.is_some() { Class::PersonOfBody } else { Class::AnyOffice };
        let is_any = (country.is_some() || body.is_some()) && self.article.lexicon.is(any_office, &mention.norm);
        let holds = |facts: &Facts| {
            facts.is(EntityType::PERSON)
                && facts.offices.iter().any(|office| {
                    let is_there = body.is_none_or(|body| body.is_some() && office.body == body);
                    let is_of = country.is_none() || office.country == country;
                    (is_any || office.is_called(&mention.norm)) && is_of && is_there
                })
        };
        if let Some((chain, antecedent)) = self.only(holds) {
            let confidence = if country.is_some() || body.is_some() { 0.85 } else { 0.75 };
            return Some(Referent { chain, antecedent, sieve: "office", confidence });
        }
        let (chain, antecedent) = self.only_near(mention, holds)?;
        Some(Referent { chain, antecedent, sieve: "office-near", confidence: 0.7 })
    }

    /// The holder of an office in the named country: the only one, or the only one with the same office as the owner.
    fn counterpart(&self, mention: &Mention) -> Option<Referent> {
        let country = self.country_within(mention)?;
        let phrase = mention.phrase?;
        let owner = self.mentions_in(mention.provenance.sentence).find(|owner| owner.tokens.start() == phrase.start());
        let owner = owner.and_then(|owner| self.chain_of.get(&owner.id).copied());
        let serves = |facts: &Facts| {
            facts.is(EntityType::PERSON) && facts.offices.iter().any(|office| office.country.as_ref() == Some(&country))
        };
        let is_peer = |facts: &Facts| {
            let of_owner = owner.map(|owner| &self.facts[owner].offices);
            let mut there = facts.offices.iter().filter(|office| office.country.as_ref() == Some(&country));
            serves(facts) && there.any(|office| of_owner.is_some_and(|held| held.iter().any(|own| own.is_like(office))))
        };
        let found =
            self.only(is_peer).map(|found| (found, 0.8)).or_else(|| self.only(serves).map(|found| (found, 0.7)));
        let ((chain, antecedent), confidence) = found.filter(|((chain, _), _)| Some(*chain) != owner)?;
        Some(Referent { chain, antecedent, sieve: "counterpart", confidence })
    }

    /// The country in the phrase or after it: "the Estonian minister", "the minister of Estonia".
    pub(super) fn country_of(&self, mention: &Mention) -> Option<String> {
        self.country_within(mention).or_else(|| {
            let complement = self.complement(mention)?;
            complement.canonical.clone().filter(|_| complement.entity_type == EntityType::COUNTRY)
        })
    }

    /// The country named in the phrase: "the Estonian minister", "her counterpart from Estonia".
    fn country_within(&self, mention: &Mention) -> Option<String> {
        let phrase = mention.phrase?;
        let countries = self.mentions_in(mention.provenance.sentence).filter(|other| {
            other.id != mention.id && other.entity_type == EntityType::COUNTRY && phrase.contains(other.tokens)
        });
        countries.last().and_then(|country| country.canonical.clone())
    }

    /// The organization named in the phrase: "the NATO chief".
    fn body_within(&self, mention: &Mention) -> Option<&Mention> {
        let phrase = mention.phrase?;
        let mut others = self.mentions_in(mention.provenance.sentence);
        others.find(|other| {
            other.entity_type.is_organization() && other.id != mention.id && phrase.contains(other.tokens)
        })
    }

    /// The only organization, programme or event whose name contains this noun: "the institute".
    fn body(&self, mention: &Mention) -> Option<Referent> {
        // "A ceremony" is a new one.
        if mention.phrase.is_some_and(|phrase| self.is(Class::IndefiniteArticle, mention, phrase.start())) {
            return None;
        }
        if let Some(entity_type) = self.kind(mention) {
            return self.of_kind(mention, entity_type);
        }
        let fits_any = self.article.lexicon.is(Class::AnyEvent, &mention.norm);
        let is_named = |facts: &Facts| facts.is(mention.entity_type) && (fits_any || facts.is_named(&mention.norm));
        if let Some((chain, antecedent)) = self.only(is_named) {
            return Some(Referent { chain, antecedent, sieve: "head-noun", confidence: 0.75 });
        }
        let (chain, antecedent) = self.only_near(mention, is_named)?;
        Some(Referent { chain, antecedent, sieve: "head-noun-near", confidence: 0.65 })
    }

    /// What a noun means that fits any group or any state, whatever its name: "the rebels", "the government".
    fn kind(&self, mention: &Mention) -> Option<EntityType> {
        let is = |class| self.article.lexicon.is(class, &mention.norm);
        // "The Rewa government" and "the new group" are particular ones.
        if mention.phrase.is_none_or(|phrase| phrase.len() != mention.tokens.len() + 1) {
            return None;
        }
        let state = is(Class::Government).then_some(EntityType::COUNTRY);
        state.or_else(|| is(Class::KindOfGroup).then_some(EntityType::GROUP))
    }

    /// The only one of its kind that is mentioned just before.
    fn of_kind(&self, mention: &Mention, entity_type: EntityType) -> Option<Referent> {
        let (chain, antecedent) = self.only_near(mention, |facts| facts.is(entity_type))?;
        Some(Referent { chain, antecedent, sieve: "kind-near", confidence: 0.7 })
    }

    /// "The country": the only country mentioned just before. "The Kingdom": the only one in the article that is one.
    fn land(&self, mention: &Mention) -> Option<Referent> {
        if self.article.lexicon.is(Class::FormOfState, &mention.norm) {
            let (chain, antecedent) = self.only(|facts| self.has_form(facts, &mention.norm))?;
            return Some(Referent { chain, antecedent, sieve: "form-of-state", confidence: 0.8 });
        }
        let (chain, antecedent) = self.only_near(mention, |facts| facts.is(EntityType::COUNTRY))?;
        Some(Referent { chain, antecedent, sieve: "land-near", confidence: 0.7 })
    }

    /// Whether a country has this word in its official name: "Kingdom of Denmark".
    fn has_form(&self, facts: &Facts, form: &str) -> bool {
        let country = facts.first.and_then(|first| self.article.mentions[first.index()].canonical.as_deref());
        facts.is(EntityType::COUNTRY) && country.is_some_and(|country| self.article.lexicon.has_form(country, form))
    }
}

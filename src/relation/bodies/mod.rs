//! Names of bodies and places in, what they are part of out.
//!
//! What a name itself says ("Liberia National Police"), or the words right beside it ("Peru's Ministry
//! of Mines", "Tartu, Estonia"). Verbs and nouns that say the same are read by the rules of
//! `rules/part_of.toml`.

mod inner;
mod places;
#[cfg(test)]
mod tests;

use super::{Finding, Status};
use crate::lexicon::{Lexicon, SentenceView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, RelationType};

/// Longest name of a country, in words, at the front of a body's name.
const MAX_LAND_WORDS: usize = 5;

/// A sentence with its mentions, as asked for what belongs where.
#[derive(Clone, Copy)]
struct Surroundings<'a> {
    view: &'a SentenceView<'a>,
    lexicon: &'a Lexicon,
    /// Those without the ones inside others.
    within: &'a [&'a Mention],
    /// All mentions of the sentence.
    here: &'a [Mention],
    /// All mentions of the document.
    all: &'a [Mention],
}

/// The statements in one sentence. `here` are all its mentions, those inside others too, `within` those
/// without, `all` those of the whole document.
pub(super) fn findings(
    view: &SentenceView<'_>,
    lexicon: &Lexicon,
    within: &[&Mention],
    here: &[Mention],
    all: &[Mention],
) -> Vec<Finding> {
    let surroundings = Surroundings { view, lexicon, within, here, all };
    let agencies = within.iter().filter(|mention| is_agency(mention));
    let mut found: Vec<Finding> = agencies.filter_map(|agency| surroundings.whole_of(agency)).collect();
    found.extend(surroundings.places());
    found
}

fn is_agency(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::AGENCY
}

fn is_country(mention: &Mention) -> bool {
    mention.entity_type == EntityType::COUNTRY
}

impl<'a> Surroundings<'a> {
    fn lower(&self, at: usize) -> &'a str {
        self.view.lower_at(Some(at))
    }

    /// The body that an agency is a unit of, else its country.
    fn whole_of(&self, agency: &Mention) -> Option<Finding> {
        let inner = self.body_of(agency);
        let country = || {
            let (country, rule) = self.country_of(agency)?;
            Some(part_of(agency, country, rule, 0.85))
        };
        if self.is_of_inner_body(agency) { inner } else { inner.or_else(country) }
    }

    /// The country of an agency, by its name or an owner right before it.
    fn country_of(&self, agency: &Mention) -> Option<(&'a Mention, &'static str)> {
        let named = self.country_inside(agency).map(|inside| self.standing_alone(inside));
        let named = named.or_else(|| self.country_in_front(agency));
        let owner = || Some((self.owning_country(agency)?, "country-owns-body"));
        named.map(|country| (country, "country-in-name")).or_else(owner)
    }

    /// The country with which the name begins, or on which it ends behind "of", or which "of" adds.
    fn country_inside(&self, agency: &Mention) -> Option<&'a Mention> {
        self.here.iter().filter(|inner| is_country(inner)).find(|inner| {
            let end = agency.tokens.end();
            let start = end + 1 + usize::from(self.lower(end + 1) == "the");
            let follows = self.lower(end) == "of" && inner.tokens.start() == start && !inner.is_demonym;
            if follows && inner.nested_in.is_none() {
                return true; // "the Ministry of Health of Peru"
            }
            let leads = inner.tokens.start() == agency.tokens.start();
            let trails = inner.tokens.end() == agency.tokens.end()
                && matches!(self.view.lower_at(inner.tokens.start().checked_sub(1)), "of" | "the");
            inner.nested_in == Some(agency.id) && (leads || trails)
        })
    }

    /// A mention of the same country outside names: it is the better end of a statement.
    fn standing_alone(&self, inside: &'a Mention) -> &'a Mention {
        let is_same = |mention: &&Mention| mention.nested_in.is_none() && mention.canonical == inside.canonical;
        self.all.iter().filter(|mention| is_country(mention)).find(is_same).unwrap_or(inside)
    }

    /// The country in front of a name that is known as a whole, if the article names it elsewhere.
    fn country_in_front(&self, agency: &Mention) -> Option<&'a Mention> {
        let length = agency.tokens.len().saturating_sub(1).min(MAX_LAND_WORDS);
        let words = self.view.words_from(agency.tokens.start(), length);
        let (_, meanings) = self.lexicon.known_name(&words)?;
        let country = meanings.iter().find(|known| known.entity_type == EntityType::COUNTRY)?;
        let is_it = |mention: &&Mention| mention.canonical.as_ref() == Some(&country.canonical);
        self.all.iter().filter(|mention| is_country(mention)).find(is_it)
    }

    /// "Peru's Ministry of Mines": what several states share nobody owns.
    fn owning_country(&self, agency: &Mention) -> Option<&'a Mention> {
        let start = agency.tokens.start();
        let owner = self.within.iter().copied().find(|owner| {
            let possessive = owner.tokens.end() + 1 == start && matches!(self.lower(start - 1), "'s" | "'");
            is_country(owner)
                && owner.kind == MentionKind::Name
                && (possessive || (owner.is_demonym && owner.tokens.end() == start))
        })?;
        agency.canonical.is_none().then_some(owner)
    }
}

fn part_of(part: &Mention, whole: &Mention, rule: &'static str, confidence: f32) -> Finding {
    Finding {
        relation: RelationType::PART_OF,
        subject: part.id,
        object: whole.id,
        status: Status::Asserted,
        attributes: std::collections::BTreeMap::new(),
        trigger: part.provenance.span,
        rule: rule.into(),
        path: "name and the words beside it".to_owned(),
        confidence,
    }
}

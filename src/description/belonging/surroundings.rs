//! Finds what an agency is part of, from its name or the words right next to it.

use crate::description::DescribedLink;
use crate::language::Class;
use crate::lexicon::{Lexicon, WordView};
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, RelationType};

/// The maximum number of words in a country name at the start of an organization's name.
const MAX_LAND_WORDS: usize = 5;

/// A sentence with its mentions, searched for what belongs where.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    pub(super) view: &'a WordView<'a>,
    pub(super) lexicon: &'a Lexicon,
    /// The mentions that are not inside others.
    pub(super) within: &'a [&'a Mention],
    /// All mentions of the sentence.
    pub(super) here: &'a [Mention],
    /// All mentions of the document.
    pub(super) all: &'a [Mention],
}

pub(super) fn is_agency(mention: &Mention) -> bool {
    mention.kind == MentionKind::Name && mention.entity_type == EntityType::AGENCY
}

pub(super) fn is_country(mention: &Mention) -> bool {
    mention.entity_type == EntityType::COUNTRY
}

impl<'a> Surroundings<'a> {
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.view.lower_at(Some(at))
    }

    /// Whether the ending of a possessor is at `at`: "Peru's", "the Philippines'".
    pub(super) fn is_owning(&self, at: usize) -> bool {
        self.view.is(Class::Possessive, at) || self.lower(at) == "'"
    }

    /// The organization that an agency is a unit of, otherwise its country.
    pub(super) fn whole_of(&self, agency: &Mention) -> Option<DescribedLink> {
        let inner = self.body_of(agency);
        let country = || {
            let (country, rule) = self.country_of(agency).filter(|_| !self.is_vague_force(agency))?;
            Some(part_of(agency, country, rule, 0.85))
        };
        if self.is_of_inner_body(agency) { inner } else { inner.or_else(country) }
    }

    /// "The Peruvian forces" may be any part of them.
    fn is_vague_force(&self, agency: &Mention) -> bool {
        let last = agency.tokens.end() - 1;
        let is_qualified =
            last > 0 && self.view.words[last - 1] == self.lower(last - 1) && self.lower(last - 1) != "'s";
        agency.provenance.rule.as_str() == "force-of-country" && self.lower(last) == "forces" && !is_qualified
    }

    /// The country of an agency, from its name or from an owner right before it.
    pub(super) fn country_of(&self, agency: &Mention) -> Option<(&'a Mention, &'static str)> {
        let is_royal = |inside: &Mention| {
            let is_front = inside.tokens.start() == agency.tokens.start() + 1; // "Royal Thai Army"
            is_front && inside.nested_in == Some(agency.id) && self.lower(agency.tokens.start()) == "royal"
        };
        // "Royal" alone does not make a state part of the news.
        let named = self
            .country_inside(agency)
            .map(|inside| (inside, self.standing_alone(inside)))
            .filter(|(inside, alone)| inside.id != alone.id || !is_royal(inside))
            .map(|(_, alone)| alone);
        let named = named.or_else(|| self.country_in_front(agency));
        let owner = || Some((self.owning_country(agency)?, "country-owns-body"));
        named.map(|country| (country, "country-in-name")).or_else(owner)
    }

    /// The country that the name begins with, ends with after "of", or is followed by after "of".
    pub(super) fn country_inside(&self, agency: &Mention) -> Option<&'a Mention> {
        self.here.iter().filter(|inner| is_country(inner)).find(|inner| {
            let end = agency.tokens.end();
            let start = end + 1 + usize::from(self.view.is(Class::DefiniteArticle, end + 1));
            let follows = self.view.is(Class::Of, end) && inner.tokens.start() == start && !inner.is_demonym;
            if follows && inner.nested_in.is_none() {
                return true; // "the Ministry of Health of Peru"
            }
            let before = inner.tokens.start().saturating_sub(1);
            let is_royal = before == agency.tokens.start() && self.lower(before) == "royal"; // "Royal Thai Army"
            let leads = inner.tokens.start() == agency.tokens.start() || is_royal;
            let trails = inner.tokens.end() == agency.tokens.end()
                && matches!(self.view.lower_at(inner.tokens.start().checked_sub(1)), "of" | "the");
            inner.nested_in == Some(agency.id) && (leads || trails)
        })
    }

    /// A mention of the same country outside other names, because that makes a better end of a statement.
    pub(super) fn standing_alone(&self, inside: &'a Mention) -> &'a Mention {
        let is_same = |mention: &&Mention| mention.nested_in.is_none() && mention.canonical == inside.canonical;
        self.all.iter().filter(|mention| is_country(mention)).find(is_same).unwrap_or(inside)
    }

    /// The country at the start of a name that is known as a whole, if the article names the country elsewhere.
    pub(super) fn country_in_front(&self, agency: &Mention) -> Option<&'a Mention> {
        let length = agency.tokens.len().saturating_sub(1).min(MAX_LAND_WORDS);
        let words = self.view.words_from(agency.tokens.start(), length);
        let (_, meanings) = self.lexicon.known_name(&words)?;
        let country = meanings.iter().find(|known| known.entity_type == EntityType::COUNTRY)?;
        let is_it = |mention: &&Mention| mention.canonical.as_ref() == Some(&country.canonical);
        self.all.iter().filter(|mention| is_country(mention)).find(is_it)
    }

    /// "Peru's Ministry of Mines". An agency in the gazetteers, such as the United Nations, has no owner.
    pub(super) fn owning_country(&self, agency: &Mention) -> Option<&'a Mention> {
        let start = agency.tokens.start();
        let owner = self.within.iter().copied().find(|owner| {
            let possessive = owner.tokens.end() + 1 == start && self.is_owning(start - 1);
            is_country(owner)
                && owner.kind == MentionKind::Name
                && (possessive || (owner.is_demonym && owner.tokens.end() == start))
        })?;
        agency.canonical.is_none().then_some(owner)
    }
}

pub(super) fn part_of(part: &Mention, whole: &Mention, rule: &'static str, confidence: f32) -> DescribedLink {
    DescribedLink {
        relation: RelationType::PART_OF,
        subject: part.id,
        object: whole.id,
        position: None,
        trigger: part.provenance.span,
        rule,
        path: "name and the words beside it",
        confidence,
    }
}

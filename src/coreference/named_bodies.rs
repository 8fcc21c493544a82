//! Gives offices the ministries and regional governments that the document names elsewhere.
//!
//! "Estonian Interior Minister Tamm" belongs to the Interior Ministry if the document names the one of Estonia, and
//! "the president of Rewa" to the Rewa government. A ministry of another country never fits.

use std::collections::{BTreeMap, BTreeSet};

use super::noun_bodies::add_noun_bodies;
use super::office_states::add_states;
use crate::analysis::AnalyzedDocument;
use crate::description::Descriptions;
use crate::description::offices::Office;
use crate::ids::MentionId;
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// Words in the names of ministries that do not describe their portfolio.
const FILLERS: [&str; 10] =
    ["of", "for", "the", "and", "federal", "national", "affairs", "s", "ministry", "department"];

/// Adds to each office the ministry, regional government or state that the document names elsewhere.
#[must_use]
pub fn name_organizations(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    described: Descriptions,
    lexicon: &Lexicon,
) -> Descriptions {
    let settled = NamedBodies::new(document, mentions, lexicon).settle(described, mentions);
    let settled = add_noun_bodies(document, mentions, settled, lexicon);
    add_states(document, mentions, settled, lexicon)
}

/// The organizations of one document that its offices may leave out.
#[derive(Debug, Default)]
struct NamedBodies {
    /// Each mention of a ministry, with its portfolio and, if stated, its country.
    ministries: Vec<Ministry>,
    /// The government of each region, by the region's folded name.
    governments: BTreeMap<String, MentionId>,
}

#[derive(Debug)]
struct Ministry {
    portfolio: BTreeSet<String>,
    land: Option<String>,
    mention: MentionId,
}

impl NamedBodies {
    /// Collects the ministries and governments among `mentions`, the mentions of `document`.
    fn new(document: &AnalyzedDocument, mentions: &[Mention], lexicon: &Lexicon) -> Self {
        let mut bodies = Self::default();
        let names = mentions.iter().filter(|mention| {
            mention.kind == MentionKind::Name
                && mention.entity_type == EntityType::AGENCY
                && mention.nested_in.is_none()
        });
        for name in names {
            let words: BTreeSet<&str> = name.norm.split(' ').collect();
            // "Foreign Ministry for Finance" includes the portfolio of one of its officials.
            let runs_on = name.norm.contains(" ministry for ");
            if !runs_on && (words.contains("ministry") || words.contains("department")) {
                bodies.ministries.push(Ministry {
                    portfolio: portfolio_of(name, mentions),
                    land: land_of(document, name, mentions),
                    mention: name.id,
                });
            }
            let is_government = |word: &&str| lexicon.is(Class::Government, word) || *word == "authority";
            if words.iter().any(is_government) {
                let rest = name.norm.split(' ').filter(|word| !is_government(word) && !FILLERS.contains(word));
                let region = rest.collect::<Vec<_>>().join(" ");
                if !region.is_empty() {
                    bodies.governments.entry(region).or_insert(name.id);
                }
            }
        }
        bodies
    }

    /// The offices with their ministries and governments.
    fn settle(&self, described: Descriptions, mentions: &[Mention]) -> Descriptions {
        let lands = lands_by_portfolio(&described, mentions);
        described.map(|office| {
            let body = office.body.map(|id| &mentions[id.index()]);
            if body.is_some_and(|body| body.entity_type != EntityType::COUNTRY) {
                return office;
            }
            let ministry = self.ministry(&office, mentions, &lands);
            let government = || self.government(&mentions[office.land?.index()]);
            Office { body: ministry.or(office.body).or_else(government), ..office }
        })
    }

    /// The government of a region, unless the region is a country.
    fn government(&self, land: &Mention) -> Option<MentionId> {
        let is_like = |region: &str| strsim::jaro_winkler(region, &land.norm) > 0.95;
        let exact = self.governments.get(&land.norm).copied();
        let near = || self.governments.iter().find(|(region, _)| is_like(region)).map(|(_, &id)| id);
        exact.or_else(near).filter(|_| land.entity_type == EntityType::PLACE)
    }

    fn ministry(&self, office: &Office, mentions: &[Mention], lands: &Lands) -> Option<MentionId> {
        let portfolio = portfolio_of_office(office);
        if portfolio.is_empty() {
            return None;
        }
        let equal = || self.ministries.iter().filter(|ministry| ministry.portfolio == portfolio);
        let wider = || self.ministries.iter().filter(|ministry| ministry.portfolio.is_superset(&portfolio));
        let fitting: Vec<&Ministry> = if equal().next().is_some() { equal().collect() } else { wider().collect() };
        let own = land_of_office(office, mentions);
        let told: BTreeSet<&str> = fitting.iter().filter_map(|ministry| ministry.land.as_deref()).collect();
        let claimed = lands.get(&portfolio).map_or(0, BTreeSet::len);
        let of_own_land = |ministry: &&&Ministry| own.is_some() && ministry.land == own;
        let sentence = |id: MentionId| mentions[id.index()].provenance.sentence;
        let in_sentence = |ministry: &&&Ministry| sentence(ministry.mention) == sentence(office.holder);
        match told.len() {
            // If nothing says whose ministry it is, it belongs to the only minister with this portfolio.
            0 if claimed <= 1 => fitting.first().map(|ministry| ministry.mention),
            1 if own.is_none() && claimed <= 1 => fitting.iter().find(in_sentence).map(|ministry| ministry.mention),
            _ => fitting.iter().find(of_own_land).map(|ministry| ministry.mention),
        }
    }
}

/// The countries with an office of each portfolio in the document.
type Lands = BTreeMap<BTreeSet<String>, BTreeSet<String>>;

fn lands_by_portfolio(described: &Descriptions, mentions: &[Mention]) -> Lands {
    let mut lands = Lands::new();
    for office in described.all() {
        if let Some(land) = land_of_office(office, mentions) {
            lands.entry(portfolio_of_office(office)).or_default().insert(land);
        }
    }
    lands
}

fn land_of_office(office: &Office, mentions: &[Mention]) -> Option<String> {
    let land = office.land.or(office.body).map(|id| &mentions[id.index()])?;
    land.canonical.clone().or_else(|| Some(land.norm.clone()))
}

fn portfolio_of_office(office: &Office) -> BTreeSet<String> {
    let words = office.portfolio.iter().filter(|word| !FILLERS.contains(&word.as_str()));
    words.map(|word| stem(word)).collect()
}

fn portfolio_of(ministry: &Mention, mentions: &[Mention]) -> BTreeSet<String> {
    let inside = mentions.iter().filter(|inner| inner.nested_in == Some(ministry.id));
    let lands: BTreeSet<&str> = inside.flat_map(|inner| inner.norm.split(' ')).collect();
    let words = ministry.norm.split(' ').filter(|word| !lands.contains(word) && !FILLERS.contains(word));
    words.map(stem).collect()
}

/// The word in one spelling and number: "defense" as "defence", "sports" as "sport".
fn stem(word: &str) -> String {
    let word = match word {
        "defense" => "defence",
        "labor" => "labour",
        word => word,
    };
    word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word).to_owned()
}

/// The country in a ministry's name or right next to it: "Estonia's Interior Ministry".
fn land_of(document: &AnalyzedDocument, ministry: &Mention, mentions: &[Mention]) -> Option<String> {
    let sentence = document.sentence(ministry.provenance.sentence);
    let word = |at: usize| sentence.tokens.get(at).map_or("", |token| document.surface(token.span));
    let end = ministry.tokens.end();
    let behind = end + 1 + usize::from(word(end + 1) == "the");
    let is_beside = |land: &Mention| {
        let touches = land.tokens.end() == ministry.tokens.start() && land.is_demonym;
        let owns =
            land.tokens.end() + 1 == ministry.tokens.start() && word(land.tokens.end()).ends_with(['s', '\'', '’']);
        let follows = word(end) == "of" && land.tokens.start() == behind;
        land.provenance.sentence == ministry.provenance.sentence && (touches || owns || follows)
    };
    let is_told = |land: &&Mention| land.nested_in == Some(ministry.id) || is_beside(land);
    let countries = mentions.iter().filter(|mention| mention.entity_type == EntityType::COUNTRY);
    let land = countries.filter(|land| land.provenance.sentence == ministry.provenance.sentence).find(is_told)?;
    land.canonical.clone()
}

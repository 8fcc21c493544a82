//! Mentions of one document in, chains out.
//!
//! Sieves from certain to less certain, in the manner of Lee et al. 2013 (Computational Linguistics
//! 39(4), 885-916): equal names, equal gazetteer entries, acronyms that brackets define, parts of a
//! personal name; then descriptions and pronouns. Only mentions of one type are joined.

use std::collections::BTreeMap;

use super::referents::{Referent, Referents};
use super::union::sets;
use super::{CorefChain, CorefLink};
use crate::analysis::AnalyzedDocument;
use crate::ids::{ChainId, MentionId};
use crate::mention::Mention;
use crate::ontology::EntityType;
use crate::relation::RelationMention;

/// Groups the mentions of one document that mean the same thing.
///
/// `mentions` must be those of `document` in text order, `statements` what it says of them. Each name is
/// in exactly one returned chain (a name without company is a chain of one), save lands named only inside
/// the names of bodies; a description or pronoun is in at most one; chains are ordered by their first name.
///
/// # Complexity
/// O(m log m) for m names, and O(p) for each personal name among p that share a word; O(c) for each
/// description, with c chains.
#[must_use]
pub fn find_chains(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    statements: &[RelationMention],
) -> Vec<CorefChain> {
    let names: Vec<&Mention> = mentions.iter().filter(|mention| mention.identifies()).collect();
    let index = NameIndex::new(&names);
    let links: BTreeMap<usize, (usize, CorefLink)> =
        (0..names.len()).filter_map(|at| Some((at, index.antecedent_of(at)?))).collect();
    let pairs = links.iter().map(|(at, (antecedent, _))| (*antecedent, *at));
    let mut groups = sets(names.len(), pairs);
    // A land named only inside the names of bodies is a thing of its own where something is said of it.
    let is_told_of =
        |id: MentionId| statements.iter().any(|statement| statement.subject == id || statement.object == id);
    groups.retain(|group| group.iter().any(|&at| names[at].nested_in.is_none() || is_told_of(names[at].id)));
    let members: Vec<Vec<MentionId>> =
        groups.iter().map(|group| group.iter().map(|&at| names[at].id).collect()).collect();
    let chain = |(id, group): (usize, &Vec<usize>)| CorefChain {
        id: ChainId::new(id),
        entity_type: names[group[0]].entity_type,
        links: group.iter().filter_map(|at| links.get(at)).map(|(_, link)| link.clone()).collect(),
        mentions: members[id].clone(),
    };
    let mut chains: Vec<CorefChain> = groups.iter().enumerate().map(chain).collect();
    for (mention, referent) in Referents::new(document, mentions, &members, statements).resolve() {
        let Referent { chain, antecedent, sieve, confidence } = referent;
        chains[chain].mentions.push(mention);
        chains[chain].links.push(CorefLink { mention, antecedent, sieve: sieve.into(), confidence });
    }
    chains.iter_mut().for_each(|chain| chain.mentions.sort());
    chains
}

/// The names of a document, looked up by what may join them.
struct NameIndex<'a> {
    names: &'a [&'a Mention],
    /// The first name of each type and normal form.
    by_norm: BTreeMap<(EntityType, &'a str), usize>,
    /// The first name of each type and spelling with doubled letters and spaces left out.
    by_spelling: BTreeMap<(EntityType, String), usize>,
    /// The first name of each type and gazetteer entry.
    by_entry: BTreeMap<(EntityType, &'a str), usize>,
    /// The full name of each type and acronym that brackets define.
    by_acronym: BTreeMap<(EntityType, &'a str), usize>,
    /// The different names of bodies, programmes and events by the two and more words on which they end.
    bodies_by_ending: BTreeMap<(EntityType, &'a str), Vec<usize>>,
    /// The different personal names that hold a word, by their first mention.
    persons_by_word: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> NameIndex<'a> {
    fn new(names: &'a [&'a Mention]) -> Self {
        let mut index = Self {
            names,
            by_norm: BTreeMap::new(),
            by_spelling: BTreeMap::new(),
            by_entry: BTreeMap::new(),
            by_acronym: BTreeMap::new(),
            bodies_by_ending: BTreeMap::new(),
            persons_by_word: BTreeMap::new(),
        };
        for (at, name) in names.iter().enumerate() {
            let is_new = *index.by_norm.entry((name.entity_type, &name.norm)).or_insert(at) == at;
            index.by_spelling.entry((name.entity_type, spelling_of(name))).or_insert(at);
            if is_new && (is_body(name) || name.entity_type == EntityType::PLACE) {
                let norm = name.norm.as_str();
                let parts = norm.match_indices(' ').map(|(space, _)| (&norm[..space], &norm[space + 1..]));
                // "The Fijian Navy" is no "Command of the Fijian Navy".
                let is_whole = |before: &str| !before.ends_with(" of") && !before.ends_with(" the");
                for (_, ending) in parts.filter(|(before, ending)| is_whole(before) && ending.contains(' ')) {
                    index.bodies_by_ending.entry((name.entity_type, ending)).or_default().push(at);
                }
            }
            let full = name.stands_for.and_then(|full| names.binary_search_by_key(&full, |other| other.id).ok());
            if let Some(full) = full {
                index.by_acronym.entry((name.entity_type, &name.norm)).or_insert(full);
            }
            if let Some(entry) = &name.canonical {
                index.by_entry.entry((name.entity_type, entry)).or_insert(at);
            }
            if is_new && name.entity_type == EntityType::PERSON {
                for word in name.norm.split(' ') {
                    index.persons_by_word.entry(word).or_default().push(at);
                }
            }
        }
        index
    }

    /// The name that `names[at]` is joined to, by the first sieve that decides.
    fn antecedent_of(&self, at: usize) -> Option<(usize, CorefLink)> {
        let mention = self.names[at];
        let link = |antecedent: usize, sieve: &'static str, confidence| {
            let other: MentionId = self.names[antecedent].id;
            Some((antecedent, CorefLink { mention: mention.id, antecedent: other, sieve: sieve.into(), confidence }))
        };
        let earlier = |found: Option<&usize>| found.copied().filter(|&found| found < at);
        if let Some(first) = earlier(self.by_norm.get(&(mention.entity_type, mention.norm.as_str()))) {
            return link(first, "same-name", 0.99);
        }
        let entry = mention.canonical.as_deref().map(|entry| (mention.entity_type, entry));
        if let Some(first) = earlier(entry.and_then(|entry| self.by_entry.get(&entry))) {
            return link(first, "same-entry", 0.97);
        }
        let spelling = (mention.entity_type, spelling_of(mention));
        if let Some(first) = earlier(self.by_spelling.get(&spelling)) {
            return link(first, "spelling", 0.9);
        }
        // A headline uses the acronym before the article defines it.
        if let Some(&name) = self.by_acronym.get(&(mention.entity_type, mention.norm.as_str())) {
            return link(name, "acronym", 0.97);
        }
        let fuller = self.fuller_name(mention)?;
        if fuller < at { link(fuller, "short-name", 0.9) } else { link(fuller, "name-part", 0.85) }
    }

    /// The only person whose name contains all words of this one, anywhere in the document; for bodies,
    /// programmes and events the only one whose name ends on it.
    ///
    /// Two different such persons leave it open; each must be named by more words.
    fn fuller_name(&self, mention: &Mention) -> Option<usize> {
        if mention.entity_type != EntityType::PERSON {
            // "The Joint Rescue Centre" is the only "Suva Joint Rescue Centre" of the article.
            let ending = self.bodies_by_ending.get(&(mention.entity_type, mention.norm.as_str()));
            return ending.filter(|fuller| fuller.len() == 1).map(|fuller| fuller[0]);
        }
        let words = words(mention);
        let sharing = self.persons_by_word.get(words[0])?;
        let is_fuller = |at: &usize| {
            let more = self::words(self.names[*at]);
            more.len() > words.len() && is_part(&words, &more)
        };
        let fuller: Vec<usize> = sharing.iter().copied().filter(is_fuller).collect();
        let longest = fuller.iter().copied().max_by_key(|at| (self.names[*at].norm.len(), std::cmp::Reverse(*at)))?;
        let full = self::words(self.names[longest]);
        fuller.iter().all(|at| is_part(&self::words(self.names[*at]), &full)).then_some(longest)
    }
}

/// Words with two usual spellings, and the one that stands for both.
const SPELLINGS: [(&str, &str); 5] = [
    ("center", "centre"),
    ("program", "programme"),
    ("defense", "defence"),
    ("organization", "organisation"),
    ("labor", "labour"),
];

fn is_body(mention: &Mention) -> bool {
    !matches!(mention.entity_type, EntityType::PERSON | EntityType::COUNTRY | EntityType::PLACE)
}

/// The simple spelling; for bodies, programmes and events also without spelling variants of single words
/// and plurals within: "Rescue Operation Center" and "Rescue Operations Centre". "Rescue Operations Centres" are
/// several, while "Recovery Programmes" is but another way to speak of the programme.
fn spelling_of(mention: &Mention) -> String {
    if !is_body(mention) || !mention.norm.contains(' ') {
        return simple_spelling(&mention.norm);
    }
    let last = mention.norm.rsplit(' ').next().unwrap_or_default();
    let keeps_plural = !matches!(mention.entity_type, EntityType::PROGRAMME | EntityType::EVENT);
    let word = |word: &str| {
        let singular = word
            .strip_suffix('s')
            .filter(|rest| rest.len() > 3 && !rest.ends_with(['s', 'i', 'u']) && !(keeps_plural && word == last));
        let singular = singular.unwrap_or(word);
        let usual = SPELLINGS.iter().find(|(variant, _)| *variant == singular);
        usual.map_or(singular, |(_, usual)| *usual).to_owned()
    };
    simple_spelling(&mention.norm.split(' ').map(word).collect::<Vec<_>>().join(" "))
}

/// The letters of a name without doubling and spaces: "Al-Shabaab" and "al Shabab", "Yussuf" and "Yusuf"
/// are the same. Short names keep their letters, since "Ana" and "Anna" may be two.
fn simple_spelling(norm: &str) -> String {
    if norm.chars().count() < 6 {
        return norm.to_owned();
    }
    let mut simple = String::with_capacity(norm.len());
    for c in norm.chars().filter(|c| *c != ' ') {
        if !simple.ends_with(c) || c.is_numeric() {
            simple.push(c);
        }
    }
    simple
}

fn words(mention: &Mention) -> Vec<&str> {
    mention.norm.split(' ').collect()
}

/// Whether the words of a short form stand in the full name, in order.
fn is_part(short: &[&str], full: &[&str]) -> bool {
    let mut rest = full.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, read_document};

    /// The chains of `text`, as surface forms.
    fn chains(text: &str) -> Vec<Vec<String>> {
        let record = read_document(Document::from_text("test", text), &Settings::default());
        let surface = |id: &MentionId| record.document.surface(record.mentions[id.index()].provenance.span).to_owned();
        record.chains.iter().map(|chain| chain.mentions.iter().map(surface).collect()).collect()
    }

    #[test]
    fn a_surname_joins_the_full_name() {
        let text = "Minister Kaarel Tammsoo spoke. Tammsoo left. Mr. Tammsoo flew.";
        assert_eq!(chains(text), [["Kaarel Tammsoo", "Tammsoo", "Tammsoo"]]);
    }

    #[test]
    fn doubled_letters_make_no_other_name() {
        let text = "Minister Yussuf Kamara arrived. Minister Yusuf Kamara left.";
        assert_eq!(chains(text), [["Yussuf Kamara", "Yusuf Kamara"]]);
    }

    #[test]
    fn an_ambiguous_surname_stays_apart() {
        let text = "Minister Kaarel Tamm met Minister Liina Tamm. Mr. Tamm spoke.";
        assert_eq!(chains(text), [["Kaarel Tamm"], ["Liina Tamm"], ["Tamm"]]);
    }

    #[test]
    fn acronym_and_expansion_are_one() {
        let text = "KRG leaves. The Karnali River Guard (KRG) left. The KRG returned.";
        assert_eq!(chains(text), [["KRG", "Karnali River Guard", "KRG", "KRG"]]);
    }

    #[test]
    fn the_names_of_a_country_are_one() {
        assert_eq!(
            chains("The U.S. and the United States and American ships."),
            [["U.S.", "United States", "American"]]
        );
    }

    #[test]
    fn pronouns_mean_the_subject_if_nobody_else_fits() {
        let text =
            "Ms. Moana Tui arrived in Lima. She met President Tika Oli. Mr. Jan Novak and Mr. Ivo Kask spoke. He left.";
        assert_eq!(chains(text)[0], ["Moana Tui", "She"]);
        assert!(chains(text).iter().all(|chain| !chain.contains(&"He".to_owned())), "{:?}", chains(text));
    }

    #[test]
    fn an_office_means_the_one_who_holds_it() {
        let text = "Estonian Foreign Minister Kaarel Tamm met Peruvian Trade Minister Ana Quispe in Lima. \
                    The Estonian minister praised the talks, and the minister left.";
        let found = chains(text);
        let tamm = found.iter().find(|chain| chain[0] == "Kaarel Tamm").unwrap();
        assert_eq!(tamm[..], ["Kaarel Tamm", "minister"], "the second minister may be either");
    }

    #[test]
    fn a_body_is_meant_by_its_noun() {
        let text = "The Baltic Institute for Trade trained clerks. In May the institute opened a school. The next institute will stay.";
        assert_eq!(chains(text), [["Baltic Institute for Trade", "institute"]]);
    }

    #[test]
    fn a_body_is_meant_by_the_end_of_its_name() {
        let text = "The Karnali Joint Rescue Centre opened. The Joint Rescue Centre trained clerks.";
        assert_eq!(chains(text), [["Karnali Joint Rescue Centre", "Joint Rescue Centre"]]);
        let command = "He left the Command of the Karnali River Guard. The Karnali River Guard stayed.";
        assert_eq!(chains(command).len(), 2, "a command is no guard: {:?}", chains(command));
    }

    #[test]
    fn a_described_event_is_meant_by_its_noun_and_by_event() {
        let text = "Kaarel Tamm opened a two-day workshop on Monday. The workshop ended, and the event was a success.";
        let found = chains(text);
        assert!(found.contains(&["two-day workshop", "workshop", "event"].map(str::to_owned).to_vec()), "{found:?}");
    }
}

//! Mentions of one document in, chains out.
//!
//! Sieves from certain to less certain, in the manner of Lee et al. 2013 (Computational Linguistics
//! 39(4), 885-916): equal names, equal gazetteer entries, acronyms that brackets define, parts of a
//! personal name. Only mentions of one type are joined.

use super::union::sets;
use super::{CorefChain, CorefLink};
use crate::ids::{ChainId, MentionId};
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// Groups the names among `mentions`; nominals and pronouns are in no chain.
///
/// `mentions` must be those of one document in text order. Each name is in exactly one returned
/// chain (a name without company is a chain of one); chains are ordered by their first mention.
///
/// # Complexity
/// O(m²) comparisons for m names.
#[must_use]
pub fn find_chains(mentions: &[Mention]) -> Vec<CorefChain> {
    let names: Vec<&Mention> = mentions.iter().filter(|mention| mention.kind == MentionKind::Name).collect();
    let links: Vec<(usize, usize, CorefLink)> =
        (0..names.len()).filter_map(|index| antecedent_of(&names, index)).collect();
    let pairs = links.iter().map(|(index, antecedent, _)| (*antecedent, *index));
    let chain = |(id, members): (usize, Vec<usize>)| CorefChain {
        id: ChainId::new(id),
        entity_type: names[members[0]].entity_type,
        links: links.iter().filter(|(index, ..)| members.contains(index)).map(|(.., link)| link.clone()).collect(),
        mentions: members.into_iter().map(|index| names[index].id).collect(),
    };
    sets(names.len(), pairs).into_iter().enumerate().map(chain).collect()
}

/// The mention that `names[index]` is joined to, by the first sieve that decides.
fn antecedent_of(names: &[&Mention], index: usize) -> Option<(usize, usize, CorefLink)> {
    let mention = names[index];
    let candidates = || names.iter().enumerate().filter(|(_, other)| other.entity_type == mention.entity_type);
    let earlier = || candidates().take_while(|(at, _)| *at < index);
    let link = |antecedent: usize, sieve: &'static str, confidence| {
        let other: MentionId = names[antecedent].id;
        (index, antecedent, CorefLink { mention: mention.id, antecedent: other, sieve: sieve.into(), confidence })
    };
    if let Some((at, _)) = earlier().find(|(_, other)| other.norm == mention.norm) {
        return Some(link(at, "same-name", 0.99));
    }
    if let Some((at, _)) =
        earlier().find(|(_, other)| other.canonical.is_some() && other.canonical == mention.canonical)
    {
        return Some(link(at, "same-entry", 0.97));
    }
    if let Some((at, _)) = candidates().find(|(_, other)| mention.stands_for == Some(other.id)) {
        return Some(link(at, "acronym", 0.97));
    }
    if mention.entity_type != EntityType::PERSON {
        return None;
    }
    fuller_name(names, index)
        .map(|at| if at < index { link(at, "short-name", 0.9) } else { link(at, "name-part", 0.85) })
}

/// The only person whose name contains all words of this one, anywhere in the document.
///
/// Two different such persons leave it open; one of them must be named by more words.
fn fuller_name(names: &[&Mention], index: usize) -> Option<usize> {
    let words: Vec<&str> = names[index].norm.split(' ').collect();
    let fuller = names.iter().enumerate().filter(|(_, other)| {
        let more: Vec<&str> = other.norm.split(' ').collect();
        other.entity_type == EntityType::PERSON && more.len() > words.len() && is_part(&words, &more)
    });
    let fuller: Vec<(usize, &&Mention)> = fuller.collect();
    let (first, longest) = fuller.iter().max_by_key(|(at, other)| (other.norm.len(), std::cmp::Reverse(*at)))?;
    let longest: Vec<&str> = longest.norm.split(' ').collect();
    let is_one = fuller.iter().all(|(_, other)| is_part(&other.norm.split(' ').collect::<Vec<_>>(), &longest));
    is_one.then_some(*first)
}

/// Whether the words of a short form stand in the full name, in order.
fn is_part(short: &[&str], full: &[&str]) -> bool {
    let mut rest = full.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::document::Document;
    use crate::mention::detect_mentions;

    /// The chains of `text`, as surface forms.
    fn chains(text: &str) -> Vec<Vec<String>> {
        let document = analyze(Document::from_text("test", text));
        let mentions = detect_mentions(&document);
        let surface = |id: &MentionId| document.surface(mentions[id.index()].provenance.span).to_owned();
        find_chains(&mentions).iter().map(|chain| chain.mentions.iter().map(surface).collect()).collect()
    }

    #[test]
    fn a_surname_joins_the_full_name() {
        let text = "Minister Kaarel Tammsoo spoke. Tammsoo left. Mr. Tammsoo flew.";
        assert_eq!(chains(text), [["Kaarel Tammsoo", "Tammsoo", "Tammsoo"]]);
    }

    #[test]
    fn an_ambiguous_surname_stays_apart() {
        let text = "Minister Kaarel Tamm met Minister Liina Tamm. Mr. Tamm spoke.";
        assert_eq!(chains(text), [["Kaarel Tamm"], ["Liina Tamm"], ["Tamm"]]);
    }

    #[test]
    fn acronym_and_expansion_are_one() {
        let text = "The Nepal River Guard (NRG) left. The NRG returned.";
        assert_eq!(chains(text), [["Nepal River Guard", "NRG", "NRG"]]);
    }

    #[test]
    fn the_names_of_a_country_are_one() {
        assert_eq!(
            chains("The U.S. and the United States and American ships."),
            [["U.S.", "United States", "American"]]
        );
    }
}

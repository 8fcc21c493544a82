//! Aligns found mentions with annotated noun phrases.
//!
//! whomet finds bare names ("Kaarel Tamm"), while treebanks annotate whole noun phrases ("Minister Kaarel Tamm, who
//! arrived"). A found mention therefore matches an annotated one if it lies within the noun phrase and contains its
//! head word. The rule is the same for names, descriptions and pronouns, and for every system that is scored.

use super::gum::{GumChain, GumMention};
use crate::span::{Byte, Span};

/// A mention of either side; matching mentions are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlignedMention {
    /// An annotated mention, by its index among those of the document.
    Annotated(usize),
    /// A found mention without an annotated one, by its index among those found.
    Spurious(usize),
}

/// Chains of aligned mentions, in the order in which they were given.
pub type AlignedChains = Vec<Vec<AlignedMention>>;

/// Aligns the chains of one document: those found first, the annotated ones second.
///
/// Each mention matches at most one. Of several candidates, the one whose ends are nearest to those of the head with
/// its name parts is preferred, then the one nearest to the whole noun phrase, then the first in the text.
///
/// # Complexity
/// O(f·a) for f mentions found and a annotated.
#[must_use]
pub fn align(found: &[Vec<Span<Byte>>], annotated: &[GumChain]) -> (AlignedChains, AlignedChains) {
    let spans: Vec<Span<Byte>> = found.iter().flatten().copied().collect();
    let mentions: Vec<GumMention> = annotated.iter().flat_map(|chain| chain.mentions.iter().copied()).collect();
    let partners = partners(&spans, &mentions);
    let identity = |at: usize| partners[at].map_or(AlignedMention::Spurious(at), AlignedMention::Annotated);
    let found = numbered(found.iter().map(Vec::len), identity);
    let annotated = numbered(annotated.iter().map(|chain| chain.mentions.len()), AlignedMention::Annotated);
    (found, annotated)
}

/// The annotated chain that each found mention belongs to, by its number; `None` where none is annotated.
#[must_use]
pub fn annotated_chains(found: &[Span<Byte>], annotated: &[GumChain]) -> Vec<Option<usize>> {
    let mentions: Vec<GumMention> = annotated.iter().flat_map(|chain| chain.mentions.iter().copied()).collect();
    let chains = annotated.iter().enumerate().flat_map(|(at, chain)| chain.mentions.iter().map(move |_| at));
    let chain_of: Vec<usize> = chains.collect();
    partners(found, &mentions).into_iter().map(|partner| partner.map(|at| chain_of[at])).collect()
}

/// Chains of these lengths, their mentions numbered from 0 throughout.
fn numbered(lengths: impl Iterator<Item = usize>, identity: impl Fn(usize) -> AlignedMention) -> AlignedChains {
    let mut at = 0;
    let chain = |length: usize| {
        at += length;
        (at - length..at).map(&identity).collect()
    };
    lengths.map(chain).collect()
}

/// The annotated mention of each found one.
fn partners(found: &[Span<Byte>], annotated: &[GumMention]) -> Vec<Option<usize>> {
    let mut pairs = Vec::new();
    for (f, span) in found.iter().enumerate() {
        for (a, mention) in annotated.iter().enumerate() {
            if mention.span.contains(*span) && span.contains(mention.head) {
                let distances = (distance(*span, mention.name), distance(*span, mention.span));
                pairs.push((distances, span.start(), f, a));
            }
        }
    }
    pairs.sort_unstable();
    let mut partners = vec![None; found.len()];
    let mut taken = vec![false; annotated.len()];
    for (_, _, f, a) in pairs {
        if partners[f].is_none() && !taken[a] {
            (partners[f], taken[a]) = (Some(a), true);
        }
    }
    partners
}

/// Bytes between the starts and between the ends.
fn distance(a: Span<Byte>, b: Span<Byte>) -> usize {
    a.start().abs_diff(b.start()) + a.end().abs_diff(b.end())
}

#[cfg(test)]
mod tests {
    use super::super::gum::GumType;
    use super::AlignedMention::{Annotated, Spurious};
    use super::*;

    const TEXT: &str = "Minister Kaarel Tamm of Estonia left";

    fn span(surface: &str) -> Span<Byte> {
        let start = TEXT.find(surface).unwrap();
        Span::new(start, start + surface.len())
    }

    fn chain(mentions: &[[&str; 3]]) -> GumChain {
        let mention = |[whole, name, head]: &[&str; 3]| GumMention {
            span: span(whole),
            name: span(name),
            head: span(head),
            is_name: true,
        };
        GumChain { entity_type: GumType::Person, mentions: mentions.iter().map(mention).collect() }
    }

    fn annotated() -> [GumChain; 2] {
        [
            chain(&[["Minister Kaarel Tamm of Estonia", "Kaarel Tamm", "Kaarel"]]),
            chain(&[["Estonia", "Estonia", "Estonia"]]),
        ]
    }

    fn aligned(found: &[&str]) -> AlignedChains {
        align(&[found.iter().map(|surface| span(surface)).collect()], &annotated()).0
    }

    #[test]
    fn a_name_stands_for_the_noun_phrase_around_it() {
        assert_eq!(aligned(&["Kaarel Tamm", "Estonia"]), [[Annotated(0), Annotated(1)]]);
        assert_eq!(aligned(&["Minister Kaarel Tamm"]), [[Annotated(0)]]);
    }

    #[test]
    fn a_mention_without_the_head_or_beyond_the_phrase_stands_for_nothing() {
        assert_eq!(aligned(&["Tamm", "Estonia left"]), [[Spurious(0), Spurious(1)]]);
    }

    #[test]
    fn of_two_mentions_of_one_phrase_the_nearest_to_the_name_is_taken() {
        assert_eq!(aligned(&["Minister Kaarel", "Kaarel Tamm"]), [[Spurious(0), Annotated(0)]]);
    }

    #[test]
    fn of_two_phrases_with_one_head_the_smaller_is_taken() {
        let phrases = [chain(&[
            ["Minister Kaarel Tamm of Estonia", "Kaarel Tamm", "Kaarel"],
            ["Kaarel Tamm", "Kaarel Tamm", "Kaarel"],
        ])];
        assert_eq!(align(&[vec![span("Kaarel Tamm")]], &phrases).0, [[Annotated(1)]]);
    }

    #[test]
    fn each_mention_knows_its_annotated_chain() {
        let found = ["Estonia", "left", "Kaarel Tamm"].map(span);
        assert_eq!(annotated_chains(&found, &annotated()), [Some(1), None, Some(0)]);
    }

    #[test]
    fn annotated_mentions_are_numbered_throughout() {
        assert_eq!(align(&[], &annotated()).1, [[Annotated(0)], [Annotated(1)]]);
    }
}

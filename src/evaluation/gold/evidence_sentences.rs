//! Finds the sentences that an annotation quotes as evidence.

use crate::analysis::AnalyzedDocument;
use crate::ids::SentenceId;
use crate::span::{Byte, Span};

/// The text with each run of white space as one space, and none at its ends.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentences that the first occurrence of `evidence` overlaps; none if it does not stand in the document.
pub(super) fn sentences_of(document: &AnalyzedDocument, evidence: &str) -> Vec<SentenceId> {
    let Some(place) = place_of(evidence, &document.document.text) else { return Vec::new() };
    let is_quoted = |id: &SentenceId| document.sentence(*id).span.overlaps(place);
    (0..document.sentences.len()).map(SentenceId::new).filter(is_quoted).collect()
}

/// Where `passage` first stands in `text`, if white space does not matter.
fn place_of(passage: &str, text: &str) -> Option<Span<Byte>> {
    let passage = squeezed(passage);
    let squeezed_text = squeezed(text);
    let at = squeezed_text.find(&passage).filter(|_| !passage.is_empty())?;
    // The letters are the same in both texts, so they are counted.
    let letters = |part: &str| part.bytes().filter(|&byte| byte != b' ').count();
    let (first, length) = (letters(&squeezed_text[..at]), letters(&passage));
    let bytes = |(at, c): (usize, char)| at..at + c.len_utf8();
    let places: Vec<usize> = text.char_indices().filter(|(_, c)| !c.is_whitespace()).flat_map(bytes).collect();
    Some(Span::new(places[first], places[first + length - 1] + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_found_across_other_white_space() {
        let text = "A  first.\n\nSão  Tomé\n met Peru. São Tomé left.";
        let place = place_of(" São Tomé met  Peru.", text).unwrap();
        assert_eq!(place.slice(text), "São  Tomé\n met Peru.");
        assert_eq!(place_of("São Tomé met Fiji.", text), None);
        assert_eq!(place_of(" ", text), None);
    }
}

//! The tagger and its model.

use crate::analysis::model_file::{ModelError, ModelKind, ModelReader};
use crate::analysis::network::{
    COLUMNS, Network, Part, Rows, Task, Tensor, Vocabulary, WIDTH, WordLayers, add_products,
};
use crate::analysis::tag::Tag;

/// Finds the part of speech of each word of a sentence.
///
/// # Example
/// ```
/// use whomet::analysis::{Tagger, TaggerScratch};
///
/// let mut tags = Vec::new();
/// let tagger = Tagger::shipped();
/// tagger.tag(&["Museveni", "met", "Kagame", "."], &mut TaggerScratch::default(), &mut tags);
/// let xpos: Vec<&str> = tags.iter().map(|tag| tag.xpos.as_str()).collect();
/// assert_eq!(xpos, ["NNP", "VBD", "NNP", "."]);
/// ```
pub struct Tagger {
    vocabulary: Vocabulary,
    network: Network,
    classes: Vec<Tag>,
}

/// Buffers of the tagger, reused between sentences.
#[derive(Default)]
pub struct TaggerScratch {
    word: String,
    rows: Vec<Rows>,
    layers: WordLayers,
    scores: Tensor,
}

impl Tagger {
    /// Reads a model that `training::train_tagger` made.
    ///
    /// # Errors
    /// [`ModelError`] if `bytes` are not such a model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut input = ModelReader::new(bytes, ModelKind::Tagger)?;
        let count = input.count()?;
        let classes = (0..count)
            .map(|_| Tag::from_code(input.number()?).ok_or(ModelError::Damaged { what: "a tag" }))
            .collect::<Result<Vec<_>, _>>()?;
        if classes.is_empty() {
            return Err(ModelError::Damaged { what: "the list of tags" });
        }
        let vocabulary = Vocabulary::read(&mut input)?;
        let network = Network::read(vocabulary.rows().0, task(classes.len()), &mut input)?;
        Ok(Self { vocabulary, network, classes })
    }

    /// Whether the training data has `word` often enough to know its tags.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.vocabulary.knows(word)
    }

    /// Replaces `tags` by the tags of the sentence `forms`, one per form, in text order.
    ///
    /// # Complexity
    /// O(n) for n forms.
    pub fn tag(&self, forms: &[&str], scratch: &mut TaggerScratch, tags: &mut Vec<Tag>) {
        let TaggerScratch { word, rows, layers, scores } = scratch;
        self.vocabulary.look_up(forms, None, word, rows);
        layers.embed(&self.network, self.vocabulary.vectors, rows);
        layers.contextualize(&self.network);
        score_classes(&self.network, layers, scores);
        tags.clear();
        tags.extend((0..forms.len()).map(|at| self.classes[best_class(&scores.row(at)[..self.classes.len()])]));
    }
}

/// The task of a network with so many classes.
pub(crate) fn task(classes: usize) -> Task {
    Task::Tag { classes: classes.next_multiple_of(COLUMNS) }
}

/// Computes the scores of the classes of every word.
pub(crate) fn score_classes(network: &Network, layers: &WordLayers, scores: &mut Tensor) {
    let bias = network[Part::ClassBias].row(0);
    scores.fill_with_rows(layers.context.data.len() / WIDTH, bias);
    add_products(&layers.context.data, WIDTH, &network[Part::Class].data, bias.len(), &mut scores.data);
}

/// The class with the highest score, the first of equal ones.
pub(crate) fn best_class(scores: &[f32]) -> usize {
    let mut best = 0;
    for (class, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = class;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xpos(tagger: &Tagger, forms: &[&str]) -> Vec<&'static str> {
        let mut tags = Vec::new();
        tagger.tag(forms, &mut TaggerScratch::default(), &mut tags);
        tags.iter().map(|tag| tag.xpos.as_str()).collect()
    }

    #[test]
    fn the_shipped_model_tags_names_and_verbs() {
        let tagger = Tagger::shipped();
        let forms = ["The", "Ugandan", "army", "has", "sent", "soldiers", "to", "Jinja", "."];
        assert_eq!(xpos(&tagger, &forms), ["DT", "JJ", "NN", "VBZ", "VBN", "NNS", "IN", "NNP", "."]);
    }

    #[test]
    fn a_headline_in_capitals_is_not_all_names() {
        let tags = xpos(&Tagger::shipped(), &["UGANDA", "SENDS", "TROOPS", "TO", "SOMALIA"]);
        assert_eq!(tags[..3], ["NNP", "VBZ", "NNS"]);
    }

    #[test]
    fn odd_words_are_tagged_without_panic() {
        let long = "x".repeat(100_000);
        assert_eq!(xpos(&Tagger::shipped(), &["", "\u{0}", "\u{202e}\u{1f600}", &long]).len(), 4);
        assert!(xpos(&Tagger::shipped(), &[]).is_empty());
    }
}

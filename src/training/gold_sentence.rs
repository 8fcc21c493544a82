//! Sentences of a treebank to learn from.

use crate::analysis::conllu;
use crate::analysis::labels::{Deprel, TokenId, UnknownLabel, Upos};
use crate::analysis::tag::{Tag, UnknownXpos, Xpos};
use crate::analysis::tree::{DepTree, TreeError};
use crate::stable_random::Random;

/// A sentence whose annotation cannot be learned.
#[derive(Debug, thiserror::Error)]
#[error("sentence \"{sentence}\": {problem}")]
pub struct TreebankError {
    sentence: String,
    problem: TreebankProblem,
}

/// What is wrong with a sentence of a treebank.
#[derive(Debug, thiserror::Error)]
enum TreebankProblem {
    #[error("word {word}: {source}")]
    Label { word: usize, source: UnknownLabel },
    #[error("word {word}: {source}")]
    Xpos { word: usize, source: UnknownXpos },
    #[error("{0}")]
    Tree(TreeError),
}

/// A sentence with its correct tags, lemmas and tree; all lists have one entry per token.
#[derive(Debug, Clone)]
pub struct GoldSentence {
    /// Surface forms.
    pub forms: Vec<String>,
    /// Lemmas.
    pub lemmas: Vec<String>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// Dependency tree.
    pub tree: DepTree,
}

impl GoldSentence {
    /// Reads the annotation of `sentence`.
    ///
    /// # Errors
    /// [`TreebankError`] if a tag or label is unknown or the heads do not form a tree.
    pub fn new(sentence: &conllu::Sentence) -> Result<Self, TreebankError> {
        Self::read(sentence).map_err(|problem| {
            let name = sentence.comment("sent_id").or(sentence.comment("text")).unwrap_or_default();
            TreebankError { sentence: name.to_owned(), problem }
        })
    }

    fn read(sentence: &conllu::Sentence) -> Result<Self, TreebankProblem> {
        let (mut tags, mut heads, mut deprels) = (Vec::new(), Vec::new(), Vec::new());
        for (at, word) in sentence.words.iter().enumerate() {
            let label = |source| TreebankProblem::Label { word: at + 1, source };
            let upos: Upos = word.upos.parse().map_err(label)?;
            let xpos: Xpos = word.xpos.parse().map_err(|source| TreebankProblem::Xpos { word: at + 1, source })?;
            tags.push(Tag { upos, xpos });
            heads.push(word.head.and_then(|head| head.checked_sub(1)).map(TokenId));
            deprels.push(word.deprel.parse::<Deprel>().map_err(label)?);
        }
        let tree = DepTree::new(heads, deprels).map_err(TreebankProblem::Tree)?;
        let forms = sentence.words.iter().map(|word| word.form.clone()).collect();
        let lemmas = sentence.words.iter().map(|word| word.lemma.clone()).collect();
        Ok(Self { forms, lemmas, tags, tree })
    }

    /// The surface forms as the analysis takes them.
    #[must_use]
    pub fn surfaces(&self) -> Vec<&str> {
        self.forms.iter().map(String::as_str).collect()
    }
}

/// Copies of every `every`-th sentence in capitals, as headlines are set.
///
/// Which sentences are copied follows from a fixed seed. Without them, a model that has seen capitals
/// on names only takes "UGANDA SENDS TROOPS" for three names.
pub(crate) fn set_in_capitals(sentences: &[GoldSentence], every: u64) -> Vec<GoldSentence> {
    let mut random = Random::new(0x4845_4144);
    let chosen = sentences.iter().filter(|_| random.next().is_multiple_of(every));
    let capitals = |sentence: &GoldSentence| {
        let forms = sentence.forms.iter().map(|form| form.to_uppercase()).collect();
        GoldSentence { forms, ..sentence.clone() }
    };
    chosen.map(capitals).collect()
}

/// A handful of sentences for the tests of training.
#[cfg(test)]
pub(crate) fn sample() -> Vec<GoldSentence> {
    let text = "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\t_\n\
        3\thim\the\tPRON\tPRP\t_\t2\tobj\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n\
        1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n2\tarmy\tarmy\tNOUN\tNN\t_\t3\tnsubj\t_\t_\n\
        3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n\
        1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n";
    let sentences = conllu::read(text.repeat(4).as_bytes()).unwrap();
    sentences.iter().map(|sentence| GoldSentence::new(sentence).unwrap()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(id: &str, form: &str) -> conllu::Sentence {
        let text = format!("# newdoc id = {id}\n1\t{form}\t{form}\tVERB\tVB\t_\t0\troot\t_\t_\n\n");
        conllu::read(text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn an_unknown_label_is_reported_with_its_sentence() {
        let mut broken = sentence("a", "go");
        broken.words[0].deprel = "head".to_owned();
        let message = GoldSentence::new(&broken).unwrap_err().to_string();
        assert!(message.starts_with("sentence \"\": word 1: unknown dependency relation \"head\""));
    }
}

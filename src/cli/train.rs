//! `whomet train`: annotated sentences in, a model file out.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use whomet::analysis::conllu::{self, Sentence};
use whomet::corpus::DocumentList;
use whomet::training::{
    GoldSentence, ParserOptions, Progress, TaggerOptions, jackknife_tags, read_text, train_lemmatizer, train_parser,
    train_tagger,
};

use super::report::Reporter;
use super::train_names::TrainNames;
use super::{CliError, Outcome, read_string};

const EXAMPLES: &str = "\
Examples:
  whomet train tagger en_ewt-ud-train.conllu -o models/tagger.bin
  whomet build articles/ --models models -o graph.json

CONTRIBUTING.md has the commands that made the shipped models.";

/// What to train.
#[derive(Debug, Subcommand)]
#[command(after_help = EXAMPLES)]
pub(crate) enum TrainCommand {
    /// Train the part-of-speech tagger.
    Tagger(TrainArguments),
    /// Train the lemmatizer.
    Lemmatizer(TrainArguments),
    /// Train the dependency parser, with tags as a tagger would give them.
    Parser(TrainArguments),
    /// Train the name finder.
    Names(TrainNames),
}

/// The models that are trained on treebanks.
#[derive(Clone, Copy)]
enum Model {
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

    /// More text for the parser to learn the use of words from: a word a line (what follows a tab is
    /// ignored), an empty line after each sentence.
    #[arg(long, value_name = "FILE")]
    text: Vec<PathBuf>,

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

/// Parts into which the data is cut to tag each part by a tagger that did not learn from it.
const FOLDS: usize = 5;

pub(super) fn run(command: &TrainCommand) -> Result<Outcome, CliError> {
    let (arguments, model) = match command {
        TrainCommand::Names(names) => return names.run(),
        TrainCommand::Tagger(arguments) => (arguments, Model::Tagger),
        TrainCommand::Lemmatizer(arguments) => (arguments, Model::Lemmatizer),
        TrainCommand::Parser(arguments) => (arguments, Model::Parser),
    };
    let reporter = Reporter::new(arguments.quiet);
    let sentences = read_all(arguments)?;
    let words: usize = sentences.iter().map(|sentence| sentence.forms.len()).sum();
    reporter.note(&format!("{} sentences, {words} words", sentences.len()));
    let mut progress = |progress: Progress| {
        let Progress { step, round, rounds, accuracy } = progress;
        reporter.note(&format!("{step}: round {round} of {rounds}, {:.2} % right", accuracy * 100.0));
    };
    let bytes = match model {
        Model::Tagger => train_tagger(&sentences, &TaggerOptions::default(), &mut progress),
        Model::Lemmatizer => train_lemmatizer(&sentences),
        Model::Parser => {
            let mut text = Vec::new();
            for path in &arguments.text {
                text.extend(read_text(&read_string(path)?));
            }
            let tags = jackknife_tags(&sentences, FOLDS, &TaggerOptions::default(), &mut progress);
            train_parser(&sentences, &tags, &text, &ParserOptions::default(), &mut progress)
        }
    };
    let path = &arguments.output;
    std::fs::write(path, &bytes).map_err(|source| CliError::File { path: path.clone(), source })?;
    reporter.note(&format!("{}: {} bytes", path.display(), bytes.len()));
    Ok(Outcome::Done)
}

fn read_all(arguments: &TrainArguments) -> Result<Vec<GoldSentence>, CliError> {
    let list = match &arguments.documents {
        Some(path) => DocumentList::parse(&read_string(path)?)
            .map_err(|source| CliError::Documents { path: path.clone(), source })?,
        None => DocumentList::default(),
    };
    let class = arguments.class.as_deref().unwrap_or_default();
    let mut sentences = Vec::new();
    for path in &arguments.data {
        for sentence in list.select(read_conllu(path)?, class) {
            let gold = GoldSentence::new(&sentence);
            sentences.push(gold.map_err(|source| CliError::Treebank { path: path.clone(), source })?);
        }
    }
    Ok(sentences)
}

/// Reads a CoNLL-U file.
pub(super) fn read_conllu(path: &Path) -> Result<Vec<Sentence>, CliError> {
    let file = File::open(path).map_err(|source| CliError::File { path: path.to_owned(), source })?;
    conllu::read(BufReader::new(file)).map_err(|source| CliError::Conllu { path: path.to_owned(), source })
}

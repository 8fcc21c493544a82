//! `eval`: annotated texts in, a table of scores out.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use whomet::analysis::conllu::Sentence;
use whomet::analysis::treebank::select_documents;
use whomet::analysis::{
    Lemmatizer, LemmatizerScratch, ModelError, Parser, ParserScratch, Tagger, TaggerScratch, TokenId,
};
use whomet::evaluation::conllu::{ConlluScores, score};

use super::CommandError;
use super::train::read_conllu;

/// What to evaluate.
#[derive(Debug, Subcommand)]
pub(crate) enum EvalCommand {
    /// Score the analysis against treebanks in CoNLL-U, as the CoNLL 2018 shared task does
    Conllu(EvalConlluArgs),
}

/// Treebanks and what of them to score.
#[derive(Debug, Args)]
pub(crate) struct EvalConlluArgs {
    /// Treebanks in CoNLL-U, scored together
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Keep the treebank's sentences and words; tags, lemmas and trees are found
    #[arg(long)]
    gold_tokens: bool,
    /// Score only documents whose id contains this, for instance "_news_"
    #[arg(long, value_name = "PART")]
    documents: Option<String>,
    /// Score this analysis in CoNLL-U instead of making one
    #[arg(long, value_name = "FILE", conflicts_with = "gold_tokens")]
    system: Option<PathBuf>,
    /// Folder with tagger.bin, lemmatizer.bin and parser.bin instead of the shipped models
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
}

/// Scores an analysis and returns the table.
///
/// # Errors
/// [`CommandError`] if a file cannot be read or the texts differ.
pub(crate) fn run(command: &EvalCommand) -> Result<String, CommandError> {
    let EvalCommand::Conllu(args) = command;
    let mut correct = Vec::new();
    for path in &args.files {
        correct.extend(read_conllu(path)?);
    }
    if let Some(part) = &args.documents {
        correct = select_documents(correct, |id| id.contains(part.as_str()));
    }
    let found = match &args.system {
        Some(path) => read_conllu(path)?,
        None => Models::load(args.models.as_deref())?.analyze(&correct),
    };
    Ok(table(&score(&found, &correct)?))
}

/// The three models that work on given words.
struct Models {
    tagger: Tagger,
    lemmatizer: Lemmatizer,
    parser: Parser,
}

impl Models {
    fn load(folder: Option<&Path>) -> Result<Self, CommandError> {
        let Some(folder) = folder else {
            return Ok(Self {
                tagger: Tagger::shipped(),
                lemmatizer: Lemmatizer::shipped(),
                parser: Parser::shipped(),
            });
        };
        Ok(Self {
            tagger: load(&folder.join("tagger.bin"), Tagger::from_bytes)?,
            lemmatizer: load(&folder.join("lemmatizer.bin"), Lemmatizer::from_bytes)?,
            parser: load(&folder.join("parser.bin"), Parser::from_bytes)?,
        })
    }

    /// Copies of `sentences` with tags, lemmas and trees found anew.
    fn analyze(&self, sentences: &[Sentence]) -> Vec<Sentence> {
        let mut tagging = TaggerScratch::default();
        let mut lemmatizing = LemmatizerScratch::default();
        let mut parsing = ParserScratch::default();
        let mut tags = Vec::new();
        let mut analyzed = sentences.to_vec();
        for sentence in &mut analyzed {
            let forms: Vec<String> = sentence.words.iter().map(|word| word.form.clone()).collect();
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            self.tagger.tag(&forms, &mut tagging, &mut tags);
            let tree = self.parser.parse(&forms, &tags, &mut parsing);
            for (at, (word, &tag)) in sentence.words.iter_mut().zip(&tags).enumerate() {
                self.lemmatizer.lemmatize(forms[at], tag, &mut lemmatizing, &mut word.lemma);
                word.upos = tag.upos.to_string();
                word.xpos = tag.xpos.to_string();
                word.head = Some(tree.heads()[at].map_or(0, |TokenId(head)| head + 1));
                word.deprel = tree.deprels()[at].to_string();
            }
        }
        analyzed
    }
}

fn load<T>(path: &Path, read: impl FnOnce(&[u8]) -> Result<T, ModelError>) -> Result<T, CommandError> {
    let bytes = fs::read(path).map_err(|source| CommandError::read(path, source))?;
    read(&bytes).map_err(|source| CommandError::model(path, source))
}

fn table(scores: &ConlluScores) -> String {
    let mut out = String::from("Measure    Precision  Recall      F1   Correct\n");
    for (name, counts) in scores.rows() {
        let [precision, recall, f1] = [counts.precision(), counts.recall(), counts.f1()].map(|share| share * 100.0);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{name:<10} {precision:>9.2} {recall:>7.2} {f1:>7.2} {:>9}", counts.correct);
    }
    out
}

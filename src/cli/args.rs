//! What was typed in, unchecked.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

#[cfg(feature = "evaluation")]
use super::eval::EvalCommand;
use super::judging::args::{
    ImportArguments, JudgeArguments, LogArguments, MergeArguments, ReviewArguments, SplitArguments, UndoArguments,
    WhyArguments,
};
use super::project::args::{AddArguments, ExportArguments, RemoveArguments, StatusArguments, UpdateArguments};
use super::shared_args::{CommonArguments, DataArguments, formats};
#[cfg(feature = "training")]
use super::train::TrainCommand;

/// Who met whom, from the news: a relationship graph of people, agencies, groups, countries, places,
/// programmes and events, every edge with the sentence it comes from.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  whomet build articles/ -o graph.json       all articles below a folder into one graph
  whomet build articles/ -o graph.svg        the same as a picture (needs Graphviz)
  whomet met Tammsoo --graph graph.json      who met Tammsoo
  whomet add news.whomet articles/           into a project, which grows and shrinks with its articles
  whomet explain visit.txt                   why there is an edge, or none

Exit codes: 0 done, 1 done but some inputs were not read, 2 not done.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the graph of some articles.
    Build(BuildArguments),
    /// Add articles to a project: a file that keeps what was found in them and grows.
    Add(AddArguments),
    /// Remove documents from a project, with all that they said.
    Remove(RemoveArguments),
    /// Read again what was added to a project: new, changed and vanished files.
    Update(UpdateArguments),
    /// Say what a project holds.
    Status(StatusArguments),
    /// Write the graph of a project.
    Export(ExportArguments),
    /// Go through the pairs of a project that may be one thing, and judge them.
    Review(ReviewArguments),
    /// Judge whether two things are one.
    Judge(JudgeArguments),
    /// Judge that several things are one.
    Merge(MergeArguments),
    /// Judge that a thing is several.
    Split(SplitArguments),
    /// Take back the last judgements.
    Undo(UndoArguments),
    /// Show all judgements: who decided what, when and why, and what was taken back.
    Log(LogArguments),
    /// Take over judgements from another project.
    Import(ImportArguments),
    /// Say why a thing is one, or why two are one or two.
    Why(WhyArguments),
    /// Say who met somebody, when, where, and by which sentence.
    Met(MetArguments),
    /// Show every mention in some articles with its type, what it means, and why.
    Mentions(MentionsArguments),
    /// Show which rule made an edge over which path, and which rules came near and where they failed.
    Explain(ExplainArguments),
    /// Say whether two names mean one thing, with score and reasons as JSON.
    Compare(CompareArguments),
    /// Print sentences, tags, lemmas and trees in CoNLL-U.
    Analyse(AnalyseArguments),
    /// Train a model on annotated texts.
    #[cfg(feature = "training")]
    #[command(subcommand)]
    Train(TrainCommand),
    /// Measure the analysis on annotated texts.
    #[cfg(feature = "evaluation")]
    #[command(subcommand)]
    Eval(EvalCommand),
}

const BUILD_EXAMPLES: &str = "\
Examples:
  whomet build visit.txt                      JSON on standard output
  whomet build visit.txt news.jsonl more/ -o graph.dot
  curl -s https://example.org/visit.txt | whomet build - --format dot

Articles are UTF-8 (or UTF-16 with a byte order mark) in .txt and .md files, or one a line in .jsonl
files: {\"id\": \"a1\", \"text\": \"...\", \"title\": \"...\", \"date\": \"2024-03-18\", \"url\": \"...\", \"source\": \"...\"}";

#[derive(Debug, Args)]
#[command(after_help = BUILD_EXAMPLES)]
pub(crate) struct BuildArguments {
    /// Files, folders (read recursively), or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Write the graph to this file; its extension names the format.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Format of the graph; without it the extension of the output decides, else json.
    #[arg(long, value_parser = formats())]
    pub(crate) format: Option<String>,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const MET_EXAMPLES: &str = "\
Examples:
  whomet met Tammsoo --graph graph.json
  whomet met Tammsoo --graph news.whomet      asks a project
  whomet met \"Moana Tui\" articles/
  whomet met Tammsoo                          asks graph.json in this folder

Names match loosely: case, diacritics and missing parts do not matter.";

#[derive(Debug, Args)]
#[command(after_help = MET_EXAMPLES)]
pub(crate) struct MetArguments {
    /// Name of a person or body, or part of it.
    pub(crate) name: String,

    /// Articles to read: files, folders, or - for standard input.
    #[arg(value_name = "INPUT", conflicts_with = "graph")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Ask this graph, written by `whomet build -o FILE.json`, or this project.
    #[arg(long, value_name = "FILE")]
    pub(crate) graph: Option<PathBuf>,

    /// Answer as JSON.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const MENTIONS_EXAMPLES: &str = "\
Examples:
  whomet mentions visit.txt
  whomet mentions visit.txt --json
  whomet mentions visit.txt --lexicon my-agencies.tsv";

#[derive(Debug, Args)]
#[command(after_help = MENTIONS_EXAMPLES)]
pub(crate) struct MentionsArguments {
    /// Articles to read: files, folders, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Answer as JSON; offsets are characters, 0-based, end excluded.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  whomet explain visit.txt                               every rule that was called up
  whomet explain visit.txt --relation met
  whomet explain visit.txt --between Tammsoo Quispe      why there is an edge between them, or none
  whomet explain visit.txt --rules my-rules.toml";

#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArguments {
    /// Articles to read: files, folders, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Only rules of this relation.
    #[arg(long, value_name = "NAME")]
    pub(crate) relation: Option<String>,

    /// Only sentences that speak of both; names match loosely.
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub(crate) between: Vec<String>,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const COMPARE_EXAMPLES: &str = "\
Examples:
  whomet compare --type person \"Moana Tui\" \"M. Tui\"
  whomet compare --type agency \"Ministry of Health of Peru\" \"Peruvian Health Ministry\"

Only the names are compared; across articles, what is told of both counts as well.";

#[derive(Debug, Args)]
#[command(after_help = COMPARE_EXAMPLES)]
pub(crate) struct CompareArguments {
    /// What both are: a type of the ontology (person, agency, place, ...).
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) entity_type: String,

    /// One name.
    #[arg(value_name = "NAME")]
    pub(crate) left: String,

    /// The other name.
    #[arg(value_name = "NAME")]
    pub(crate) right: String,

    /// Use this ontology (TOML) in place of the shipped one.
    #[arg(long, value_name = "FILE")]
    pub(crate) ontology: Option<PathBuf>,

    /// Add this list of names, titles or head nouns, as for `whomet build`.
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
}

const ANALYSE_EXAMPLES: &str = "\
Examples:
  whomet analyse visit.txt > visit.conllu
  whomet analyse articles/ --models my-models";

#[derive(Debug, Args)]
#[command(after_help = ANALYSE_EXAMPLES)]
pub(crate) struct AnalyseArguments {
    /// Articles to read: files, folders, or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

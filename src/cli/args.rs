//! What was typed in, unchecked.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use whomet::export::Format;

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

Exit codes: 0 done, 1 done but some inputs were not read, 2 not done.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the graph of some articles.
    Build(BuildArguments),
    /// Say who met somebody, when, where, and by which sentence.
    Met(MetArguments),
    /// Train a name finder on annotated files.
    TrainNames(super::train_names::TrainNames),
    /// Score the name finder on an annotated file.
    EvalNames(super::eval_names::EvalNames),
    /// Score the splitting of text into sentences and tokens on treebanks.
    EvalSplit(super::eval_split::EvalSplit),
    /// Show every mention in some articles with its type, what it means, and why.
    Mentions(MentionsArguments),
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

    /// Ask this graph, written by `whomet build -o FILE.json`.
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

#[derive(Debug, Args)]
pub(crate) struct DataArguments {
    /// Use this ontology (TOML) in place of the shipped one.
    #[arg(long, value_name = "FILE")]
    pub(crate) ontology: Option<PathBuf>,

    /// Add this list of names, titles or head nouns: a table divided by tabs, columns named in the
    /// first line (name, type, acronyms, aliases, demonyms, iso3166).
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CommonArguments {
    /// Print nothing but the result, and the reason if there is none.
    #[arg(short, long)]
    pub(crate) quiet: bool,

    /// Read articles with this many threads; without it one for each processor.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// The names of all formats, with what they mean, for help and errors.
fn formats() -> PossibleValuesParser {
    let values =
        Format::ALL.iter().map(|format| clap::builder::PossibleValue::new(format.name()).help(format.meaning()));
    PossibleValuesParser::new(values)
}

//! What was typed in for the commands on projects, unchecked.

use std::path::PathBuf;

use clap::Args;

use crate::cli::shared_args::{CommonArguments, DataArguments, formats};

const ADD_EXAMPLES: &str = "\
Examples:
  whomet add news.whomet articles/              makes the project if it is not there
  whomet add news.whomet more.jsonl visit.txt   reads only what is new or has changed
  whomet add news.whomet articles/ --verbose    names each document once it is safe

An article in a file of its own is known by its path, one in JSON Lines by its id. Run the same command again to
resume one that was interrupted.";

#[derive(Debug, Args)]
#[command(after_help = ADD_EXAMPLES)]
pub(crate) struct AddArguments {
    /// The project: one file, made if it is not there.
    pub(crate) project: PathBuf,

    /// Files, folders (read recursively), or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Print a line for each document once what became of it is safe: added, changed, unchanged or failed, and its
    /// name.
    #[arg(short, long)]
    pub(crate) verbose: bool,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const REMOVE_EXAMPLES: &str = "\
Examples:
  whomet remove news.whomet visit
  whomet remove news.whomet 2024-03-18-lima 2024-03-19-lima

All that the documents said goes with them. `whomet update` does not bring them back, `whomet add` does.";

#[derive(Debug, Args)]
#[command(after_help = REMOVE_EXAMPLES)]
pub(crate) struct RemoveArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Names of documents; if one of them is unknown, nothing is removed.
    #[arg(required = true, value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,

    /// Print nothing but the reason if nothing was done.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

const UPDATE_EXAMPLES: &str = "\
Examples:
  whomet update news.whomet            reads again what was added before
  whomet update news.whomet --prune    and removes the documents whose files are gone

Documents that were read by another version of whomet, or with other rules, lists or models, are read anew.";

#[derive(Debug, Args)]
#[command(after_help = UPDATE_EXAMPLES)]
pub(crate) struct UpdateArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Remove documents that are no longer in any file that was added.
    #[arg(long)]
    pub(crate) prune: bool,

    /// Print a line for each document once what became of it is safe.
    #[arg(short, long)]
    pub(crate) verbose: bool,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const STATUS_EXAMPLES: &str = "\
Examples:
  whomet status news.whomet
  whomet status news.whomet --json";

#[derive(Debug, Args)]
#[command(after_help = STATUS_EXAMPLES)]
pub(crate) struct StatusArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Answer as JSON.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) data: DataArguments,
}

const EXPORT_EXAMPLES: &str = "\
Examples:
  whomet export news.whomet -o graph.json
  whomet export news.whomet -o graph.svg
  whomet export news.whomet --format dot | less";

#[derive(Debug, Args)]
#[command(after_help = EXPORT_EXAMPLES)]
pub(crate) struct ExportArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Write the graph to this file; its extension names the format.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Format of the graph; without it the extension of the output decides, else json.
    #[arg(long, value_parser = formats())]
    pub(crate) format: Option<String>,

    /// Print nothing but the result, and the reason if there is none.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

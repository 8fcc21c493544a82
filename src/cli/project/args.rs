//! The arguments of the commands on projects, as typed.

use std::path::PathBuf;

use clap::Args;

use crate::cli::shared_args::{CommonArguments, DataArguments, InputArguments, ReadingArguments};

const ADD_EXAMPLES: &str = "\
Examples:
  whomet add news.whomet articles/              creates the project if it does not exist
  whomet add news.whomet more.jsonl visit.txt   reads only new and changed articles
  whomet add news.whomet articles/ --verbose    names each document once it is stored

An article in its own file is identified by its path, an article in JSON Lines by its id. To resume an interrupted
command, run it again.";

#[derive(Debug, Args)]
#[command(after_help = ADD_EXAMPLES)]
pub(crate) struct AddArguments {
    /// The project: one file, created if it does not exist.
    pub(crate) project: PathBuf,

    #[command(flatten)]
    pub(crate) articles: InputArguments,

    /// Print a line for each document once it is stored: added, changed, unchanged or failed, and its name.
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

Everything found in the documents is removed with them. `whomet update` does not add them again, `whomet add` does.";

#[derive(Debug, Args)]
#[command(after_help = REMOVE_EXAMPLES)]
pub(crate) struct RemoveArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Names of documents; if one is unknown, nothing is removed.
    #[arg(required = true, value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,

    /// Print nothing except errors.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

const UPDATE_EXAMPLES: &str = "\
Examples:
  whomet update news.whomet            rereads all inputs that were added
  whomet update news.whomet --prune    also removes documents whose files no longer exist

Documents that were read by another version of whomet, or with other rules, gazetteers or models, are reread. Give the
same --date-from and --date-order as when the documents were added.";

#[derive(Debug, Args)]
#[command(after_help = UPDATE_EXAMPLES)]
pub(crate) struct UpdateArguments {
    /// The project.
    pub(crate) project: PathBuf,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    /// Remove documents that are no longer in any of the added files.
    #[arg(long)]
    pub(crate) prune: bool,

    /// Print a line for each document once it is stored.
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

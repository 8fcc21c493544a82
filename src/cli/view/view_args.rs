//! The arguments of `whomet view`, as typed.

use std::path::PathBuf;

use clap::Args;
use whomet::view::Texts;

use crate::cli::selection_args::SelectionArguments;
use crate::cli::shared_args::{CommonArguments, DataArguments, ReadingArguments};

const VIEW_EXAMPLES: &str = "\
Examples:
  whomet view articles/ -o page.html --open         reads articles and opens the page in the browser
  whomet view news.whomet -o page.html              a project; its doubtful pairs can be judged in the page
  whomet view graph.json -o page.html --around \"Moana Tui\" --depth 2

The page is one file that loads nothing from the network. The judgements that it saves are for `whomet import`.";

#[derive(Debug, Args)]
#[command(after_help = VIEW_EXAMPLES)]
pub(crate) struct ViewArguments {
    /// A graph (written by `whomet build -o FILE.json`), a project, or articles.
    #[arg(required = true, value_name = "GRAPH|PROJECT|INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Write the page to this file.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,

    /// Open the page in the browser.
    #[arg(long)]
    pub(crate) open: bool,

    /// Which articles the page contains; the default is all, and cited if the page would be larger than 5 MiB. A graph
    /// file has none.
    #[arg(long, value_parser = Texts::ALL.iter().map(|texts| texts.name()).collect::<Vec<_>>())]
    pub(crate) texts: Option<String>,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

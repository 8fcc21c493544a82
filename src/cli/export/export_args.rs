//! The arguments of `whomet export`, as typed.

use std::path::PathBuf;

use clap::Args;

use crate::cli::selection_args::SelectionArguments;
use crate::cli::shared_args::{CommonArguments, DataArguments, OutputArguments, ReadingArguments};

const EXPORT_EXAMPLES: &str = "\
Examples:
  whomet export graph.json -o graph.svg             draws a graph that `whomet build` wrote
  whomet export news.whomet -o graph.json           writes the graph of a project
  whomet export articles/ -f dot | less             reads articles
  whomet export news.whomet -o tui.svg --around \"Moana Tui\" --depth 2 --since 2024";

#[derive(Debug, Args)]
#[command(after_help = EXPORT_EXAMPLES)]
pub(crate) struct ExportArguments {
    /// A graph (written by `whomet build -o FILE.json`), a project, or articles.
    #[arg(required = true, value_name = "GRAPH|PROJECT|INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    #[command(flatten)]
    pub(crate) output: OutputArguments,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

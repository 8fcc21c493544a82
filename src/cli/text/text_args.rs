//! The arguments of `whomet text`, as typed.

use clap::Args;

use crate::cli::shared_args::InputArguments;

const TEXT_EXAMPLES: &str = "\
Examples:
  whomet text page.html                        what is kept of a page
  whomet text news.whomet --document visit     what a project keeps of an article

The text of a single document is printed exactly as it is kept, so that the offsets of mentions and evidence apply to
it; several are printed with their names.";

#[derive(Debug, Args)]
#[command(after_help = TEXT_EXAMPLES)]
pub(crate) struct TextArguments {
    #[command(flatten)]
    pub(crate) articles: InputArguments,

    /// Print only this document.
    #[arg(long = "document", value_name = "NAME")]
    pub(crate) documents: Vec<String>,

    /// Print nothing except the texts and errors.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

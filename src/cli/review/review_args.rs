//! Arguments of `whomet review`, as typed.

use std::path::PathBuf;

use clap::Args;

const REVIEW_EXAMPLES: &str = "\
Examples:
  whomet review news.whomet                  judge doubtful pairs one by one
  whomet review news.whomet --json           the pairs for a program; `whomet judge` answers
  whomet review news.whomet --text --count 5";

#[derive(Debug, Args)]
#[command(after_help = REVIEW_EXAMPLES)]
pub(crate) struct ReviewArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Print the pairs as JSON without judging them.
    #[arg(long, conflicts_with = "text")]
    pub(crate) json: bool,

    /// Print the pairs as text without judging them.
    #[arg(long)]
    pub(crate) text: bool,

    /// Maximum number of pairs to print.
    #[arg(long, default_value_t = 100)]
    pub(crate) count: usize,

    /// Name of the person who judges [default: the user name]
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
}

//! What was typed in for `whomet review`, unchecked.

use std::path::PathBuf;

use clap::Args;

const REVIEW_EXAMPLES: &str = "\
Examples:
  whomet review news.whomet                  one doubtful pair after the other, judged by keys
  whomet review news.whomet --json           the pairs for a program; `whomet judge` answers
  whomet review news.whomet --text --count 5";

#[derive(Debug, Args)]
#[command(after_help = REVIEW_EXAMPLES)]
pub(crate) struct ReviewArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Print the pairs as JSON and judge none.
    #[arg(long, conflicts_with = "text")]
    pub(crate) json: bool,

    /// Print the pairs as text and judge none.
    #[arg(long)]
    pub(crate) text: bool,

    /// Most pairs that are printed.
    #[arg(long, default_value_t = 100)]
    pub(crate) count: usize,

    /// Who judges; without it the user name of the system.
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
}

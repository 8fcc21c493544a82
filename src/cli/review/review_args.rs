//! Arguments of `whomet review`, as typed.

use std::path::PathBuf;

use clap::Args;

const REVIEW_EXAMPLES: &str = "\
Examples:
  whomet review news.whomet                  judge doubtful pairs one by one
  whomet review news.whomet --json           the pairs for a program; `whomet judge` answers
  whomet review news.whomet --text --count 5
  whomet review news.whomet --lone           lone surnames that only one known person bears; --accept merges them all";

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

    /// Show the lone names whose bearer is plain: one word, in one article, that exactly one known person bears.
    #[arg(long)]
    pub(crate) lone: bool,

    /// Judge all of them as that person, in one step that `whomet undo` takes back.
    #[arg(long, requires = "lone", conflicts_with_all = ["json", "text"])]
    pub(crate) accept: bool,

    /// Name of the person who judges [default: the user name]
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
}

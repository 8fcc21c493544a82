//! The arguments of the commands that set the program up, as typed.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  whomet completions bash > whomet.bash     then: source whomet.bash
  whomet completions fish > whomet.fish";

#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct CompletionsArguments {
    /// The shell.
    pub(crate) shell: Shell,
}

const MAN_EXAMPLES: &str = "\
Examples:
  whomet man pages                        a page for every command, for `man pages/whomet-met.1`
  whomet man | man -l -                   the first page";

#[derive(Debug, Args)]
#[command(after_help = MAN_EXAMPLES)]
pub(crate) struct ManArguments {
    /// Write the pages of all commands into this folder; without it, print the first page.
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

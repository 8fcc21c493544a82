//! The arguments of the commands that set the program up, as typed.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  whomet completions bash > ~/.local/share/bash-completion/completions/whomet
  whomet completions fish > ~/.config/fish/completions/whomet.fish";

#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_EXAMPLES)]
pub(crate) struct CompletionsArguments {
    /// The shell.
    pub(crate) shell: Shell,
}

const MAN_EXAMPLES: &str = "\
Examples:
  whomet man ~/.local/share/man/man1      a page for every command, for `man whomet-met`
  whomet man | man -l -                   the first page";

#[derive(Debug, Args)]
#[command(after_help = MAN_EXAMPLES)]
pub(crate) struct ManArguments {
    /// Write the pages of all commands into this folder; without it, print the first page.
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}

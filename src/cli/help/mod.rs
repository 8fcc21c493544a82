//! Help: the commands in groups, completion scripts for shells, and man pages.

mod groups;
pub(super) mod help_args;

use std::io::Write;

use clap::{Command, CommandFactory, FromArgMatches};
use clap_complete::generate;

use super::args::Arguments;
use super::error::CliError;
use super::outcome::Outcome;
use super::report::{counted, print, write_line};
use groups::grouped;
use help_args::{CompletionsArguments, ManArguments};

/// The name of the program.
const NAME: &str = "whomet";

/// The arguments of the process; shows help and ends the program where they ask for it or are wrong.
pub(crate) fn arguments() -> Arguments {
    let matches = command().get_matches();
    Arguments::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// The commands, with those of the help in groups.
fn command() -> Command {
    grouped(Arguments::command())
}

pub(super) fn completions(arguments: &CompletionsArguments) -> Outcome {
    let mut script = Vec::new();
    generate(arguments.shell, &mut command(), NAME, &mut script);
    print(&String::from_utf8_lossy(&script));
    Outcome::Done
}

pub(super) fn man(arguments: &ManArguments) -> Result<Outcome, CliError> {
    let Some(folder) = &arguments.folder else {
        let mut page = Vec::new();
        clap_mangen::Man::new(command()).render(&mut page).expect("writing to memory does not fail");
        let _ = std::io::stdout().lock().write_all(&page); // a reader may close the pipe
        return Ok(Outcome::Done);
    };
    let failed = |source| CliError::File { path: folder.clone(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    clap_mangen::generate_to(command(), folder).map_err(failed)?;
    let pages = std::fs::read_dir(folder).map_err(failed)?.count();
    write_line(&format!("{} in {}", counted(pages, "page"), folder.display()));
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_one_group_and_has_two_examples() {
        let mut command = command();
        command.build();
        for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
            let name = subcommand.get_name();
            assert_eq!(
                groups::GROUPS.iter().flat_map(|(_, names)| *names).filter(|known| **known == name).count(),
                1,
                "{name}"
            );
            let has_parts = subcommand.get_subcommands().next().is_some();
            let after = subcommand.get_after_help().map(ToString::to_string).unwrap_or_default();
            let examples = after
                .lines()
                .filter(|line| line.trim_start().starts_with("whomet ") || line.contains("| whomet "))
                .count();
            assert!(has_parts || examples >= 2, "{name} has {examples} examples");
        }
    }
}

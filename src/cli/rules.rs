//! `whomet rules`: checks the user's rule files.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use whomet::rule_check::{RuleFileCheck, check_rule_file};

use super::data::Data;
use super::error::CliError;
use super::files::read_string;
use super::outcome::Outcome;
use super::report::{Reporter, counted, print};
use super::shared_args::{CommonArguments, DataArguments};
use super::threads::pool;

/// What to do with rule files.
#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Run the examples of rule files and look up their words.
    Check(CheckArguments),
}

const CHECK_EXAMPLES: &str = "\
Examples:
  whomet rules check my-rules.toml
  whomet rules check my-rules.toml --lexicon my-agencies.tsv

A rule must find what its `accepts` say. It must find nothing in its `rejects`, although they contain a word of the
rule. Unknown words are reported unless an example uses them.

Exit codes: 0 no problem, 1 problems, 2 not checked.";

/// Rule files to check, and the data to check them with.
#[derive(Debug, Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArguments {
    /// Rule files (TOML); each may use the words of the files before it.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    data: DataArguments,

    #[command(flatten)]
    common: CommonArguments,
}

pub(super) fn run(command: RulesCommand) -> Result<Outcome, CliError> {
    match command {
        RulesCommand::Check(arguments) => check(arguments),
    }
}

fn check(arguments: CheckArguments) -> Result<Outcome, CliError> {
    let CheckArguments { files, mut data, common } = arguments;
    data.rules.extend(files.iter().cloned());
    let data = Data::read(&data)?;
    let settings = data.settings();
    let check = |path: &PathBuf| -> Result<RuleFileCheck, CliError> {
        let checked = check_rule_file(&path.to_string_lossy(), &read_string(path)?, &settings);
        Ok(checked.map_err(whomet::error::Error::from)?)
    };
    let checks = pool(&common)?.install(|| files.iter().map(check).collect::<Result<Vec<_>, CliError>>())?;
    let mut problems = 0;
    for (path, RuleFileCheck { rules, examples, problems: found, .. }) in files.iter().zip(checks) {
        found.iter().for_each(|problem| print(&format!("{problem}\n")));
        let (rules, examples) = (counted(rules, "rule"), counted(examples, "example"));
        let summary = format!("{}: {rules}, {examples}, {}", path.display(), counted(found.len(), "problem"));
        Reporter::new(common.quiet).note(&summary);
        problems += found.len();
    }
    Ok(Outcome::of(problems))
}

/// Prints that the examples of the rule files were not run, and how to run them; prints nothing without files.
pub(super) fn note_unchecked(files: &[PathBuf], reporter: &Reporter) {
    if files.is_empty() {
        return;
    }
    let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let files = files.join(" ");
    reporter.note(&format!("note: the examples of {files} were not run; `whomet rules check {files}` runs them"));
}

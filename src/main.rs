//! The `whomet` program.

mod cli;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::run(cli::Arguments::parse()) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            cli::report_failure(&error);
            cli::Outcome::NotDone.into()
        }
    }
}

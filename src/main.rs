//! The `whomet` program.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run(cli::arguments()) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            cli::report_failure(&error);
            cli::Outcome::NotDone.into()
        }
    }
}

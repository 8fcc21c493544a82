//! The command line program.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the terminal program")]

mod cli;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Builds a relationship graph from news articles.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train a model
    #[command(subcommand)]
    Train(cli::train::TrainCommand),
    /// Measure the analysis
    #[command(subcommand)]
    Eval(cli::eval::EvalCommand),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Train(command) => cli::train::run(&command, &mut |line| eprintln!("{line}")),
        Command::Eval(command) => cli::eval::run(&command).map(|table| print!("{table}")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

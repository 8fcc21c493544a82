//! The command line program.

mod cli;

use clap::Parser;

/// Train and score the name finder
#[derive(Parser)]
enum Command {
    TrainNames(cli::train_names::TrainNames),
    EvalNames(cli::eval_names::EvalNames),
}

#[expect(clippy::print_stdout, clippy::print_stderr, reason = "a program talks to its terminal")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Command::parse() {
        Command::TrainNames(command) => command.run(&mut |line| eprintln!("{line}")),
        Command::EvalNames(command) => command.run().map(|report| println!("{report}")),
    }
}

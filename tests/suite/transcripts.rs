//! Checks that the program prints what the terminal sessions in README.md and CONTRIBUTING.md show.
//!
//! The `console` blocks of a file are run in order, in one folder with a copy of `examples/articles`. A line after `$ `
//! is a command, lines after `> ` continue it, and the lines below are what it prints. `...` on a line of its own stands
//! for any lines, `…` within a line for any characters.
//!
//! `UPDATE_TRANSCRIPTS=1 cargo test transcripts` rewrites the output of each command that prints something else.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{ARTICLES, folder, root};

const FILES: [&str; 2] = ["README.md", "CONTRIBUTING.md"];

/// How README calls the program before it is installed.
const BY_CARGO: &str = "cargo run --release -- ";

/// A command with the output shown below it.
#[derive(Debug, PartialEq)]
struct Exchange {
    /// The lines of the command as they are written.
    prompt: String,
    command: String,
    shown: String,
}

/// A part of a file.
#[derive(Debug, PartialEq)]
enum Part {
    Prose(String),
    Exchange(Exchange),
}

#[test]
fn transcripts_show_what_the_program_prints() {
    let update = std::env::var_os("UPDATE_TRANSCRIPTS").is_some();
    for name in FILES {
        let path = root().join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let (folder, mut new, mut wrong) = (folder_with_articles(), String::new(), String::new());
        for part in parts(&text) {
            match part {
                Part::Prose(prose) => new.push_str(&prose),
                Part::Exchange(Exchange { prompt, command, shown }) => {
                    let printed = run(&command, folder.path());
                    let kept = if fits(&shown, &printed) { &shown } else { &printed };
                    if kept != &shown {
                        let _ = write!(wrong, "{prompt}shown:\n{shown}\nprinted:\n{printed}\n");
                    }
                    new.push_str(&prompt);
                    new.push_str(kept);
                }
            }
        }
        if update {
            std::fs::write(&path, new).unwrap();
        } else {
            assert!(wrong.is_empty(), "{name}: run UPDATE_TRANSCRIPTS=1 cargo test transcripts\n{wrong}");
        }
    }
}

fn folder_with_articles() -> tempfile::TempDir {
    let folder = folder(&[]);
    let articles = folder.path().join(ARTICLES);
    std::fs::create_dir_all(&articles).unwrap();
    for path in crate::support::files(&root().join(ARTICLES)) {
        std::fs::copy(&path, articles.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

/// What a command prints to both outputs; a shell runs it and finds the program under its name.
fn run(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_whomet")).parent().unwrap().to_owned();
    let found = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(program).chain(std::env::split_paths(&found))).unwrap();
    let script = format!("exec 2>&1\n{}", command.replace(BY_CARGO, "whomet "));
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder)
        .env("PATH", path)
        .env("USER", "ana")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Splits a file into exchanges and the text around them.
fn parts(text: &str) -> Vec<Part> {
    let mut parts = vec![Part::Prose(String::new())];
    let mut is_console = false;
    for line in text.split_inclusive('\n') {
        is_console = if line.starts_with("```") { line.trim_end() == "```console" } else { is_console };
        let command = line.strip_prefix("$ ").filter(|_| is_console);
        match (parts.last_mut().expect("there is a first part"), command) {
            (_, Some(command)) => {
                let (prompt, command, shown) = (line.to_owned(), command.to_owned(), String::new());
                parts.push(Part::Exchange(Exchange { prompt, command, shown }));
            }
            (Part::Exchange(last), None) if is_console => match line.strip_prefix("> ") {
                Some(more) if last.shown.is_empty() => {
                    last.prompt.push_str(line);
                    last.command.push_str(more);
                }
                _ => last.shown.push_str(line),
            },
            (Part::Exchange(_), None) => parts.push(Part::Prose(line.to_owned())),
            (Part::Prose(prose), None) => prose.push_str(line),
        }
    }
    parts
}

/// Whether a command that printed `printed` may be shown as `shown`.
fn fits(shown: &str, printed: &str) -> bool {
    let (shown, printed): (Vec<&str>, Vec<&str>) = (shown.lines().collect(), printed.lines().collect());
    is_like(&shown, &printed, &|line| *line == "...", &|shown, printed| {
        let (shown, printed): (Vec<char>, Vec<char>) = (shown.chars().collect(), printed.chars().collect());
        is_like(&shown, &printed, &|c| *c == '…', &|shown, printed| shown == printed)
    })
}

/// Whether the items of `shown` are the same as those of `printed`, where a gap stands for any number of items.
fn is_like<T>(shown: &[T], printed: &[T], is_gap: &dyn Fn(&T) -> bool, same: &dyn Fn(&T, &T) -> bool) -> bool {
    match shown {
        [] => printed.is_empty(),
        [first, rest @ ..] if is_gap(first) => {
            (0..=printed.len()).any(|skipped| is_like(rest, &printed[skipped..], is_gap, same))
        }
        [first, rest @ ..] => {
            printed.first().is_some_and(|next| same(first, next)) && is_like(rest, &printed[1..], is_gap, same)
        }
    }
}

#[test]
fn a_block_is_read_as_commands_with_what_they_print() {
    let text = "One.\n```console\n$ a |\n>   b   # why\n1\n\n$ c\n```\nTwo.\n```sh\n$ d\n```\n";
    let exchange = |prompt: &str, command: &str, shown: &str| {
        let [prompt, command, shown] = [prompt, command, shown].map(str::to_owned);
        Part::Exchange(Exchange { prompt, command, shown })
    };
    let expected = [
        Part::Prose("One.\n```console\n".to_owned()),
        exchange("$ a |\n>   b   # why\n", "a |\n  b   # why\n", "1\n\n"),
        exchange("$ c\n", "c\n", ""),
        Part::Prose("```\nTwo.\n```sh\n$ d\n```\n".to_owned()),
    ];
    assert_eq!(parts(text), expected);
}

#[test]
fn marks_stand_for_what_varies() {
    assert!(fits("a\nb\n", "a\nb\n") && !fits("a\n", "a\nb\n") && !fits("a\nb\n", "a\n"));
    assert!(fits("a\n...\nd\n", "a\nb\nc\nd\n") && fits("...\n", "") && !fits("a\n...\nd\n", "a\nb\n"));
    assert!(fits("took … ms, … words\n", "took 17 ms, 3 words\n") && !fits("took … ms\n", "took 17 s\n"));
    assert!(!fits("", "a\n"), "what is printed must be shown");
}

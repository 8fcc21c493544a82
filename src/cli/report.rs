//! Prints progress, problems and the final summary on standard error.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use whomet::document::DocumentError;
use whomet::graph::KnowledgeGraph;
use whomet::ids::DocumentId;
use whomet::relation::Status;

use super::error::CliError;

/// Prints why a command failed.
pub(crate) fn report_failure(error: &CliError) {
    write_line(&format!("error: {error}"));
}

/// Prints text on standard output. A reader that closes the pipe is not an error.
pub(super) fn print(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

/// Prints a line on standard error; a failure cannot be reported anywhere.
pub(super) fn write_line(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Prints progress and problems, unless the user asked for `--quiet`.
pub(super) struct Reporter {
    is_quiet: bool,
}

/// A progress bar that disappears when it is dropped.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Counts one more item.
    pub(super) fn step(&self, name: &str) {
        self.0.set_message(name.to_owned());
        self.0.inc(1);
    }

    /// Hides the bar while `write` writes to the terminal.
    pub(super) fn aside(&self, write: impl FnOnce()) {
        self.0.suspend(write);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

impl Reporter {
    pub(super) fn new(is_quiet: bool) -> Self {
        Self { is_quiet }
    }

    /// Prints a line, unless the reporter is quiet.
    pub(super) fn note(&self, line: &str) {
        if !self.is_quiet {
            write_line(line);
        }
    }

    /// Progress of reading an unknown number of files.
    pub(super) fn reading(&self) -> Progress {
        let style = ProgressStyle::with_template("{spinner} reading {pos} {wide_msg}");
        self.bar(ProgressBar::new_spinner(), style)
    }

    /// Progress of analyzing `count` articles.
    pub(super) fn analyzing(&self, count: usize) -> Progress {
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} articles, {eta} left {wide_msg}");
        self.bar(ProgressBar::new(count as u64), style)
    }

    /// Progress of adding `count` articles; 0 means an unknown number.
    pub(super) fn adding(&self, count: u64) -> Progress {
        if count > 0 {
            let style = "{bar:30} {pos}/{len} articles, {per_sec:.0}, {eta} left {wide_msg}";
            return self.bar(ProgressBar::new(count), ProgressStyle::with_template(style));
        }
        let style = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec:.0} {wide_msg}");
        self.bar(ProgressBar::new_spinner(), style)
    }

    /// Returns a function that says that another process is using the project.
    pub(super) fn waiting_for(&self, project: &Path) -> impl FnMut() + Send + 'static {
        let line = format!("waiting for another whomet that is using {}", project.display());
        let is_quiet = self.is_quiet;
        move || {
            if !is_quiet {
                write_line(&line);
            }
        }
    }

    fn bar(&self, bar: ProgressBar, style: Result<ProgressStyle, indicatif::style::TemplateError>) -> Progress {
        if self.is_quiet || !std::io::stderr().is_terminal() {
            return Progress(ProgressBar::hidden());
        }
        let bar = bar.with_style(style.expect("the templates are constant"));
        bar.enable_steady_tick(Duration::from_millis(100));
        Progress(bar)
    }

    /// Prints a line for each input that was not read.
    pub(super) fn problems(&self, problems: &[DocumentError]) {
        problems.iter().for_each(|problem| self.problem(problem));
    }

    /// Prints a line for an input that was not read.
    pub(super) fn problem(&self, problem: &DocumentError) {
        self.note(&format!("warning: {problem}"));
    }

    /// Prints a line for each article on which the program itself failed.
    pub(super) fn failures(&self, failed: &[DocumentId]) {
        for id in failed.iter().filter(|_| !self.is_quiet) {
            write_line(&format!(
                "warning: {id}: skipped because whomet failed on it; this is a bug, please report it with the article"
            ));
        }
    }

    /// Prints what was built: documents, problems, entities, and relations by type.
    pub(super) fn summary(&self, graph: &KnowledgeGraph, problems: usize) {
        if self.is_quiet {
            return;
        }
        let mut entities: BTreeMap<&str, usize> = BTreeMap::new();
        for node in graph.nodes() {
            *entities.entry(node.entity_type.as_str()).or_default() += 1;
        }
        let mut relations: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
        for (_, edge, _) in graph.edges() {
            relations.entry(edge.relation.as_str()).or_default()[edge.status as usize] += 1;
        }
        write_line(&format!("{}, {}", counted(graph.documents.len(), "document"), counted(problems, "problem")));
        let total: usize = entities.values().sum();
        let list: Vec<String> = entities.iter().map(|(name, count)| format!("{count} {name}")).collect();
        write_line(&format!(
            "{}: {}",
            if total == 1 { "1 entity".to_owned() } else { format!("{total} entities") },
            list.join(", ")
        ));
        let total: usize = relations.values().flatten().sum();
        write_line(&format!("{}{}", counted(total, "relation"), if total == 0 { "" } else { ":" }));
        for (name, counts) in relations {
            write_line(&format!("  {name:16} {}", by_status(counts)));
        }
    }
}

/// "1 document", "3 documents".
pub(super) fn counted(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// "12 (2 planned, 1 negated)".
fn by_status(counts: [usize; 3]) -> String {
    let total: usize = counts.iter().sum();
    let others: Vec<String> = [Status::Planned, Status::Negated]
        .into_iter()
        .filter(|&status| counts[status as usize] > 0)
        .map(|status| format!("{} {}", counts[status as usize], status.as_str()))
        .collect();
    if others.is_empty() { format!("{total:4}") } else { format!("{total:4} ({})", others.join(", ")) }
}

/// The text with each run of white space replaced by one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

//! Reads articles one by one and reports on them, for adding and updating.

use std::cell::{Cell, RefCell};

use whomet::document::{Articles, Document};
use whomet::ids::DocumentId;
use whomet::pipeline::record_document;
use whomet::project::{Change, Effort, Recorder, Tally};

use crate::cli::Outcome;
use crate::cli::data::Data;
use crate::cli::reading_notes::ReadingNotes;
use crate::cli::report::{Progress, Reporter, counted, print};

/// One run over the articles, which counts the problems.
pub(super) struct Run<'a> {
    reporter: &'a Reporter,
    problems: Cell<usize>,
    notes: RefCell<ReadingNotes>,
}

/// Tells the user what happened to each document.
pub(super) struct Teller<'a> {
    progress: &'a Progress,
    is_verbose: bool,
}

impl<'a> Run<'a> {
    pub(super) fn new(reporter: &'a Reporter) -> Self {
        Self { reporter, problems: Cell::new(0), notes: RefCell::default() }
    }

    /// The articles that could be read; problems with the others are reported at once.
    pub(super) fn usable(&self, articles: Articles, progress: &Progress) -> impl Iterator<Item = Document> {
        for (ending, count) in articles.skipped() {
            *self.notes.borrow_mut().skipped.entry(ending.clone()).or_insert(0) += count;
        }
        articles.filter_map(move |result| match result {
            Ok(document) => {
                *self.notes.borrow_mut().encodings.entry(document.encoding).or_insert(0) += 1;
                Some(document)
            }
            Err(problem) => {
                self.problems.set(self.problems.get() + 1);
                progress.aside(|| self.reporter.problem(&problem));
                None
            }
        })
    }

    pub(super) fn problems(&self) -> usize {
        self.problems.get()
    }

    /// Prints the summary, with `more` after the counts.
    pub(super) fn finish(&self, tally: &Tally, more: &str) -> Outcome {
        self.reporter.failures(&tally.failed);
        self.notes.borrow().report(self.reporter);
        let problems = self.problems() + tally.failed.len();
        let Tally { added, changed, unchanged, .. } = tally;
        self.reporter.note(&format!(
            "{added} added, {changed} changed, {unchanged} unchanged{more}, {}",
            counted(problems, "problem")
        ));
        note_effort(self.reporter, tally.effort);
        Outcome::of(problems)
    }
}

/// Prints what it cost to decide which names are one entity, unless it cost nothing.
pub(super) fn note_effort(reporter: &Reporter, effort: Effort) {
    let Effort { comparisons, loaded, rows, .. } = effort;
    if rows > 0 {
        let compared = counted(comparisons, "pair");
        reporter.note(&format!("{compared} of names compared, {loaded} names looked up, {rows} rows written"));
    }
}

impl<'a> Teller<'a> {
    pub(super) fn new(progress: &'a Progress, is_verbose: bool) -> Self {
        Self { progress, is_verbose }
    }

    /// Says what happened to a document.
    pub(super) fn tell(&self, id: &DocumentId, change: Change) {
        self.progress.step(id.as_str());
        if self.is_verbose {
            self.progress.aside(|| print(&format!("{} {id}\n", change.as_str())));
        }
    }
}

/// Calls `work` with a recorder that uses these data.
pub(super) fn with_recorder<T>(data: &Data, work: impl FnOnce(&Recorder<'_>) -> T) -> T {
    let settings = data.settings();
    let record = |document: Document| record_document(document, &settings);
    work(&Recorder::new(&record, data.read_with(), data.names().filing()))
}

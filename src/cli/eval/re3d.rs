//! `whomet eval re3d`: scores the surface forms of mentions.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use whomet::document::Document;
use whomet::evaluation::re3d::read;
use whomet::evaluation::surface_forms::{DocumentForms, Form, FormScores, Scope};
use whomet::pipeline::read_document;

use super::shares::shares;
use crate::cli::data::Data;
use crate::cli::error::CliError;
use crate::cli::files::read_string;
use crate::cli::outcome::Outcome;
use crate::cli::report::print;
use crate::cli::shared_args::DataArguments;

/// What to score the mentions on.
#[derive(Debug, Args)]
pub(crate) struct EvalRe3d {
    /// Documents of re3d as JSON Lines.
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// List the names that were missed or wrong.
    #[arg(long)]
    errors: bool,

    #[command(flatten)]
    data: DataArguments,
}

impl EvalRe3d {
    /// Reads the texts anew and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let data = Data::read(&self.data)?;
        let settings = data.settings();
        let documents =
            read(&read_string(&self.file)?).map_err(|source| CliError::Re3d { path: self.file.clone(), source })?;
        let tables = [
            ("names", Scope::Names, false),
            ("names, relaxed", Scope::Names, true),
            ("all forms", Scope::All, false),
            ("all forms, relaxed", Scope::All, true),
        ];
        let mut scores: [FormScores; 4] = Default::default();
        let mut out = String::new();
        for document in &documents {
            let record = read_document(Document::all_body(&document.id, document.text.as_str()), &settings);
            for (scores, (_, scope, relaxed)) in scores.iter_mut().zip(tables) {
                scores.add(&DocumentForms::new(document, &record.mentions, settings.lexicon, scope), relaxed);
            }
            if self.errors {
                let forms = DocumentForms::new(document, &record.mentions, settings.lexicon, Scope::Names);
                out.push_str(&differences(&document.id, &forms));
            }
        }
        for ((name, _, _), scores) in tables.into_iter().zip(&scores) {
            out.push_str(&table(name, scores));
        }
        print(&out);
        Ok(Outcome::Done)
    }
}

fn table(name: &str, scores: &FormScores) -> String {
    let mut out = format!("{name:<20} precision    recall        F1   found correct\n");
    // Writing to a string cannot fail.
    for (class, counts) in &scores.classes {
        let _ = writeln!(out, "{:<20} {}", format!("{class:?}"), shares(*counts));
    }
    let _ = writeln!(out, "{:<20} {}\n", "all", shares(scores.total()));
    out
}

/// One line for each form on one side only.
fn differences(id: &str, forms: &DocumentForms) -> String {
    let mut out = String::new();
    let mut list = |what: &str, form: &Form| {
        let _ = writeln!(out, "{what}\t{:?}\t{}\t{id}", form.0, form.1);
    };
    forms.correct.difference(&forms.found).for_each(|form| list("missed", form));
    forms.found.difference(&forms.correct).for_each(|form| list("wrong", form));
    out
}

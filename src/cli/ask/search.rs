//! `whomet search`: passages with words, and the things in them.

use serde_json::json;
use whomet::graph::FoundPassage;
use whomet::query::search_documents;

use super::ask_args::SearchArguments;
use super::dates::in_words;
use super::evidence::wrapped;
use super::opened::Opened;
use super::plain_table::{Form, PlainTable};
use super::table::Paper;
use crate::cli::error::CliError;
use crate::cli::outcome::Outcome;
use crate::cli::report::{Reporter, counted, one_line, print};

pub(in crate::cli) fn run(arguments: &SearchArguments) -> Result<Outcome, CliError> {
    let reporter = Reporter::new(arguments.answer.common.quiet);
    let opened = Opened::new(&arguments.inputs, &arguments.answer, &reporter)?;
    let articles = opened.articles(arguments.answer.reading.options())?;
    let (what, data, outcome) = opened.into_parts();
    let mut knowledge = what.with(&data);
    let filter = arguments.articles.filter();
    let (passages, total) = if articles.is_empty() {
        knowledge.search(&arguments.text, &filter, arguments.top)?
    } else {
        let mut passages = search_documents(&articles, &*knowledge.whole()?, &arguments.text, &filter);
        let total = passages.len();
        passages.truncate(arguments.top);
        (passages, total)
    };
    match Form::of(arguments.answer.json, arguments.answer.csv) {
        Form::Text => print(&as_text(&passages, total, &arguments.text)),
        form => as_table(&passages).print(form, &[]),
    }
    Ok(outcome)
}

fn as_text(passages: &[FoundPassage], total: usize, words: &str) -> String {
    let paper = Paper::of_output();
    let mut text = String::new();
    for passage in passages {
        let date = passage.date.map(|date| format!(", {}", in_words(date))).unwrap_or_default();
        text.push_str(&format!("{}\n", paper.bold(&format!("{}{date}", passage.document))));
        let things = if passage.things.is_empty() { String::new() } else { format!("[{}]", passage.things.join("; ")) };
        let lines = wrapped(&format!("\"{}\"", one_line(&passage.text)), paper).into_iter();
        let things = if things.is_empty() { Vec::new() } else { wrapped(&things, paper) };
        for line in lines.chain(things.into_iter().map(|line| paper.gray(&line))) {
            text.push_str(&line);
            text.push('\n');
        }
    }
    if total == 0 {
        text.push_str(&format!("no passage has all the words of \"{words}\"\n"));
    } else if total > passages.len() {
        text.push_str(&format!("{} of {}; see --top\n", passages.len(), counted(total, "passage")));
    }
    text
}

fn as_table(passages: &[FoundPassage]) -> PlainTable {
    let columns = ["document", "date", "start", "end", "text", "things"];
    let mut table = PlainTable::named(columns.map(str::to_owned).to_vec());
    for passage in passages {
        table.add(vec![
            json!(passage.document),
            json!(passage.date),
            json!(passage.span.start()),
            json!(passage.span.end()),
            json!(passage.text),
            json!(passage.things),
        ]);
    }
    table
}

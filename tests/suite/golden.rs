//! Two articles as whomet reads them: tags under the words, mentions, statements.
//!
//! `UPDATE_GOLDEN=1 cargo test golden` regenerates the files; read the diff before you commit it.

use std::fmt::Write as _;

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::ids::{MentionId, SentenceId};
use whomet::mention::MentionKind;
use whomet::pipeline::{Settings, read_document};
use whomet::record::ReadDocument;

use crate::support::{ARTICLES, root};

const ARTICLE_NAMES: [&str; 2] = ["ministerial-visit-tallinn", "police-training-monrovia"];

/// Width of a line in columns; longer sentences continue on the next line.
const LINE_CHARS: usize = 110;

#[test]
fn the_golden_articles_are_read_as_before() {
    for name in ARTICLE_NAMES {
        let input = Input::Path(root().join(ARTICLES).join(format!("{name}.txt")));
        let document = read_inputs(&[input], ReadingOptions::default(), &|_| {}).documents.remove(0);
        let found = describe(&read_document(document, &Settings::default()));
        let path = root().join(format!("tests/golden/{name}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == found, "{} differs: run UPDATE_GOLDEN=1 cargo test golden", path.display());
    }
}

fn describe(record: &ReadDocument) -> String {
    let mut text = String::new();
    for index in 0..record.document.sentences.len() {
        let id = SentenceId::new(index);
        text.push_str(&tags_under_words(record, id));
        let surface = |id: MentionId| record.document.surface(record.mentions[id.index()].provenance.span);
        for mention in record.mentions.iter().filter(|mention| mention.provenance.sentence == id) {
            let kind = if mention.kind == MentionKind::Name { "name" } else { "nominal" };
            let _ = writeln!(
                text,
                "  {kind} {} \"{}\" [{}]",
                mention.entity_type,
                surface(mention.id),
                mention.provenance.rule
            );
        }
        for statement in record.statements.iter().filter(|statement| statement.provenance.sentence == id) {
            let (relation, status) = (statement.relation, statement.status.as_str());
            let (subject, object) = (surface(statement.subject), surface(statement.object));
            let _ = writeln!(text, "  {relation} \"{subject}\" \"{object}\" {status} [{}]", statement.provenance.rule);
        }
        text.push('\n');
    }
    text
}

/// Each word with its universal tag below it, and below that the number of its head and its label.
fn tags_under_words(record: &ReadDocument, id: SentenceId) -> String {
    let sentence = record.document.sentence(id);
    let mut text = String::new();
    let mut rows = [const { String::new() }; 3];
    for (index, token) in sentence.tokens.iter().enumerate() {
        let head = sentence.tree.heads()[index].map_or(0, |head| head.index() + 1);
        let number = format!("{}.", index + 1);
        let cells = [
            format!("{number}{}", record.document.surface(token.span)),
            token.tag.upos.to_string(),
            format!("{head}:{}", sentence.tree.deprels()[index]),
        ];
        let width = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0) + 1;
        if rows[0].chars().count() + width > LINE_CHARS {
            flush(&mut rows, &mut text);
        }
        for (row, cell) in rows.iter_mut().zip(&cells) {
            let _ = write!(row, "{cell:<width$}");
        }
    }
    flush(&mut rows, &mut text);
    text
}

fn flush(rows: &mut [String; 3], text: &mut String) {
    for row in rows {
        text.push_str(row.trim_end());
        text.push('\n');
        row.clear();
    }
}

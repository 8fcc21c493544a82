//! Adding articles to projects of different sizes.

use std::path::Path;

use super::*;
use crate::document::Document;
use crate::ids::{ChainId, DocumentId, MentionId};
use crate::mention::MentionKind;
use crate::ontology::EntityType;
use crate::ontology::Ontology;
use crate::project::*;
use crate::record::{ChainRecord, DocumentInfo, MentionRecord};
use crate::span::Span;

/// A record in which every word is a name: fast to make, with as many rows as words.
fn words_as_names(document: Document) -> Result<DocumentRecord, DocumentId> {
    let info = DocumentInfo::from(&document);
    let mut start = 0;
    let words = document.text.split(' ').enumerate();
    let mentions: Vec<MentionRecord> = words
        .map(|(number, word)| {
            let span = Span::new(start, start + word.chars().count());
            start = span.end() + 1;
            MentionRecord {
                span,
                surface: word.to_owned(),
                kind: MentionKind::Name,
                entity_type: EntityType::PERSON,
                label: Some(word.to_owned()),
                canonical: None,
                iso3166: None,
                is_demonym: false,
                title: None,
                gender: None,
                rule: "test".into(),
                confidence: 0.9,
                chain: Some(ChainId::new(number)),
                joined: None,
            }
        })
        .collect();
    let chain = |number| ChainRecord { entity_type: EntityType::PERSON, mentions: vec![MentionId::new(number)] };
    let chains = (0..mentions.len()).map(chain).collect();
    Ok(DocumentRecord { info, mentions, chains, statements: Vec::new(), plurals: Vec::new(), text: document.text })
}

fn add(project: &mut Project, documents: Vec<Document>) -> Tally {
    let fingerprint = Fingerprint::new([]);
    let recorder = Recorder { record: &words_as_names, read_with: &fingerprint, filing: Filing::shipped(&fingerprint) };
    project.add(Path::new("/"), documents.into_iter(), &recorder, &|_, _| {}).unwrap()
}

fn project_of(count: usize, folder: &tempfile::TempDir) -> Project {
    let mut project = Project::create(&folder.path().join(format!("{count}.whomet")), || {}).unwrap();
    let article = |n: usize| Document::from_text(&format!("a{n}"), format!("Moana Tui {n} Lima {}", n * n));
    assert_eq!(add(&mut project, (0..count).map(article).collect()).added, count);
    project
}

#[test]
fn one_article_costs_the_same_in_a_project_of_any_size() {
    let folder = tempfile::tempdir().unwrap();
    let rows = |count: usize| {
        let mut project = project_of(count, &folder);
        let before = project.connection.total_changes();
        let article = Document::from_text("more", "Rosa Quispe met Tika Oli in Apia");
        assert_eq!(add(&mut project, vec![article]).added, 1);
        let between = project.connection.total_changes();
        assert_eq!(project.remove(&["more".to_owned()], &Filing::shipped(&Fingerprint::new([]))).unwrap().0, 1);
        [between - before, project.connection.total_changes() - between]
    };
    let (few, many) = (rows(10), rows(3000));
    assert!(many.iter().zip(few).all(|(many, few)| *many <= few + 5), "rows touched: {few:?}, then {many:?}");
}

#[test]
fn a_line_that_moves_is_not_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project::create(&folder.path().join("p.whomet"), || {}).unwrap();
    let at = |line: usize| Document {
        path: "news.jsonl".to_owned(),
        line: Some(line),
        ..Document::from_text("a", "Moana Tui arrived in Lima")
    };
    assert_eq!(add(&mut project, vec![at(1)]).added, 1);
    let fingerprint = Fingerprint::new([]);
    let refuse = |document: Document| Err(document.id);
    let recorder = Recorder { record: &refuse, read_with: &fingerprint, filing: Filing::shipped(&fingerprint) };
    let tally = project.add(Path::new("/"), [at(7)].into_iter(), &recorder, &|_, _| {}).unwrap();
    assert_eq!((tally.changed, tally.failed.len()), (1, 0));
    assert_eq!(project.records(Ontology::shipped()).unwrap(), [words_as_names(at(7)).unwrap()]);
}

#[test]
fn a_document_that_cannot_be_read_keeps_its_earlier_state_and_harms_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let mut project = project_of(3, &folder);
    let fingerprint = Fingerprint::new([]);
    let fail_on_a1 = |document: Document| {
        if document.id.as_str() == "a1" { Err(document.id) } else { words_as_names(document) }
    };
    let recorder = Recorder { record: &fail_on_a1, read_with: &fingerprint, filing: Filing::shipped(&fingerprint) };
    let changed = |n: usize| Document::from_text(&format!("a{n}"), "Tika Oli left");
    let tally = project.add(Path::new("/"), (0..4).map(changed), &recorder, &|_, _| {}).unwrap();
    assert_eq!((tally.added, tally.changed, tally.failed), (1, 2, vec!["a1".into()]));
    let texts: Vec<String> =
        project.records(Ontology::shipped()).unwrap().into_iter().map(|record| record.text).collect();
    assert_eq!(texts, ["Tika Oli left", "Moana Tui 1 Lima 1", "Tika Oli left", "Tika Oli left"]);
}

#[test]
fn damaged_rows_are_reported() {
    let folder = tempfile::tempdir().unwrap();
    let damages = [
        ("UPDATE mention SET length = 1000 WHERE number = 0", "a passage lies outside the text"),
        ("UPDATE mention SET chain = 77 WHERE number = 0", "a chain is not there"),
        ("UPDATE mention SET chain = NULL WHERE number = 0", "a chain has no mention"),
        ("DELETE FROM mention WHERE number = 1", "mention 1 is not there"),
        ("UPDATE document SET date = 'soon'", "found \"soon\""),
    ];
    for (number, (sql, complaint)) in damages.into_iter().enumerate() {
        let mut project = project_of(number + 1, &folder);
        project.connection.execute(sql, []).unwrap();
        let message = project.records(Ontology::shipped()).unwrap_err().to_string();
        assert!(message.starts_with("the project is damaged (") && message.contains(complaint), "{message}");
    }
}

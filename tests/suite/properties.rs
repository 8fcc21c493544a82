//! Tests what must hold for any text.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use whomet::analysis::Analyzer;
use whomet::document::Document;
use whomet::graph::{read_json, write_json};
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build, read_document, record_document};
use whomet::project::{Filing, Fingerprint, Project, Recorder};
use whomet::record::{DocumentRecord, ReadDocument};
use whomet::relation::Statement;

use crate::support::tries;

/// Whether the statement may have an end in another sentence: a country or body that the article names once, or the
/// gathering that it speaks of.
fn may_end_elsewhere(statement: &Statement) -> bool {
    let is_office = statement.provenance.rule.as_str().starts_with("office-");
    statement.relation.as_str() == "part_of" || is_office || statement.path.ends_with("gathering spoken of")
}

/// Text with pieces that are difficult for a reader of news.
fn newslike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[A-Z][a-zé’-]{1,8}",
        Just("Minister Moana Tui met President Tika Oli".to_owned()),
        Just(" of the Nepal River Guard (NRG)".to_owned()),
        Just("Peru's Minister of ".to_owned()),
        Just(", the commander of ".to_owned()),
        Just("Maj. Gen. ".to_owned()),
        Just("LIMA, 5 August 2021 - ".to_owned()),
        Just("\r\n\r\n".to_owned()),
        Just("--- \u{feff}\u{200b}… “".to_owned()),
        Just(". ".to_owned()),
        Just(" and ".to_owned()),
        Just(". They met ".to_owned()),
        Just(". The minister and she trained it. ".to_owned()),
        Just("-".to_owned()),
        Just("'s ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(tries(32, 256)))]

    #[test]
    fn tokens_are_in_order_within_their_sentences(text in newslike()) {
        let analyzed = Analyzer::shipped().analyze(Document::from_text("any", text.clone()));
        let mut end = 0;
        for sentence in &analyzed.sentences {
            prop_assert!(sentence.span.start() >= end && !sentence.tokens.is_empty());
            for token in &sentence.tokens {
                prop_assert!(token.span.start() >= end && !token.span.is_empty());
                prop_assert!(sentence.span.contains(token.span));
                prop_assert!(!token.span.slice(&text).contains(char::is_whitespace));
                end = token.span.end();
            }
        }
        let kept: usize = analyzed.sentences.iter().flat_map(|s| &s.tokens).map(|t| t.span.slice(&text).chars().count()).sum();
        let invisible = |c: &char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{200e}' | '\u{200f}');
        let (body, asides) = (analyzed.document.body, &analyzed.document.asides);
        let is_read = |at: usize| !asides.iter().any(|aside| aside.start() <= at && at < aside.end());
        let read = body.slice(&text).char_indices().filter(|(at, c)| is_read(body.start() + at) && !invisible(c));
        prop_assert_eq!(kept, read.count());
    }

    #[test]
    fn every_mention_and_statement_quotes_its_document(text in newslike()) {
        let record = read_document(Document::from_text("any", text.clone()), &Settings::default());
        for mention in &record.mentions {
            let surface = mention.provenance.span.slice(&text);
            prop_assert!(!surface.is_empty());
            prop_assert!(mention.provenance.confidence > 0.0 && mention.provenance.confidence <= 1.0);
        }
        for statement in &record.statements {
            let sentence = record.document.sentence(statement.provenance.sentence);
            prop_assert_eq!(statement.provenance.span, sentence.span);
            for end in [statement.subject, statement.object] {
                prop_assert!(sentence.span.contains(record.mentions[end.index()].provenance.span)
                    || may_end_elsewhere(statement));
            }
        }
        check_chains(&record)?;
    }

    #[test]
    fn a_project_returns_the_records_it_stored(texts in proptest::collection::vec(newslike(), 1..4)) {
        let folder = tempfile::tempdir().unwrap();
        let documents: Vec<Document> =
            texts.into_iter().enumerate().map(|(index, text)| Document::from_text(&format!("d{index}"), text)).collect();
        let read = |document: Document| Ok(read_document(document, &Settings::default()).into());
        let records: Vec<DocumentRecord> = documents.iter().cloned().filter_map(|document| read(document).ok()).collect();
        let shipped = Fingerprint::new([]);
        let filing =
            Filing::shipped(&shipped);
        let recorder = Recorder::new(&read, &shipped, filing);
        let mut project = Project::create(&folder.path().join("p.whomet"), || {}).unwrap();
        let tally = project.add(folder.path(), documents.into_iter(), &recorder, &|_, _| {}).unwrap();
        prop_assert_eq!(tally.added, records.len());
        prop_assert_eq!(project.records(Ontology::shipped()).unwrap(), records);
    }

    #[test]
    fn a_graph_quotes_exactly_and_is_read_back_unchanged(texts in proptest::collection::vec(newslike(), 1..4)) {
        let documents: Vec<Document> =
            texts.iter().enumerate().map(|(index, text)| Document::from_text(&format!("d{index}"), text.clone())).collect();
        let graph = build(documents.clone(), &Settings::default()).graph;
        let evidence = graph.edges().flat_map(|(_, edge, _)| edge.evidence.iter().map(|evidence| &evidence.quote));
        for quote in graph.nodes().flat_map(|node| &node.mentions).chain(evidence) {
            let document = documents.iter().find(|document| document.id == quote.document).unwrap();
            let slice: String = document.text.chars().skip(quote.span.start()).take(quote.span.len()).collect();
            prop_assert_eq!(&slice, &quote.text);
        }
        let json = |graph| { let mut bytes = Vec::new(); write_json(graph, &mut bytes).unwrap(); bytes };
        let written = json(&graph);
        let read = read_json(&mut written.as_slice(), Ontology::shipped()).unwrap();
        prop_assert!(json(&read) == written);
        let reversed = build(documents.into_iter().rev(), &Settings::default()).graph;
        prop_assert!(json(&reversed) == written);
    }
}

/// A name of at least this confidence makes an entity.
const SURE: f32 = 0.6;

/// Fails unless the chains divide the mentions: a name is in exactly one chain, unless it is inside a longer name; a
/// description or pronoun is in at most one; a plural mention is in none, but its members are in different chains.
fn check_chains(record: &ReadDocument) -> Result<(), TestCaseError> {
    let mut chain_of = vec![None; record.mentions.len()];
    for (number, chain) in record.chains.iter().enumerate() {
        prop_assert_eq!(chain.id.index(), number);
        prop_assert!(!chain.mentions.is_empty() && chain.mentions.is_sorted_by(|one, other| one < other));
        for mention in &chain.mentions {
            prop_assert_eq!(chain_of[mention.index()].replace(number), None, "{:?} is in two chains", mention);
        }
        prop_assert_eq!(chain.links.len(), chain.mentions.len() - 1);
        for link in &chain.links {
            prop_assert!(chain.mentions.contains(&link.mention) && chain.mentions.contains(&link.antecedent));
        }
    }
    for (mention, chain) in record.mentions.iter().zip(&chain_of) {
        // A doubtful name makes no entity.
        let is_doubtful = mention.provenance.confidence < SURE;
        let may_be_alone = !mention.identifies() || mention.nested_in.is_some() || is_doubtful;
        prop_assert!(chain.is_some() || may_be_alone, "{:?}", mention);
    }
    for plural in &record.plurals {
        prop_assert_eq!(chain_of[plural.mention.index()], None);
        let chains: BTreeSet<_> = plural.members.iter().map(|member| chain_of[member.index()]).collect();
        prop_assert!(plural.members.len() >= 2 && chains.len() == plural.members.len() && !chains.contains(&None));
    }
    Ok(())
}

/// A change to a project.
#[derive(Debug, Clone)]
enum Deed {
    /// Adds documents, each given as a number and the index of its text.
    Add(Vec<(usize, usize)>),
    /// Removes a document if the project has it.
    Remove(usize),
    /// Closes the file and opens it again.
    Reopen,
}

const TEXTS: [&str; 5] = [
    "Minister Moana Tui met President Tika Oli in Lima.",
    "Tika Oli of the Nepal River Guard (NRG) will visit Estonia. She met Gen. Rosa Quispe.",
    "The NRG trained officers of the Fiji Coast Guard in Suva.",
    "President Oli did not meet Moana Tui. They left.",
    "Nothing happened.",
];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        4 => proptest::collection::vec((0..6_usize, 0..TEXTS.len()), 1..4).prop_map(Deed::Add),
        2 => (0..6_usize).prop_map(Deed::Remove),
        1 => Just(Deed::Reopen),
    ];
    proptest::collection::vec(deed, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(tries(8, 48)))]

    #[test]
    fn a_project_always_has_the_graph_of_its_documents(deeds in deeds()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.whomet");
        let (settings, fingerprint) = (Settings::default(), Fingerprint::new([]));
        let read = |document: Document| record_document(document, &settings);
        let recorder = Recorder::new(&read, &fingerprint, Filing::shipped(&fingerprint));
        let document = |number: usize, text: usize| Document::from_text(&format!("d{number}"), TEXTS[text]);
        let mut project = Project::create(&path, || {}).unwrap();
        let mut expected: BTreeMap<usize, usize> = BTreeMap::new();
        for deed in deeds {
            match deed {
                Deed::Add(new) => {
                    let new: BTreeMap<usize, usize> = new.into_iter().collect();
                    let documents = new.iter().map(|(number, text)| document(*number, *text));
                    project.add(folder.path(), documents, &recorder, &|_, _| {}).unwrap();
                    expected.extend(new);
                }
                Deed::Remove(number) => {
                    let is_there = expected.remove(&number).is_some();
                    prop_assert_eq!(project.remove(&[format!("d{number}")], &recorder.filing).is_ok(), is_there);
                }
                Deed::Reopen => project = Project::open(&path, || {}).unwrap(),
            }
        }
        let json = |graph| { let mut bytes = Vec::new(); write_json(&graph, &mut bytes).unwrap(); bytes };
        let documents = expected.iter().map(|(number, text)| document(*number, *text));
        let graph = project.graph(&recorder.filing).unwrap();
        let from_scratch = build(documents, &settings).graph;
        prop_assert!(json(graph) == json(from_scratch));
    }
}

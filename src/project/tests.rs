//! Any sequence of changes gives the same project as its documents and judgements added from scratch.

use proptest::prelude::*;

use super::*;
use crate::document::Document;
use crate::graph::{KnowledgeGraph, Part, write_json};
use crate::ids::{EntityId, NameKey};
use crate::lexicon::Lexicon;
use crate::name_search::Fit;
use crate::ontology::Ontology;
use crate::pipeline::{Settings, read_document};
use crate::record::DocumentRecord;
use crate::resolution::{Answer, Ruling};

/// Articles with names that vary, contradict each other or are common, so that all kinds of merging and parting occur.
const TEXTS: [&str; 10] = [
    "Peru's Minister of Health, Rosa Mamani Quispe, met President Tika Oli of Nepal in Lima on 5 May 2024.",
    "Minister Rosa Quispe met Tika Bahadur Oli in Kathmandu. The Peruvian Health Ministry trained nurses in Nepal.",
    "The Karnali River Guard (KRG) of Nepal trained officers of the Nepal Police Force in Pokhara. Oli praised it.",
    "KRG officers met Gen. Yusuf Kamara Tui in Kathmandu. The Nepalese Police Force visited Fiji.",
    "Gen. Yussuf Kamara Tui of the Fiji Police Force met Maria López in Suva. She is mayor of Cusco in Peru.",
    "Estonia's Foreign Minister, Maria López, visited Peru. The Interior Ministry of Estonia signed an agreement.",
    "The Interior Ministry trained clerks in Tallinn. Estonia and Peru signed an agreement. Kaarel Tammsoo left.",
    "Peru spoke. The Health Ministry opened a clinic in Lima. Rosa Mamani Quispe visited Lima.",
    "The Ministry of Health of Peru and President Tika Oli met in Lima. The Health Ministry praised Peru.",
    "Kaarel Jüri Tammsoo met Rosa Quispe in Lima. A two-day workshop was held in Lima on 5 May 2024.",
];

/// A step of a sequence; numbers count modulo the number of items.
#[derive(Debug, Clone)]
enum Step {
    /// Adds the document with this number, with the text with this number.
    Add(usize, usize),
    Remove(usize),
    Judge(usize, usize, usize),
    Apart(usize, usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0..TEXTS.len(), 0..TEXTS.len()).prop_map(|(name, text)| Step::Add(name, text)),
        2 => (0..TEXTS.len()).prop_map(Step::Remove),
        2 => (0..200_usize, 0..200_usize, 0..3_usize).prop_map(|(one, other, ruling)| Step::Judge(one, other, ruling)),
        1 => (0..200_usize, 0..TEXTS.len()).prop_map(|(name, document)| Step::Apart(name, document)),
        1 => Just(Step::Undo),
    ]
}

fn note() -> Note {
    Note { by: "test".to_owned(), at: "2024-05-05T00:00:00Z".to_owned(), reason: None }
}

/// The record of a document.
fn record(document: Document) -> DocumentRecord {
    read_document(document, &Settings::default()).into()
}

struct Bench {
    project: Project,
    fingerprint: Fingerprint,
    _folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Project::create(&folder.path().join("p.whomet"), || {}).unwrap();
        Self { project, fingerprint: Fingerprint::new([]), _folder: folder }
    }

    fn add(&mut self, name: usize, text: usize) -> Tally {
        let document = Document::from_text(&format!("d{name}"), TEXTS[text]);
        let read = |document: Document| Ok(record(document));
        let recorder =
            Recorder { record: &read, read_with: &self.fingerprint, filing: Filing::shipped(&self.fingerprint) };
        self.project.add(std::path::Path::new("/"), std::iter::once(document), &recorder, &|_, _| {}).unwrap()
    }

    fn names(&self) -> Vec<NameKey> {
        let mut select = self.project.connection.prepare("SELECT key FROM dossier ORDER BY key").unwrap();
        let keys = select.query_map([], |row| row.get::<_, String>(0)).unwrap();
        keys.map(|key| key.unwrap().into()).collect()
    }

    fn judge(&mut self, ruling: Ruling) {
        self.project.judge(vec![ruling], &note(), &Filing::shipped(&self.fingerprint)).unwrap();
    }

    fn take(&mut self, step: &Step) {
        let names = self.names();
        let pick = |number: usize| names.get(number % names.len().max(1)).cloned();
        match *step {
            Step::Add(name, text) => drop(self.add(name, text)),
            Step::Remove(name) => {
                // The document may not exist; then nothing is removed.
                let _ = self.project.remove(&[format!("d{name}")], &Filing::shipped(&self.fingerprint));
            }
            Step::Judge(one, other, answer) => {
                let (Some(one), Some(other)) = (pick(one), pick(other)) else { return };
                if one != other {
                    self.judge(Ruling::on_pair(Answer::ALL[answer], &one, &other));
                }
            }
            Step::Apart(name, document) => {
                let Some(name) = pick(name) else { return };
                self.judge(Ruling::Apart { name, document: format!("d{document}").as_str().into() });
            }
            Step::Undo => drop(self.project.undo(Undo::Last(1), &note(), &Filing::shipped(&self.fingerprint)).unwrap()),
        }
    }

    fn json(&mut self) -> String {
        let mut bytes = Vec::new();
        let graph = self.project.graph(&Filing::shipped(&self.fingerprint)).unwrap();
        write_json(&graph, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    /// The stored documents with their texts.
    fn texts(&mut self) -> Vec<(String, String)> {
        let records = self.project.records(Ontology::shipped()).unwrap();
        records.into_iter().map(|record| (record.info.id.to_string(), record.text)).collect()
    }

    /// All rows that resolution derives, with keys in place of row numbers.
    fn derived(&self) -> Vec<String> {
        let queries = [
            "SELECT key || ' ' || documents || ' ' || (SELECT key FROM dossier AS e WHERE e.id = d.entity) FROM dossier AS d",
            "SELECT key || ' ' || kind || ' ' || value || ' ' || count FROM fact JOIN dossier ON id = dossier",
            "SELECT a.key || ' ' || b.key || ' ' || is_firm || score || reasons FROM pair JOIN dossier AS a ON a.id = one JOIN dossier AS b ON b.id = other",
            "SELECT dossier.key || ' ' || block.key || is_filed FROM block JOIN dossier ON id = dossier",
            "SELECT key || ' ' || name || ' ' || chains FROM told_in JOIN dossier ON id = dossier",
            "SELECT key || ' ' || word FROM name_word JOIN dossier ON id = dossier",
            "SELECT a.key || ' ' || relation || status || ' ' || b.key || ' ' || name || statement FROM tie JOIN dossier AS a ON a.id = one JOIN dossier AS b ON b.id = other JOIN document ON document.id = document",
        ];
        let mut rows = Vec::new();
        for query in queries {
            let mut select = self.project.connection.prepare(query).unwrap();
            let found = select.query_map([], |row| row.get::<_, String>(0)).unwrap();
            rows.extend(found.map(Result::unwrap));
        }
        rows.sort();
        rows
    }
}

/// The number of sequences to try, chosen as `tries` in `tests/suite/support.rs` does for other tests.
fn sequences() -> u32 {
    if std::env::var_os("WHOMET_TESTS").is_some_and(|size| size == "full") { 24 } else { 4 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(sequences()))]

    #[test]
    fn any_sequence_of_changes_gives_what_building_from_scratch_gives(steps in proptest::collection::vec(step(), 1..24)) {
        let mut changed = Bench::new();
        steps.iter().for_each(|step| changed.take(step));
        let mut scratch = Bench::new();
        for (name, text) in changed.texts() {
            let (name, text) = (name[1..].parse().unwrap(), TEXTS.iter().position(|known| *known == text).unwrap());
            scratch.add(name, text);
        }
        let rulings = journal::in_force(&changed.project.connection).unwrap();
        rulings.into_iter().for_each(|ruling| scratch.judge(ruling));
        prop_assert_eq!(changed.json(), scratch.json());
        prop_assert_eq!(changed.derived(), scratch.derived());
        // The stored result equals that of the resolver in memory.
        let records = changed.project.records(Ontology::shipped()).unwrap();
        let rulings = journal::in_force(&changed.project.connection).unwrap();
        let entities = crate::resolution::resolve(&records, &rulings, Lexicon::shipped());
        let mut bytes = Vec::new();
        write_json(&crate::graph::build_graph(&records, &entities, crate::resolution::Duplicates::among(&records), Ontology::shipped()), &mut bytes).unwrap();
        prop_assert_eq!(changed.json(), String::from_utf8(bytes).unwrap());
        // So is what is written from disk, node by node.
        let mut bytes = Vec::new();
        write_json(&changed.project.stored_graph(&Filing::shipped(&changed.fingerprint)).unwrap(), &mut bytes).unwrap();
        prop_assert_eq!(changed.json(), String::from_utf8(bytes).unwrap());
    }
}

#[test]
fn a_judgement_merges_and_undo_separates_again() {
    let mut bench = Bench::new();
    (0..TEXTS.len()).for_each(|at| drop(bench.add(at, at)));
    let before = bench.json();
    let case = bench.project.cases(1, &Filing::shipped(&bench.fingerprint.clone())).unwrap().remove(0);
    let left = bench.project.doubtful().unwrap();
    bench.judge(Ruling::on_pair(Answer::Same, &case.left.key, &case.right.key));
    assert_ne!(bench.json(), before);
    assert!(bench.project.doubtful().unwrap() < left);
    let explained =
        bench.project.explain(&case.left.key, &Filing::shipped(&bench.fingerprint.clone())).unwrap().unwrap();
    assert!(explained.members.len() > 1 && explained.rulings.len() == 1);
    let undone = bench.project.undo(Undo::Last(1), &note(), &Filing::shipped(&bench.fingerprint.clone())).unwrap();
    assert_eq!(undone.len(), 1);
    assert_eq!(bench.json(), before);
    assert_eq!(bench.project.log().unwrap()[0].undone.as_ref().unwrap().1, "test", "it is kept, marked as undone");
}

#[test]
fn judgements_are_shared_and_hold_when_articles_come_and_go() {
    let (mut ours, mut theirs) = (Bench::new(), Bench::new());
    (0..TEXTS.len()).for_each(|at| drop((ours.add(at, at), theirs.add(at, at))));
    let case = theirs.project.cases(1, &Filing::shipped(&theirs.fingerprint.clone())).unwrap().remove(0);
    theirs.judge(Ruling::on_pair(Answer::Same, &case.left.key, &case.right.key));
    let judgements: Vec<_> = theirs.project.log().unwrap().into_iter().map(|entry| entry.judgement).collect();
    let taken = ours.project.import(&judgements, &Filing::shipped(&ours.fingerprint.clone())).unwrap();
    assert_eq!((taken, ours.json() == theirs.json()), (1, true));
    assert_eq!(
        ours.project.import(&judgements, &Filing::shipped(&ours.fingerprint.clone())).unwrap(),
        0,
        "known already"
    );
    let names: Vec<String> = (0..TEXTS.len()).map(|at| format!("d{at}")).collect();
    ours.project.remove(&names, &Filing::shipped(&ours.fingerprint.clone())).unwrap();
    assert!(ours.names().is_empty(), "nothing is left of what is gone: {:?}", ours.names());
    (0..TEXTS.len()).rev().for_each(|at| drop(ours.add(at, at)));
    assert_eq!(ours.json(), theirs.json());
}

/// The edges of a thing as its neighbors, with what evidence says.
fn edges_of(graph: &KnowledgeGraph, id: &EntityId) -> Vec<String> {
    let edges = graph.edges_of(id).into_iter().map(|(edge, other)| {
        let evidence: Vec<_> = edge
            .evidence
            .iter()
            .map(|found| (&found.quote, found.date, &found.place, &found.speaker, &found.also_in))
            .collect();
        format!("{} {} {:?} {:?} {:?} {evidence:?}", edge.relation, other.id, edge.status, edge.date, edge.conflicts)
    });
    edges.collect()
}

#[test]
fn the_part_about_a_thing_says_what_the_whole_says() {
    let mut bench = Bench::new();
    (0..TEXTS.len()).for_each(|at| drop(bench.add(at, at)));
    let fingerprint = bench.fingerprint.clone();
    let filing = Filing::shipped(&fingerprint);
    let whole = bench.project.graph(&filing).unwrap();
    let mut count = 0;
    for node in whole.nodes() {
        let key: NameKey = node.id.as_str().into();
        let part = bench.project.graph_about(std::slice::from_ref(&key), &Part::everything(), &filing).unwrap();
        assert_eq!(edges_of(&part, &node.id), edges_of(&whole, &node.id), "{key}");
        let found = part.node(&node.id).unwrap();
        assert_eq!((&found.label, &found.aliases, &found.mentions), (&node.label, &node.aliases, &node.mentions));
        let ties: Vec<String> = bench
            .project
            .ties_of(&key)
            .unwrap()
            .into_iter()
            .map(|tie| format!("{} {} {:?}", tie.relation, tie.other, tie.status))
            .collect();
        let mut edges: Vec<String> = whole
            .edges_of(&node.id)
            .into_iter()
            .map(|(edge, other)| format!("{} {} {:?}", edge.relation, other.id, edge.status))
            .collect();
        edges.sort();
        edges.dedup();
        let mut ties_sorted = ties.clone();
        ties_sorted.sort();
        assert_eq!(ties_sorted, edges, "{key}");
        count += edges.len();
    }
    assert!(count > 10, "{count} edges");
}

#[test]
fn names_are_found_by_parts_beginnings_and_spellings() {
    let mut bench = Bench::new();
    (0..TEXTS.len()).for_each(|at| drop(bench.add(at, at)));
    let find = |typed: &str| {
        let hits = bench.project.find(typed, None, Lexicon::shipped(), Ontology::shipped()).unwrap();
        hits.into_iter().map(|hit| (hit.label, hit.fit)).collect::<Vec<_>>()
    };
    let tammsoo = |fit| vec![("Kaarel Jüri Tammsoo".to_owned(), fit)];
    assert_eq!(find("juri tammsoo kaarel"), tammsoo(Fit::Words));
    assert_eq!(find("Minister Jüri Tammsoo"), tammsoo(Fit::Words));
    assert_eq!(find("Jüri Tamm"), tammsoo(Fit::Beginning));
    assert_eq!(find("Kaarel Jüri Tamsoo"), tammsoo(Fit::Spelling));
    assert!(find("Xyzzy").is_empty() && find(" - ").is_empty());
    assert_eq!(bench.project.near_names("Kaarel Jüri Tamsk", 1).unwrap(), ["Kaarel Jüri Tammsoo"]);
}

#[test]
fn changes_are_noted_and_the_graph_does_not_depend_on_them() {
    let mut bench = Bench::new();
    bench.add(0, 0);
    bench.add(1, 1);
    bench.project.remove(&["d1".to_owned()], &Filing::shipped(&bench.fingerprint.clone())).unwrap();
    let since = "2000".parse().unwrap();
    let mut changes: Vec<(String, String)> = bench
        .project
        .changes(since)
        .unwrap()
        .into_iter()
        .map(|noted| (noted.document.to_string(), noted.change))
        .collect();
    changes.sort();
    let expected =
        [("d0", "added"), ("d1", "removed")].map(|(document, change)| (document.to_owned(), change.to_owned()));
    assert_eq!(changes, expected);
    assert!(bench.project.changes("2999".parse().unwrap()).unwrap().is_empty());
}

//! Tests judgements on the command line, and taking them back.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{command, files, root};

/// Two articles about one minister under two names, one about somebody else with the first of them, and one unrelated.
const ARTICLES: [(&str, &str); 4] = [
    ("a1", "Peru's Minister of Health, Rosa Mamani López, met President Tika Oli of Nepal in Lima on 5 May 2024."),
    ("a2", "Minister Rosa López visited Suva. Fiji signed an agreement."),
    ("a3", "Rosa Mamani López of the Tartu Chess Club met Minister Kaarel Tammsoo in Tartu. Estonia left."),
    ("a4", "The Karnali River Guard of Nepal trained officers of the Fiji Police Force in Suva."),
];

struct Desk {
    folder: tempfile::TempDir,
    project: PathBuf,
}

impl Desk {
    fn new(order: &[usize]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Self { project: folder.path().join("p.whomet"), folder };
        for &at in order {
            let path = desk.folder.path().join(format!("{}.txt", ARTICLES[at].0));
            std::fs::write(&path, ARTICLES[at].1).unwrap();
            desk.run(&["add"], &[path.to_str().unwrap()]);
        }
        desk
    }

    /// Runs a command on the project and returns what it prints.
    fn run(&self, command: &[&str], rest: &[&str]) -> String {
        let output = self.output(command, rest);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?} {rest:?}: {complaint}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn output(&self, words: &[&str], rest: &[&str]) -> std::process::Output {
        command(words).arg(&self.project).args(rest).output().unwrap()
    }

    /// The graph without the paths of the articles.
    fn graph(&self) -> String {
        let json = self.run(&["export"], &["--format", "json", "--quiet"]);
        json.replace(self.folder.path().to_str().unwrap(), "")
    }

    fn nodes(&self) -> Vec<String> {
        let graph: Value = serde_json::from_str(&self.graph()).unwrap();
        graph["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap().to_owned()).collect()
    }

    fn json(&self, command: &[&str], rest: &[&str]) -> Value {
        serde_json::from_str(&self.run(command, rest)).unwrap()
    }
}

#[test]
fn a_judgement_lasts_and_undo_restores_the_graph_byte_for_byte() {
    let desk = Desk::new(&[0, 1, 2, 3]);
    let before = desk.graph();
    let (full, short) = ("person/rosa-mamani-lopez", "person/rosa-lopez");
    assert!(desk.nodes().contains(&full.to_owned()) && desk.nodes().contains(&short.to_owned()), "{:?}", desk.nodes());
    desk.run(&["judge"], &[full, short, "same", "--by", "Ana", "--reason", "one minister"]);
    assert!(!desk.nodes().contains(&short.to_owned()));
    let why = desk.run(&["why"], &["person/rosa-lopez"]);
    assert!(why.starts_with(full) && why.contains("Ana"), "{why}");
    // The judgement stays in force when the article is removed and added again.
    let merged = desk.graph();
    desk.run(&["remove"], &["a2"]);
    desk.run(&["add"], &[desk.folder.path().join("a2.txt").to_str().unwrap()]);
    assert_eq!(desk.graph(), merged);
    desk.run(&["undo"], &["--by", "Ana"]);
    assert_eq!(desk.graph(), before);
    let log = desk.run(&["log"], &[]);
    assert!(log.contains("one minister") && log.contains("taken back"), "{log}");
}

#[test]
fn the_order_of_adding_does_not_matter_and_a_removed_article_leaves_no_trace() {
    let (one, other) = (Desk::new(&[0, 1, 2, 3]), Desk::new(&[3, 2, 0, 1]));
    assert_eq!(one.graph(), other.graph());
    one.run(&["remove"], &["a3"]);
    assert_eq!(one.graph(), Desk::new(&[1, 3, 0]).graph());
}

#[test]
fn a_name_that_refers_to_another_entity_in_one_article_is_split_off() {
    let desk = Desk::new(&[0, 2]);
    let before = desk.graph();
    assert_eq!(desk.nodes().iter().filter(|id| id.starts_with("person/rosa")).count(), 1, "{:?}", desk.nodes());
    desk.run(&["split"], &["Rosa Mamani López", "--document", "a3"]);
    assert_eq!(desk.nodes().iter().filter(|id| id.starts_with("person/rosa")).count(), 2);
    desk.run(&["undo"], &[]);
    assert_eq!(desk.graph(), before);
}

#[test]
fn doubtful_pairs_are_listed_and_judgements_imported() {
    let (ours, theirs) = (Desk::new(&[0, 1]), Desk::new(&[0, 1]));
    let cases = theirs.json(&["review"], &["--json"]);
    let case = &cases["cases"][0];
    assert!(!case["comparison"]["reasons"].as_array().unwrap().is_empty(), "{cases:#}");
    let key = |side: &str| case[side]["key"].as_str().unwrap();
    theirs.run(&["merge"], &[key("left"), key("right")]);
    let file = theirs.folder.path().join("judgements.jsonl");
    std::fs::write(&file, theirs.run(&["log"], &["--json"])).unwrap();
    ours.run(&["import"], &[file.to_str().unwrap()]);
    assert_eq!(ours.graph(), theirs.graph());
}

#[test]
fn an_impossible_judgement_says_why() {
    let desk = Desk::new(&[0, 2]);
    for (command, rest, expected) in [
        ("judge", &["Nobody", "Tika Oli", "same"][..], "no entity is called \"Nobody\""),
        ("judge", &["Kaarel Tamsk", "Tika Oli", "same"], "did you mean \"Kaarel Tammsoo\"?"),
        ("judge", &["Tika Oli", "person/tika-oli@np", "same"], "both names already refer to one entity"),
        ("merge", &["Tika Oli", "country/nepal"], "things of different kinds; nothing was changed"),
        ("split", &["Kaarel Tammsoo"], "give --document to say in which articles"),
        ("split", &["Kaarel Tammsoo", "--document", "a1"], "document a1 does not mention person/kaarel-tammsoo"),
        ("import", &["no-such-file"], "no-such-file"),
    ] {
        let output = desk.output(&[command], rest);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains(expected), "{command}: {complaint}");
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_node_in_the_authority_list_carries_its_fields() {
    let list = "id\tname\ttype\taliases\twikidata\np7\tRosa Mamani López\tperson\tRosa López\tQ7\n";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.tsv");
    std::fs::write(&path, list).unwrap();
    let article = folder.path().join("a1.txt");
    std::fs::write(&article, ARTICLES[0].1).unwrap();
    let built = command(&[]).arg("build").arg(&article).arg("--authority").arg(&path).arg("--quiet").output().unwrap();
    let graph: Value = serde_json::from_slice(&built.stdout).unwrap();
    let node = graph["nodes"].as_array().unwrap().iter().find(|node| node["label"] == "Rosa Mamani López").unwrap();
    assert_eq!(node["attributes"]["authority"][0]["wikidata"], "Q7");
}

#[test]
fn the_example_articles_give_one_graph_in_any_order() {
    let articles: Vec<PathBuf> = files(&root().join("examples/articles"));
    let folder = tempfile::tempdir().unwrap();
    let export = |name: &str, articles: &mut dyn Iterator<Item = &PathBuf>| {
        let project = folder.path().join(name);
        for article in articles {
            assert!(command(&[]).arg("add").arg(&project).arg(article).status().unwrap().success());
        }
        graph_of(&project)
    };
    let forward = export("forward.whomet", &mut articles.iter());
    assert_eq!(forward, export("backward.whomet", &mut articles.iter().rev()));
}

fn graph_of(project: &Path) -> Vec<u8> {
    command(&[]).arg("export").arg(project).args(["--format", "json", "--quiet"]).output().unwrap().stdout
}

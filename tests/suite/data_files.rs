//! Tests the user's own ontology and gazetteers on the command line.

use serde_json::Value;

use crate::support::{argument, folder, messages, root, whomet};

/// The mentions in `text` as `type:surface`, found with the user's files in `arguments`.
fn mentions(text: &str, arguments: &[&str]) -> Vec<String> {
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let input = argument(&folder.path().join("a.txt"));
    let output = whomet(&[&["mentions", &input, "--json", "-q"], arguments].concat());
    assert!(output.status.success(), "{}", messages(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let word = |mention: &Value, key: &str| mention[key].as_str().unwrap().to_owned();
    let all = answer[0]["mentions"].as_array().unwrap().iter();
    all.map(|mention| format!("{}:{}", word(mention, "type"), word(mention, "text"))).collect()
}

#[test]
fn a_gazetteer_of_the_user_makes_an_agency_known() {
    let files = folder(&[("mine.tsv", b"name\ttype\tacronyms\nTartu Vesi\tagency\tTVX\n")]);
    let list = argument(&files.path().join("mine.tsv"));
    let text = "Yesterday Tartu Vesi spoke. The TVX left.";
    assert!(!mentions(text, &[]).iter().any(|mention| mention.starts_with("agency")));
    assert_eq!(mentions(text, &["--lexicon", &list]), ["agency:Tartu Vesi", "agency:TVX"]);
}

#[test]
fn an_entity_type_of_the_user_is_found_and_drawn() {
    let shipped = std::fs::read_to_string(root().join("src/ontology/ontology.toml")).unwrap();
    let own = "[[entity]]\nname = \"vessel\"\nlabel = \"Ship\"\nshape = \"box\"\ncolor = \"#ffffff\"\n";
    let ontology =
        shipped.replace("object = [\"place\", \"country\"", "object = [\"vessel\", \"place\", \"country\"") + own;
    let files = folder(&[
        ("own.toml", ontology.as_bytes()),
        ("ships.tsv", b"name\ttype\nKrassin\tvessel\n"),
        ("a.txt", b"Minister Moana Tui visited the Krassin."),
    ]);
    let path = |name: &str| argument(&files.path().join(name));
    let data = ["--ontology", &path("own.toml"), "--lexicon", &path("ships.tsv")];
    assert_eq!(mentions("The Krassin left.", &data), ["vessel:Krassin"]);
    let output = whomet(&[&["build", &path("a.txt"), "--format", "dot", "-q"], &data[..]].concat());
    let dot = String::from_utf8(output.stdout).unwrap();
    assert!(dot.contains("\"person/moana-tui\" -> \"vessel/krassin\"") && dot.contains("box: Ship"), "{dot}");
}

#[test]
fn a_broken_file_is_reported_and_nothing_is_built() {
    let files = folder(&[
        ("a.txt", b"Peru left."),
        ("mine.tsv", b"name\ttype\nTartu Vesi\tagancy\n"),
        ("own.toml", b"name = \"x\"\nentity = []\nrelation = [{name = \"met\", label = \"met\", subject = [\"persn\"], object = []}]\n"),
    ]);
    let path = |name: &str| argument(&files.path().join(name));
    for (arguments, expected) in [
        (["--lexicon", &path("mine.tsv")], "mine.tsv:2: unknown type \"agancy\", did you mean \"agency\"?"),
        (["--ontology", &path("own.toml")], "own.toml: relation \"met\": unknown entity type \"persn\""),
        (["--lexicon", &path("none.tsv")], "none.tsv: "),
    ] {
        let output = whomet(&[&["build", &path("a.txt")], &arguments[..]].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(messages(&output).contains(expected), "{}", messages(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_mention_is_shown_with_its_chain_and_reason() {
    let files = folder(&[("a.txt", b"Minister Kaarel Tammsoo spoke. Tammsoo left.")]);
    let output = whomet(&["mentions", &argument(files.path()), "-q"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find(|line| line.contains("short-name")).unwrap();
    assert_eq!(
        line.split_whitespace().collect::<Vec<_>>().join(" "),
        "person Tammsoo name Kaarel Tammsoo short-name, joined by short-name (0.9); also name-finder"
    );
}

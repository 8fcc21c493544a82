//! Bad input gives a message with its place and an exit code, and the rest of the batch is read.

use std::io::Write;
use std::process::Stdio;

use crate::support::{argument, command, folder, messages, whomet};

const GOOD: &[u8] = b"Minister Moana Tui met President Tika Oli.";

/// Builds a folder with one good article and one bad file, checks that the good one is read, and returns the messages.
fn build_with(name: &str, bytes: &[u8]) -> String {
    let folder = folder(&[("good.txt", GOOD), (name, bytes)]);
    let output = whomet(&["build", &argument(folder.path())]);
    assert_eq!(output.status.code(), Some(1), "{}", messages(&output));
    let graph = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(graph.contains("person/moana-tui"), "the good article is read");
    messages(&output)
}

#[test]
fn invalid_utf8_is_reported_with_its_line() {
    let message = build_with("bad.txt", b"one\ntwo \xff");
    assert!(message.contains("bad.txt:2: expected UTF-8, found byte 0xff at offset 8"), "{message}");
}

#[test]
fn an_empty_file_is_reported() {
    assert!(build_with("empty.txt", b" \n").contains("empty.txt: the article is empty"));
}

#[test]
fn a_binary_file_is_reported_with_its_type() {
    assert!(build_with("paper.txt", b"%PDF-1.7 \0").contains("paper.txt: expected text, found binary data (a PDF)"));
    assert!(build_with("data.md", b"a\0b").contains("data.md: expected text, found binary data (NUL bytes)"));
}

#[test]
fn a_bad_line_of_json_lines_is_reported_with_its_number() {
    let lines = b"{\"id\": \"a\", \"text\": \"Peru and Chile signed an agreement.\"}\n[1, 2]\n{\"id\": 3}\n";
    let message = build_with("news.jsonl", lines);
    assert!(message.contains("news.jsonl:2: the line is an array, not an object"), "{message}");
    assert!(message.contains("news.jsonl:3: missing field `text`"), "{message}");
}

#[test]
fn an_article_over_the_size_limit_is_skipped() {
    let message = build_with("huge.txt", &vec![b'a'; (16 << 20) + 1]);
    assert!(message.contains("huge.txt: expected at most 16777216 bytes, found 16777217"), "{message}");
}

#[test]
fn two_articles_with_one_id_are_reported() {
    let message = build_with("more.jsonl", b"{\"id\": \"good\", \"text\": \"Peru left.\"}\n");
    assert!(message.contains("the id \"good\" is already used by"), "{message}");
}

#[test]
fn files_with_the_same_name_in_two_folders_are_two_documents() {
    let folder = folder(&[("a/news.txt", GOOD), ("b/news.txt", GOOD)]);
    let output = whomet(&["build", &argument(folder.path())]);
    assert_eq!(output.status.code(), Some(0), "{}", messages(&output));
    assert!(messages(&output).starts_with("2 documents, 0 problems"));
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_reported() {
    let folder = folder(&[("good.txt", GOOD)]);
    std::os::unix::fs::symlink("nowhere.txt", folder.path().join("gone.txt")).unwrap();
    let output = whomet(&["build", &argument(folder.path())]);
    assert_eq!(output.status.code(), Some(1));
    assert!(messages(&output).contains("gone.txt: cannot be read"), "{}", messages(&output));
}

#[test]
fn a_build_without_usable_articles_fails() {
    let empty = folder(&[("notes.png", b"x")]);
    for input in
        [argument(empty.path()), argument(&empty.path().join("missing.txt")), argument(&empty.path().join("notes.png"))]
    {
        let output = whomet(&["build", &input]);
        assert_eq!(output.status.code(), Some(2), "{}", messages(&output));
        assert!(messages(&output).contains("error: nothing to build"), "{}", messages(&output));
        assert!(output.stdout.is_empty());
    }
    let output = whomet(&["build", &argument(empty.path())]);
    assert!(messages(&output).contains("no articles in this folder"), "{}", messages(&output));
}

#[test]
fn every_encoding_gives_the_same_graph() {
    let text = "Minister Moana Rātahi met President Tika Oli.\r\nShe left.\r\n";
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let graphs: Vec<Vec<u8>> = [text.as_bytes(), &marked, &utf16]
        .into_iter()
        .map(|bytes| {
            let folder = folder(&[("a.txt", bytes)]);
            let output = command(&["build", "a.txt", "--quiet"]).current_dir(folder.path()).output().unwrap();
            assert!(output.status.success());
            output.stdout
        })
        .collect();
    assert!(graphs.iter().all(|graph| *graph == graphs[0]));
}

#[test]
fn standard_input_is_an_article_or_json_lines() {
    for text in [GOOD, b"{\"id\": \"x\", \"text\": \"Minister Moana Tui met President Tika Oli.\"}\n"] {
        let mut child = command(&["build", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("met:asserted"));
    }
}

#[test]
fn quiet_prints_nothing_and_otherwise_a_summary_is_printed() {
    let folder = folder(&[("good.txt", GOOD)]);
    let input = argument(folder.path());
    assert_eq!(messages(&whomet(&["build", &input, "--quiet"])), "");
    let summary = messages(&whomet(&["build", &input]));
    assert_eq!(summary, "1 document, 0 problems\n2 entities: 2 person\n1 relation:\n  met                 1\n");
}

#[test]
fn a_failed_write_says_why() {
    let folder = folder(&[("good.txt", GOOD)]);
    let target = argument(&folder.path().join("missing/graph.json"));
    let output = whomet(&["build", &argument(folder.path()), "-o", &target]);
    assert_eq!(output.status.code(), Some(2));
    assert!(messages(&output).contains("missing/graph.json: "), "{}", messages(&output));
    let output = whomet(&["build", &argument(folder.path()), "-o", "graph.xyz"]);
    assert!(messages(&output).contains("graph.xyz: unknown format; expected one of .json, .dot"));
}

//! The same articles give the same bytes: on every run, with any number of threads, in any order.

use crate::support::{ARTICLES, argument, files, root, tries, whomet};

fn build(arguments: &[&str]) -> Vec<u8> {
    let output = whomet(&[&["build", "--quiet"], arguments].concat());
    assert!(output.status.success());
    output.stdout
}

#[test]
fn runs_with_different_threads_give_the_same_bytes() {
    let first = build(&[ARTICLES]);
    for run in 0..tries(3, 10) {
        let threads = ["1", "2", "4"][run as usize % 3];
        assert!(build(&[ARTICLES, "--threads", threads]) == first, "run {run} with {threads} threads differs");
    }
}

#[test]
fn the_order_of_inputs_does_not_matter() {
    let mut paths: Vec<String> =
        files(&root().join(ARTICLES)).iter().map(|path| argument(path.strip_prefix(root()).unwrap())).collect();
    let forward = build(&paths.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(forward == build(&[ARTICLES]), "a folder and its files give the same graph");
    for _ in 0..3 {
        paths.rotate_left(4);
        paths.reverse();
        assert!(build(&paths.iter().map(String::as_str).collect::<Vec<_>>()) == forward);
    }
    let twice: Vec<&str> = paths.iter().chain(&paths).map(String::as_str).collect();
    assert!(build(&twice) == forward, "a file named twice is read once");
}

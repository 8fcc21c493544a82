//! Shared by the tests: the program, temporary folders, the example articles.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The example articles, as a path from the root of the project.
pub(crate) const ARTICLES: &str = "examples/articles";

/// The root of the project, where commands run.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// How many tries a test makes: `few` under a plain `cargo test`, `full` if the environment variable `WHOMET_TESTS` is
/// `full`, as in CI.
pub(crate) fn tries(few: u32, full: u32) -> u32 {
    if std::env::var_os("WHOMET_TESTS").is_some_and(|size| size == "full") { full } else { few }
}

/// Runs the program with `arguments` in the root of the project.
pub(crate) fn whomet(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

/// The program, ready to run, with nothing on standard input.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whomet"));
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// A folder with these files, which is deleted at the end of the test.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

/// A path as a command line argument.
pub(crate) fn argument(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// The graph of `inputs` as JSON.
pub(crate) fn graph(inputs: &[&str]) -> Value {
    let output = whomet(&[&["build", "--quiet"], inputs].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What the program wrote on standard error.
pub(crate) fn messages(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files of a folder, sorted.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

//! Opens the page in a headless Chromium. Skipped where Chromium or Node is missing; `.ci/run` installs both.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::{ARTICLES, argument, command, folder, messages, root, whomet};

const CHROMIUM: &str = "/usr/bin/chromium";

/// Runs a check of `tests/page/check.mjs` on a page; none if a program is missing.
fn check(name: &str, page: &Path) -> Option<Output> {
    let has_modules = root().join("tests/page/node_modules/playwright-core").exists();
    let has_chromium = std::env::var_os("CHROMIUM").is_some() || Path::new(CHROMIUM).exists();
    if !has_modules || !has_chromium {
        #[expect(clippy::print_stderr, reason = "a skipped test must say so")]
        {
            eprintln!("SKIPPED: view {name}: install chromium and run `npm install` in tests/page");
        }
        return None;
    }
    let mut node = Command::new("node");
    node.arg("tests/page/check.mjs").arg(name).arg(page).current_dir(root());
    if let Some(folder) = std::env::var_os("SCREENSHOTS") {
        node.arg(folder);
    }
    let output = node.output().unwrap();
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), messages(&output));
    Some(output)
}

/// The page of some articles.
fn page(files: &[(&str, &[u8])]) -> (tempfile::TempDir, std::path::PathBuf) {
    let articles = folder(files);
    let page = articles.path().join("page.html");
    let output = whomet(&["view", &argument(articles.path()), "-o", &argument(&page), "-q"]);
    assert!(output.status.success(), "{}", messages(&output));
    (articles, page)
}

#[test]
fn the_page_of_the_examples_can_be_searched_filtered_and_read() {
    let folder = folder(&[]);
    let page = folder.path().join("page.html");
    assert!(whomet(&["view", ARTICLES, "-o", &argument(&page), "-q"]).status.success());
    let bytes = std::fs::metadata(&page).unwrap().len();
    assert!(bytes <= 300 * 1024, "{bytes} bytes");
    check("example", &page);
}

#[test]
fn hostile_names_stay_text() {
    let text = "Minister Moana <img src=x onerror=harmed=1> Tui met President Tika Oli.\n\n\
                Gen. Ana </script><script>harmed=1</script> Silva met President Tika Oli of the R&D <b>Nepal</b> Guard.";
    let (_articles, page) = page(&[("a.txt", text.as_bytes()), ("=cmd.txt", b"Minister Rosa Quispe visited Peru.")]);
    let html = std::fs::read_to_string(&page).unwrap();
    assert_eq!(html.matches("<script").count(), 2, "the data and the page's own script");
    check("hostile", &page);
}

#[test]
fn judgements_made_in_the_page_can_be_imported() {
    let articles = folder(&[
        ("a.txt", b"Minister Moana Tui met President Tika Oli in Suva. Mr. Tui spoke about fishing.".as_slice()),
        ("b.txt", b"Minister M. Tui met President Rosa Quispe in Suva. Mr. Tui spoke about fishing."),
    ]);
    let project = argument(&articles.path().join("news.whomet"));
    assert!(whomet(&["add", &project, &argument(articles.path()), "-q"]).status.success());
    let page = articles.path().join("page.html");
    assert!(whomet(&["view", &project, "-o", &argument(&page), "-q"]).status.success());
    assert!(std::fs::read_to_string(&page).unwrap().contains("\"verdict\":\"undecided\""), "there is a doubtful pair");
    let Some(output) = check("review", &page) else { return };
    let file = articles.path().join("judgements.jsonl");
    std::fs::write(&file, output.stdout).unwrap();
    let imported = command(&["import", &project, &argument(&file)]).output().unwrap();
    assert!(messages(&imported).contains("1 judgement taken over"), "{}", messages(&imported));
}

//! A process that is killed at any moment loses nothing that it reported as done, and leaves a project that opens.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::support::{argument, command, folder, messages, whomet};

/// Articles in a run; some batches are written before a run ends.
const ARTICLES: usize = 300;

/// Numbers as random as a test needs, the same every time (Marsaglia 2003, Xorshift RNGs).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Articles of the same names, told apart by their outlet, so that each run must replace all that the last left.
fn articles(outlet: &str) -> String {
    let article = |n: usize| {
        format!(
            "{{\"id\": \"a{n}\", \"source\": \"{outlet}\", \"text\": \"Minister Moana Tui met Tika Oli in Lima. {n}\"}}\n"
        )
    };
    (0..ARTICLES).map(article).collect()
}

#[test]
fn twenty_five_kills_lose_nothing() {
    kill_at_random_moments(25);
}

#[test]
#[ignore = "takes minutes"]
fn two_hundred_kills_lose_nothing() {
    kill_at_random_moments(200);
}

fn kill_at_random_moments(kills: usize) {
    let folder = folder(&[("even.jsonl", articles("even").as_bytes()), ("odd.jsonl", articles("odd").as_bytes())]);
    let path = |name: &str| argument(&folder.path().join(name));
    let (project, undisturbed, report) = (path("p.whomet"), path("whole.whomet"), path("report"));
    let started = Instant::now();
    assert!(whomet(&["add", &undisturbed, &path("even.jsonl")]).status.success());
    let whole_run = u64::try_from(started.elapsed().as_micros()).unwrap();
    let mut random = Random(0x5eed_0fa1_1ed0_0001);
    let mut cut_short = 0;
    for run in 0..kills {
        let outlet = if run % 2 == 0 { "even" } else { "odd" };
        let mut child = command(&["add", &project, &path(&format!("{outlet}.jsonl")), "--verbose"])
            .stdout(File::create(&report).unwrap())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(random.below(whole_run)));
        let was_running = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        child.wait().unwrap();
        cut_short += usize::from(was_running);
        check(Path::new(&project), &std::fs::read_to_string(&report).unwrap(), outlet, run);
    }
    assert!(cut_short > kills / 2, "only {cut_short} of {kills} runs were cut short");
    let last = whomet(&["add", &project, &path("even.jsonl")]);
    assert!(last.status.success(), "{}", messages(&last));
    let export = |project: &str| whomet(&["export", project, "--quiet"]).stdout;
    assert!(export(&project) == export(&undisturbed));
}

/// The project opens, is whole, and has what was reported.
fn check(project: &Path, report: &str, outlet: &str, run: usize) {
    if !project.exists() {
        assert_eq!(report, "", "run {run}: reported before there was a project");
        return;
    }
    let connection = Connection::open(project).unwrap();
    let found: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(found, "ok", "run {run}");
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    if version == 0 {
        assert_eq!(report, "", "run {run}: reported before there was a table");
        return;
    }
    let words = connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)", []);
    assert!(words.is_ok(), "run {run}: {words:?}");
    let mut outlet_of = connection.prepare("SELECT source FROM document WHERE name = ?1").unwrap();
    for line in report.lines() {
        let name = line.split_once(' ').unwrap().1;
        let found: Option<String> = outlet_of.query_row([name], |row| row.get(0)).ok();
        assert_eq!(found.as_deref(), Some(outlet), "run {run}: {line}");
    }
}

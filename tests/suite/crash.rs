//! A process that is killed at any moment loses nothing that it reported as stored, and leaves a project that opens.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::support::{argument, command, folder, messages, tries, whomet};

/// Number of articles in a run, enough for several batches.
fn article_count() -> u32 {
    tries(60, 300)
}

/// A generator of reproducible random numbers (Marsaglia 2003, Xorshift RNGs).
struct Random(u64);

impl Random {
    /// A number from 0.0 to 1.0.
    fn fraction(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

/// Articles with the same ids and different texts, so that each run must replace everything that the last run stored,
/// including the names that were compared.
fn articles(outlet: &str) -> String {
    let middle = if outlet == "even" { "Bahadur" } else { "Prasad" };
    let article = |n: u32| {
        format!(
            "{{\"id\": \"a{n}\", \"source\": \"{outlet}\", \"text\": \"Minister Moana Tui met Tika {middle} Oli in Lima. {n}\"}}\n"
        )
    };
    (0..article_count()).map(article).collect()
}

/// Half of the runs are killed at any moment, half after they report a first batch, when the next one is being written.
#[test]
fn kills_at_random_moments_lose_nothing() {
    let kills = tries(16, 200);
    let folder = folder(&[("even.jsonl", articles("even").as_bytes()), ("odd.jsonl", articles("odd").as_bytes())]);
    let path = |name: &str| argument(&folder.path().join(name));
    let (project, undisturbed, report) = (path("p.whomet"), path("whole.whomet"), path("report"));
    let started = Instant::now();
    assert!(whomet(&["add", &undisturbed, &path("even.jsonl")]).status.success());
    let mut limits = [started.elapsed(); 2];
    let mut random = Random(0x5eed_0fa1_1ed0_0001);
    let (mut killed, mut run) = (0, 0);
    while killed < kills {
        let outlet = if run % 2 == 0 { "even" } else { "odd" };
        let mut child = command(&["add", &project, &path(&format!("{outlet}.jsonl")), "--verbose"])
            .stdout(File::create(&report).unwrap())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let is_late = run % 4 >= 2;
        if is_late {
            wait_for_report(&mut child, Path::new(&report));
        }
        let limit = &mut limits[usize::from(is_late)];
        std::thread::sleep(limit.mul_f64(random.fraction()));
        let was_running = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        child.wait().unwrap();
        killed += u32::from(was_running);
        // Adapts to the length of a run, which depends on what else the machine does.
        *limit = limit.mul_f64(if was_running { 1.02 } else { 0.8 });
        check(Path::new(&project), &std::fs::read_to_string(&report).unwrap(), outlet, run);
        run += 1;
    }
    let last = whomet(&["add", &project, &path("even.jsonl")]);
    assert!(last.status.success(), "{}", messages(&last));
    let export = |project: &str| whomet(&["export", project, "--quiet"]).stdout;
    assert!(export(&project) == export(&undisturbed));
}

/// Waits until the run has reported something or has ended.
fn wait_for_report(child: &mut Child, report: &Path) {
    while std::fs::metadata(report).unwrap().len() == 0 && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Checks that the project opens, is intact, and contains what was reported.
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

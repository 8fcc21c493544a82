//! `eval names`: an annotated file in, scores out.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use clap::Args;
use whomet::analysis::names::{
    LabelMeaning, LabeledDocument, LabeledSentence, NameFinder, NameKind, NameScratch, read_bio,
};
use whomet::evaluation::names::{NameScores, ScoredName};

/// Score the name finder on a two-column BIO file, on its own tokens
#[derive(Debug, Args)]
pub(crate) struct EvalNames {
    /// Annotated file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Model to score
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// Kinds to score; names of other kinds count on neither side
    #[arg(long, value_delimiter = ',', default_value = "Person,Organization,Place")]
    kinds: Vec<String>,
    /// Table with the columns `doc` and GROUP: scores are given for each group too
    #[arg(long, value_name = "FILE", requires = "group")]
    table: Option<PathBuf>,
    /// Column of the table
    #[arg(long)]
    group: Option<String>,
    /// List the names that were missed or wrong
    #[arg(long)]
    errors: bool,
}

type Failure = Box<dyn std::error::Error>;

impl EvalNames {
    /// Finds the names of the file and returns the report.
    pub(crate) fn run(&self) -> Result<String, Failure> {
        let started = std::time::Instant::now();
        let finder = NameFinder::from_bytes(&fs::read(&self.model)?)?;
        let loaded = started.elapsed();
        let documents = read_bio(&fs::read_to_string(&self.file)?)?;
        let groups = self.groups()?;
        let mut scratch = NameScratch::default();
        let (mut all, mut by_group) = (NameScores::default(), BTreeMap::<String, NameScores>::new());
        let mut report = String::new();
        let mut time = std::time::Duration::ZERO;
        for document in &documents {
            let sentences: Vec<&[String]> =
                document.sentences.iter().map(|sentence| sentence.tokens.as_slice()).collect();
            let started = std::time::Instant::now();
            let found = finder.find(&sentences, &mut scratch);
            time += started.elapsed();
            let mut scores = NameScores::default();
            for (sentence, names) in document.sentences.iter().zip(found) {
                let found = names.iter().map(|name| scored(name.tokens.range(), name.kind));
                let found: Vec<_> = found.filter(|name| self.is_scored(&name.label)).collect();
                let annotated = self.annotated(sentence)?;
                if self.errors {
                    report.push_str(&differences(document, sentence, &annotated, &found));
                }
                scores.add(&annotated, &found);
            }
            all.merge(&scores);
            if let Some(group) = groups.get(&document.id) {
                by_group.entry(group.clone()).or_default().merge(&scores);
            }
        }
        for (group, scores) in &by_group {
            let total = scores.total();
            let (precision, recall, f1) = (total.precision() * 100.0, total.recall() * 100.0, total.f1() * 100.0);
            report.push_str(&format!("{group:<28} {precision:.2} {recall:.2} {f1:.2}\n"));
        }
        let tokens: usize = documents.iter().flat_map(|d| &d.sentences).map(|s| s.tokens.len()).sum();
        report.push_str(&all.to_string());
        let speed = tokens as f64 / time.as_secs_f64();
        report.push_str(&format!("model read in {:.1} ms, {speed:.0} tokens/s\n", loaded.as_secs_f64() * 1e3));
        Ok(report)
    }

    fn is_scored(&self, label: &str) -> bool {
        self.kinds.iter().any(|kind| kind == label)
    }

    fn annotated(&self, sentence: &LabeledSentence) -> Result<Vec<ScoredName>, Failure> {
        let mut names = Vec::new();
        for span in &sentence.spans {
            if let LabelMeaning::Name(kind) = span.label.parse()? {
                names.push(scored(span.tokens.clone(), kind));
            }
        }
        names.retain(|name| self.is_scored(&name.label));
        Ok(names)
    }

    /// Group of each document.
    fn groups(&self) -> Result<BTreeMap<String, String>, Failure> {
        let (Some(table), Some(group)) = (&self.table, &self.group) else { return Ok(BTreeMap::new()) };
        let text = fs::read_to_string(table)?;
        let mut rows = text.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let header = rows.next().unwrap_or_default();
        let place = |name: &str| header.iter().position(|field| *field == name);
        let (Some(id), Some(at)) = (place("doc"), place(group)) else {
            return Err(format!("{}: expected the columns doc and {group}", table.display()).into());
        };
        let field = |row: &[&str], at: usize| row.get(at).map(|field| (*field).to_owned()).unwrap_or_default();
        Ok(rows.map(|row| (field(&row, id), field(&row, at))).collect())
    }
}

fn scored(place: std::ops::Range<usize>, kind: NameKind) -> ScoredName {
    ScoredName { place, label: kind.as_str().to_owned() }
}

/// One line for each name on one side only.
fn differences(
    document: &LabeledDocument,
    sentence: &LabeledSentence,
    annotated: &[ScoredName],
    found: &[ScoredName],
) -> String {
    let sides = [("missed", annotated, found), ("wrong", found, annotated)];
    let mut lines = String::new();
    for (what, names, others) in sides {
        for name in names.iter().filter(|name| !others.contains(name)) {
            let words = sentence.tokens[name.place.clone()].join(" ");
            lines.push_str(&format!(
                "{what}\t{}\t{words}\t{}\t{}\n",
                name.label,
                document.id,
                sentence.tokens.join(" ")
            ));
        }
    }
    lines
}

//! `whomet eval names`: scores the name finder.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use whomet::analysis::names::{NameFinder, NameKind, NameScratch};
use whomet::analysis::{Analyzer, Tag, Tagger, TaggerScratch};
use whomet::corpus::{DocumentList, LabelMeaning, LabeledDocument, LabeledSentence, read_bio};
use whomet::evaluation::name_scores::{NameScores, ScoredName};
use whomet::evaluation::{RawDocument, raw_documents};

use crate::cli::error::{CliError, fault};
use crate::cli::files::{read_conllu, read_document_list, read_string};
use crate::cli::outcome::Outcome;
use crate::cli::report::print;

/// What to score the name finder on.
#[derive(Debug, Args)]
pub(crate) struct EvalNames {
    /// Annotated file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Model to score instead of the shipped one
    #[arg(long, value_name = "FILE")]
    model: Option<PathBuf>,
    /// Treebank with the same documents: names are found in its raw text, split anew
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
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

/// Scores and times gathered on the way.
#[derive(Default)]
struct Gathered {
    all: NameScores,
    groups: BTreeMap<String, NameScores>,
    lines: String,
    tokens: usize,
    time: Duration,
}

impl EvalNames {
    /// Finds the names of the file and prints the report.
    pub(super) fn run(&self) -> Result<Outcome, CliError> {
        let started = Instant::now();
        let finder = match &self.model {
            None => NameFinder::shipped(),
            Some(path) => {
                let bytes = std::fs::read(path).map_err(|source| CliError::File { path: path.clone(), source })?;
                NameFinder::from_bytes(&bytes).map_err(|error| fault(path, error))?
            }
        };
        let loaded = started.elapsed();
        let documents = read_bio(&read_string(&self.file)?).map_err(|error| fault(&self.file, error))?;
        let gathered = match &self.text {
            Some(path) => self.score_raw(&finder, &documents, &raw_documents(&read_conllu(path)?))?,
            None => self.score_tokens(&finder, &documents)?,
        };
        let mut report = gathered.lines;
        for (group, scores) in &gathered.groups {
            let total = scores.total();
            let (precision, recall, f1) = (total.precision() * 100.0, total.recall() * 100.0, total.f1() * 100.0);
            report.push_str(&format!("{group:<28} {precision:>7.2} {recall:>7.2} {f1:>7.2}\n"));
        }
        report.push_str(&gathered.all.to_string());
        let speed = gathered.tokens as f64 / gathered.time.as_secs_f64();
        report.push_str(&format!("model read in {:.1} ms, {speed:.0} tokens/s\n", loaded.as_secs_f64() * 1e3));
        print(&report);
        Ok(Outcome::Done)
    }

    /// Scores on the tokens of the file.
    fn score_tokens(&self, finder: &NameFinder, documents: &[LabeledDocument]) -> Result<Gathered, CliError> {
        let groups = self.groups()?;
        let tagger = Tagger::shipped();
        let mut gathered = Gathered::default();
        let mut scratch = NameScratch::default();
        for document in documents {
            let sentences: Vec<Vec<&str>> =
                document.sentences.iter().map(|s| s.tokens.iter().map(String::as_str).collect()).collect();
            let tags = tag(&tagger, &sentences);
            let started = Instant::now();
            let found = finder.find(&sentences, &tags, &mut scratch);
            gathered.time += started.elapsed();
            gathered.tokens += sentences.iter().map(|sentence| sentence.len()).sum::<usize>();
            let mut scores = NameScores::default();
            for (sentence, names) in document.sentences.iter().zip(found) {
                let annotated = self.annotated(sentence)?;
                let found: Vec<_> =
                    names.iter().filter_map(|name| self.scored(name.tokens.range(), name.kind)).collect();
                if self.errors {
                    let words = |place: Range<usize>| sentence.tokens[place].join(" ");
                    let context = format!("{}\t{}", document.id, sentence.tokens.join(" "));
                    gathered.lines.push_str(&differences(&annotated, &found, words, &context));
                }
                scores.add(&annotated, &found);
            }
            gathered.all.merge(&scores);
            if let Some(group) = groups.get(&document.id) {
                gathered.groups.entry(group.to_owned()).or_default().merge(&scores);
            }
        }
        Ok(gathered)
    }

    /// Scores on raw text; names are compared by their bytes.
    fn score_raw(
        &self,
        finder: &NameFinder,
        documents: &[LabeledDocument],
        texts: &[RawDocument],
    ) -> Result<Gathered, CliError> {
        let by_id: BTreeMap<&str, &LabeledDocument> =
            documents.iter().map(|found| (found.id.as_str(), found)).collect();
        let mut gathered = Gathered::default();
        let mut scratch = NameScratch::default();
        for text in texts {
            let Some(document) = by_id.get(text.id.as_str()) else { continue };
            let annotated = self.annotated_bytes(document, text)?;
            let analyzed = text.analyze(Analyzer::shipped());
            let tokens: Vec<Vec<Range<usize>>> = analyzed
                .sentences
                .iter()
                .map(|sentence| sentence.tokens.iter().map(|token| token.span.range()).collect())
                .collect();
            let tags: Vec<Vec<Tag>> =
                analyzed.sentences.iter().map(|s| s.tokens.iter().map(|token| token.tag).collect()).collect();
            let forms: Vec<Vec<&str>> = tokens
                .iter()
                .map(|sentence| sentence.iter().map(|token| &text.text[token.clone()]).collect())
                .collect();
            let started = Instant::now();
            let names = finder.find(&forms, &tags, &mut scratch);
            gathered.time += started.elapsed();
            gathered.tokens += tokens.iter().map(Vec::len).sum::<usize>();
            let mut found = Vec::new();
            for (bytes, names) in tokens.iter().zip(names) {
                let scored = names.iter().filter_map(|name| self.scored(name.tokens.range(), name.kind));
                found.extend(scored.map(|name| in_bytes(&name, bytes)));
            }
            if self.errors {
                let words = |place: Range<usize>| text.text[place].to_owned();
                gathered.lines.push_str(&differences(&annotated, &found, words, &text.id));
            }
            gathered.all.add(&annotated, &found);
        }
        Ok(gathered)
    }

    /// The annotated names of a document with their places in its raw text.
    fn annotated_bytes(&self, document: &LabeledDocument, text: &RawDocument) -> Result<Vec<ScoredName>, CliError> {
        let mut annotated = Vec::new();
        let mut at = 0;
        for (place, sentence) in text.sentences.iter().zip(&document.sentences) {
            at = place.first().map_or(at, |token| token.start.max(at));
            let bytes = align(&text.text, &mut at, &sentence.tokens);
            annotated.extend(self.annotated(sentence)?.into_iter().map(|name| in_bytes(&name, &bytes)));
        }
        Ok(annotated)
    }

    fn scored(&self, place: Range<usize>, kind: NameKind) -> Option<ScoredName> {
        let label = kind.as_str().to_owned();
        self.kinds.contains(&label).then_some(ScoredName { place, label })
    }

    fn annotated(&self, sentence: &LabeledSentence) -> Result<Vec<ScoredName>, CliError> {
        let mut names = Vec::new();
        for span in &sentence.spans {
            if let LabelMeaning::Name(kind) = span.label.parse().map_err(|error| fault(&self.file, error))? {
                names.extend(self.scored(span.tokens.clone(), kind));
            }
        }
        Ok(names)
    }

    /// Group of each document.
    fn groups(&self) -> Result<DocumentList, CliError> {
        match (&self.table, &self.group) {
            (Some(table), Some(group)) => read_document_list(table, group),
            _ => Ok(DocumentList::default()),
        }
    }
}

/// Tags of every sentence.
fn tag(tagger: &Tagger, sentences: &[Vec<&str>]) -> Vec<Vec<Tag>> {
    let mut scratch = TaggerScratch::default();
    let mut tags = vec![Vec::new(); sentences.len()];
    sentences.iter().zip(&mut tags).for_each(|(forms, tags)| tagger.tag(forms, &mut scratch, tags));
    tags
}

/// The places of tokens in a text, each searched after the previous one; a token that is missing gets an empty place.
fn align(text: &str, at: &mut usize, tokens: &[String]) -> Vec<Range<usize>> {
    let mut places = Vec::with_capacity(tokens.len());
    for token in tokens {
        let rest = text.get(*at..).unwrap_or_default();
        let start = *at + rest.len() - rest.trim_start().len();
        let end = if text[start..].starts_with(token.as_str()) { start + token.len() } else { start };
        places.push(start..end);
        *at = end;
    }
    places
}

/// The name with its place in bytes instead of tokens.
fn in_bytes(name: &ScoredName, tokens: &[Range<usize>]) -> ScoredName {
    let place = tokens[name.place.start].start..tokens[name.place.end - 1].end;
    ScoredName { place, label: name.label.clone() }
}

/// One line for each name on one side only.
fn differences(
    annotated: &[ScoredName],
    found: &[ScoredName],
    words: impl Fn(Range<usize>) -> String,
    context: &str,
) -> String {
    let sides = [("missed", annotated, found), ("wrong", found, annotated)];
    let mut lines = String::new();
    for (what, names, others) in sides {
        for name in names.iter().filter(|name| !others.contains(name)) {
            lines.push_str(&format!("{what}\t{}\t{}\t{context}\n", name.label, words(name.place.clone())));
        }
    }
    lines
}

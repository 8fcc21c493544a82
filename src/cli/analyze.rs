//! `whomet analyze`: prints the analysis of articles as CoNLL-U.

use std::io::{ErrorKind, Write};

use rayon::prelude::*;
use whomet::analysis::{conllu, to_conllu};
use whomet::document::Document;

use super::args::AnalyzeArguments;
use super::build::read_articles;
use super::data::Data;
use super::error::CliError;
use super::outcome::Outcome;
use super::report::Reporter;
use super::threads::pool;

/// Number of articles analyzed at once; more would only use more memory.
const BATCH: usize = 64;

pub(super) fn run(arguments: &AnalyzeArguments) -> Result<Outcome, CliError> {
    let data = Data::read(&arguments.data)?;
    let reporter = Reporter::new(arguments.common.quiet);
    let pool = pool(&arguments.common)?;
    let (mut documents, problems) =
        read_articles(&arguments.articles.inputs, arguments.articles.reading.options(), &reporter)?;
    let progress = reporter.analyzing(documents.len());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    while !documents.is_empty() {
        let rest = documents.split_off(documents.len().min(BATCH));
        let batch = std::mem::replace(&mut documents, rest);
        let written: Vec<Vec<u8>> =
            pool.install(|| batch.into_par_iter().map(|document| analyze(document, &data)).collect());
        for bytes in written {
            progress.step("");
            match out.write_all(&bytes) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Outcome::of(problems.len())),
                other => other.map_err(|error| CliError::Stdout(error.into()))?,
            }
        }
    }
    out.flush().map_err(|error| CliError::Stdout(error.into()))?;
    Ok(Outcome::of(problems.len()))
}

fn analyze(document: Document, data: &Data) -> Vec<u8> {
    let analyzed = data.settings().analyzer.analyze(document);
    let mut bytes = Vec::new();
    conllu::write(&to_conllu(&analyzed), &mut bytes).expect("writing to memory cannot fail");
    bytes
}

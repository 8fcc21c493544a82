//! Measures the words per second of each step from analysis to graph on one core.
//!
//! All steps read the same articles: `examples/articles`, or those that the environment variable
//! `WHOMET_BENCH_ARTICLES` names. Each step starts from the results of the steps before it, so that the times add up.
//! Compare only times of one run.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use whomet::analysis::AnalyzedDocument;
use whomet::coreference::{find_chains, name_organizations};
use whomet::description::{Descriptions, find_descriptions};
use whomet::document::{Document, Input, ReadingOptions, read_inputs};
use whomet::lexicon::Lexicon;
use whomet::mention::Mention;
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build, read_document, read_mentions};
use whomet::quotation::{Attribution, find_attributions};
use whomet::relation::extract_relations;

fn main() {
    divan::main();
}

fn articles() -> Vec<Document> {
    let path = std::env::var_os("WHOMET_BENCH_ARTICLES").unwrap_or("examples/articles".into());
    read_inputs(&[Input::Path(path.into())], ReadingOptions::default(), &|_| {}).documents
}

fn analyzed() -> Vec<AnalyzedDocument> {
    articles().into_iter().map(|document| read_mentions(document, &Settings::default()).0).collect()
}

fn words(documents: &[AnalyzedDocument]) -> ItemsCount {
    let sentences = documents.iter().flat_map(|document| &document.sentences);
    ItemsCount::new(sentences.map(|sentence| sentence.tokens.len()).sum::<usize>())
}

type Read = (AnalyzedDocument, Vec<Mention>, Descriptions, Vec<Attribution>);

fn described(document: &AnalyzedDocument, mentions: &[Mention]) -> (Descriptions, Vec<Attribution>) {
    let found = find_descriptions(document, mentions, Lexicon::shipped());
    let named = name_organizations(document, mentions, found, Lexicon::shipped());
    (named, find_attributions(document, mentions, Lexicon::shipped()))
}

fn with_mentions() -> Vec<Read> {
    let read = |document: Document| {
        let (document, mentions) = read_mentions(document, &Settings::default());
        let (described, said) = described(&document, &mentions);
        (document, mentions, described, said)
    };
    articles().into_iter().map(read).collect()
}

/// Tags, names, masks, trees and mentions.
#[divan::bench]
fn step_1_words_and_mentions(bencher: Bencher) {
    let documents = articles();
    bencher.counter(words(&analyzed())).bench_local(|| {
        for document in &documents {
            black_box(read_mentions(black_box(document.clone()), &Settings::default()));
        }
    });
}

#[divan::bench]
fn step_2_descriptions_and_speakers(bencher: Bencher) {
    let documents = with_mentions();
    bencher.counter(words(&analyzed())).bench_local(|| {
        for (document, mentions, ..) in &documents {
            black_box(described(black_box(document), mentions));
        }
    });
}

#[divan::bench]
fn step_3_relations(bencher: Bencher) {
    let documents = with_mentions();
    let settings = Settings::default();
    bencher.counter(words(&analyzed())).bench_local(|| {
        for (document, mentions, described, said) in &documents {
            black_box(extract_relations(black_box(document), mentions, described, said, &settings));
        }
    });
}

#[divan::bench]
fn step_4_coreference(bencher: Bencher) {
    let settings = Settings::default();
    let records: Vec<_> = articles().into_iter().map(|document| read_document(document, &settings)).collect();
    let said: Vec<_> = records
        .iter()
        .map(|record| find_attributions(&record.document, &record.mentions, Lexicon::shipped()))
        .collect();
    bencher.counter(words(&analyzed())).bench_local(|| {
        for (record, said) in records.iter().zip(&said) {
            let (document, mentions) = (&record.document, &record.mentions);
            black_box(find_chains(
                document,
                mentions,
                &record.statements,
                said,
                Lexicon::shipped(),
                Ontology::shipped(),
            ));
        }
    });
}

#[divan::bench]
fn all_steps(bencher: Bencher) {
    let documents = articles();
    bencher.counter(words(&analyzed())).bench_local(|| {
        black_box(build(black_box(documents.clone()), &Settings::default()));
    });
}

//! Measures the words per second of the analysis and of each of its steps on one core.
//!
//! The whole analysis reads `examples/articles`, or the articles in the folder that the environment variable
//! `WHOMET_BENCH_ARTICLES` names. The single steps read the treebank file that `WHOMET_BENCH_CONLLU` names, such as the
//! test part of English-PUD; by default they read three news-like sentences.

use std::io::BufReader;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use whomet::analysis::names::NameFinder;
use whomet::analysis::{
    Analyzer, Lemmatizer, LemmatizerScratch, Parser, ParserScratch, Tag, Tagger, TaggerScratch, conllu,
};
use whomet::document::{Document, Input, ReadingOptions, read_inputs};

fn main() {
    divan::main();
}

const SENTENCES: [&str; 3] = [
    "The Ugandan army , which has trained 2,000 Peruvian soldiers since 2010 , said on Monday that it would withdraw .",
    "Maj. Gen. Tika Ram Oli met officials of the Nepal River Guard ( NRG ) in Pokhara before he left for Tallinn .",
    "\" We will not leave , \" the minister told reporters , \" until the people of Arica are safe . \"",
];

fn sentences() -> Vec<Vec<String>> {
    let Some(path) = std::env::var_os("WHOMET_BENCH_CONLLU") else {
        let words = |sentence: &str| sentence.split(' ').map(str::to_owned).collect();
        return SENTENCES.iter().cycle().take(300).map(|sentence| words(sentence)).collect();
    };
    let file = std::fs::File::open(path).expect("the file that WHOMET_BENCH_CONLLU names can be opened");
    let read = conllu::read(BufReader::new(file)).expect("the file is CoNLL-U");
    read.into_iter().map(|sentence| sentence.words.into_iter().map(|word| word.form).collect()).collect()
}

/// A sentence with its tags.
type Tagged<'a> = (Vec<&'a str>, Vec<Tag>);

/// The tagged sentences and their number of words.
fn tagged(sentences: &[Vec<String>]) -> (Vec<Tagged<'_>>, usize) {
    let tagger = Tagger::shipped();
    let mut scratch = TaggerScratch::default();
    let mut all = Vec::new();
    for sentence in sentences {
        let forms: Vec<&str> = sentence.iter().map(String::as_str).collect();
        let mut tags = Vec::new();
        tagger.tag(&forms, &mut scratch, &mut tags);
        all.push((forms, tags));
    }
    (all, sentences.iter().map(Vec::len).sum())
}

#[divan::bench]
fn tagger(bencher: Bencher) {
    let sentences = sentences();
    let (tagged, words) = tagged(&sentences);
    let tagger = Tagger::shipped();
    let (mut scratch, mut tags) = (TaggerScratch::default(), Vec::new());
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for (forms, _) in &tagged {
            tagger.tag(black_box(forms), &mut scratch, &mut tags);
        }
    });
}

#[divan::bench]
fn lemmatizer(bencher: Bencher) {
    let sentences = sentences();
    let (tagged, words) = tagged(&sentences);
    let lemmatizer = Lemmatizer::shipped();
    let (mut scratch, mut lemma) = (LemmatizerScratch::default(), String::new());
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for (form, &tag) in tagged.iter().flat_map(|(forms, tags)| forms.iter().zip(tags)) {
            lemmatizer.lemmatize(black_box(form), tag, &mut scratch, &mut lemma);
        }
    });
}

#[divan::bench]
fn parser(bencher: Bencher) {
    let sentences = sentences();
    let (tagged, words) = tagged(&sentences);
    let parser = Parser::shipped();
    let mut scratch = ParserScratch::default();
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for (forms, tags) in &tagged {
            black_box(parser.parse(black_box(forms), tags, &mut scratch));
        }
    });
}

#[divan::bench]
fn tagger_lemmatizer_and_parser(bencher: Bencher) {
    let sentences = sentences();
    let (tagged, words) = tagged(&sentences);
    let (tagger, lemmatizer, parser) = (Tagger::shipped(), Lemmatizer::shipped(), Parser::shipped());
    let (mut tagging, mut lemmatizing) = (TaggerScratch::default(), LemmatizerScratch::default());
    let (mut parsing, mut tags, mut lemma) = (ParserScratch::default(), Vec::new(), String::new());
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for (forms, _) in &tagged {
            tagger.tag(black_box(forms), &mut tagging, &mut tags);
            for (form, &tag) in forms.iter().zip(&tags) {
                lemmatizer.lemmatize(form, tag, &mut lemmatizing, &mut lemma);
            }
            black_box(parser.parse(forms, &tags, &mut parsing));
        }
    });
}

#[divan::bench]
fn loading() -> (Tagger, Lemmatizer, Parser, NameFinder) {
    (Tagger::shipped(), Lemmatizer::shipped(), Parser::shipped(), NameFinder::shipped())
}

#[divan::bench]
fn whole_analysis(bencher: Bencher) {
    let path = std::env::var_os("WHOMET_BENCH_ARTICLES").unwrap_or("examples/articles".into());
    let documents = read_inputs(&[Input::Path(path.into())], ReadingOptions::default(), &|_| {}).documents;
    let analyzer = Analyzer::shipped();
    let count = |document: &Document| {
        analyzer.analyze(document.clone()).sentences.iter().map(|sentence| sentence.tokens.len()).sum::<usize>()
    };
    let words: usize = documents.iter().map(count).sum();
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for document in &documents {
            black_box(analyzer.analyze(black_box(document.clone())));
        }
    });
}

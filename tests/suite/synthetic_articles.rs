//! Tests the generator of `examples/synthetic_articles`.

use std::collections::BTreeSet;

#[path = "../../examples/synthetic_articles/articles/mod.rs"]
mod articles;

use articles::{Article, World};

fn written(seed: u64, count: u64) -> Vec<Article> {
    let world = World::new(seed);
    (0..count).map(|index| world.article(index)).collect()
}

#[test]
fn the_same_seed_gives_the_same_articles_in_any_order() {
    let world = World::new(7);
    let mut backwards: Vec<Article> = (0..20).rev().map(|index| world.article(index)).collect();
    backwards.reverse();
    assert_eq!(written(7, 20), backwards);
    assert!(written(8, 20).iter().zip(&backwards).all(|(other, article)| other.text != article.text));
}

#[test]
fn every_slot_of_a_template_is_filled() {
    for article in written(3, 200) {
        let all = format!("{}\n{}", article.title, article.text);
        assert!(!all.contains(['{', '}', '[', ']', '|']) && !all.contains("  "), "{all}");
        let words = article.text.split_whitespace().count();
        assert!((80..700).contains(&words), "{words} words:\n{}", article.text);
    }
}

/// The sentences of an article with at least six words, without the dateline.
fn sentences(article: &Article) -> BTreeSet<&str> {
    article.text.split(['.', '\n', '"']).map(str::trim).filter(|part| part.split(' ').count() > 5).collect()
}

#[test]
fn some_articles_repeat_an_earlier_one_from_another_source() {
    let articles = written(1, 200);
    let repeats = |at: usize| {
        let own = sentences(&articles[at]);
        let is_source = |earlier: &Article| {
            let shared = sentences(earlier).intersection(&own).count();
            shared * 3 > own.len() * 2 && earlier.id != articles[at].id && earlier.source != articles[at].source
        };
        articles[..at].iter().any(is_source)
    };
    let copies = (0..articles.len()).filter(|at| repeats(*at)).count();
    assert!((5..25).contains(&copies), "{copies} copies among 200 articles");
}

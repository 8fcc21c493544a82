//! Copies of articles as outlets print and edit them.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::record::{DocumentInfo, DocumentRecord};

/// A made-up report, as an agency sends it.
pub(super) const ARTICLE: &str = "The foreign ministers of Fiji and Tonga signed an agreement on patrol ships in Suva \
    on Friday. Sione Vaka of Tonga and Litia Ratu of Fiji met for two hours before the ceremony at the naval base. \
    Under the agreement, Fiji will lend two ships to its neighbour until the end of next year. The crews will be \
    trained together for six weeks, Ratu said. \"We have known each other's waters for a thousand years, and now we \
    shall guard them together,\" Vaka told guests. Fishing boats from far away take tuna worth millions from the two \
    countries each year. A patrol found four of them without papers near Ono-i-Lau in March. The opposition in \
    Nuku'alofa asked what the plan would cost. Officials said that a figure would be named once parliament has seen \
    the text. The two ministers are expected to meet again in September.";

/// Another reporter's account of it.
pub(super) const OTHER_REPORT: &str = "Tonga is to borrow a pair of patrol vessels from Fiji, after Litia Ratu and Sione \
    Vaka put their names to a deal at the naval base in Suva. The Fijian foreign minister welcomed her guest with a kava \
    ceremony on Friday morning. \"We have known each other's waters for a thousand years, and now we shall guard them \
    together,\" he said. Sailors from both navies start a joint course next month. Illegal fishing has long worried \
    governments in the region, which lack the ships to watch their wide seas. How much Tonga has to pay is not known; \
    a member of parliament in Nuku'alofa called the silence strange. Vaka returned home in the evening.";

pub(super) fn likeness(a: &str, b: &str) -> f32 {
    Sketch::of(a).likeness(&Sketch::of(b))
}

fn info(id: &str, date: Option<&str>) -> DocumentInfo {
    DocumentInfo {
        id: id.into(),
        path: id.to_owned(),
        line: None,
        title: None,
        date: date.map(|date| date.parse().unwrap()),
        url: None,
        source: None,
        sha256: String::new(),
        characters: 0,
    }
}

fn record(id: &str, date: Option<&str>, text: &str) -> DocumentRecord {
    DocumentRecord {
        info: info(id, date),
        text: text.to_owned(),
        mentions: Vec::new(),
        chains: Vec::new(),
        statements: Vec::new(),
        plurals: Vec::new(),
    }
}

fn firsts_of(duplicates: &Duplicates) -> Vec<(&str, &str)> {
    duplicates.first_of.iter().map(|(document, first)| (document.as_str(), first.as_str())).collect()
}

#[test]
fn groups_do_not_depend_on_the_order() {
    let copy = ARTICLE.replace("said", "told reporters");
    let texts = [ARTICLE, OTHER_REPORT, &copy, "Talks end", "Talks end."];
    let groups = near_duplicates(&texts.map(Sketch::of));
    assert_eq!(groups, [vec![0, 2], vec![3, 4]]);
    let mut turned = texts;
    turned.reverse();
    assert_eq!(near_duplicates(&turned.map(Sketch::of)), [vec![0, 1], vec![2, 4]]);
}

#[test]
fn the_earliest_document_represents_its_group_and_undated_ones_come_last() {
    let records = [
        record("a", None, ARTICLE),
        record("b", Some("2024-05-04"), ARTICLE),
        record("c", Some("2024-05-03"), ARTICLE),
        record("d", Some("2024-05-03"), ARTICLE),
        record("e", Some("2024-05-01"), OTHER_REPORT),
    ];
    let duplicates = Duplicates::among(&records);
    assert_eq!(firsts_of(&duplicates), [("a", "c"), ("b", "c"), ("d", "c")]);
    assert_eq!(duplicates.first_of(&"c".into()), None);
    assert_eq!(duplicates.representative(&"e".into()).as_str(), "e");
}

#[test]
fn stored_pairs_give_the_same_groups_as_all_texts_at_once() {
    let texts = [("a", ARTICLE), ("b", OTHER_REPORT), ("c", ARTICLE), ("d", ARTICLE)];
    let records = texts.map(|(id, text)| record(id, None, text));
    // A store compares each new article with those that share a band with it.
    let mut filed: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (at, record) in records.iter().enumerate() {
        let sketch = Sketch::of(&record.text);
        let known: BTreeSet<usize> =
            sketch.bands().iter().flat_map(|band| filed.get(band)).flatten().copied().collect();
        let near = known.into_iter().filter(|&other| Sketch::of(&records[other].text).is_near(&sketch));
        pairs.extend(near.map(|other| (record.info.id.clone(), records[other].info.id.clone())));
        sketch.bands().into_iter().for_each(|band| filed.entry(band).or_default().push(at));
    }
    pairs.push(("a".into(), "removed".into()));
    let of_pairs = Duplicates::of_pairs(records.iter().map(|record| &record.info), pairs);
    assert_eq!(of_pairs, Duplicates::among(&records));
    assert_eq!(firsts_of(&of_pairs), [("c", "a"), ("d", "a")]);
}

#[test]
fn front_matter_and_dateline_are_ignored() {
    let brief = "The ministers of Peru and Nepal met in Lima on Monday and spoke about roads.";
    let printed = format!("---\ntitle: Ministers speak about roads in Lima\nsource: Andes Daily\n---\n\n{brief}");
    assert!((likeness(brief, &printed) - 1.0).abs() < f32::EPSILON, "{}", likeness(brief, &printed));
    assert!((likeness(brief, &format!("LIMA, 7 May 2024 - {brief}")) - 1.0).abs() < f32::EPSILON);
}

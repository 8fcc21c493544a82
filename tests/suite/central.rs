//! Checks the figures of `whomet central` against those of NetworkX, which `tests/data/centrality/make.py` stored.

use serde_json::Value;

use crate::support::{root, whomet};

#[test]
fn degree_betweenness_and_page_rank_equal_those_of_networkx() {
    let output = whomet(&["central", "tests/data/centrality/graph.json", "--json", "--top", "100"]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let values = std::fs::read_to_string(root().join("tests/data/centrality/values.tsv")).unwrap();
    let rows: Vec<Vec<&str>> = values.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    let found = answer.as_array().unwrap();
    assert_eq!(found.len(), rows.len());
    for row in rows {
        let ours = found.iter().find(|thing| thing["id"] == row[0]).unwrap_or_else(|| panic!("{row:?} is missing"));
        assert_eq!(ours["degree"].to_string(), row[1], "{row:?}");
        for (key, theirs) in [("betweenness", row[2]), ("pagerank", row[3])] {
            let difference = ours[key].as_f64().unwrap() - theirs.parse::<f64>().unwrap();
            assert!(difference.abs() < 1e-8, "{row:?}: {}", ours[key]);
        }
    }
}

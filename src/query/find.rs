//! Finds nodes by a name as people type it.

use crate::graph::{KnowledgeGraph, Node};
use crate::name_search::{WantedName, most_similar};
use crate::text::fold;

/// The result of a search by name.
#[derive(Debug)]
pub enum Found<'g> {
    /// The nodes with this name, ordered by id; more than one if the name fits several equally.
    Nodes(Vec<&'g Node>),
    /// No node has the name; the most similar labels, best first, at most five.
    Near(Vec<&'g str>),
}

/// At most this many names are proposed for an unknown one.
const MAX_NEAR: usize = 5;

/// Minimum similarity of a proposed name (Jaro-Winkler, 0.0 to 1.0); below it proposals look random.
const MIN_SIMILARITY: f64 = 0.7;

/// Finds the nodes that `name` fits: by the whole label or an alias or, failing that, by words within.
///
/// Case, diacritics, punctuation and order of words do not matter: "tammsoo" and "Jüri Tammsoo" find
/// "Kaarel Jüri Tammsoo".
///
/// # Complexity
/// O(n) in the number of nodes and aliases.
#[must_use]
pub fn find_node<'g>(graph: &'g KnowledgeGraph, name: &str) -> Found<'g> {
    let wanted = WantedName::new(name);
    let names = |node: &'g Node| std::iter::once(&node.label).chain(&node.aliases).map(|name| fold(name));
    let fit = |test: &dyn Fn(&str) -> bool| -> Vec<&'g Node> {
        graph.nodes().filter(|node| names(node).any(|name| test(&name))).collect()
    };
    let mut nodes = fit(&|name| wanted.is(name));
    if nodes.is_empty() {
        nodes = fit(&|name| wanted.is_within(name));
    }
    if !nodes.is_empty() {
        return Found::Nodes(nodes);
    }
    let labels = graph.nodes().map(|node| node.label.as_str());
    Found::Near(most_similar(labels, |label| wanted.similarity(&fold(label)), MIN_SIMILARITY, MAX_NEAR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, build};

    fn graph() -> KnowledgeGraph {
        let text = "Minister Kaarel Jüri Tammsoo met President Rosa Quispe.";
        build([Document::from_text("a", text)], &Settings::default()).graph
    }

    #[test]
    fn parts_of_a_name_in_any_case_find_it() {
        let graph = graph();
        for name in ["tammsoo", "Tammsoo, Kaarel", "KAAREL JURI", "Kaarel Jüri Tammsoo"] {
            let Found::Nodes(nodes) = find_node(&graph, name) else { panic!("{name} is known") };
            assert_eq!(nodes[0].label, "Kaarel Jüri Tammsoo");
        }
    }

    #[test]
    fn an_unknown_name_lists_near_ones() {
        let graph = graph();
        let Found::Near(near) = find_node(&graph, "Tamsoo") else { panic!("nobody is called Tamsoo") };
        assert_eq!(near, ["Kaarel Jüri Tammsoo"]);
        assert!(matches!(find_node(&graph, ""), Found::Near(_)));
    }
}

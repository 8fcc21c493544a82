//! Writes a Mermaid flowchart (<https://mermaid.js.org/syntax/flowchart.html>) for Markdown pages.
//!
//! Mermaid draws at most 500 edges and 50,000 characters. Of a larger graph, the edges that most articles state are
//! drawn, and a comment and a note say how many were left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write;

use super::exported::{Exported, Joined, documents_of};
use crate::ontology::EntityType;
use crate::relation::Status;

/// The default of Mermaid's `maxEdges`.
const MAX_EDGES: usize = 500;

/// The default of Mermaid's `maxTextSize`, less what the frame around the edges takes.
const MAX_CHARS: usize = 50_000 - 1_000;

/// Longer labels are cut: they would not be read in a picture.
const MAX_LABEL: usize = 60;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    let total = export.graph.edges().count();
    let edges = most_stated(export)?;
    let mut chart = Chart::default();
    let drawn = edges.iter().take_while(|joined| chart.add(export, joined)).count();
    out.write_all(b"flowchart LR\n")?;
    if drawn < total {
        let left_out = total - drawn;
        writeln!(out, "  %% {left_out} of {total} relations are left out: Mermaid draws {MAX_EDGES} edges at most")?;
        writeln!(out, "  left_out[\"{left_out} of {total} relations are not drawn\"]:::note")?;
        writeln!(out, "  classDef note fill:none,stroke:none")?;
    }
    out.write_all(chart.nodes.as_bytes())?;
    out.write_all(chart.edges.as_bytes())?;
    for class in export.ontology.entities.iter().filter(|class| chart.types.contains(&class.name)) {
        writeln!(
            out,
            "  classDef {} fill:{},stroke:#555555,color:#222222",
            class_name(class.name.as_str()),
            class.color
        )?;
    }
    for (at, joined) in edges.iter().take(drawn).enumerate() {
        if joined.edge.status == Status::Negated {
            writeln!(out, "  linkStyle {at} stroke:#c62828,color:#c62828")?;
        }
    }
    Ok(())
}

/// The edges that most articles state; edges that as many articles state are in the order of the graph.
fn most_stated<'g>(export: &Exported<'g>) -> std::io::Result<Vec<Joined<'g>>> {
    let mut counts = Vec::new();
    for (index, joined) in export.edges().enumerate() {
        let articles = export.count_articles(documents_of(&joined?.edge).into_iter());
        counts.push((std::cmp::Reverse(articles), index));
    }
    counts.sort_unstable();
    counts.iter().take(MAX_EDGES).map(|(_, index)| export.source.edge_at(*index)).collect()
}

/// The lines of a chart that is not full.
#[derive(Default)]
struct Chart {
    nodes: String,
    edges: String,
    numbers: BTreeMap<String, usize>,
    types: BTreeSet<EntityType>,
}

impl Chart {
    /// Adds an edge with its ends; false if the chart is full.
    fn add(&mut self, export: &Exported<'_>, joined: &Joined<'_>) -> bool {
        let Joined { source, edge, target } = joined;
        let (mut nodes, mut numbers) = (String::new(), Vec::new());
        let mut next = self.numbers.len();
        for end in [source, target] {
            let known = self.numbers.get(end.id.as_str()).copied();
            let number = known.unwrap_or_else(|| {
                let class = class_name(end.entity_type.as_str());
                let _ = writeln!(nodes, "  n{next}[\"{}\"]:::{class}", quoted(&end.label));
                next += 1;
                next - 1
            });
            numbers.push((end.id.as_str().to_owned(), number));
        }
        let line = match (edge.status, edge.is_directed) {
            (Status::Planned, true) => "-.->",
            (Status::Planned, false) => "-.-",
            (_, true) => "-->",
            (_, false) => "---",
        };
        let date = edge.date.map(|date| format!(" {date}")).unwrap_or_default();
        let label = quoted(&format!("{}{date}", export.label(edge)));
        let edges = format!("  n{} {line}|\"{label}\"| n{}\n", numbers[0].1, numbers[1].1);
        // A denial later takes a line for its color.
        let length = self.nodes.chars().count() + self.edges.chars().count() + nodes.chars().count();
        if length + edges.chars().count() + 50 * (self.edges.lines().count() + 1) > MAX_CHARS {
            return false;
        }
        self.nodes.push_str(&nodes);
        self.edges.push_str(&edges);
        self.numbers.extend(numbers);
        self.types.extend([source.entity_type, target.entity_type]);
        true
    }
}

/// Types are identifiers of the ontology; what Mermaid would not take in a name becomes an underscore.
fn class_name(entity_type: &str) -> String {
    entity_type.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// A label in Mermaid's quotes: characters with a meaning become entities, by their number.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        if at == MAX_LABEL {
            quoted.push_str("...");
            break;
        }
        match c {
            '"' | '#' | '<' | '>' | '&' | ';' | '`' | '\\' | '%' | '{' | '}' => {
                let _ = write!(quoted, "#{};", u32::from(c));
            }
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_ends_its_quotes() {
        assert_eq!(quoted("a\"]; end\n<b>"), "a#34;]#59; end #60;b#62;");
        assert_eq!(quoted(&"x".repeat(10_000)).len(), MAX_LABEL + 3);
    }
}

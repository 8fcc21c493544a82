//! Writes a report in Markdown: people, agencies, other entities, then events in order of time, each fact with the
//! sentences and documents that it comes from.

use std::io::Write;

use super::exported::{Exported, Joined};
use crate::graph::{Evidence, Node};
use crate::ids::EntityId;
use crate::ontology::EntityType;
use crate::record::DocumentInfo;

/// Writes the graph.
pub(super) fn write(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "# What {} articles say\n", export.documents().count())?;
    writeln!(out, "{} entities, {} relations.", export.graph.nodes().count(), export.graph.edges().count())?;
    for class in export.ontology.entities.iter().filter(|class| class.name != EntityType::EVENT) {
        let nodes = export.graph.nodes().filter(|node| node.entity_type == class.name);
        section(export, &class.label, nodes.collect(), out)?;
    }
    let mut events: Vec<&Node> = export.graph.nodes().filter(|node| node.entity_type == EntityType::EVENT).collect();
    // Undated events come last.
    let date = |node: &Node| node.attributes.event.as_ref().and_then(|event| event.date);
    events.sort_by_key(|node| (date(node).is_none(), date(node), node.id.clone()));
    section(export, "Event", events, out)?;
    sources(export, out)
}

/// The entities that have a relation or a position, with what is said of them.
fn section(export: &Exported<'_>, title: &str, nodes: Vec<&Node>, out: &mut dyn Write) -> std::io::Result<()> {
    let is_told = |node: &&&Node| !export.graph.edges_of(&node.id).is_empty();
    if !nodes.iter().any(|node| is_told(&node)) {
        return Ok(());
    }
    writeln!(out, "\n## {}", inline(title))?;
    for node in nodes.iter().filter(is_told) {
        writeln!(out, "\n### {}\n", inline(&node.label))?;
        if !node.aliases.is_empty() {
            let aliases: Vec<String> = node.aliases.iter().map(|alias| inline(alias)).collect();
            writeln!(out, "Also: {}\n", aliases.join(", "))?;
        }
        for index in export.graph.edge_indices_of(&node.id) {
            fact(export, &export.source.edge_at(index)?, &node.id, out)?;
        }
    }
    Ok(())
}

fn fact(export: &Exported<'_>, joined: &Joined<'_>, of: &EntityId, out: &mut dyn Write) -> std::io::Result<()> {
    let Joined { source, edge, target } = joined;
    let date = edge.date.map(|date| format!(", {date}")).unwrap_or_default();
    let place = edge.place.as_ref().map(|place| format!(", {}", inline(export.label_of(place)))).unwrap_or_default();
    let position = edge.attributes.get("position").map(|position| format!(" ({})", inline(position)));
    let bold = |node: &Node| if node.id == *of { format!("**{}**", inline(&node.label)) } else { inline(&node.label) };
    let (source, label, target) = (bold(source), inline(&export.label(edge)), bold(target));
    writeln!(out, "- {source} {label} {target}{}{date}{place}", position.unwrap_or_default())?;
    for evidence in &edge.evidence {
        writeln!(out, "  > {} ({})", inline(&evidence.quote.text), cited(evidence))?;
    }
    Ok(())
}

/// The documents with this sentence, as links to the list of sources.
fn cited(evidence: &Evidence) -> String {
    let documents = std::iter::once(&evidence.quote.document).chain(&evidence.also_in);
    documents.map(|document| inline(document.as_str())).collect::<Vec<_>>().join(", ")
}

fn sources(export: &Exported<'_>, out: &mut dyn Write) -> std::io::Result<()> {
    if export.documents().next().is_some() {
        writeln!(out, "\n## Sources\n")?;
    }
    for DocumentInfo { id, title, date, source, url, path, .. } in export.documents() {
        let known = [title.clone(), source.clone(), date.map(|date| date.to_string()), url.clone()];
        let known: Vec<String> = known.into_iter().flatten().map(|text| inline(&text)).collect();
        let known = if known.is_empty() { inline(path) } else { known.join(", ") };
        writeln!(out, "- {}: {known}", inline(id.as_str()))?;
    }
    Ok(())
}

/// A text on one line in which no character is markup.
fn inline(text: &str) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    // At the start of a line, these begin a list or underline a heading.
    let number = line.find(|c: char| !c.is_ascii_digit()).filter(|_| line.starts_with(|c: char| c.is_ascii_digit()));
    let mut escaped = String::with_capacity(line.len());
    for (at, c) in line.char_indices() {
        let is_list = (at == 0 && matches!(c, '-' | '+' | '=')) || (number == Some(at) && matches!(c, '.' | ')'));
        if is_list || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        assert_eq!(inline("<b>*x*\n# y</b>"), "\\<b\\>\\*x\\* \\# y\\</b\\>");
        assert_eq!((inline("- a").as_str(), inline("12. a-b").as_str()), ("\\- a", "12\\. a-b"));
    }
}

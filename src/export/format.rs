//! The formats and their names.

use std::path::Path;

/// A format in which a graph can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Node-link JSON with all evidence, as `graph-json.schema.json` describes.
    Json,
    /// The DOT language of Graphviz.
    Dot,
    /// A vector picture.
    Svg,
    /// A pixel picture.
    Png,
    /// GraphML with the additions of yEd and APOC.
    GraphMl,
    /// GEXF 1.3 of Gephi.
    Gexf,
    /// Elements JSON of Cytoscape.js.
    Cytoscape,
    /// The serialization of graphology.
    Graphology,
    /// Nodes and edges of vis-network.
    Vis,
    /// Two tables.
    Csv,
    /// A workbook.
    Xlsx,
    /// A folder for the bulk import of Neo4j.
    Neo4j,
    /// A Cypher script.
    Cypher,
    /// RDF in Turtle.
    Turtle,
    /// RDF with a named graph for each document.
    NQuads,
    /// RDF in JSON.
    JsonLd,
    /// Entities of FollowTheMoney.
    Ftm,
    /// A Mermaid flowchart.
    Mermaid,
    /// A report to read.
    Markdown,
    /// A timeline of TimelineJS.
    Timeline,
}

/// What is to be known of a format.
struct Facts {
    name: &'static str,
    /// File extensions that choose it, the usual one first. JSON dialects other than the contract have none.
    extensions: &'static [&'static str],
    media_type: &'static str,
    meaning: &'static str,
    program: &'static str,
}

const fn facts(
    name: &'static str,
    extensions: &'static [&'static str],
    media_type: &'static str,
    meaning: &'static str,
    program: &'static str,
) -> Facts {
    Facts { name, extensions, media_type, meaning, program }
}

impl Format {
    /// Every format, in the order in which help shows them.
    pub const ALL: &'static [Self] = &[
        Self::Json,
        Self::Dot,
        Self::Svg,
        Self::Png,
        Self::GraphMl,
        Self::Gexf,
        Self::Cytoscape,
        Self::Graphology,
        Self::Vis,
        Self::Csv,
        Self::Xlsx,
        Self::Neo4j,
        Self::Cypher,
        Self::Turtle,
        Self::NQuads,
        Self::JsonLd,
        Self::Ftm,
        Self::Mermaid,
        Self::Markdown,
        Self::Timeline,
    ];

    #[rustfmt::skip]
    fn facts(self) -> Facts {
        match self {
            Self::Json => facts("json", &["json"], "application/json", "node-link JSON with all evidence", "whomet, D3, NetworkX"),
            Self::Dot => facts("dot", &["dot", "gv"], "text/vnd.graphviz", "Graphviz DOT", "Graphviz, vis-network"),
            Self::Svg => facts("svg", &["svg"], "image/svg+xml", "vector picture", "any browser"),
            Self::Png => facts("png", &["png"], "image/png", "pixel picture", "any viewer"),
            Self::GraphMl => facts("graphml", &["graphml"], "application/graphml+xml", "GraphML", "yEd, Cytoscape, Gephi, Neo4j (APOC), NetworkX, igraph"),
            Self::Gexf => facts("gexf", &["gexf"], "application/gexf+xml", "GEXF 1.3 with colors and times", "Gephi, Gephi Lite"),
            Self::Cytoscape => facts("cytoscape", &["cyjs"], "application/json", "elements JSON", "Cytoscape.js, Cytoscape"),
            Self::Graphology => facts("graphology", &[], "application/json", "graphology JSON", "sigma.js, Gephi Lite"),
            Self::Vis => facts("vis", &[], "application/json", "nodes and edges JSON", "vis-network"),
            Self::Csv => facts("csv", &[], "text/csv", "folder with nodes.csv and edges.csv", "spreadsheets, Gephi, R, pandas"),
            Self::Xlsx => facts("xlsx", &["xlsx"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "workbook with two sheets", "Excel, LibreOffice"),
            Self::Neo4j => facts("neo4j", &[], "text/csv", "folder for bulk import", "neo4j-admin database import"),
            Self::Cypher => facts("cypher", &["cypher", "cql"], "application/x-cypher-query", "script that merges into a database", "Neo4j"),
            Self::Turtle => facts("turtle", &["ttl"], "text/turtle", "RDF", "rdflib, Jena, Oxigraph, Protégé"),
            Self::NQuads => facts("nquads", &["nq"], "application/n-quads", "RDF with a graph per document", "rdflib, Jena, Oxigraph"),
            Self::JsonLd => facts("jsonld", &["jsonld"], "application/ld+json", "RDF in JSON", "any JSON-LD processor"),
            Self::Ftm => facts("ftm", &["ftm", "ijson"], "application/json+ftm", "FollowTheMoney entities", "Aleph, OpenAleph, yente"),
            Self::Mermaid => facts("mermaid", &["mmd"], "text/vnd.mermaid", "flowchart of at most 500 edges", "GitHub, GitLab, Obsidian"),
            Self::Markdown => facts("markdown", &["md"], "text/markdown", "report to read", "any editor"),
            Self::Timeline => facts("timeline", &[], "application/json", "dated relations", "TimelineJS"),
        }
    }

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// A short description.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        self.facts().meaning
    }

    /// Its media type; for a folder that of its files.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.facts().media_type
    }

    /// The programs that open it.
    #[must_use]
    pub fn program(self) -> &'static str {
        self.facts().program
    }

    /// The file extensions that choose it, the usual one first; empty if it must be asked for by name.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        self.facts().extensions
    }

    /// Whether it is a folder of several files.
    #[must_use]
    pub fn is_folder(self) -> bool {
        matches!(self, Self::Csv | Self::Neo4j)
    }

    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// The format of the file extension of `path`.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_string_lossy().to_lowercase();
        Self::ALL.iter().copied().find(|format| format.extensions().contains(&extension.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_name_formats() {
        let format = |path: &str| Format::from_path(Path::new(path));
        assert_eq!(format("a/graph.SVG"), Some(Format::Svg));
        assert_eq!(format("graph.gv"), Some(Format::Dot));
        assert_eq!((format("graph.xyz"), format("graph")), (None, None));
    }

    #[test]
    fn names_and_extensions_are_unique() {
        let names: std::collections::BTreeSet<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        assert_eq!(names.len(), Format::ALL.len());
        let extensions: Vec<&str> = Format::ALL.iter().flat_map(|format| format.extensions()).copied().collect();
        let unique: std::collections::BTreeSet<&str> = extensions.iter().copied().collect();
        assert_eq!(unique.len(), extensions.len());
    }
}

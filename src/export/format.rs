//! The formats and their names.

use std::io::Write;
use std::path::Path;

use super::dot;
use super::error::ExportError;
use super::picture::{Kind, PictureOptions, draw};
use crate::graph::{KnowledgeGraph, write_json};
use crate::ontology::Ontology;

/// A format in which a graph can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Node-link JSON with all evidence, as `graph-json.schema.json` describes.
    Json,
    /// The DOT language of Graphviz.
    Dot,
    /// A vector picture.
    Svg,
    /// A pixel picture.
    Png,
}

impl Format {
    /// Every format, in the order in which help shows them.
    pub const ALL: &'static [Self] = &[Self::Json, Self::Dot, Self::Svg, Self::Png];

    /// Its name on the command line, which is also its file extension.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Dot => "dot",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// A short description.
    #[must_use]
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Json => "node-link JSON with all evidence",
            Self::Dot => "Graphviz DOT",
            Self::Svg => "vector picture",
            Self::Png => "pixel picture",
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Dot => "text/vnd.graphviz",
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }

    /// The format of the file extension of `path`; "gv" means DOT too.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_string_lossy().to_lowercase();
        let extension = if extension == "gv" { "dot" } else { extension.as_str() };
        Self::ALL.iter().copied().find(|format| format.name() == extension)
    }

    /// Writes `graph` to `out`.
    ///
    /// # Errors
    /// [`ExportError::Write`] if `out` cannot be written to; [`ExportError::TooLarge`] for a PNG.
    pub fn write(self, graph: &KnowledgeGraph, ontology: &Ontology, out: &mut dyn Write) -> Result<(), ExportError> {
        self.write_with(graph, ontology, &PictureOptions::default(), out)
    }

    /// Writes `graph` to `out`, pictures as `pictures` says.
    ///
    /// # Errors
    /// Those of [`Self::write`]; with an engine of Graphviz also [`ExportError::NoGraphviz`] and [`ExportError::Draw`].
    pub fn write_with(
        self,
        graph: &KnowledgeGraph,
        ontology: &Ontology,
        pictures: &PictureOptions,
        out: &mut dyn Write,
    ) -> Result<(), ExportError> {
        match self {
            Self::Json => Ok(write_json(graph, out)?),
            Self::Dot => Ok(out.write_all(dot::print(graph, ontology).as_bytes())?),
            Self::Svg => draw(graph, ontology, Kind::Svg, pictures, out),
            Self::Png => draw(graph, ontology, Kind::Png, pictures, out),
        }
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
}

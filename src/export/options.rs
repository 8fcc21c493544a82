//! What a user may choose about a format.

use super::picture_options::PictureOptions;

/// Where the meaning of shapes and lines is explained.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Legend {
    /// In the label below the graph.
    #[default]
    Label,
    /// Nowhere.
    None,
}

/// What a user may choose about a format. Formats ignore what does not concern them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExportOptions {
    /// The legend of DOT.
    pub legend: Legend,
    /// Whether CSV begins with a byte order mark, by which Excel recognizes UTF-8.
    pub byte_order_mark: bool,
    /// How pictures are drawn.
    pub pictures: PictureOptions,
}

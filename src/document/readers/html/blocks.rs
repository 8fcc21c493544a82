//! The paragraphs of a page.

use std::ops::Range;

use super::elements::{is_block, is_never_text};
use super::page::{Content, NodeId, Page};

/// A run of text that no block divides.
pub(super) struct Block {
    /// The nearest block around it.
    pub(super) parent: NodeId,
    pub(super) text: String,
    /// How many characters of it are links.
    linked: usize,
    characters: usize,
}

impl Block {
    /// Which part of the text are links, from 0 to 1.
    pub(super) fn link_share(&self) -> f64 {
        self.linked as f64 / self.characters.max(1) as f64
    }

    /// Whether it is a paragraph of an article rather than a label or a list of links.
    pub(super) fn is_paragraph(&self) -> bool {
        self.characters >= 40 && self.link_share() < 0.4 && self.text.contains(' ')
    }

    /// Length in characters.
    pub(super) fn len(&self) -> usize {
        self.characters
    }
}

/// The blocks within `nodes`, in document order, without elements that `is_dropped` or that never hold text.
pub(super) fn blocks_in(page: &Page, nodes: Range<NodeId>, is_dropped: &dyn Fn(NodeId) -> bool) -> Vec<Block> {
    let mut gatherer =
        Gatherer { page, blocks: Vec::new(), text: String::new(), linked: 0, parent: nodes.start, breaks: 0 };
    let mut links: Vec<NodeId> = Vec::new();
    let mut open: Vec<NodeId> = Vec::new();
    let mut at = nodes.start;
    while at < nodes.end {
        while let Some(&block) = open.last().filter(|&&block| page.nodes[block].end <= at) {
            open.pop();
            gatherer.flush(page.nodes[block].parent);
        }
        links.retain(|&link| page.nodes[link].end > at);
        let node = &page.nodes[at];
        match &node.content {
            Content::Text(text) => gatherer.add(text, !links.is_empty()),
            Content::Element { name, .. } if is_never_text(name) || is_dropped(at) => {
                if is_block(name) {
                    gatherer.flush(node.parent);
                }
                at = node.end;
                continue;
            }
            Content::Element { name, .. } if name == "br" => gatherer.line_break(node.parent),
            Content::Element { name, .. } if name == "a" => links.push(at),
            Content::Element { name, .. } if is_block(name) => {
                gatherer.flush(at);
                open.push(at);
            }
            Content::Element { .. } => {}
        }
        at += 1;
    }
    gatherer.flush(nodes.start);
    gatherer.blocks
}

/// Gathers texts until a block ends.
struct Gatherer<'p> {
    page: &'p Page,
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    parent: NodeId,
    /// Line breaks since the last text; two of them end a paragraph.
    breaks: usize,
}

impl Gatherer<'_> {
    fn add(&mut self, text: &str, is_link: bool) {
        if !text.trim().is_empty() {
            self.breaks = 0;
        }
        let is_preformatted = self.page.nodes[self.parent].name() == "pre";
        for c in text.chars() {
            if is_preformatted && c == '\n' {
                self.text.push('\n');
            } else if c.is_whitespace() {
                if !self.text.ends_with([' ', '\n']) && !self.text.is_empty() {
                    self.text.push(if c == '\u{a0}' { c } else { ' ' });
                }
            } else {
                self.text.push(c);
                self.linked += usize::from(is_link);
            }
        }
    }

    fn line_break(&mut self, parent: NodeId) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.flush(parent);
        } else if !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('\n');
        }
    }

    /// Ends a block; what follows belongs to `next`.
    fn flush(&mut self, next: NodeId) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        let characters = text.chars().filter(|c| !c.is_whitespace()).count();
        if characters > 0 {
            self.blocks.push(Block { parent: self.parent, text: text.to_owned(), linked: self.linked, characters });
        }
        (self.linked, self.parent, self.breaks) = (0, next, 0);
    }
}

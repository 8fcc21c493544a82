//! The tree of a page.

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

use super::elements::{is_block, is_closed_by, is_void};

/// A page as a tree whose nodes are in document order; the first one is the root.
pub(super) struct Page {
    pub(super) nodes: Vec<Node>,
}

/// An element or a text.
pub(super) struct Node {
    /// The element around it; the root is its own parent.
    pub(super) parent: NodeId,
    pub(super) content: Content,
    /// The first node behind the last one within it.
    pub(super) end: NodeId,
}

/// Which node of its page it is.
pub(super) type NodeId = usize;

/// What a node holds.
pub(super) enum Content {
    Element { name: String, attributes: Vec<(String, String)> },
    Text(String),
}

/// Deepest nesting; elements within are children of the last one. Browsers have the same limit.
const MAX_DEPTH: usize = 512;

impl Node {
    /// The name of the element; empty for a text.
    pub(super) fn name(&self) -> &str {
        if let Content::Element { name, .. } = &self.content { name } else { "" }
    }

    /// The value of an attribute; empty without it.
    pub(super) fn attribute(&self, wanted: &str) -> &str {
        let Content::Element { attributes, .. } = &self.content else { return "" };
        attributes.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str())
    }
}

impl Page {
    /// Makes the tree of a page. Every page has one, however broken; entities are decoded.
    pub(super) fn read(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true); // scripts and styles are not markup
        let mut builder = Builder::new();
        let Ok(()) = Tokenizer::new_with_emitter(html, emitter).try_for_each(|token| {
            let Ok(token) = token;
            builder.add(token);
            Ok::<(), std::convert::Infallible>(())
        });
        builder.finish()
    }

    /// The nodes within `node`, in document order.
    pub(super) fn within(&self, node: NodeId) -> std::ops::Range<NodeId> {
        node + 1..self.nodes[node].end
    }

    /// The elements with this name, in document order.
    pub(super) fn named(&self, name: &str) -> impl Iterator<Item = NodeId> {
        (0..self.nodes.len()).filter(move |&node| self.nodes[node].name() == name)
    }

    /// The text within `node`, with each run of white space as one space.
    pub(super) fn text_of(&self, node: NodeId) -> String {
        let texts = self.within(node).filter_map(|inner| match &self.nodes[inner].content {
            Content::Text(text) => Some(text.as_str()),
            Content::Element { .. } => None,
        });
        let text: String = texts.collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The elements around `node`, from the inside to the root.
    pub(super) fn around(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let above = move |&node: &NodeId| Some(self.nodes[node].parent).filter(|&parent| parent != node);
        std::iter::successors(above(&node), above)
    }
}

struct Builder {
    nodes: Vec<Node>,
    open: Vec<NodeId>,
    /// How many elements are open below the deepest one.
    too_deep: usize,
}

impl Builder {
    fn new() -> Self {
        let content = Content::Element { name: String::new(), attributes: Vec::new() };
        Self { nodes: vec![Node { parent: 0, content, end: 0 }], open: vec![0], too_deep: 0 }
    }

    fn add(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => self.start(tag),
            Token::EndTag(tag) => self.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text).into_owned();
                self.push(Content::Text(text));
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.close_implied(&name);
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
        let has_content = !is_void(&name) && !tag.self_closing;
        if has_content && self.open.len() >= MAX_DEPTH {
            self.too_deep += 1;
            return;
        }
        let node = self.push(Content::Element { name, attributes });
        if has_content {
            self.open.push(node);
        }
    }

    /// Closes the elements that the beginning of another one ends.
    fn close_implied(&mut self, next: &str) {
        let open = self.open.iter().rev();
        let mut names = open.map(|&node| self.nodes[node].name());
        // A list within an item, or a table within a cell, does not end it.
        let is_fence =
            |name: &str| matches!(name, "ul" | "ol" | "dl" | "table" | "select" | "button" | "article" | "section");
        let depth = names.position(|name| {
            is_closed_by(name, next) || is_fence(name) || (is_block(name) && name != "p" && next != "li")
        });
        let Some(depth) = depth.map(|depth| self.open.len() - 1 - depth) else { return };
        if is_closed_by(self.nodes[self.open[depth]].name(), next) {
            self.close_to(depth);
            if matches!(next, "tr" | "tbody" | "tfoot") {
                self.close_implied(next); // the cell, then its row
            }
        }
    }

    fn end(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let is_inline = !is_block(name);
        for depth in (1..self.open.len()).rev() {
            let open = self.nodes[self.open[depth]].name();
            if open == name {
                return self.close_to(depth);
            }
            if is_inline && is_block(open) {
                return; // a stray end tag
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for node in self.open.drain(depth..) {
            self.nodes[node].end = end;
        }
    }

    fn push(&mut self, content: Content) -> NodeId {
        let node = self.nodes.len();
        let parent = *self.open.last().expect("the root is never closed");
        self.nodes.push(Node { parent, content, end: node + 1 });
        node
    }

    fn finish(mut self) -> Page {
        self.close_to(0);
        Page { nodes: self.nodes }
    }
}

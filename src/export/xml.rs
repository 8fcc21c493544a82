//! Writes XML.

use std::borrow::Cow;
use std::io::Write;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Writes elements one after another, indented.
pub(super) struct Xml<W: Write> {
    writer: Writer<W>,
}

impl<W: Write> Xml<W> {
    /// Begins a document.
    pub(super) fn new(out: W) -> std::io::Result<Self> {
        let mut writer = Writer::new_with_indent(out, b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self { writer })
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> std::io::Result<()> {
        self.writer.write_event(Event::Start(start(name, attributes)))
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &str) -> std::io::Result<()> {
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> std::io::Result<()> {
        self.writer.write_event(Event::Empty(start(name, attributes)))
    }

    /// Writes an element with a text.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> std::io::Result<()> {
        self.open(name, attributes)?;
        self.writer.write_event(Event::Text(BytesText::new(&allowed(text))))?;
        self.close(name)
    }

    /// Ends the document with a line break.
    pub(super) fn finish(self) -> std::io::Result<()> {
        self.writer.into_inner().write_all(b"\n")
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        // A reader turns a line break in an attribute into a space, so it becomes one here.
        let value = allowed(value).replace(['\n', '\r', '\t'], " ");
        start.push_attribute((*key, value.as_str()));
    }
    start
}

/// The text without the characters that XML 1.0 does not allow, not even escaped (section 2.2).
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&c| is_allowed(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_forbidden_characters_are_dropped() {
        let mut bytes = Vec::new();
        let mut xml = Xml::new(&mut bytes).unwrap();
        xml.text("a", &[("b", "\"<\n>&\u{1}")], "<script>\u{0}\u{fffe}&").unwrap();
        xml.finish().unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("<a b=\"&quot;&lt; &gt;&amp;\">&lt;script&gt;&amp;</a>\n"), "{text}");
    }
}

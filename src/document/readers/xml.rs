//! XML as a row of elements and texts.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// The start of an element, its end, or text.
pub(super) enum Piece<'x> {
    /// An element begins.
    Start(Element<'x>),
    /// An element ends; its name without the prefix.
    End(&'x str),
    /// Text, a part of it, or one character that a reference stands for.
    Text(&'x str),
}

/// The start tag of an element.
pub(super) struct Element<'x>(&'x BytesStart<'x>);

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, whose name is given without the prefix.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let found =
            self.0.attributes().flatten().find(|attribute| attribute.key.local_name().into_inner() == wanted)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
    }
}

/// Calls `on` with each piece of `xml`, in order.
///
/// Entities that a document defines are never expanded: a reference to one stays as it is written.
///
/// # Errors
/// What is wrong with the XML, and where.
pub(super) fn for_each_piece(xml: &str, mut on: impl FnMut(Piece<'_>)) -> Result<(), String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        let event = reader.read_event().map_err(|error| format!("{error} at byte {}", reader.error_position()))?;
        match event {
            Event::Start(start) => on(Piece::Start(Element(&start))),
            Event::Empty(start) => {
                on(Piece::Start(Element(&start)));
                on(Piece::End(start.local_name().into_inner()));
            }
            Event::End(end) => on(Piece::End(end.local_name().into_inner())),
            Event::Text(text) => on(Piece::Text(&text.xml10_content())),
            Event::CData(text) => on(Piece::Text(&text.into_inner())),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => on(Piece::Text(c.encode_utf8(&mut [0; 4]))),
                _ => on(Piece::Text(named(reference.as_ref()).unwrap_or(&format!("&{};", reference.as_ref())))),
            },
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// The characters of the entities that every XML document has.
fn named(name: &str) -> Option<&'static str> {
    match name {
        "amp" => Some("&"),
        "lt" => Some("<"),
        "gt" => Some(">"),
        "quot" => Some("\""),
        "apos" => Some("'"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(xml: &str) -> Result<String, String> {
        let mut text = String::new();
        for_each_piece(xml, |piece| {
            if let Piece::Text(piece) = piece {
                text.push_str(piece);
            }
        })?;
        Ok(text)
    }

    #[test]
    fn entities_of_the_document_are_not_expanded() {
        let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]><a>&c; &amp; &#x41;</a>";
        assert_eq!(text(laughs).unwrap(), "&c; & A");
    }

    #[test]
    fn broken_xml_is_an_error_with_its_place() {
        assert!(text("<a><b></a>").unwrap_err().contains("at byte"));
    }
}

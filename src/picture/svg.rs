//! Writes a picture as SVG.
//!
//! Texts are texts, so that they can be searched and copied; everything that comes from articles is escaped.

use std::fmt::Write;

use super::path::{Path, Step};
use super::scene::{Anchor, Item, Scene, Stroke, Text};
use super::typeface::Weight;
use crate::layout::Point;

/// Fonts with the widths that the layout was measured with.
pub(crate) const FONTS: &str = "Arial, Helvetica, 'Liberation Sans', Arimo, sans-serif";

/// Writes the picture.
pub(super) fn write(scene: &Scene) -> String {
    let (width, height) = (decimal(scene.size.width), decimal(scene.size.height));
    let (wide, high) = match scene.paper {
        Some(paper) => (format!("{}mm", paper.width), format!("{}mm", paper.height)),
        None => (width.clone(), height.clone()),
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" font-family=\"{FONTS}\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n",
        escaped(&scene.title)
    );
    scene.items.iter().for_each(|item| write_item(&mut out, item));
    out.push_str("</svg>\n");
    out
}

fn write_item(out: &mut String, item: &Item) {
    match item {
        Item::Shape { path, fill, stroke } => {
            let fill = fill.map_or_else(|| "none".to_owned(), super::scene::Color::hex);
            let _ = writeln!(out, "<path d=\"{}\" fill=\"{fill}\"{}/>", steps(path), stroke_attributes(*stroke));
        }
        Item::Text(text) => write_text(out, text),
        Item::Group { note, items } => {
            let _ = writeln!(out, "<g><title>{}</title>", escaped(note));
            items.iter().for_each(|item| write_item(out, item));
            out.push_str("</g>\n");
        }
    }
}

fn write_text(out: &mut String, text: &Text) {
    let anchor = if text.anchor == Anchor::Middle { " text-anchor=\"middle\"" } else { "" };
    let weight = if text.weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
    let struck = if text.is_struck { " text-decoration=\"line-through\"" } else { "" };
    let (x, y, size) = (decimal(text.at.x), decimal(text.at.y), decimal(text.size));
    let fill = text.color.hex();
    let words = escaped(&text.text);
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{fill}\"{anchor}{weight}{struck}>{words}</text>"
    );
}

fn stroke_attributes(stroke: Option<Stroke>) -> String {
    let Some(Stroke { color, width, dash }) = stroke else { return String::new() };
    let dash = dash.map(|[on, off]| format!(" stroke-dasharray=\"{} {}\"", decimal(on), decimal(off)));
    format!(" stroke=\"{}\" stroke-width=\"{}\"{}", color.hex(), decimal(width), dash.unwrap_or_default())
}

fn steps(path: &Path) -> String {
    let mut out = String::new();
    let point = |point: Point| format!("{},{}", decimal(point.x), decimal(point.y));
    for step in &path.steps {
        match *step {
            Step::Move(to) => out.push_str(&format!("M{}", point(to))),
            Step::Line(to) => out.push_str(&format!("L{}", point(to))),
            Step::Curve(a, b, to) => out.push_str(&format!("C{} {} {}", point(a), point(b), point(to))),
            Step::Close => out.push('Z'),
        }
    }
    out
}

/// A number with at most one decimal.
fn decimal(value: f64) -> String {
    let text = format!("{value:.1}");
    let short = text.strip_suffix(".0").unwrap_or(&text);
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// A text as XML; characters that XML cannot contain are dropped.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_stay_text() {
        assert_eq!(escaped("</title><script>\u{0}\"R&D\""), "&lt;/title&gt;&lt;script&gt;&quot;R&amp;D&quot;");
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 1.25, -0.01].map(decimal), ["1", "1.2", "0"]);
    }
}

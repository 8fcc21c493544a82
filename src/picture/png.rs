//! Paints a picture into pixels.

use tiny_skia::{FillRule, LineCap, Paint, PathBuilder, Pixmap, StrokeDash, Transform};

use super::path::{Path, Step};
use super::scene::{Anchor, Color, Item, Scene, Stroke, Text};
use super::typeface;
use crate::layout::Point;

/// Pixels for each unit, so that small letters are sharp.
const SCALE: f64 = 2.0;
/// The longest side in pixels that programs still open.
const LONGEST: f64 = 12_000.0;

/// Why there are no pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the picture is too large for PNG; write SVG instead")]
pub struct TooLarge;

/// Paints the picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size is between 1 and LONGEST")]
pub(super) fn paint(scene: &Scene) -> Result<Vec<u8>, TooLarge> {
    let longest = scene.size.width.max(scene.size.height);
    let scale = SCALE.min(LONGEST / longest);
    let pixels = |length: f64| (length * scale).ceil().max(1.0) as u32;
    let mut pixmap = Pixmap::new(pixels(scene.size.width), pixels(scene.size.height)).ok_or(TooLarge)?;
    pixmap.fill(tiny_skia::Color::WHITE);
    let transform = Transform::from_scale(scale as f32, scale as f32);
    scene.items.iter().for_each(|item| paint_item(&mut pixmap, transform, item));
    pixmap.encode_png().map_err(|_| TooLarge)
}

fn paint_item(pixmap: &mut Pixmap, transform: Transform, item: &Item) {
    match item {
        Item::Shape { path, fill, stroke } => paint_shape(pixmap, transform, path, *fill, *stroke),
        Item::Text(text) => paint_text(pixmap, transform, text),
        Item::Group { items, .. } => items.iter().for_each(|item| paint_item(pixmap, transform, item)),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates are small")]
fn paint_shape(pixmap: &mut Pixmap, transform: Transform, path: &Path, fill: Option<Color>, stroke: Option<Stroke>) {
    let Some(outline) = skia_path(path) else { return };
    if let Some(color) = fill {
        pixmap.fill_path(&outline, &paint_of(color), FillRule::Winding, transform, None);
    }
    if let Some(Stroke { color, width, dash }) = stroke {
        let dash = dash.and_then(|[on, off]| StrokeDash::new(vec![on as f32, off as f32], 0.0));
        let stroke = tiny_skia::Stroke { width: width as f32, line_cap: LineCap::Butt, dash, ..Default::default() };
        pixmap.stroke_path(&outline, &paint_of(color), &stroke, transform, None);
    }
}

fn paint_text(pixmap: &mut Pixmap, transform: Transform, text: &Text) {
    let width = typeface::width(&text.text, text.size, text.weight);
    let shift = if text.anchor == Anchor::Middle { width / 2.0 } else { 0.0 };
    let start = text.at.minus(Point::new(shift, 0.0));
    let letters = typeface::outline(&text.text, start, text.size, text.weight);
    paint_shape(pixmap, transform, &letters, Some(text.color), None);
    if text.is_struck {
        let mut line = Path::default();
        let height = Point::new(0.0, -0.3 * text.size);
        line.move_to(start.plus(height));
        line.line_to(start.plus(height).plus(Point::new(width, 0.0)));
        let stroke = Stroke { color: text.color, width: text.size * 0.08, dash: None };
        paint_shape(pixmap, transform, &line, None, Some(stroke));
    }
}

fn paint_of(Color(red, green, blue): Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates are small")]
fn skia_path(path: &Path) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    let at = |point: Point| (point.x as f32, point.y as f32);
    for step in &path.steps {
        match *step {
            Step::Move(to) => builder.move_to(at(to).0, at(to).1),
            Step::Line(to) => builder.line_to(at(to).0, at(to).1),
            Step::Curve(a, b, to) => {
                let ((ax, ay), (bx, by), (x, y)) = (at(a), at(b), at(to));
                builder.cubic_to(ax, ay, bx, by, x, y);
            }
            Step::Close => builder.close(),
        }
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Size;
    use crate::picture::typeface::Weight;

    #[test]
    fn letters_appear_on_a_machine_without_fonts() {
        let text = |words: &str| {
            Item::Text(Text {
                text: words.to_owned(),
                at: Point::new(10.0, 20.0),
                anchor: Anchor::Start,
                size: 12.0,
                weight: Weight::Regular,
                color: Color(0, 0, 0),
                is_struck: false,
            })
        };
        let bytes = |words: &str| {
            let size = Size::new(120.0, 30.0);
            paint(&Scene { size, paper: None, title: String::new(), items: vec![text(words)] }).unwrap()
        };
        let dark = |words: &str| {
            let pixels = Pixmap::decode_png(&bytes(words)).unwrap();
            pixels.pixels().iter().filter(|pixel| pixel.red() < 100).count()
        };
        assert_eq!(dark(""), 0);
        assert!(dark("Ødegård Ґалина") > 2 * dark("Ø"), "{}", dark("Ødegård Ґалина"));
    }
}

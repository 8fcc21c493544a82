//! Pushes boxes apart until none overlap.

use std::collections::BTreeMap;

use super::super::geometry::{Point, Size};

/// The least distance between two boxes.
const GAP: f64 = 10.0;
/// Rounds of pushing before the map is enlarged.
const ROUNDS: usize = 60;
/// How much the map is enlarged if pushing does not suffice.
const GROWTH: f64 = 1.12;

/// Moves boxes apart, each pair in the direction in which it overlaps less. Enlarges the map as often as needed.
pub(super) fn remove(centers: &mut [Point], boxes: &[Size]) {
    let grown: Vec<Size> = boxes.iter().map(|size| Size::new(size.width + GAP, size.height + GAP)).collect();
    let widest = grown.iter().map(|size| size.width).fold(1.0, f64::max);
    let highest = grown.iter().map(|size| size.height).fold(1.0, f64::max);
    let cell = Size::new(widest, highest);
    loop {
        for _ in 0..ROUNDS {
            if !push(centers, &grown, cell) {
                return;
            }
        }
        centers.iter_mut().for_each(|center| *center = center.times(GROWTH));
    }
}

/// Moves each overlapping pair apart; says whether there was one.
fn push(centers: &mut [Point], boxes: &[Size], cell: Size) -> bool {
    let mut has_pushed = false;
    for (a, b) in close_pairs(centers, cell) {
        let apart = centers[b].minus(centers[a]);
        let x = f64::midpoint(boxes[a].width, boxes[b].width) - apart.x.abs();
        let y = f64::midpoint(boxes[a].height, boxes[b].height) - apart.y.abs();
        if x <= 0.01 || y <= 0.01 {
            continue;
        }
        has_pushed = true;
        let sign = |value: f64| if value < 0.0 { -1.0 } else { 1.0 };
        // Half for each, and a little more, so that a row of boxes does not creep towards its end.
        let by = if x < y { Point::new(sign(apart.x) * x, 0.0) } else { Point::new(0.0, sign(apart.y) * y) };
        let by = by.times(0.52);
        centers[a] = centers[a].minus(by);
        centers[b] = centers[b].plus(by);
    }
    has_pushed
}

/// Pairs in the same or in adjoining cells of a grid, in order.
#[expect(clippy::cast_possible_truncation, reason = "maps have few cells")]
fn close_pairs(centers: &[Point], cell: Size) -> Vec<(usize, usize)> {
    let key = |center: Point| ((center.x / cell.width).floor() as i64, (center.y / cell.height).floor() as i64);
    let mut cells: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (at, &center) in centers.iter().enumerate() {
        cells.entry(key(center)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (a, &center) in centers.iter().enumerate() {
        let (x, y) = key(center);
        for around in (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y))) {
            pairs.extend(cells.get(&around).into_iter().flatten().filter(|&&b| b > a).map(|&b| (a, b)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::super::geometry::Rect;
    use super::*;

    /// Whether no rectangle of these overlaps another.
    fn are_apart(centers: &[Point], boxes: &[Size]) -> bool {
        let rects: Vec<Rect> = centers.iter().zip(boxes).map(|(&center, &size)| Rect::around(center, size)).collect();
        rects.iter().enumerate().all(|(at, rect)| rects[at + 1..].iter().all(|other| !other.overlaps(*rect)))
    }

    #[test]
    fn boxes_at_one_point_are_pushed_apart() {
        let mut centers: Vec<Point> = (0..60_u8).map(|n| Point::new(f64::from(n) * 0.1, f64::from(n % 7))).collect();
        let boxes = vec![Size::new(80.0, 20.0); 60];
        remove(&mut centers, &boxes);
        assert!(are_apart(&centers, &boxes));
    }
}

//! Places rectangles beside and below each other so that the whole has the shape of a page.

use super::geometry::{Point, Size};

/// Places each rectangle, `gap` apart, so that the ratio of width to height comes close to `aspect`. Returns the left
/// upper corners.
pub(super) fn pack(sizes: &[Size], gap: f64, aspect: f64) -> Vec<Point> {
    let area: f64 = sizes.iter().map(|size| (size.width + gap) * (size.height + gap)).sum();
    let widest = sizes.iter().map(|size| size.width + gap).fold(0.0, f64::max);
    let tries = (0..48).map(|step| (area * aspect).sqrt() * (0.7 + 0.025 * f64::from(step)));
    let tries = tries.map(|width| skyline(sizes, gap, width.max(widest)));
    let wasted = |corners: &[Point]| {
        let whole = extent(sizes, corners);
        // The area of the page into which it fits.
        (whole.width / aspect).max(whole.height)
    };
    tries.min_by(|a, b| wasted(a).total_cmp(&wasted(b))).unwrap_or_default()
}

fn extent(sizes: &[Size], corners: &[Point]) -> Size {
    let ends = sizes.iter().zip(corners).map(|(size, at)| Size::new(at.x + size.width, at.y + size.height));
    ends.fold(Size::default(), |all, end| Size::new(all.width.max(end.width), all.height.max(end.height)))
}

/// Places the rectangles in order, largest area first, each where its lower side is highest.
fn skyline(sizes: &[Size], gap: f64, width: f64) -> Vec<Point> {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&a, &b| (sizes[b].width * sizes[b].height).total_cmp(&(sizes[a].width * sizes[a].height)));
    let mut corners = vec![Point::default(); sizes.len()];
    // Steps from left to right: where each begins, and how far down it is taken.
    let mut steps = vec![(0.0, 0.0)];
    for at in order {
        let (wide, high) = (sizes[at].width + gap, sizes[at].height + gap);
        let corner = best_corner(&steps, wide, width);
        corners[at] = corner;
        lower(&mut steps, corner.x, corner.x + wide, corner.y + high, width);
    }
    corners
}

fn best_corner(steps: &[(f64, f64)], wide: f64, width: f64) -> Point {
    let fits = steps.iter().filter(|&&(from, _)| from == 0.0 || from + wide <= width + 0.01);
    let corners = fits.map(|&(from, _)| {
        let under = steps.iter().enumerate().filter(|&(at, &(begin, _))| {
            let end = steps.get(at + 1).map_or(f64::INFINITY, |next| next.0);
            begin < from + wide - 0.01 && end > from + 0.01
        });
        Point::new(from, under.map(|(_, &(_, depth))| depth).fold(0.0, f64::max))
    });
    corners.min_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).expect("sizes are numbers")).unwrap_or_default()
}

/// Says that everything between `from` and `to` is taken down to `depth`.
fn lower(steps: &mut Vec<(f64, f64)>, from: f64, to: f64, depth: f64, width: f64) {
    let after = steps.iter().rev().find(|&&(begin, _)| begin <= to).map_or(0.0, |&(_, depth)| depth);
    steps.retain(|&(begin, _)| begin < from || begin > to);
    steps.push((from, depth));
    if to < width {
        steps.push((to, after));
    }
    steps.sort_by(|a, b| a.0.total_cmp(&b.0));
}

#[cfg(test)]
mod tests {
    use super::super::geometry::Rect;
    use super::*;

    #[test]
    fn packed_rectangles_do_not_overlap_and_fill_the_page() {
        let sizes: Vec<Size> =
            (0..40_u16).map(|n| Size::new(30.0 + f64::from(n * 37 % 90), 20.0 + f64::from(n * 23 % 50))).collect();
        for aspect in [0.7, 1.0, 1.8] {
            let corners = pack(&sizes, 8.0, aspect);
            let rects: Vec<Rect> = corners
                .iter()
                .zip(&sizes)
                .map(|(&at, size)| Rect { min: at, max: Point::new(at.x + size.width, at.y + size.height) })
                .collect();
            for (at, rect) in rects.iter().enumerate() {
                assert!(rects[at + 1..].iter().all(|other| !other.overlaps(*rect)));
            }
            let whole = extent(&sizes, &corners);
            let used: f64 = sizes.iter().map(|size| size.width * size.height).sum();
            assert!((whole.width / whole.height / aspect - 1.0).abs() < 0.25, "{whole:?}");
            assert!(used > 0.6 * whole.width * whole.height, "{used} of {whole:?}");
        }
    }
}

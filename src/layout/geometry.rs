//! Points, sizes and rectangles of a drawing; x grows to the right and y downwards.

/// A point, or a vector.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

impl Point {
    /// The point at these coordinates.
    #[must_use]
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The point moved by a vector.
    #[must_use]
    pub fn plus(self, by: Self) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }

    /// The vector from `other` to this point.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }

    /// The vector, `factor` times as long.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        Self::new(self.x * factor, self.y * factor)
    }

    /// The length of the vector.
    #[must_use]
    pub fn length(self) -> f64 {
        // Not `hypot`, whose last digit depends on the machine.
        (self.x * self.x + self.y * self.y).sqrt()
    }
}

/// A width and a height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Size {
    /// The size with these sides.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }

    /// Whether nothing has this size: a label without text.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.width <= 0.0 || self.height <= 0.0
    }
}

/// A rectangle with horizontal and vertical sides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Its left upper corner.
    pub min: Point,
    /// Its right lower corner.
    pub max: Point,
}

impl Rect {
    /// The rectangle of this size around a point.
    #[must_use]
    pub fn around(center: Point, size: Size) -> Self {
        let half = Point::new(size.width / 2.0, size.height / 2.0);
        Self { min: center.minus(half), max: center.plus(half) }
    }

    /// The rectangle, larger by `margin` on every side, or smaller if it is negative.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        let by = Point::new(margin, margin);
        Self { min: self.min.minus(by), max: self.max.plus(by) }
    }

    /// The smallest rectangle that contains both.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        Self {
            min: Point::new(self.min.x.min(other.min.x), self.min.y.min(other.min.y)),
            max: Point::new(self.max.x.max(other.max.x), self.max.y.max(other.max.y)),
        }
    }

    /// Its sides.
    #[must_use]
    pub fn size(self) -> Size {
        Size::new(self.max.x - self.min.x, self.max.y - self.min.y)
    }

    /// Whether both have a common area.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.min.x < other.max.x && other.min.x < self.max.x && self.min.y < other.max.y && other.min.y < self.max.y
    }

    /// Whether the straight line from `a` to `b` passes through the inside (Liang and Barsky 1984).
    #[must_use]
    pub fn is_crossed_by(self, a: Point, b: Point) -> bool {
        let along = b.minus(a);
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        let sides = [
            (-along.x, a.x - self.min.x),
            (along.x, self.max.x - a.x),
            (-along.y, a.y - self.min.y),
            (along.y, self.max.y - a.y),
        ];
        for (speed, distance) in sides {
            if speed == 0.0 {
                if distance <= 0.0 {
                    return false;
                }
            } else if speed < 0.0 {
                enter = enter.max(distance / speed);
            } else {
                leave = leave.min(distance / speed);
            }
        }
        enter < leave
    }
}

/// Whether the lines from `a` to `b` and from `c` to `d` cross inside both.
pub(super) fn lines_cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_corner_crosses_and_one_beside_does_not() {
        let rect = Rect::around(Point::new(0.0, 0.0), Size::new(2.0, 2.0));
        assert!(rect.is_crossed_by(Point::new(-2.0, 0.0), Point::new(0.0, 2.0 - 0.1)));
        assert!(!rect.is_crossed_by(Point::new(-2.0, 1.5), Point::new(2.0, 1.5)));
        assert!(!rect.is_crossed_by(Point::new(2.0, 0.0), Point::new(3.0, 0.0)));
    }

    #[test]
    fn lines_that_share_an_end_do_not_cross() {
        let at = Point::new;
        assert!(lines_cross(at(0.0, 0.0), at(2.0, 2.0), at(0.0, 2.0), at(2.0, 0.0)));
        assert!(!lines_cross(at(0.0, 0.0), at(2.0, 2.0), at(0.0, 0.0), at(2.0, 0.0)));
    }
}

//! Adds up the push of many boxes quickly (Barnes and Hut 1986): far away ones count as one.

use super::super::geometry::Point;

/// A square that is seen smaller than this, as its side divided by its distance, counts as one point.
const FAR: f64 = 1.1;
/// Squares are not divided further than this, should boxes lie at one point.
const DEEPEST: u32 = 24;

/// A square, divided in four if it contains several boxes.
struct Square {
    side: f64,
    mass: f64,
    /// The center of its mass.
    center: Point,
    /// The first of its four parts in [`QuadTree::squares`]; 0 if it is not divided.
    parts: usize,
}

/// All squares; the first contains everything.
pub(super) struct QuadTree {
    squares: Vec<Square>,
}

impl QuadTree {
    pub(super) fn of(places: &[Point], masses: &[f64]) -> Self {
        let reach = places.iter().map(|place| place.x.abs().max(place.y.abs())).fold(1.0, f64::max);
        let mut tree = Self { squares: vec![Square::new(2.0 * reach)] };
        let mut order: Vec<usize> = (0..places.len()).collect();
        tree.fill(0, Point::new(-reach, -reach), &mut order, places, masses, 0);
        tree
    }

    /// Fills a square with these boxes and divides it if there are several.
    fn fill(&mut self, at: usize, corner: Point, boxes: &mut [usize], places: &[Point], masses: &[f64], depth: u32) {
        let mass: f64 = boxes.iter().map(|&one| masses[one]).sum();
        let weighted = boxes.iter().fold(Point::default(), |sum, &one| sum.plus(places[one].times(masses[one])));
        let side = self.squares[at].side;
        self.squares[at].mass = mass;
        if mass > 0.0 {
            self.squares[at].center = weighted.times(1.0 / mass);
        }
        if boxes.len() < 2 || depth == DEEPEST {
            return;
        }
        let half = side / 2.0;
        let middle = corner.plus(Point::new(half, half));
        let parts = self.squares.len();
        self.squares[at].parts = parts;
        self.squares.extend((0..4).map(|_| Square::new(half)));
        let quarter = |one: usize| usize::from(places[one].x >= middle.x) + 2 * usize::from(places[one].y >= middle.y);
        boxes.sort_by_key(|&one| quarter(one));
        let mut rest = boxes;
        for number in 0..4 {
            let count = rest.iter().take_while(|&&one| quarter(one) == number).count();
            let (these, others) = rest.split_at_mut(count);
            let shift = Point::new(if number % 2 == 1 { half } else { 0.0 }, if number > 1 { half } else { 0.0 });
            self.fill(parts + number, corner.plus(shift), these, places, masses, depth + 1);
            rest = others;
        }
    }

    /// The sum of mass divided by distance over all boxes, away from them.
    pub(super) fn push_on(&self, place: Point) -> Point {
        let mut push = Point::default();
        let mut waiting = vec![0];
        while let Some(at) = waiting.pop() {
            let square = &self.squares[at];
            let away = place.minus(square.center);
            let squared = away.x * away.x + away.y * away.y;
            if square.parts == 0 || square.side * square.side < FAR * FAR * squared {
                if squared > 1e-9 {
                    push = push.plus(away.times(square.mass / squared));
                }
            } else {
                waiting.extend((square.parts..square.parts + 4).filter(|&part| self.squares[part].mass > 0.0));
            }
        }
        push
    }
}

impl Square {
    fn new(side: f64) -> Self {
        Self { side, mass: 0.0, center: Point::default(), parts: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_push_is_close_to_the_exact_sum() {
        let places: Vec<Point> =
            (0..200_u8).map(|n| Point::new(f64::from(n).sin() * f64::from(n), f64::from(n).cos() * 60.0)).collect();
        let masses = vec![2.0; places.len()];
        let tree = QuadTree::of(&places, &masses);
        let at = Point::new(150.0, 20.0);
        let exact = places.iter().fold(Point::default(), |sum, &place| {
            let away = at.minus(place);
            sum.plus(away.times(2.0 / (away.x * away.x + away.y * away.y)))
        });
        assert!(tree.push_on(at).minus(exact).length() < 0.05 * exact.length());
    }
}

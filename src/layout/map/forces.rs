//! Finds places by forces: links pull, boxes push each other away, the more links they have the more.
//!
//! The forces are those of Jacomy et al. 2014 ("ForceAtlas2, a continuous graph layout algorithm"), which keep the
//! neighbors of a hub around it; the steps shorten as in Fruchterman and Reingold 1991.

use super::super::diagram::Diagram;
use super::super::geometry::Point;
use super::super::neighbors::Neighbors;
use super::quad_tree::QuadTree;

/// Rounds for small diagrams; large ones get fewer, which still suffices for their shape.
const ROUNDS: u32 = 500;
/// The turn from one box of the first spiral to the next, the golden angle: its cosine and sine. As numbers they are the
/// same on every machine.
const TURN: (f64, f64) = (-0.737_368_878_078_319_8, 0.675_490_294_261_523_8);
/// Pulls everything to the middle a little, so that the ends of long chains do not drift away.
const GRAVITY: f64 = 0.02;

/// The places at which the forces are in balance; distances are in units without meaning.
pub(super) fn settle(diagram: &Diagram) -> Vec<Point> {
    let neighbors = Neighbors::of(diagram);
    let mut places = spiral(&neighbors);
    let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
    let masses: Vec<f64> = (0..places.len()).map(|at| mass(neighbors.at(at).len())).collect();
    let rounds = (ROUNDS * 600 / (600 + count)).max(80);
    let extent = f64::from(count).sqrt();
    for round in 0..rounds {
        let left = 1.0 - f64::from(round) / f64::from(rounds);
        let forces = forces_on(&places, &masses, &neighbors);
        for (place, force) in places.iter_mut().zip(forces) {
            let longest = extent * 0.4 * left * left + 0.02;
            let length = force.length();
            if length > 0.0 {
                *place = place.plus(force.times((longest / length).min(0.1)));
            }
        }
    }
    places
}

fn mass(links: usize) -> f64 {
    1.0 + f64::from(u32::try_from(links).unwrap_or(u32::MAX))
}

/// Begins with the most linked box in the middle and the others around it in the order of their distance.
fn spiral(neighbors: &Neighbors) -> Vec<Point> {
    let mut places = vec![Point::default(); neighbors.count()];
    let mut direction = Point::new(1.0, 0.0);
    for (number, (at, _)) in neighbors.breadth_first(neighbors.most_linked()).into_iter().enumerate() {
        let number = f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        places[at] = direction.times(2.0 * number.sqrt());
        let (cos, sin) = TURN;
        direction = Point::new(direction.x * cos - direction.y * sin, direction.x * sin + direction.y * cos);
    }
    places
}

fn forces_on(places: &[Point], masses: &[f64], neighbors: &Neighbors) -> Vec<Point> {
    let tree = QuadTree::of(places, masses);
    let force = |at: usize| {
        let place = places[at];
        let push = tree.push_on(place).times(masses[at]);
        let pull = neighbors.at(at).iter().fold(Point::default(), |sum, &other| sum.plus(places[other].minus(place)));
        push.plus(pull).plus(place.times(-GRAVITY * masses[at]))
    };
    (0..places.len()).map(force).collect()
}

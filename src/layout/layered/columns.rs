//! Chooses the column of each box.

use super::super::diagram::Diagram;
use super::super::neighbors::Neighbors;

/// What a link costs that passes a column of boxes, in units of height.
const PASSING: f64 = 26.0;
/// What a link within one column costs: no drawing has one.
const WITHIN: f64 = 1e6;
/// Rounds of improvement; few drawings need more than five.
const ROUNDS: usize = 30;

/// The column of each box, out of `count`, so that no link stays within a column; none if none was found.
///
/// Begins with the distances from the most linked box, to its left and right in turn, and moves or swaps boxes as long
/// as that shortens links or evens out the columns.
pub(super) fn assign(diagram: &Diagram, count: usize) -> Option<Vec<usize>> {
    let neighbors = Neighbors::of(diagram);
    let mut columns = first_columns(&neighbors, count);
    let mut cost = cost_of(diagram, &columns, count);
    for _ in 0..ROUNDS {
        let before = cost;
        for at in 0..columns.len() {
            move_box(diagram, &mut columns, &mut cost, at, count);
        }
        for a in 0..columns.len() {
            swap_box(diagram, &mut columns, &mut cost, a, count);
        }
        if cost >= before {
            break;
        }
    }
    let is_within = |link: &super::super::diagram::Link| columns[link.ends[0]] == columns[link.ends[1]];
    let is_empty = |column: usize| !columns.contains(&column);
    (!diagram.links.iter().any(is_within) && !(0..count).any(is_empty)).then_some(columns)
}

/// Lays the distances from the most linked box out to both sides of it.
fn first_columns(neighbors: &Neighbors, count: usize) -> Vec<usize> {
    let center = neighbors.most_linked();
    let middle = count / 2;
    let mut columns = vec![middle; neighbors.count()];
    let mut sides = vec![0_usize; neighbors.count()];
    let mut turn = 0;
    for (at, from) in neighbors.breadth_first(center) {
        let Some(from) = from else { continue };
        if from == center {
            turn += 1;
            sides[at] = turn % 2;
        } else {
            sides[at] = sides[from];
        }
        let next = if sides[at] == 1 { columns[from] + 1 } else { columns[from].wrapping_sub(1) };
        columns[at] = if next < count { next } else { columns[from].abs_diff(1) };
    }
    columns
}

/// Moves a box to the column where it costs least.
fn move_box(diagram: &Diagram, columns: &mut [usize], cost: &mut f64, at: usize, count: usize) {
    for column in 0..count {
        let old = columns[at];
        columns[at] = column;
        keep_if_better(diagram, columns, cost, count, |columns| columns[at] = old);
    }
}

/// Swaps the columns of a box and of any later one if that costs less.
fn swap_box(diagram: &Diagram, columns: &mut [usize], cost: &mut f64, a: usize, count: usize) {
    for b in a + 1..columns.len() {
        if columns[a] != columns[b] {
            columns.swap(a, b);
            keep_if_better(diagram, columns, cost, count, |columns| columns.swap(a, b));
        }
    }
}

fn keep_if_better(
    diagram: &Diagram,
    columns: &mut [usize],
    cost: &mut f64,
    count: usize,
    take_back: impl FnOnce(&mut [usize]),
) {
    let new = cost_of(diagram, columns, count);
    if new < *cost - 1e-9 {
        *cost = new;
    } else {
        take_back(columns);
    }
}

/// Long links cost, and so do high columns, the highest most.
fn cost_of(diagram: &Diagram, columns: &[usize], count: usize) -> f64 {
    let mut heights = vec![0.0; 2 * count];
    for (size, &column) in diagram.boxes.iter().zip(columns) {
        heights[2 * column] += size.height + super::grid::BOX_GAP;
    }
    let mut links = 0.0;
    for link in &diagram.links {
        let [a, b] = link.ends.map(|end| columns[end]);
        let (left, right) = (a.min(b), a.max(b));
        if left == right {
            links += WITHIN;
            continue;
        }
        heights[2 * left + 1] += link.label.height + super::grid::LABEL_GAP;
        for passed in left + 1..right {
            links += PASSING * f64::from(u32::try_from(passed - left).unwrap_or(u32::MAX));
            heights[2 * passed] += super::grid::LABEL_GAP;
        }
    }
    // The fourth root of the sum of fourth powers lies a little above the highest column.
    let squared = |height: f64| height * height;
    links + heights.iter().map(|&height| squared(squared(height))).sum::<f64>().sqrt().sqrt()
}

//! Places the cells of each column so that links run as straight as their order allows.

use super::grid::{Content, Grid};

/// Sweeps over all columns; the heights hardly change after half as many.
const SWEEPS: usize = 40;

/// The height of the center of each cell.
pub(super) fn assign(grid: &Grid) -> Vec<f64> {
    let mut heights = vec![0.0; grid.cells.len()];
    for column in &grid.columns {
        stack(grid, column, &mut heights);
    }
    for sweep in 0..SWEEPS {
        let count = grid.columns.len();
        for step in 0..count {
            let column = if sweep % 2 == 0 { step } else { count - 1 - step };
            settle(grid, &grid.columns[column], &mut heights);
        }
    }
    heights
}

/// Piles the cells of a column up around height 0.
fn stack(grid: &Grid, column: &[usize], heights: &mut [f64]) {
    let mut y = 0.0;
    for pair in column.windows(2) {
        heights[pair[0]] = y;
        y += grid.distance(pair[0], pair[1]);
    }
    if let Some(&last) = column.last() {
        heights[last] = y;
    }
    column.iter().for_each(|&at| heights[at] -= y / 2.0);
}

/// Moves the cells of a column to the middle of the cells that they are joined with, as near as their distances allow:
/// the least squares solution, found by pooling cells that push each other (isotonic regression).
fn settle(grid: &Grid, column: &[usize], heights: &mut [f64]) {
    // Each pool has the sum of the weights, the weighted sum of the wished starts, and the number of cells.
    let mut pools: Vec<(f64, f64, usize)> = Vec::new();
    let mut offsets = Vec::with_capacity(column.len());
    let mut offset = 0.0;
    for (place, &at) in column.iter().enumerate() {
        if place > 0 {
            offset += grid.distance(column[place - 1], at);
        }
        offsets.push(offset);
        let (weight, wish) = wish(grid, at, heights);
        pools.push((weight, weight * (wish - offset), 1));
        while let [.., a, b] = pools[..]
            && a.1 / a.0 > b.1 / b.0
        {
            pools.pop();
            *pools.last_mut().expect("there were two") = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
        }
    }
    let starts = pools.iter().flat_map(|&(weight, sum, count)| std::iter::repeat_n(sum / weight, count));
    for ((&at, offset), start) in column.iter().zip(offsets).zip(starts) {
        heights[at] = start + offset;
    }
}

/// Where a cell would lie if it were alone, and how much that matters. Links on their way matter more than their ends.
fn wish(grid: &Grid, at: usize, heights: &[f64]) -> (f64, f64) {
    let is_box = |at: usize| matches!(grid.cells[at].content, Content::Box(_));
    let weight = |other: usize| match (is_box(at), is_box(other)) {
        (true, true) => 1.0,
        (false, false) => 4.0,
        _ => 2.0,
    };
    let joined = grid.before[at].iter().chain(&grid.after[at]);
    let (weights, sum) = joined
        .fold((0.0, 0.0), |(weights, sum), &other| (weights + weight(other), sum + weight(other) * heights[other]));
    if weights > 0.0 { (weights, sum / weights) } else { (0.1, heights[at]) }
}

//! Orders the cells of each column so that links cross seldom.

use std::collections::VecDeque;

use super::grid::{Content, Grid};

/// Sweeps over all columns, forth and back; later ones seldom improve anything.
const SWEEPS: usize = 14;

/// Walks begin at so many boxes; more seldom find a better order.
const STARTS: usize = 16;

/// The grid with its cells in the order with the fewest crossings that was found: walks along the links give first orders,
/// which are then improved.
pub(super) fn ordered(grid: &Grid) -> Grid {
    let boxes = grid.cells.iter().enumerate().filter(|(_, cell)| matches!(cell.content, Content::Box(_)));
    let boxes: Vec<usize> = boxes.map(|(at, _)| at).collect();
    let step = boxes.len().div_ceil(STARTS).max(1);
    let walks = boxes.iter().step_by(step).flat_map(|&start| [walked(grid, start, false), walked(grid, start, true)]);
    let mut best: Option<(usize, Grid)> = None;
    for (found, walk) in walks.map(improved) {
        if best.as_ref().is_none_or(|(fewest, _)| found < *fewest) {
            best = Some((found, walk));
        }
        if found == 0 {
            break;
        }
    }
    best.map_or_else(|| grid.clone(), |(_, ordered)| ordered)
}

/// The order in which a walk along the links from a box meets the cells, going deep or wide first.
fn walked(grid: &Grid, start: usize, is_deep: bool) -> Grid {
    let mut walked = grid.clone();
    let mut met = vec![false; grid.cells.len()];
    walked.columns.iter_mut().for_each(Vec::clear);
    let mut waiting = VecDeque::from([start]);
    while let Some(at) = if is_deep { waiting.pop_back() } else { waiting.pop_front() } {
        if std::mem::replace(&mut met[at], true) {
            continue;
        }
        walked.columns[grid.cells[at].column].push(at);
        waiting.extend(grid.before[at].iter().rev());
        waiting.extend(grid.after[at].iter().rev());
    }
    walked
}

/// Sorts every column by the middle of its neighbors, forth and back, and swaps neighbors; keeps the best order and counts
/// its crossings.
fn improved(mut grid: Grid) -> (usize, Grid) {
    let mut best = (crossings(&grid), grid.columns.clone());
    for sweep in 0..SWEEPS {
        let is_forth = sweep % 2 == 0;
        let count = grid.columns.len();
        for step in 0..count {
            let column = if is_forth { step } else { count - 1 - step };
            sort_by_neighbors(&mut grid, column, is_forth);
        }
        while swap_neighbors(&mut grid) {}
        let found = crossings(&grid);
        if found < best.0 {
            best = (found, grid.columns.clone());
        }
        if best.0 == 0 {
            break;
        }
    }
    grid.columns = best.1;
    (best.0, grid)
}

/// The place of each cell in its column.
fn places(grid: &Grid) -> Vec<usize> {
    let mut places = vec![0; grid.cells.len()];
    for column in &grid.columns {
        for (place, &at) in column.iter().enumerate() {
            places[at] = place;
        }
    }
    places
}

#[expect(clippy::cast_precision_loss, reason = "columns have some hundred cells")]
fn sort_by_neighbors(grid: &mut Grid, column: usize, is_forth: bool) {
    let places = places(grid);
    let key = |at: usize| {
        let joined = if is_forth { &grid.before[at] } else { &grid.after[at] };
        let joined = if joined.is_empty() { if is_forth { &grid.after[at] } else { &grid.before[at] } } else { joined };
        let sum: usize = joined.iter().map(|&other| places[other]).sum();
        if joined.is_empty() { places[at] as f64 } else { sum as f64 / joined.len() as f64 }
    };
    let mut keyed: Vec<(f64, usize)> = grid.columns[column].iter().map(|&at| (key(at), at)).collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    grid.columns[column] = keyed.into_iter().map(|(_, at)| at).collect();
}

/// Swaps cells that lie next to each other where that saves crossings; says whether it did.
fn swap_neighbors(grid: &mut Grid) -> bool {
    let mut places = places(grid);
    let mut has_swapped = false;
    for column in 0..grid.columns.len() {
        for place in 1..grid.columns[column].len() {
            let (a, b) = (grid.columns[column][place - 1], grid.columns[column][place]);
            let now = pair_crossings(grid, &places, a, b);
            if now > pair_crossings(grid, &places, b, a) {
                grid.columns[column].swap(place - 1, place);
                places.swap(a, b);
                has_swapped = true;
            }
        }
    }
    has_swapped
}

/// Crossings of the links of two cells of one column if `above` is above `below`.
fn pair_crossings(grid: &Grid, places: &[usize], above: usize, below: usize) -> usize {
    let between = |joined: &[Vec<usize>]| -> usize {
        let crossed = |&a: &usize| joined[below].iter().filter(|&&b| places[b] < places[a]).count();
        joined[above].iter().map(crossed).sum()
    };
    between(&grid.before) + between(&grid.after)
}

fn crossings(grid: &Grid) -> usize {
    let places = places(grid);
    let mut count = 0;
    for column in &grid.columns {
        for (place, &above) in column.iter().enumerate() {
            for &below in &column[place + 1..] {
                let crossed = |&a: &usize| grid.after[below].iter().filter(|&&b| places[b] < places[a]).count();
                count += grid.after[above].iter().map(crossed).sum::<usize>();
            }
        }
    }
    count
}

//! The cells of all columns: boxes, labels, and bends of links that pass.

use super::super::diagram::Diagram;

/// The least distance between boxes of one column.
pub(super) const BOX_GAP: f64 = 16.0;
/// The least distance between labels or links of one column.
pub(super) const LABEL_GAP: f64 = 7.0;
/// The distance between columns, where links bend.
const BEND_WIDTH: f64 = 26.0;

/// What a cell contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Box(usize),
    /// A link with its label.
    Label(usize),
    /// A link on its way.
    Bend(usize),
}

/// One place in a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) content: Content,
    pub(super) height: f64,
    /// The column, which is its place in [`Grid::columns`].
    pub(super) column: usize,
}

/// All cells, and their order in each column.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) cells: Vec<Cell>,
    /// Cells of each column from top to bottom.
    pub(super) columns: Vec<Vec<usize>>,
    /// The left and right side of each column.
    pub(super) sides: Vec<(f64, f64)>,
    /// For each cell the cells that a link joins it with in the columns before and after.
    pub(super) before: Vec<Vec<usize>>,
    pub(super) after: Vec<Vec<usize>>,
    /// For each link its cells from left to right, boxes included.
    pub(super) chains: Vec<Vec<usize>>,
}

impl Grid {
    /// The cells of a diagram whose boxes are in these columns. Column `n` of boxes is column `2n` of the grid.
    pub(super) fn new(diagram: &Diagram, box_columns: &[usize]) -> Self {
        let count = 2 * box_columns.iter().max().map_or(0, |last| last + 1) - 1;
        let mut cells: Vec<Cell> = (diagram.boxes.iter().zip(box_columns).enumerate())
            .map(|(at, (size, column))| Cell { content: Content::Box(at), height: size.height, column: 2 * column })
            .collect();
        let mut widths = vec![0.0_f64; count];
        for (size, column) in diagram.boxes.iter().zip(box_columns) {
            widths[2 * column] = widths[2 * column].max(size.width);
        }
        let mut chains = Vec::with_capacity(diagram.links.len());
        for (at, link) in diagram.links.iter().enumerate() {
            let [mut left, mut right] = link.ends;
            if box_columns[left] > box_columns[right] {
                (left, right) = (right, left);
            }
            let label_column = label_column(&widths, 2 * box_columns[left], 2 * box_columns[right], link.label.width);
            if !link.label.is_empty() {
                widths[label_column] = widths[label_column].max(link.label.width);
            }
            let mut chain = vec![left];
            for column in 2 * box_columns[left] + 1..2 * box_columns[right] {
                let is_label = column == label_column && !link.label.is_empty();
                let content = if is_label { Content::Label(at) } else { Content::Bend(at) };
                let height = if is_label { link.label.height } else { 0.0 };
                chain.push(cells.len());
                cells.push(Cell { content, height, column });
            }
            chain.push(right);
            chains.push(chain);
        }
        Self::joined(cells, &widths, chains)
    }

    fn joined(cells: Vec<Cell>, widths: &[f64], chains: Vec<Vec<usize>>) -> Self {
        let mut columns = vec![Vec::new(); widths.len()];
        for (at, cell) in cells.iter().enumerate() {
            columns[cell.column].push(at);
        }
        let (mut before, mut after) = (vec![Vec::new(); cells.len()], vec![Vec::new(); cells.len()]);
        for pair in chains.iter().flat_map(|chain| chain.windows(2)) {
            after[pair[0]].push(pair[1]);
            before[pair[1]].push(pair[0]);
        }
        let mut x = 0.0;
        let sides = widths.iter().map(|width| {
            let side = (x, x + width);
            x += width + BEND_WIDTH;
            side
        });
        Self { cells, columns, sides: sides.collect(), before, after, chains }
    }

    /// The least distance between the centers of two cells, the first above the second.
    pub(super) fn distance(&self, above: usize, below: usize) -> f64 {
        let (a, b) = (self.cells[above], self.cells[below]);
        let is_box = |cell: Cell| matches!(cell.content, Content::Box(_));
        let gap = if is_box(a) && is_box(b) { BOX_GAP } else { LABEL_GAP };
        f64::midpoint(a.height, b.height) + gap
    }
}

/// The column for the label of a link between columns of boxes: the one that it widens least, the middle one of equals.
fn label_column(widths: &[f64], left: usize, right: usize, width: f64) -> usize {
    let middle = usize::midpoint(left, right);
    let growth = |column: usize| (width - widths[column]).max(0.0);
    let candidates = (left + 1..right).step_by(2);
    let best =
        candidates.min_by(|&a, &b| growth(a).total_cmp(&growth(b)).then(a.abs_diff(middle).cmp(&b.abs_diff(middle))));
    best.unwrap_or(left)
}

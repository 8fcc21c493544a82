//! Products of matrices, with the widest instructions that the processor has.
//!
//! Every number is summed up in the same order whatever the instructions, and each step multiplies and adds with one
//! rounding (as IEEE 754 defines it, so also where no instruction does it), so all processors find the same trees.

/// Rows and columns that are computed together: as many sums as fit the registers of a processor with 256-bit vectors.
const ROWS: usize = 4;
pub(crate) const COLUMNS: usize = 16;

/// Adds the product of `x`, whose rows have `depth` numbers, and `weights` to `out`, whose rows have `columns`.
///
/// # Panics
/// If the lengths do not fit, or `columns` is no multiple of 16.
/// # Complexity
/// O(rows · depth · columns).
pub(crate) fn add_products(x: &[f32], depth: usize, weights: &[f32], columns: usize, out: &mut [f32]) {
    assert!(columns.is_multiple_of(COLUMNS) && weights.len() == depth * columns, "the shapes of the matrices fit");
    assert_eq!(x.len() / depth, out.len() / columns, "one row of the result for each row");
    pulp::Arch::new().dispatch(Products { x, depth, weights, columns, out });
}

/// Adds all `rows` to `sum`, which is as long as each of them.
pub(crate) fn add_rows(sum: &mut [f32], rows: &[&[f32]]) {
    pulp::Arch::new().dispatch(Rows { sum, rows });
}

/// The operands of [`add_products`].
struct Products<'a> {
    x: &'a [f32],
    depth: usize,
    weights: &'a [f32],
    columns: usize,
    out: &'a mut [f32],
}

impl pulp::NullaryFnOnce for Products<'_> {
    type Output = ();

    // Only what is inlined here is compiled for wide instructions.
    #[inline(always)]
    fn call(self) {
        let Self { x, depth, weights, columns, out } = self;
        let rows = x.len() / depth;
        for first in (0..columns).step_by(COLUMNS) {
            let mut row = 0;
            while row + ROWS <= rows {
                add_block::<ROWS>(&x[row * depth..], depth, weights, columns, first, &mut out[row * columns..]);
                row += ROWS;
            }
            while row < rows {
                add_block::<1>(&x[row * depth..], depth, weights, columns, first, &mut out[row * columns..]);
                row += 1;
            }
        }
    }
}

/// The operands of [`add_rows`].
struct Rows<'a> {
    sum: &'a mut [f32],
    rows: &'a [&'a [f32]],
}

impl pulp::NullaryFnOnce for Rows<'_> {
    type Output = ();

    #[expect(clippy::needless_range_loop, reason = "indices keep the loops simple enough to become wide instructions")]
    #[inline(always)]
    fn call(self) {
        let length = self.sum.len();
        for row in self.rows {
            let row = &row[..length];
            for at in 0..length {
                self.sum[at] += row[at];
            }
        }
    }
}

/// Computes the columns from `first` on of a few rows.
#[inline(always)]
fn add_block<const N: usize>(x: &[f32], depth: usize, weights: &[f32], columns: usize, first: usize, out: &mut [f32]) {
    let mut sums = [[0.0_f32; COLUMNS]; N];
    for at in 0..depth {
        let row = &weights[at * columns + first..][..COLUMNS];
        for n in 0..N {
            let factor = x[n * depth + at];
            for column in 0..COLUMNS {
                sums[n][column] = factor.mul_add(row[column], sums[n][column]);
            }
        }
    }
    for n in 0..N {
        let out = &mut out[n * columns + first..][..COLUMNS];
        for column in 0..COLUMNS {
            out[column] += sums[n][column];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_the_sum_over_the_depth() {
        let (depth, columns) = (3, 16);
        let weights: Vec<f32> = (0..depth * columns).map(|n| n as f32).collect();
        let x: Vec<f32> = (0..5 * depth).map(|n| (n % 4) as f32).collect();
        let mut out = vec![1.0; 5 * columns];
        add_products(&x, depth, &weights, columns, &mut out);
        for row in 0..5 {
            for column in 0..columns {
                let sum: f32 = (0..depth).map(|at| x[row * depth + at] * weights[at * columns + column]).sum();
                assert_eq!(out[row * columns + column], sum + 1.0);
            }
        }
    }
}

//! Principal axes: the directions in which vectors differ most.

/// Sweeps over all pairs of rows; ten leave nothing of 100 rows but rounding errors.
const SWEEPS: usize = 12;

/// The mean of `vectors`, each of `width` numbers, and the axes through it, the one of the largest variance first.
///
/// The eigenvectors of the covariance matrix, by Jacobi rotations (Golub and Van Loan 2013, "Matrix computations",
/// section 8.5), which need additions, multiplications and square roots only and thus give the same bytes everywhere.
///
/// # Complexity
/// O(n·w²) for n vectors of w numbers, plus O(w³).
pub(super) fn principal_axes(vectors: &[f32], width: usize) -> (Vec<f64>, Vec<Vec<f64>>) {
    let count = (vectors.len() / width).max(1) as f64;
    let mut mean = vec![0.0; width];
    for vector in vectors.chunks_exact(width) {
        mean.iter_mut().zip(vector).for_each(|(mean, &number)| *mean += f64::from(number) / count);
    }
    let mut covariance = vec![vec![0.0; width]; width];
    let mut centered = vec![0.0; width];
    for vector in vectors.chunks_exact(width) {
        for ((centered, &number), mean) in centered.iter_mut().zip(vector).zip(&mean) {
            *centered = f64::from(number) - mean;
        }
        for (row, a) in covariance.iter_mut().zip(&centered) {
            row.iter_mut().zip(&centered).for_each(|(cell, b)| *cell += a * b / count);
        }
    }
    let axes = eigenvectors(&mut covariance);
    let mut order: Vec<usize> = (0..width).collect();
    order.sort_by(|&a, &b| covariance[b][b].total_cmp(&covariance[a][a]));
    (mean, order.into_iter().map(|at| axes[at].clone()).collect())
}

/// The eigenvectors of a symmetric matrix, whose diagonal becomes the eigenvalues.
fn eigenvectors(matrix: &mut [Vec<f64>]) -> Vec<Vec<f64>> {
    let width = matrix.len();
    let unit = |at: usize| (0..width).map(|column| f64::from(u8::from(column == at))).collect();
    let mut axes: Vec<Vec<f64>> = (0..width).map(unit).collect();
    for _ in 0..SWEEPS {
        for p in 0..width {
            for q in p + 1..width {
                rotate(matrix, &mut axes, p, q);
            }
        }
    }
    axes
}

/// Rotates the plane of two rows so that the cell where they cross becomes zero.
fn rotate(matrix: &mut [Vec<f64>], axes: &mut [Vec<f64>], p: usize, q: usize) {
    let cross = matrix[p][q];
    if cross.abs() < 1e-30 {
        return;
    }
    let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * cross);
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for row in matrix.iter_mut() {
        (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
    }
    for rows in [matrix, axes] {
        let (above, below) = rows.split_at_mut(q);
        for (a, b) in above[p].iter_mut().zip(&mut below[0]) {
            (*a, *b) = (cosine * *a - sine * *b, sine * *a + cosine * *b);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_axis_is_the_one_along_which_vectors_differ() {
        let vectors: Vec<f32> = (0..50).flat_map(|n| [n as f32 + 3.0, n as f32 - 1.0, (n % 2) as f32]).collect();
        let (mean, axes) = principal_axes(&vectors, 3);
        assert!((mean[0] - 27.5).abs() < 1e-9);
        assert!((axes[0][0].abs() - 0.5_f64.sqrt()).abs() < 1e-3 && axes[0][2].abs() < 0.05, "{axes:?}");
        assert!((axes[1][2].abs() - 1.0).abs() < 1e-3, "{axes:?}");
    }
}

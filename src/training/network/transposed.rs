//! The matrices through which derivatives are passed back, with rows and columns exchanged.

use crate::analysis::network::{MIXES, Network, Part, Tensor, WIDTH};

/// The transposed matrices of a network; they are made anew after each change of the weights.
#[derive(Debug)]
pub(crate) struct Transposed {
    pub(crate) input: Vec<f32>,
    /// For each convolution, for each of its three words.
    pub(crate) mixes: [[Vec<f32>; 3]; MIXES.len()],
    pub(crate) state: Vec<f32>,
    pub(crate) label: Vec<f32>,
    pub(crate) class: Vec<f32>,
}

impl Transposed {
    pub(crate) fn new(network: &Network) -> Self {
        let whole = |part: Part| {
            let tensor: &Tensor = &network[part];
            transpose(&tensor.data, tensor.columns)
        };
        let mixes = MIXES.map(|(part, ..)| {
            [0, 1, 2].map(|offset| transpose(&network[part].data[offset * WIDTH * WIDTH..][..WIDTH * WIDTH], WIDTH))
        });
        Self {
            input: whole(Part::Input),
            mixes,
            state: whole(Part::State),
            label: whole(Part::Label),
            class: whole(Part::Class),
        }
    }
}

/// Exchanges the rows, of `columns` numbers each, and the columns of a matrix.
pub(crate) fn transpose(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = matrix.len() / columns;
    let mut transposed = vec![0.0; matrix.len()];
    for (row, numbers) in matrix.chunks_exact(columns).enumerate() {
        for (column, &number) in numbers.iter().enumerate() {
            transposed[column * rows + row] = number;
        }
    }
    transposed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_columns() {
        assert_eq!(transpose(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], 3), [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
    }
}

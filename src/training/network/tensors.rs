//! Operations on the network's tensors that only training needs.

use crate::analysis::network::Network;
use crate::training::model_writer::ModelWriter;

/// Writes every tensor as bytes times a scale of its own.
pub(crate) fn write_network(network: &Network, out: &mut ModelWriter) {
    for tensor in &network.0 {
        let largest = tensor.data.iter().fold(0.0_f32, |max, weight| max.max(weight.abs()));
        let scale = (largest / 127.0).max(1e-9);
        out.number(u64::from(scale.to_bits()));
        tensor.data.iter().for_each(|weight| out.byte((weight / scale).round() as i8));
    }
}

/// The scalar product, in eight independent sums, which the compiler may keep in one register.
#[inline(always)]
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (a_chunks, b_chunks) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a_chunks.remainder().iter().zip(b_chunks.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in a_chunks.zip(b_chunks) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f32>() + rest
}

/// The exponential function to about six digits, by additions and multiplications only: the standard library's may
/// differ in the last bit from machine to machine, and models must not.
pub(crate) fn exp(x: f32) -> f32 {
    let scaled = (x * std::f32::consts::LOG2_E).clamp(-126.0, 126.0);
    let whole = scaled.floor();
    let rest = (scaled - whole) * std::f32::consts::LN_2;
    // Taylor series, rest is between 0 and ln 2.
    let series = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let mantissa = series.into_iter().fold(0.0, |sum, factor: f32| sum * rest + factor);
    mantissa * f32::from_bits(((whole as i32 + 127) as u32) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_near_that_of_the_library() {
        for x in [-30.0_f32, -2.5, -0.1, 0.0, 0.7, 3.0, 20.0] {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-4, "{x}");
        }
        assert!(exp(-1000.0) >= 0.0 && exp(1000.0).is_finite());
    }

    #[test]
    fn the_scalar_product_counts_what_is_beyond_whole_lanes() {
        assert_eq!(dot(&[1.0; 11], &[2.0; 11]), 22.0);
    }
}

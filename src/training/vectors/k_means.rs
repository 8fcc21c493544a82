//! Clusters of vectors.

use crate::stable_random::Random;
use crate::training::network::dot;

/// Rounds of assigning vectors to centers and moving the centers.
const ROUNDS: usize = 15;

/// The cluster of each vector, from 0, and the centers of the clusters. Vectors have `width` numbers and length one.
///
/// Spherical k-means (Dhillon and Modha 2001, "Concept decompositions for large sparse text data using clustering"). The
/// first centers are vectors drawn at random; an empty cluster keeps its center.
///
/// # Complexity
/// O(n·k·w) for n vectors, k clusters and w numbers.
pub(super) fn k_means(vectors: &[f32], width: usize, clusters: usize, random: &mut Random) -> (Vec<usize>, Vec<f32>) {
    let count = vectors.len() / width;
    let mut order: Vec<usize> = (0..count).collect();
    random.shuffle(&mut order);
    let mut centers: Vec<f32> =
        order.iter().take(clusters).flat_map(|&at| vectors[at * width..][..width].iter().copied()).collect();
    let mut nearest = vec![0; count];
    for _ in 0..ROUNDS {
        for (vector, nearest) in vectors.chunks_exact(width).zip(&mut nearest) {
            *nearest = nearest_center(vector, &centers);
        }
        let mut sums = vec![0.0_f32; centers.len()];
        for (vector, &cluster) in vectors.chunks_exact(width).zip(&nearest) {
            sums[cluster * width..][..width].iter_mut().zip(vector).for_each(|(sum, number)| *sum += number);
        }
        for (center, sum) in centers.chunks_exact_mut(width).zip(sums.chunks_exact(width)) {
            if normalized(sum, center).is_none() {
                continue;
            }
        }
    }
    (nearest, centers)
}

/// The center with the largest scalar product, the first of equal ones.
fn nearest_center(vector: &[f32], centers: &[f32]) -> usize {
    let products = centers.chunks_exact(vector.len()).map(|center| dot(vector, center));
    products
        .enumerate()
        .fold((0, f32::MIN), |best, (at, product)| if product > best.1 { (at, product) } else { best })
        .0
}

/// Writes `vector`, brought to length one, into `out`; nothing if it is zero.
pub(super) fn normalized(vector: &[f32], out: &mut [f32]) -> Option<()> {
    let length = Some(dot(vector, vector).sqrt()).filter(|&length| length > 0.0)?;
    out.iter_mut().zip(vector).for_each(|(out, number)| *out = number / length);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_one_direction_form_a_cluster() {
        let vectors = [1.0, 0.0, 0.0, 1.0, 0.98, 0.199, 0.199, 0.98];
        let (clusters, centers) = k_means(&vectors, 2, 2, &mut Random::new(1));
        assert_eq!(centers.len(), 4);
        assert!(clusters[0] == clusters[2] && clusters[1] == clusters[3] && clusters[0] != clusters[1], "{clusters:?}");
    }
}

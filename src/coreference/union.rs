//! Groups pairs into disjoint sets.

use petgraph::unionfind::UnionFind;

/// The sets of `0..count` after joining the pairs, each sorted; the sets are ordered by their first member.
pub(super) fn sets(count: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut union = UnionFind::<usize>::new(count);
    for (a, b) in pairs {
        union.union(a, b);
    }
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let mut set_of = vec![usize::MAX; count];
    for member in 0..count {
        let root = union.find(member);
        if set_of[root] == usize::MAX {
            set_of[root] = sets.len();
            sets.push(Vec::new());
        }
        sets[set_of[root]].push(member);
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_ordered_by_first_member() {
        assert_eq!(sets(5, [(3, 1), (4, 2)]), [vec![0], vec![1, 3], vec![2, 4]]);
    }
}

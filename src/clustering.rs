//! Groups that grow by joining, as long as no two members contradict each other.

/// Disjoint groups of `0..count` that know their members. At first each is alone.
#[derive(Debug)]
pub(crate) struct Groups {
    /// For each member its group.
    group_of: Vec<usize>,
    /// The members of each group; none where it went into another.
    members: Vec<Vec<usize>>,
}

impl Groups {
    pub(crate) fn new(count: usize) -> Self {
        Self { group_of: (0..count).collect(), members: (0..count).map(|at| vec![at]).collect() }
    }

    /// The group of a member.
    pub(crate) fn group_of(&self, member: usize) -> usize {
        self.group_of[member]
    }

    /// The members of each group, in the order in which they came.
    pub(crate) fn all(&self) -> impl Iterator<Item = &[usize]> {
        self.members.iter().filter(|members| !members.is_empty()).map(Vec::as_slice)
    }

    /// Joins the groups of two members unless a member of one contradicts a member of the other. Returns whether the
    /// two are in one group now.
    ///
    /// # Complexity
    /// O(m·n) for groups of m and n members.
    pub(crate) fn join(&mut self, a: usize, b: usize, contradict: impl Fn(usize, usize) -> bool) -> bool {
        let (a, b) = (self.group_of[a], self.group_of[b]);
        if a == b {
            return true;
        }
        let mut pairs = self.members[a].iter().flat_map(|&x| self.members[b].iter().map(move |&y| (x, y)));
        if pairs.any(|(x, y)| contradict(x, y)) {
            return false;
        }
        let (small, large) = if self.members[a].len() < self.members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[small]);
        moved.iter().for_each(|&member| self.group_of[member] = large);
        self.members[large].extend(moved);
        true
    }

    /// The groups, each sorted, ordered by first member.
    pub(crate) fn into_sorted(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = self.members.into_iter().filter(|members| !members.is_empty()).collect();
        groups.iter_mut().for_each(|members| members.sort_unstable());
        groups.sort();
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contradiction_keeps_whole_groups_apart() {
        let mut groups = Groups::new(5);
        let contradict = |a: usize, b: usize| a.min(b) == 0 && a.max(b) == 3;
        assert!(groups.join(0, 1, contradict) && groups.join(3, 2, contradict));
        assert!(!groups.join(1, 2, contradict), "0 and 3 must not meet");
        assert!(groups.join(2, 3, contradict), "they are in one group already");
        assert_ne!(groups.group_of(0), groups.group_of(2));
        assert_eq!(groups.all().count(), 3);
        assert_eq!(groups.into_sorted(), [vec![0, 1], vec![2, 3], vec![4]]);
    }
}

//! Groups names that mean one entity, following rulings and matches.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Answer;
use crate::clustering::Groups;

/// Bits by which a match must beat another that contradicts it; otherwise neither is used.
pub(super) const MIN_LEAD: f32 = 1.5;

/// What connects and separates some names, given by their index.
pub(super) struct Links {
    /// Number of names.
    pub(super) count: usize,
    /// Pairs whose comparison says that they mean one entity, with its bits; each pair once, the smaller index first.
    pub(super) same: Vec<(usize, usize, f32)>,
    /// Answers of people, in the order of the journal, latest last.
    pub(super) rulings: Vec<(Answer, usize, usize)>,
    /// Which names cannot mean one entity.
    pub(super) conflicts: Conflicts,
}

/// Which names cannot mean one entity, by kind: names of one kind have the same conflicts.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    kind_of: Vec<usize>,
    /// Pairs of kinds, the larger first.
    contradicting: BTreeSet<(usize, usize)>,
}

impl Conflicts {
    /// `kind_of` gives the kind of each name; `contradicting` holds the pairs of kinds that conflict, the larger first.
    pub(super) fn new(kind_of: Vec<usize>, contradicting: BTreeSet<(usize, usize)>) -> Self {
        Self { kind_of, contradicting }
    }

    fn between(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.kind_of[a], self.kind_of[b]);
        self.contradicting.contains(&(a.max(b), a.min(b)))
    }
}

/// The groups of names, each sorted, ordered by first member.
///
/// Rulings come first, the latest before older ones that contradict it. Then matches are used, strongest first, unless
/// a ruling or a conflict between any two members forbids it. A name that matches two conflicting names about equally
/// well joins neither.
///
/// # Complexity
/// O(m log m + c·d²) for m matches among c names with at most d matches each.
pub(super) fn cluster(links: &Links) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(links.count);
    let mut apart: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut ruled: BTreeSet<(usize, usize)> = BTreeSet::new();
    for &(answer, a, b) in links.rulings.iter().rev() {
        if !ruled.insert((a.min(b), a.max(b))) {
            continue; // a later ruling on the same pair holds
        }
        match answer {
            Answer::Same => groups.join(a, b, |x, y| apart.contains(&(x.min(y), x.max(y)))),
            Answer::Different | Answer::Unsure if groups.group_of(a) != groups.group_of(b) => {
                apart.insert((a.min(b), a.max(b)));
                true
            }
            Answer::Different | Answer::Unsure => false,
        };
    }
    let mut matches = unambiguous(links);
    matches.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    for (a, b, _) in matches {
        groups.join(a, b, |x, y| {
            let pair = (x.min(y), x.max(y));
            apart.contains(&pair) || (!ruled.contains(&pair) && links.conflicts.between(x, y))
        });
    }
    groups.into_sorted()
}

/// The matches without those of a name that matches two conflicting names about equally well.
fn unambiguous(links: &Links) -> Vec<(usize, usize, f32)> {
    let mut of: BTreeMap<usize, Vec<(usize, f32)>> = BTreeMap::new();
    for &(a, b, bits) in &links.same {
        of.entry(a).or_default().push((b, bits));
        of.entry(b).or_default().push((a, bits));
    }
    let mut dropped: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (&index, matches) in &of {
        for (at, &(one, bits)) in matches.iter().enumerate() {
            for &(other, other_bits) in &matches[at + 1..] {
                let is_close = (bits - other_bits).abs() < MIN_LEAD;
                if is_close && links.conflicts.between(one, other) {
                    dropped.extend([one, other].map(|end| (index.min(end), index.max(end))));
                }
            }
        }
    }
    links.same.iter().filter(|(a, b, _)| !dropped.contains(&(*a, *b))).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(
        same: &[(usize, usize, f32)],
        rulings: &[(Answer, usize, usize)],
        conflicts: &[(usize, usize)],
    ) -> Vec<Vec<usize>> {
        let conflicts =
            Conflicts::new(vec![0, 1, 2, 3], conflicts.iter().map(|&(a, b)| (a.max(b), a.min(b))).collect());
        cluster(&Links { count: 4, same: same.to_vec(), rulings: rulings.to_vec(), conflicts })
    }

    #[test]
    fn matches_join_names_and_people_overrule_matches() {
        let same = [(0, 1, 5.0), (1, 2, 4.0)];
        assert_eq!(groups(&same, &[], &[]), [vec![0, 1, 2], vec![3]]);
        assert_eq!(groups(&same, &[(Answer::Different, 0, 1)], &[]), [vec![0], vec![1, 2], vec![3]]);
        assert_eq!(groups(&[], &[(Answer::Same, 0, 3)], &[(0, 3)]), [vec![0, 3], vec![1], vec![2]]);
    }

    #[test]
    fn names_kept_apart_are_not_joined_through_a_third() {
        let same = [(0, 1, 5.0), (1, 2, 4.0)];
        assert_eq!(
            groups(&same, &[(Answer::Different, 0, 2)], &[]),
            [vec![0, 1], vec![2], vec![3]],
            "1 matches both, 0 better"
        );
        assert_eq!(groups(&same, &[], &[(0, 2)]), [vec![0], vec![1], vec![2], vec![3]], "1 matches both about equally");
        assert_eq!(groups(&[(0, 1, 8.0), (1, 2, 4.0)], &[], &[(0, 2)]), [vec![0, 1], vec![2], vec![3]]);
    }

    #[test]
    fn a_later_ruling_wins() {
        let rulings = [(Answer::Same, 0, 1), (Answer::Different, 0, 1)];
        assert_eq!(groups(&[], &rulings, &[]), [vec![0], vec![1], vec![2], vec![3]]);
        let rulings = [(Answer::Different, 0, 1), (Answer::Same, 0, 1)];
        assert_eq!(groups(&[], &rulings, &[]), [vec![0, 1], vec![2], vec![3]]);
        let round = [(Answer::Different, 0, 2), (Answer::Same, 0, 1), (Answer::Same, 1, 2)];
        assert_eq!(
            groups(&[], &round, &[]),
            [vec![0, 1, 2], vec![3]],
            "the oldest of three contradicting rulings gives way"
        );
    }
}

//! Which boxes are linked with which.

use super::diagram::Diagram;

/// The boxes that each box is linked with.
pub(super) struct Neighbors(Vec<Vec<usize>>);

impl Neighbors {
    pub(super) fn of(diagram: &Diagram) -> Self {
        let mut joined = vec![Vec::new(); diagram.boxes.len()];
        for link in &diagram.links {
            let [a, b] = link.ends;
            joined[a].push(b);
            joined[b].push(a);
        }
        Self(joined)
    }

    /// The number of boxes.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The boxes linked with a box.
    pub(super) fn at(&self, at: usize) -> &[usize] {
        &self.0[at]
    }

    /// The box with the most links, the first of equals.
    pub(super) fn most_linked(&self) -> usize {
        (0..self.count()).max_by_key(|&at| (self.0[at].len(), std::cmp::Reverse(at))).unwrap_or_default()
    }

    /// The boxes that links lead to from `start`, nearest first, each with the box before it on the way.
    pub(super) fn breadth_first(&self, start: usize) -> Vec<(usize, Option<usize>)> {
        let mut met = vec![false; self.count()];
        met[start] = true;
        let mut found = vec![(start, None)];
        let mut next = 0;
        while let Some(&(from, _)) = found.get(next) {
            next += 1;
            for &to in &self.0[from] {
                if !std::mem::replace(&mut met[to], true) {
                    found.push((to, Some(from)));
                }
            }
        }
        found
    }

    /// The groups of boxes between which there are no links, each sorted, ordered by their first box.
    pub(super) fn components(&self) -> Vec<Vec<usize>> {
        let mut met = vec![false; self.count()];
        let mut components = Vec::new();
        for start in 0..self.count() {
            if met[start] {
                continue;
            }
            let mut component: Vec<usize> = self.breadth_first(start).into_iter().map(|(at, _)| at).collect();
            component.sort_unstable();
            component.iter().for_each(|&at| met[at] = true);
            components.push(component);
        }
        components
    }
}

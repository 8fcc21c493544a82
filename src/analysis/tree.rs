//! Dependency trees.

use super::labels::{Deprel, TokenId};

/// Why heads and labels do not form a tree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TreeError {
    /// The two lists differ in length.
    #[error("expected one label per head, found {heads} heads and {deprels} labels")]
    UnequalLengths {
        /// Number of heads.
        heads: usize,
        /// Number of labels.
        deprels: usize,
    },
    /// A head lies outside the sentence.
    #[error("token {token} has the head {head}, but the sentence has only {length} tokens (counted from 0)")]
    HeadOutOfRange {
        /// The dependent, 0-based.
        token: usize,
        /// Its head, 0-based.
        head: usize,
        /// Tokens in the sentence.
        length: usize,
    },
    /// There is no token without a head, or more than one.
    #[error("expected exactly one root, found {found}")]
    Roots {
        /// Number of tokens without a head.
        found: usize,
    },
    /// A token is its own ancestor.
    #[error("token {token} (counted from 0) depends on itself")]
    Cycle {
        /// A token of the cycle, 0-based.
        token: usize,
    },
}

/// The dependency structure of one sentence: exactly one root, no cycle.
///
/// # Example
/// ```
/// use whomet::analysis::{DepTree, Deprel, TokenId};
///
/// // Museveni met Kagame
/// let heads = vec![Some(TokenId(1)), None, Some(TokenId(1))];
/// let tree = DepTree::new(heads, vec![Deprel::Nsubj, Deprel::Root, Deprel::Obj])?;
/// assert_eq!(tree.root(), Some(TokenId(1)));
/// assert_eq!(tree.children(TokenId(1)), [TokenId(0), TokenId(2)]);
/// # Ok::<(), whomet::analysis::TreeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DepTree {
    heads: Vec<Option<TokenId>>,
    deprels: Vec<Deprel>,
    /// `children[child_start[i]..child_start[i + 1]]` are the dependents of token `i`, in text order.
    child_start: Vec<u32>,
    children: Vec<TokenId>,
}

impl DepTree {
    /// Checks `heads` and `deprels`, one entry per token in text order; the root has no head.
    ///
    /// # Errors
    /// [`TreeError`] unless there is exactly one root (none in an empty sentence) and no cycle.
    /// # Complexity
    /// O(n) for n tokens.
    pub fn new(heads: Vec<Option<TokenId>>, deprels: Vec<Deprel>) -> Result<Self, TreeError> {
        let length = heads.len();
        if deprels.len() != length {
            return Err(TreeError::UnequalLengths { heads: length, deprels: deprels.len() });
        }
        for (token, head) in heads.iter().enumerate() {
            if let Some(head) = head.filter(|head| head.index() >= length) {
                return Err(TreeError::HeadOutOfRange { token, head: head.index(), length });
            }
        }
        let found = heads.iter().filter(|head| head.is_none()).count();
        if found != usize::from(length > 0) {
            return Err(TreeError::Roots { found });
        }
        if let Some(token) = find_cycle(&heads) {
            return Err(TreeError::Cycle { token });
        }
        let (child_start, children) = list_children(&heads);
        Ok(Self { heads, deprels, child_start, children })
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.heads.len()
    }

    /// Whether the sentence has no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The head of every token, in text order.
    #[must_use]
    pub fn heads(&self) -> &[Option<TokenId>] {
        &self.heads
    }

    /// The label of every token, in text order.
    #[must_use]
    pub fn deprels(&self) -> &[Deprel] {
        &self.deprels
    }

    /// The head of `token`, none for the root.
    ///
    /// # Panics
    /// If `token` is not of this sentence, like all methods that take one.
    #[must_use]
    pub fn head(&self, token: TokenId) -> Option<TokenId> {
        self.heads[token.index()]
    }

    /// The label of the arc from its head to `token`.
    #[must_use]
    pub fn deprel(&self, token: TokenId) -> Deprel {
        self.deprels[token.index()]
    }

    /// The token without a head; none only in an empty sentence.
    #[must_use]
    pub fn root(&self) -> Option<TokenId> {
        self.heads.iter().position(Option::is_none).map(TokenId::new)
    }

    /// The dependents of `token`, in text order.
    #[must_use]
    pub fn children(&self, token: TokenId) -> &[TokenId] {
        let at = token.index();
        &self.children[self.child_start[at] as usize..self.child_start[at + 1] as usize]
    }

    /// The head of `token`, the head's head and so on, up to the root.
    pub fn ancestors(&self, token: TokenId) -> impl Iterator<Item = TokenId> + '_ {
        std::iter::successors(self.head(token), |&above| self.head(above))
    }
}

/// A token that is its own ancestor. Every token is visited once: linear time.
fn find_cycle(heads: &[Option<TokenId>]) -> Option<usize> {
    // 0: not seen, otherwise the walk that came by first, counted from 1.
    let mut seen = vec![0_u32; heads.len()];
    for start in 0..heads.len() {
        let walk = start as u32 + 1;
        let mut at = Some(start);
        while let Some(token) = at.filter(|&token| seen[token] == 0) {
            seen[token] = walk;
            at = heads[token].map(TokenId::index);
        }
        if let Some(token) = at.filter(|&token| seen[token] == walk) {
            return Some(token);
        }
    }
    None
}

fn list_children(heads: &[Option<TokenId>]) -> (Vec<u32>, Vec<TokenId>) {
    let mut starts = vec![0_u32; heads.len() + 1];
    for head in heads.iter().flatten() {
        starts[head.index() + 1] += 1;
    }
    for i in 1..starts.len() {
        starts[i] += starts[i - 1];
    }
    let mut free = starts.clone();
    let mut children = vec![TokenId(0); starts.last().copied().unwrap_or(0) as usize];
    for (token, head) in heads.iter().enumerate() {
        if let Some(head) = head {
            let place = &mut free[head.index()];
            children[*place as usize] = TokenId::new(token);
            *place += 1;
        }
    }
    (starts, children)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(heads: &[i32]) -> Result<DepTree, TreeError> {
        let heads: Vec<_> = heads.iter().map(|&head| u32::try_from(head).ok().map(TokenId)).collect();
        let deprels = vec![Deprel::Dep; heads.len()];
        DepTree::new(heads, deprels)
    }

    #[test]
    fn a_tree_has_one_root_and_no_cycle() {
        assert!(tree(&[1, -1, 1]).is_ok());
        assert!(tree(&[]).is_ok());
        assert_eq!(tree(&[-1, -1]), Err(TreeError::Roots { found: 2 }));
        assert_eq!(tree(&[-1, 2, 1]), Err(TreeError::Cycle { token: 1 }));
        assert_eq!(tree(&[-1, 7]), Err(TreeError::HeadOutOfRange { token: 1, head: 7, length: 2 }));
    }

    #[test]
    fn ancestors_end_at_the_root() {
        let tree = tree(&[1, 3, 1, -1]).unwrap();
        let above: Vec<_> = tree.ancestors(TokenId(2)).collect();
        assert_eq!(above, [TokenId(1), TokenId(3)]);
        assert_eq!(tree.children(TokenId(1)), [TokenId(0), TokenId(2)]);
        assert!(tree.children(TokenId(0)).is_empty());
    }
}

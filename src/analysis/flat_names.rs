//! Joins the parts of each personal name in a tree.

use super::labels::{Deprel, TokenId};
use super::names::{Name, NameKind};
use super::tree::DepTree;

/// Attaches the parts of each personal name to its first part where the parser gave them different heads.
///
/// In Universal Dependencies the parts of a personal name are `flat` on the first. The name finder sees
/// the whole document and knows the ends of a name better than the parser: in "Gen. Ali Mohamed Oli, the
/// commander" the parser may attach "Oli" to another word. Other names have inner structure and are not changed.
pub(crate) fn keep_names_together(tree: DepTree, names: &[Name]) -> DepTree {
    let is_split = |name: &&Name| name.kind == NameKind::Person && outward(tree.heads(), name).len() > 1;
    if !names.iter().any(|name| is_split(&name)) {
        return tree;
    }
    let (mut heads, mut deprels) = (tree.heads().to_vec(), tree.deprels().to_vec());
    for name in names.iter().filter(|name| name.kind == NameKind::Person) {
        let parts = outward(&heads, name);
        let Some((&first, rest)) = parts.split_first() else { continue };
        for &part in rest {
            if has_ancestor(&heads, first, part) {
                (heads[first], deprels[first]) = (heads[part], deprels[part]);
            }
            (heads[part], deprels[part]) = (Some(TokenId::new(first)), Deprel::Flat);
        }
    }
    // A tree stays a tree: each step moves a subtree below a token outside it.
    DepTree::new(heads, deprels).unwrap_or(tree)
}

/// The tokens of the name whose head lies outside it.
fn outward(heads: &[Option<TokenId>], name: &Name) -> Vec<usize> {
    let inside = name.tokens.range();
    inside.clone().filter(|&at| heads[at].is_none_or(|head| !inside.contains(&head.index()))).collect()
}

fn has_ancestor(heads: &[Option<TokenId>], at: usize, ancestor: usize) -> bool {
    std::iter::successors(heads[at], |head| heads[head.index()]).any(|head| head.index() == ancestor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn the_parts_of_a_person_depend_on_the_first() {
        // "met Tika Ram Oli": Tika <- Oli <- met, Ram <- met.
        let heads = vec![None, Some(TokenId(3)), Some(TokenId(0)), Some(TokenId(0))];
        let deprels = vec![Deprel::Root, Deprel::Compound, Deprel::Obj, Deprel::Obl];
        let tree = DepTree::new(heads, deprels).unwrap();
        let name = Name { tokens: Span::new(1, 4), kind: NameKind::Person, confidence: 1.0 };
        let kept = keep_names_together(tree.clone(), &[name]);
        assert_eq!(kept.heads(), [None, Some(TokenId(3)), Some(TokenId(0)), Some(TokenId(2))]);
        assert_eq!(kept.deprels()[3], Deprel::Flat);
        assert_eq!(keep_names_together(tree.clone(), &[]), tree);
    }
}

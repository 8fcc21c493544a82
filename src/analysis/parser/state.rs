//! The state of a parse: arcs so far, tokens waiting for a head, tokens to come.
//!
//! The arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011, "Dynamic programming algorithms for
//! transition-based dependency parsers", ACL) with an artificial root after the last token. A token gets its
//! head when it leaves the stack, after all its dependents; a sentence of n tokens takes exactly 2n transitions.

use crate::analysis::labels::Deprel;

/// A step of the parse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Transition {
    /// The next token goes onto the stack.
    Shift,
    /// The next token becomes the head of the topmost one, which leaves the stack.
    Left,
    /// The second token of the stack becomes the head of the topmost one, which leaves the stack.
    Right,
}

impl Transition {
    pub(crate) const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// A set of labels, one bit each.
pub(crate) type LabelSet = u64;

/// What is known so far about a token and its dependents. Tokens are given by index; "none" has its own node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) head: u32,
    /// Code of the label plus one; 0 without a head.
    pub(crate) label: u8,
    pub(crate) left_count: u8,
    pub(crate) right_count: u8,
    /// The outermost left dependent, then the one before it.
    pub(crate) left: [u32; 2],
    /// The outermost right dependent, then the one before it.
    pub(crate) right: [u32; 2],
    pub(crate) left_labels: LabelSet,
    pub(crate) right_labels: LabelSet,
}

/// A parse in progress over `length` tokens. Index `length` is the artificial root, `length + 1` nothing.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) nodes: Vec<Node>,
    pub(crate) stack: Vec<u32>,
    /// The first token that is not on the stack yet; `length` when only the root is left.
    pub(crate) next: usize,
    pub(crate) length: usize,
    /// What comes next after each place, see `look_ahead`; filled by the caller.
    pub(crate) ahead: Vec<[u32; 2]>,
}

impl State {
    /// Starts over with `length` tokens.
    pub(crate) fn start(&mut self, length: usize) {
        let none = length as u32 + 1;
        let node = Node {
            head: none,
            label: 0,
            left_count: 0,
            right_count: 0,
            left: [none; 2],
            right: [none; 2],
            left_labels: 0,
            right_labels: 0,
        };
        self.nodes.clear();
        self.nodes.resize(length + 2, node);
        self.stack.clear();
        (self.next, self.length) = (0, length);
    }

    /// The node that stands for nothing.
    pub(crate) fn none(&self) -> usize {
        self.length + 1
    }

    pub(crate) fn is_finished(&self) -> bool {
        self.next == self.length && self.stack.is_empty()
    }

    /// Token `depth` of the stack, 0 on top.
    #[inline]
    pub(crate) fn stacked(&self, depth: usize) -> usize {
        match self.stack.len().checked_sub(depth + 1) {
            Some(at) => self.stack[at] as usize,
            None => self.none(),
        }
    }

    /// Token `offset` of those to come, 0 the next one; after the last one comes the root, then nothing.
    #[inline]
    pub(crate) fn upcoming(&self, offset: usize) -> usize {
        (self.next + offset).min(self.none())
    }

    /// Whether each transition is allowed. The last token of the stack, and it alone, may depend on the root.
    pub(crate) fn allowed(&self) -> [bool; 3] {
        let has_more = self.next < self.length;
        [has_more, !self.stack.is_empty() && (has_more || self.stack.len() == 1), self.stack.len() >= 2]
    }

    /// Head and dependent of the arc that `transition` would draw.
    pub(crate) fn arc(&self, transition: Transition) -> Option<(usize, usize)> {
        match transition {
            Transition::Shift => None,
            Transition::Left => Some((self.next, self.stacked(0))),
            Transition::Right => Some((self.stacked(1), self.stacked(0))),
        }
    }

    /// Puts the next token onto the stack.
    pub(crate) fn shift(&mut self) {
        self.stack.push(self.next as u32);
        self.next += 1;
    }

    /// Takes `dependent` off the stack and gives it its head and label.
    pub(crate) fn attach(&mut self, head: usize, dependent: usize, label: Deprel) {
        self.stack.pop();
        self.nodes[dependent].head = head as u32;
        self.nodes[dependent].label = label as u8 + 1;
        let node = &mut self.nodes[head];
        if dependent < head {
            node.left = [dependent as u32, node.left[0]];
            node.left_count = node.left_count.saturating_add(1);
            node.left_labels |= 1 << (label as u8);
        } else {
            node.right = [dependent as u32, node.right[0]];
            node.right_count = node.right_count.saturating_add(1);
            node.right_labels |= 1 << (label as u8);
        }
    }
}

// A set of labels is a u64.
const _: () = assert!(Deprel::ALL.len() <= 64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_takes_two_transitions_per_token() {
        // Museveni met Kagame
        let mut state = State::default();
        state.start(3);
        state.shift();
        assert_eq!(state.allowed(), [true, true, false]);
        state.attach(1, 0, Deprel::Nsubj);
        state.shift();
        state.shift();
        assert_eq!(state.allowed(), [false, false, true]);
        assert_eq!(state.arc(Transition::Right), Some((1, 2)));
        state.attach(1, 2, Deprel::Obj);
        assert_eq!(state.arc(Transition::Left), Some((3, 1)));
        state.attach(3, 1, Deprel::Root);
        assert!(state.is_finished());
        assert_eq!((state.nodes[1].left[0], state.nodes[1].right[0]), (0, 2));
    }
}

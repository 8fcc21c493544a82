//! The cost of each transition, given the correct heads.

use crate::analysis::parser::state::State;

/// How many correct arcs can no longer be found after each transition, in the order of `Transition::ALL`.
///
/// The dynamic oracle of arc-hybrid (Goldberg and Nivre 2013, "Training deterministic parsers with
/// non-deterministic oracles", TACL 1, section 4.3). `heads` has one entry per token, the root being the index
/// after the last one. Costs of transitions that are not allowed mean nothing.
///
/// # Complexity
/// O(n) for n tokens; only training asks.
pub(crate) fn costs(state: &State, heads: &[u32]) -> [u32; 3] {
    let top = state.stacked(0);
    let below = state.stacked(1);
    let next = state.next;
    let is_token = |index: usize| index < state.length;
    let mut costs = [0; 3];
    if is_token(next) {
        let on_stack = |index: u32| state.stack.contains(&index);
        costs[0] += state.stack.iter().filter(|&&token| heads[token as usize] as usize == next).count() as u32;
        costs[0] += u32::from(on_stack(heads[next]) && heads[next] as usize != top);
    }
    if is_token(top) {
        let head = heads[top] as usize;
        let lost_dependents = (next..state.length).filter(|&token| heads[token] as usize == top).count() as u32;
        costs[1] = lost_dependents + u32::from(head == below || head > next);
        costs[2] = lost_dependents + u32::from(head >= next);
    }
    costs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::labels::Deprel;

    #[test]
    fn the_correct_transition_costs_nothing() {
        // the army left: army <- left, the <- army; the root is 3.
        let heads = [1, 2, 3];
        let mut state = State::default();
        state.start(3);
        state.shift();
        // Shifting "army" would leave "the" without its head.
        assert_eq!(costs(&state, &heads)[..2], [1, 0]);
        state.attach(1, 0, Deprel::Det);
        state.shift();
        assert_eq!(costs(&state, &heads)[..2], [1, 0]);
    }

    #[test]
    fn reducing_too_early_loses_the_dependents_to_come() {
        // met Kagame yesterday: both depend on met.
        let heads = [3, 0, 0];
        let mut state = State::default();
        state.start(3);
        state.shift();
        assert_eq!(costs(&state, &heads)[..2], [0, 3]);
    }
}

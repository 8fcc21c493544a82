//! Finds the members of a coordination: "A, the minister, and officers of B".
//!
//! Parsers extend coordinations into the next clause and attach names to the wrong word, so the words next to a name
//! decide where a coordination ends.

use super::syntax::Syntax;
use crate::analysis::Deprel;
use crate::language::Class;

/// The maximum number of members; longer coordinations are cut, so that the cost stays bounded.
const MAX_LIST: usize = 40;

impl Syntax<'_> {
    /// `head` and the nominals coordinated with it, in text order.
    pub(super) fn list(&self, head: usize) -> Vec<usize> {
        let mut members = vec![head];
        let mut at = 0;
        while at < members.len() && members.len() < MAX_LIST {
            let joined = self.children_by(members[at], &[Deprel::Conj]).filter(|&conjunct| !self.is_verb(conjunct));
            let listed = joined.chain(self.listed_names(members[at]));
            members.extend(listed.filter(|&member| !self.opens_clause(head, member) && !self.is_excluded(member)));
            members.extend(self.listed_before(members[at]).filter(|before| !members.contains(before)));
            at += 1;
        }
        members.sort_unstable();
        members.dedup();
        members
    }

    /// Whether the last member is really the subject of the next clause: "attacked A and B fled".
    pub(super) fn opens_clause(&self, head: usize, member: usize) -> bool {
        let view = self.view;
        let end = self.names.name_at(member).map_or(member + 1, |name| name.tokens.end());
        let next = if view.xpos_at(end) == "RB" { end + 1 } else { end };
        if !matches!(view.xpos_at(next), "VBD" | "VBZ" | "VBP" | "MD") {
            return false;
        }
        let verb = match view.dependency(next) {
            Some((Deprel::Aux | Deprel::AuxPass | Deprel::Cop, verb)) => verb,
            _ => next,
        };
        let subjects = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj];
        let is_of_list = view.dependency(head).is_some_and(|(label, above)| subjects.contains(&label) && above >= next);
        let is_complement = !self.preposition(head).is_empty() || self.view.is_labelled(verb, Deprel::Acl);
        if head > member || is_of_list || is_complement || (verb == next && self.is_passive(verb)) {
            return false;
        }
        self.child_by(verb, &subjects).is_none_or(|subject| subject > head)
    }

    /// The name before "and" and the name at `token`, if the parser attaches neither to the other: "A and B met". An
    /// object or the complement of a preposition does not count, because it ends its own clause.
    fn listed_before(&self, token: usize) -> Option<usize> {
        let name = self.names.name_at(token)?;
        let conjunction = self.names.phrase_start(name).checked_sub(1)?;
        if !self.view.is(Class::And, conjunction) || conjunction == 0 {
            return None;
        }
        let before = self.names.name_at(conjunction - 1)?;
        let head = self.names.head_of(before.tokens);
        let is_open = match self.view.dependency(head) {
            None => true,
            Some((label, above)) => above > head && !matches!(label, Deprel::Obj | Deprel::Obl),
        };
        let word = self.names.phrase_start(before).checked_sub(1);
        let is_object = word.is_some_and(|word| matches!(self.view.xpos_at(word), "VBD" | "VBZ" | "VBP"));
        let is_open = is_open && !is_object;
        (is_open && self.preposition(head).is_empty()).then_some(head)
    }

    /// Names coordinated with the one at `token` that the parser attaches to it with another label: "A and B".
    fn listed_names(&self, token: usize) -> Vec<usize> {
        let Some(name) = self.names.name_at(token) else { return Vec::new() };
        let inside = name.tokens.range().flat_map(|part| self.view.children(part));
        let outside = inside.filter(|child| !name.tokens.range().contains(child) && *child > token);
        // The parser may attach a title there instead of the person.
        let bearers =
            outside.map(|child| self.names.titled(child).map_or(child, |bearer| self.names.head_of(bearer.tokens)));
        bearers.filter(|&other| self.names.are_listed(token, other)).collect()
    }

    /// "Oli, not Tui, who came": whether the member is named as someone who was not meant.
    pub(super) fn is_excluded(&self, member: usize) -> bool {
        let start = self.names.name_at(member).map_or(member, |name| self.names.phrase_start(name));
        self.view.is(Class::Not, start.checked_sub(1))
    }
}

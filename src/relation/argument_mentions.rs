//! Finds the mentions that a token of the tree stands for.

use super::prepositions::Prepositions;
use super::syntax::Syntax;
use crate::analysis::Deprel;
use crate::ids::MentionId;
use crate::language::Class;
use crate::mention::{Mention, MentionKind};
use crate::ontology::EntityType;

/// Finds the mentions that tokens of one sentence stand for.
#[derive(Clone, Copy)]
pub(super) struct ArgumentMentions<'a> {
    pub(super) syntax: Syntax<'a>,
}

/// Labels of the words that name the person a noun describes: "his counterpart, Oli", "banker Oli".
const NAMINGS: [Deprel; 4] = [Deprel::Appos, Deprel::Flat, Deprel::Compound, Deprel::NmodDesc];

impl<'a> ArgumentMentions<'a> {
    /// The mentions in the coordination that begins with `head`: "A, the minister, and officers of B".
    pub(super) fn of_list(&self, head: usize, allows_members: bool) -> Vec<MentionId> {
        let mut found: Vec<MentionId> = Vec::new();
        for token in self.syntax.list(head) {
            for mention in self.of_token(token, allows_members) {
                if !found.contains(&mention) {
                    found.push(mention);
                }
            }
        }
        found
    }

    fn of_token(&self, token: usize, allows_members: bool) -> Vec<MentionId> {
        if let Some(name) = self.syntax.names.name_at(token).or_else(|| self.syntax.names.titled(token)) {
            let is_out = self.is_no_actor(name) || self.syntax.is_excluded(token);
            return if is_out { Vec::new() } else { vec![name.id] };
        }
        if let Some(named) = self.named_by(token) {
            return vec![named.id];
        }
        if let Some(same) = self.identified(token) {
            return vec![same.id];
        }
        if self.syntax.is(Class::Part, token) {
            let whole = self.syntax.with_preposition(token, Prepositions::Class(Class::Of));
            let found: Vec<MentionId> =
                whole.into_iter().flat_map(|whole| self.of_list(whole, allows_members)).collect();
            // "The opening of the bridge" is a gathering of its own, "the summit's opening" is not.
            let is_owned = self.syntax.child_by(token, &[Deprel::NmodPoss]).is_some();
            let is_thing = found.is_empty() && !is_owned && self.syntax.names.at(token).is_some();
            if !is_thing {
                return found;
            }
        }
        let examples = self.examples(token);
        if !examples.is_empty() {
            return examples;
        }
        if let Some(leader) = self.leader(token) {
            return leader;
        }
        if let Some(mention) = self.syntax.names.at(token) {
            return vec![mention.id];
        }
        if allows_members { self.body_of_members(token) } else { Vec::new() }
    }

    /// Whether the name cannot take part: a bare title read as a person, the country in a currency ("US $5"), or some
    /// people of a country ("two prominent Peruvians").
    fn is_no_actor(&self, name: &Mention) -> bool {
        let classes = self.syntax.classes;
        let is_title = [Class::Role, Class::Member, Class::Attendee].iter().any(|&class| classes.is(class, &name.norm));
        let is_currency = self.syntax.view.lower_at(Some(name.tokens.end())) == "$";
        let is_qualified = |at: usize| {
            let labels = [Deprel::Nummod, Deprel::Amod];
            labels.iter().any(|&label| self.syntax.view.has_child(at, label))
        };
        let is_some_people = name.is_demonym && name.tokens.range().any(is_qualified);
        (name.entity_type == EntityType::PERSON && is_title) || is_currency || is_some_people
    }

    /// The person or entity that a common noun describes: "businessman Oli", "her counterpart, Moana Tui".
    fn named_by(&self, token: usize) -> Option<&'a Mention> {
        let names = self.syntax.children_by(token, &NAMINGS).filter(|&name| name > token);
        names.filter_map(|name| self.syntax.names.name_at(name)).find(|name| {
            let first = name.title.map_or(name.tokens.start(), crate::span::Span::start);
            let gap = first.saturating_sub(token + 1);
            let is_comma = self.syntax.view.lower_at(Some(token + 1)) == ",";
            // "A smaller partner, the Reform Party".
            let has_article = gap == 2 && self.syntax.view.is(Class::DefiniteArticle, token + 2);
            let is_near = gap == 0 || (is_comma && (gap == 1 || has_article));
            let describes = name.entity_type == EntityType::PERSON || self.syntax.is(Class::Describing, token);
            is_near && describes
        })
    }

    /// The name that a copula equates with a noun: "another official who came was Oli", "Lima was a place that".
    fn identified(&self, token: usize) -> Option<&'a Mention> {
        let view = self.syntax.view;
        let names = &self.syntax.names;
        if names.at(token).is_some() {
            return None;
        }
        if view.has_child(token, Deprel::Cop) {
            let subject = self.syntax.child_by(token, &[Deprel::Nsubj])?;
            return names.name_at(subject);
        }
        let (label, head) = view.dependency(token)?;
        (label == Deprel::Nsubj && view.has_child(head, Deprel::Cop)).then(|| names.name_at(head))?
    }

    /// The names that a noun introduces: "officials including A, B and C", "states such as Peru".
    fn examples(&self, token: usize) -> Vec<MentionId> {
        if self.syntax.names.at(token).is_some_and(|mention| mention.kind == MentionKind::Name) {
            return Vec::new();
        }
        let hanging = self.syntax.with_preposition(token, Prepositions::Class(Class::Introduction));
        let clauses = self.syntax.children_by(token, &[Deprel::Acl, Deprel::Advcl]);
        let included = clauses.filter(|&clause| self.syntax.view.is(Class::IntroducingVerb, clause));
        let objects = included.filter_map(|clause| self.syntax.child_by(clause, &[Deprel::Obj]));
        hanging.into_iter().chain(objects).flat_map(|name| self.of_list(name, false)).collect()
    }

    /// The leader of a party of people: "a delegation led by Oli". A party without a named leader stands for nobody.
    fn leader(&self, token: usize) -> Option<Vec<MentionId>> {
        if !self.syntax.is(Class::Party, token) {
            return None;
        }
        let verbs = self.syntax.children_by(token, &[Deprel::Acl, Deprel::AclRelcl]);
        let leader = verbs
            .filter(|&verb| self.syntax.is(Class::Leading, verb))
            .find_map(|verb| self.syntax.deep_subject(verb).filter(|&subject| subject != token))?;
        Some(self.of_list(leader, false)).filter(|found| !found.is_empty())
    }

    /// The organization or country whose people a noun means: "officers of the Nepal River Guard", "Fijian soldiers".
    fn body_of_members(&self, token: usize) -> Vec<MentionId> {
        if !self.syntax.is(Class::Member, token) && !self.syntax.is(Class::People, token) {
            return Vec::new();
        }
        let prepositions = Prepositions::Class(Class::MemberOrigin);
        let mut bodies: Vec<usize> = self.syntax.with_preposition(token, prepositions);
        let drawn = self.syntax.children_by(token, &[Deprel::Acl]);
        let drawn = drawn.chain(self.syntax.view.dependency(token).map(|(_, verb)| verb));
        let drawn = drawn.filter(|&verb| self.syntax.is(Class::Drawing, verb));
        bodies.extend(drawn.flat_map(|verb| self.syntax.with_preposition(verb, prepositions)));
        let before = [Deprel::NmodPoss, Deprel::Amod, Deprel::Compound];
        let acts_for_state = self.syntax.is(Class::StateMember, token);
        let name_at = |at: usize| self.syntax.names.name_at(at);
        let is_for =
            |at: usize| acts_for_state || name_at(at).is_none_or(|name| name.entity_type != EntityType::COUNTRY);
        bodies.retain(|&body| is_for(body));
        let mut found: Vec<MentionId> = bodies.iter().flat_map(|&body| self.of_list(body, true)).collect();
        if found.is_empty() {
            let names = self.syntax.children_by(token, &before).filter(|&child| is_for(child)).filter_map(name_at);
            found.extend(names.map(|name| name.id));
        }
        found
    }

    /// The names and demonyms before a noun: "Peruvian aid", "UN support", "Peruvian-Fijian talks".
    pub(super) fn modifiers(&self, token: usize) -> Vec<usize> {
        let before = [Deprel::Amod, Deprel::Compound, Deprel::NmodDesc];
        let names = self.syntax.children_by(token, &before).filter(|&child| child < token);
        names.filter(|&child| self.syntax.names.name_at(child).is_some()).collect()
    }
}

//! How strongly the names of a node and of an annotated entity speak of one thing.

use std::collections::BTreeSet;

use super::annotation::GoldEntity;
use super::country_names::names_of_country;
use super::written_names::{is_kind, normalized, without_titles};
use crate::graph::Node;
use crate::ontology::EntityType;

/// The names of a node or of an annotated entity, normalized.
pub(super) struct Names {
    entity_type: EntityType,
    main: String,
    others: BTreeSet<String>,
}

impl Names {
    pub(super) fn of_node(node: &Node) -> Self {
        let others = node.aliases.iter().map(|alias| normalized(alias)).collect();
        Self { entity_type: node.entity_type, main: normalized(&node.label), others }
    }

    /// The names in the annotation; for a country, also those that the list of countries has for it.
    pub(super) fn of_entity(entity: &GoldEntity) -> Self {
        let main = normalized(&entity.name);
        let aliases = entity.aliases.iter().filter(|alias| !alias.is_empty());
        let mut others: BTreeSet<String> = aliases.map(|alias| normalized(alias)).collect();
        if entity.entity_type == EntityType::COUNTRY {
            others.extend(names_of_country(&main).into_iter().flatten().cloned());
        }
        Self { entity_type: entity.entity_type, main, others }
    }

    fn all(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.main).chain(&self.others)
    }

    fn has(&self, name: &String) -> bool {
        self.main == *name || self.others.contains(name)
    }

    /// The kinds of gatherings in all names.
    fn kinds(&self) -> BTreeSet<&str> {
        self.all().flat_map(|name| name.split(' ')).filter(|word| is_kind(word)).collect()
    }
}

/// How strongly the names speak of one thing, in tenths of a shared name; 0 is not at all.
pub(super) fn likeness(node: &Names, entity: &Names) -> usize {
    let shared = shared_names(node, entity);
    if shared > 0 {
        return shared;
    }
    if entity.entity_type == EntityType::PERSON {
        return likeness_of_persons(node, entity);
    }
    if entity.entity_type == EntityType::EVENT && node.entity_type == EntityType::EVENT {
        let kinds = node.kinds().intersection(&entity.kinds()).count();
        if kinds > 0 {
            return 5 + kinds;
        }
    }
    let [left, right] = [node, entity].map(|names| words(&names.main));
    let (shared, all) = (left.intersection(&right).count(), left.union(&right).count());
    if all >= 3 && shared * 4 >= all * 3 { 10 } else { 0 }
}

/// Equal main names count most, then a main name that is any name of the other; each further shared name adds to it.
fn shared_names(node: &Names, entity: &Names) -> usize {
    let main = if node.main == entity.main {
        40
    } else if entity.has(&node.main) || node.has(&entity.main) {
        30
    } else {
        0
    };
    main + 10 * node.others.iter().filter(|name| entity.has(name)).count()
}

/// A shared name apart from titles counts; so does a name of two words or more within the other.
fn likeness_of_persons(node: &Names, entity: &Names) -> usize {
    let bare = |names: &Names| names.all().map(|name| without_titles(name).to_owned()).collect::<BTreeSet<_>>();
    if !bare(node).is_disjoint(&bare(entity)) {
        return 20;
    }
    let [left, right] = [node, entity].map(|names| words(without_titles(&names.main)));
    let is_within = left.is_subset(&right) || right.is_subset(&left);
    if left.len().min(right.len()) >= 2 && is_within { 10 } else { 0 }
}

fn words(name: &str) -> BTreeSet<&str> {
    name.split(' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(entity_type: EntityType, name: &str, aliases: &[&str]) -> Names {
        let aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
        let (id, name) = (String::new(), name.to_owned());
        Names::of_entity(&GoldEntity { id, entity_type, name, aliases, is_required: true })
    }

    #[test]
    fn main_names_count_more_than_others() {
        let of = |name: &str, aliases: &[&str]| names(EntityType::AGENCY, name, aliases);
        let table = [
            (of("River Guard", &["RG"]), of("River Guard", &["RG", "the guard"]), 50),
            (of("RG", &[]), of("River Guard", &["RG"]), 30),
            (of("Guard", &["RG"]), of("River Guard", &["RG"]), 10),
            (of("Nepal River Guard", &[]), of("Nepal River Guard Corps", &[]), 10),
            (of("River Guard", &[]), of("River Police", &[]), 0),
        ];
        for (node, entity, expected) in table {
            assert_eq!(likeness(&node, &entity), expected, "{} and {}", node.main, entity.main);
        }
    }

    #[test]
    fn persons_may_differ_in_titles_and_middle_names() {
        let of = |name: &str| names(EntityType::PERSON, name, &[]);
        assert_eq!(likeness(&of("President Tui"), &of("Tui")), 20);
        assert_eq!(likeness(&of("Moana Tui"), &of("Moana Rosa Tui")), 10);
        assert_eq!(likeness(&of("Moana"), &of("Moana Tui")), 0);
    }

    #[test]
    fn described_events_may_share_their_kind() {
        let of = |name: &str| names(EntityType::EVENT, name, &[]);
        assert_eq!(likeness(&of("two-day workshop"), &of("workshop on rivers in Suva")), 6);
        assert_eq!(likeness(&of("two-day workshop"), &of("summit in Suva")), 0);
    }

    #[test]
    fn a_country_is_found_by_its_adjective() {
        let node = names(EntityType::PLACE, "Peruvian", &[]);
        assert_eq!(likeness(&node, &names(EntityType::COUNTRY, "Peru", &[])), 30);
        assert_eq!(likeness(&node, &names(EntityType::PLACE, "Peru", &[])), 0);
    }
}

//! Joins the mentions of one document into chains.
//!
//! Sieves run from certain to less certain, as in Lee et al. 2013 (Computational Linguistics 39(4), 885-916): equal
//! names, equal gazetteer entries, acronyms defined in brackets, parts of a name; then descriptions and pronouns, and
//! finally the first person in quotations.

use std::collections::BTreeMap;

use super::chain::{CorefChain, CorefLink, Coreference};
use super::name_parts::NameIndex;
use super::referents::{Article, Referents};
use super::union::sets;
use crate::analysis::AnalyzedDocument;
use crate::ids::{ChainId, MentionId};
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, Ontology};
use crate::quotation::Attribution;
use crate::relation::Statement;

/// The confidence that at least one mention of a name must have; a more doubtful name is no thing of its own. On
/// annotated articles most names below it are wrong in type or are no names.
const BELIEVED: f32 = 0.6;

/// The same for places, which are less often wrong.
const BELIEVED_PLACE: f32 = 0.5;

/// Groups the mentions of one document that refer to the same entity.
///
/// `mentions` must be the mentions of `document` in text order, `statements` its statements and `said` its quotations.
/// Each name is in exactly one chain, possibly alone, except doubtful names and a country that is named only inside names
/// of organizations. A description or pronoun is in at most one chain. A plural mention is in none, but may have members.
/// Chains are ordered by their first name.
///
/// # Complexity
/// O(m log m) for m names, and O(p) for each name among p names with a common word; O(c + s) for each description,
/// with c chains and s statements.
#[must_use]
pub fn find_chains(
    document: &AnalyzedDocument,
    mentions: &[Mention],
    statements: &[Statement],
    said: &[Attribution],
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Coreference {
    let names: Vec<&Mention> = mentions.iter().filter(|mention| mention.identifies()).collect();
    let index = NameIndex::new(document, &names, lexicon);
    let links: BTreeMap<usize, (usize, CorefLink)> =
        (0..names.len()).filter_map(|at| Some((at, index.antecedent_of(at)?))).collect();
    let pairs = links.iter().map(|(at, (antecedent, _))| (*antecedent, *at));
    let mut groups = sets(names.len(), pairs);
    // A country that is named only inside names of organizations gets a chain only if a statement is about it.
    let is_told_of =
        |id: MentionId| statements.iter().any(|statement| statement.subject == id || statement.object == id);
    groups.retain(|group| group.iter().any(|&at| names[at].nested_in.is_none() || is_told_of(names[at].id)));
    groups.retain(|group| group.iter().any(|&at| is_believed(names[at])));
    let members: Vec<Vec<MentionId>> =
        groups.iter().map(|group| group.iter().map(|&at| names[at].id).collect()).collect();
    let chain = |(id, group): (usize, &Vec<usize>)| CorefChain {
        id: ChainId::new(id),
        entity_type: names[group[0]].entity_type,
        links: group.iter().filter_map(|at| links.get(at)).map(|(_, link)| link.clone()).collect(),
        mentions: members[id].clone(),
    };
    let mut chains: Vec<CorefChain> = groups.iter().enumerate().map(chain).collect();
    let article = Article { document, mentions, statements, said, lexicon, ontology };
    let resolved = Referents::new(article, &members).resolve();
    for (chain, link) in resolved.links {
        chains[chain].mentions.push(link.mention);
        chains[chain].links.push(link);
    }
    chains.iter_mut().for_each(|chain| chain.mentions.sort());
    Coreference { chains, plurals: resolved.plurals }
}

/// Whether the mention alone shows that there is such a thing. Described gatherings have signs of their own.
fn is_believed(mention: &Mention) -> bool {
    let least = if mention.entity_type == EntityType::PLACE { BELIEVED_PLACE } else { BELIEVED };
    mention.kind != MentionKind::Name || mention.provenance.confidence >= least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::pipeline::{Settings, read_document};

    /// The chains of `text`, as surface forms.
    fn chains(text: &str) -> Vec<Vec<String>> {
        let record = read_document(Document::from_text("test", text), &Settings::default());
        let surface = |id: &MentionId| record.document.surface(record.mentions[id.index()].provenance.span).to_owned();
        record.chains.iter().map(|chain| chain.mentions.iter().map(surface).collect()).collect()
    }

    #[test]
    fn a_surname_refers_to_the_full_name() {
        let text = "Minister Kaarel Tammsoo spoke. Tammsoo left. Mr. Tammsoo flew.";
        assert_eq!(chains(text), [["Kaarel Tammsoo", "Tammsoo", "Tammsoo"]]);
    }

    #[test]
    fn names_that_differ_in_doubled_letters_are_one() {
        let text = "Minister Yussuf Kamara arrived. Minister Yusuf Kamara left.";
        assert_eq!(chains(text), [["Yussuf Kamara", "Yusuf Kamara"]]);
    }

    #[test]
    fn an_ambiguous_surname_stays_alone() {
        let text = "Minister Kaarel Tamm met Minister Liina Tamm. Mr. Tamm spoke.";
        assert_eq!(chains(text), [["Kaarel Tamm"], ["Liina Tamm"], ["Tamm"]]);
    }

    #[test]
    fn acronym_and_expansion_are_one() {
        let text = "KRG leaves. The Karnali River Guard (KRG) left. The KRG returned.";
        assert_eq!(chains(text), [["KRG", "Karnali River Guard", "KRG", "KRG"]]);
    }

    #[test]
    fn the_names_of_a_country_are_one() {
        assert_eq!(
            chains("The U.S. and the United States and American ships."),
            [["U.S.", "United States", "American"]]
        );
    }

    #[test]
    fn a_pronoun_refers_to_the_subject_if_nobody_else_fits() {
        let text =
            "Ms. Moana Tui arrived in Lima. She met President Tika Oli. Mr. Jan Novak and Mr. Ivo Kask spoke. He left.";
        assert_eq!(chains(text)[0], ["Moana Tui", "She"]);
        assert!(chains(text).iter().all(|chain| !chain.contains(&"He".to_owned())), "{:?}", chains(text));
    }

    #[test]
    fn an_office_refers_to_its_holder() {
        let text = "Estonian Foreign Minister Kaarel Tamm met Peruvian Trade Minister Ana Quispe in Lima. \
                    The Estonian minister praised the talks. The road was long. The minister left.";
        let found = chains(text);
        let tamm = found.iter().find(|chain| chain[0] == "Kaarel Tamm").unwrap();
        assert_eq!(tamm[..], ["Kaarel Tamm", "minister"], "\"the minister\" may be either of them");
    }

    #[test]
    fn a_head_noun_refers_to_the_organization() {
        let text = "The Baltic Institute for Trade trained clerks. In May the institute opened a school. The next institute will stay.";
        assert_eq!(chains(text), [["Baltic Institute for Trade", "institute"]]);
    }

    #[test]
    fn the_end_of_a_name_refers_to_the_organization() {
        let text = "The Lima Joint Rescue Centre opened. The Joint Rescue Centre trained clerks.";
        assert_eq!(chains(text), [["Lima Joint Rescue Centre", "Joint Rescue Centre"]]);
        let command = "He left the Command of the Karnali River Guard. The Karnali River Guard stayed.";
        assert_eq!(chains(command).len(), 2, "a command is not a guard: {:?}", chains(command));
    }

    #[test]
    fn a_head_noun_or_the_word_event_refers_to_a_described_event() {
        let text = "Kaarel Tamm opened a two-day workshop on Monday. The workshop ended, and the event was a success.";
        let found = chains(text);
        assert!(found.contains(&["two-day workshop", "workshop", "event"].map(str::to_owned).to_vec()), "{found:?}");
    }
}

//! Gives pronouns the entity types of their antecedents.

use super::antecedents::antecedents_of;
use crate::analysis::AnalyzedDocument;
use crate::lexicon::Lexicon;
use crate::mention::{Mention, MentionKind};

/// Gives "it" and "they" the type of their most likely antecedent and leaves other mentions unchanged.
///
/// `mentions` are all mentions of `document`, in text order.
#[must_use]
pub fn type_pronouns(document: &AnalyzedDocument, mentions: Vec<Mention>, lexicon: &Lexicon) -> Vec<Mention> {
    let language = lexicon.language();
    let mut typed: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let is_pronoun = mention.kind == MentionKind::Pronoun;
        let found = || antecedents_of(document, &typed, mention.provenance.sentence, mention.tokens, language);
        let antecedent = is_pronoun.then(found).flatten().and_then(|found| found.mentions.first().copied());
        let entity_type = antecedent.map_or(mention.entity_type, |id| typed[id.index()].entity_type);
        typed.push(Mention { entity_type, ..mention });
    }
    typed
}

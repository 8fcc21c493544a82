//! Notes which statements join which names, so that all statements about a name are found without reading the others.

use std::collections::BTreeSet;

use rusqlite::{Transaction, params};

use crate::ids::{ChainId, MentionId};
use crate::ontology::Ontology;
use crate::project::error::ProjectError;
use crate::project::row_ids::DocumentRow;
use crate::record::DocumentRecord;

/// Notes what the statements of a document join; its chains must have their names.
pub(super) fn tie(
    transaction: &Transaction<'_>,
    document: DocumentRow,
    record: &DocumentRecord,
    ontology: &Ontology,
) -> Result<(), ProjectError> {
    let dossiers = dossiers(transaction, document)?;
    let sql = "INSERT OR IGNORE INTO tie (one, relation, status, other, document, statement)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let mut insert = transaction.prepare_cached(sql)?;
    for (number, statement) in record.statements.iter().enumerate() {
        let class = ontology.class_of(statement.relation);
        // As in the graph, where coreference may have given an end a type that the relation does not allow.
        let is_allowed = |subject: ChainId, object: ChainId| {
            let [from, to] = [subject, object].map(|chain| record.chains[chain.index()].entity_type);
            class.is_some_and(|class| class.allows(from, to))
        };
        let (subjects, objects) = (chains_of(record, statement.subject), chains_of(record, statement.object));
        let pairs = subjects.iter().flat_map(|subject| objects.iter().map(move |object| (*subject, *object)));
        let allowed = pairs.filter(|(subject, object)| is_allowed(*subject, *object));
        let dossier_of = |chain: ChainId| dossiers.get(chain.index()).copied().flatten();
        let joined = allowed.filter_map(|(subject, object)| Some((dossier_of(subject)?, dossier_of(object)?)));
        let joined: BTreeSet<(i64, i64)> = joined.filter(|(subject, object)| subject != object).collect();
        for (subject, object) in joined {
            for (one, other) in [(subject, object), (object, subject)] {
                insert.execute(params![one, statement.relation, statement.status, other, document, number])?;
            }
        }
    }
    Ok(())
}

/// Forgets what the statements of a document join.
pub(super) fn untie(transaction: &Transaction<'_>, document: DocumentRow) -> Result<(), ProjectError> {
    transaction.prepare_cached("DELETE FROM tie WHERE document = ?1")?.execute([document])?;
    Ok(())
}

/// The name of each chain of a document.
fn dossiers(transaction: &Transaction<'_>, document: DocumentRow) -> Result<Vec<Option<i64>>, ProjectError> {
    let mut select = transaction.prepare_cached("SELECT dossier FROM chain WHERE document = ?1 ORDER BY number")?;
    let rows = select.query_map([document], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The chains that a mention refers to: its own, or those of the members of a plural.
fn chains_of(record: &DocumentRecord, mention: MentionId) -> Vec<ChainId> {
    match record.plurals.iter().find(|plural| plural.mention == mention) {
        Some(plural) => plural.members.iter().filter_map(|member| record.mention(*member).chain).collect(),
        None => record.mention(mention).chain.into_iter().collect(),
    }
}

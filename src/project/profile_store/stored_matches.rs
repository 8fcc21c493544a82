//! Stores comparisons whose verdict is "same" or "undecided".

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::sqlite_store::SqliteStore;
use crate::ids::NameKey;
use crate::project::error::ProjectError;
use crate::resolution::{Comparison, Verdict};

impl SqliteStore<'_> {
    pub(super) fn pairs_of(&self, name: &NameKey) -> Result<BTreeMap<NameKey, Comparison>, ProjectError> {
        let Some(row) = self.row_of(name)? else { return Ok(BTreeMap::new()) };
        let sql = "SELECT dossier.key AS key, score, verdict, reasons FROM pair JOIN dossier ON dossier.id = other
             WHERE one = ?1
             UNION ALL
             SELECT dossier.key AS key, score, verdict, reasons FROM pair JOIN dossier ON dossier.id = one
             WHERE other = ?1";
        let mut select = self.transaction.prepare_cached(sql)?;
        let rows = select.query_map([row], |row| Ok((row.get::<_, String>("key")?, comparison(row))))?;
        rows.map(|row| {
            let (key, comparison) = row?;
            Ok((key.into(), comparison?))
        })
        .collect()
    }

    pub(super) fn set_pair(
        &mut self,
        one: &NameKey,
        other: &NameKey,
        comparison: Option<&Comparison>,
        is_binding: bool,
    ) -> Result<(), ProjectError> {
        let (one, other) = if one <= other { (one, other) } else { (other, one) };
        let (Some(one), Some(other)) = (self.row_of(one)?, self.row_of(other)?) else { return Ok(()) };
        let sql = "DELETE FROM pair WHERE one = ?1 AND is_firm IN (0, 1) AND other = ?2";
        self.write(sql, params![one, other])?;
        let Some(comparison) = comparison else { return Ok(()) };
        let reasons = serde_json::to_string(&comparison.reasons).expect("words and numbers are JSON");
        let (score, bits) = (f64::from(comparison.score), f64::from(comparison.bits()));
        self.write(
            "INSERT INTO pair (one, is_firm, other, score, bits, verdict, reasons) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![one, is_binding, other, score, bits, comparison.verdict.as_str(), reasons],
        )?;
        Ok(())
    }

    /// The names whose comparison with this one says "same", by binding matches or by others, with its bits.
    pub(super) fn same_as(&self, name: &NameKey, is_binding: bool) -> Result<Vec<(NameKey, f32)>, ProjectError> {
        let Some(row) = self.row_of(name)? else { return Ok(Vec::new()) };
        let sql = "SELECT dossier.key, bits FROM pair JOIN dossier ON dossier.id = other
             WHERE one = ?1 AND is_firm = ?2 AND verdict = 'same'
             UNION ALL
             SELECT dossier.key, bits FROM pair JOIN dossier ON dossier.id = one
             WHERE other = ?1 AND is_firm = ?2 AND verdict = 'same'";
        let mut select = self.transaction.prepare_cached(sql)?;
        let rows =
            select.query_map(params![row, is_binding], |row| Ok((row.get::<_, String>(0)?, row.get::<_, f64>(1)?)))?;
        rows.map(|row| {
            let (key, bits) = row?;
            Ok((key.into(), bits as f32))
        })
        .collect()
    }
}

/// The comparison in a row of `pair`.
fn comparison(row: &Row<'_>) -> Result<Comparison, ProjectError> {
    let (verdict, reasons): (String, String) = (row.get("verdict")?, row.get("reasons")?);
    let verdict = match verdict.as_str() {
        "same" => Verdict::Same,
        _ => Verdict::Undecided, // the table holds no third verdict
    };
    let corrupt = |error: serde_json::Error| ProjectError::Corrupt { what: format!("reasons of a pair: {error}") };
    Ok(Comparison {
        score: row.get::<_, f64>("score")? as f32,
        verdict,
        reasons: serde_json::from_str(&reasons).map_err(corrupt)?,
    })
}

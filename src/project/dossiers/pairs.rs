//! Comparisons that left it possible that two dossiers are one.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::Dossiers;
use crate::ids::DossierKey;
use crate::project::ProjectError;
use crate::resolution::{Comparison, Verdict};

impl Dossiers<'_> {
    pub(super) fn pairs_of(&self, dossier: &DossierKey) -> Result<BTreeMap<DossierKey, Comparison>, ProjectError> {
        let Some(row) = self.row_of(dossier)? else { return Ok(BTreeMap::new()) };
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
        one: &DossierKey,
        other: &DossierKey,
        comparison: Option<&Comparison>,
    ) -> Result<(), ProjectError> {
        let (one, other) = if one <= other { (one, other) } else { (other, one) };
        let (Some(one), Some(other)) = (self.row_of(one)?, self.row_of(other)?) else { return Ok(()) };
        let Some(comparison) = comparison else {
            self.write("DELETE FROM pair WHERE one = ?1 AND other = ?2", params![one, other])?;
            return Ok(());
        };
        let reasons = serde_json::to_string(&comparison.reasons).expect("words and numbers are JSON");
        self.write(
            "INSERT INTO pair (one, other, score, verdict, reasons) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET score = ?3, verdict = ?4, reasons = ?5",
            params![one, other, f64::from(comparison.score), comparison.verdict.as_str(), reasons],
        )?;
        Ok(())
    }
}

/// The comparison in a row of `pair`.
pub(in crate::project) fn comparison(row: &Row<'_>) -> Result<Comparison, ProjectError> {
    let (verdict, reasons): (String, String) = (row.get("verdict")?, row.get("reasons")?);
    let verdict = match verdict.as_str() {
        "same" => Verdict::Same,
        _ => Verdict::Undecided, // the table holds no other
    };
    let corrupt = |error: serde_json::Error| ProjectError::Corrupt { what: format!("reasons of a pair: {error}") };
    Ok(Comparison {
        score: row.get::<_, f64>("score")? as f32,
        verdict,
        reasons: serde_json::from_str(&reasons).map_err(corrupt)?,
    })
}

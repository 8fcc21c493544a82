//! Questions in SQL.

use rusqlite::types::ValueRef;

use super::error::ProjectError;
use super::file::Project;

/// A value of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum SqlValue {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// A text.
    Text(String),
    /// Bytes; only their number is told.
    Bytes(usize),
}

/// The table that answers a question in SQL.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SqlAnswer {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// One value for each column, in the order that the question asks for.
    pub rows: Vec<Vec<SqlValue>>,
}

/// The words with which a question may begin; SQLite says of anything else whether it only reads.
const QUESTIONS: [&str; 4] = ["select", "with", "values", "explain"];

impl Project {
    /// The answer to one question in SQL, over the tables and views of the project.
    ///
    /// # Errors
    /// [`ProjectError::NotAQuestion`] if it could change something, or what SQLite says is wrong with it.
    pub fn query(&self, sql: &str) -> Result<SqlAnswer, ProjectError> {
        let refused = |found: &str| ProjectError::NotAQuestion { found: found.to_owned() };
        let first = sql.trim_start_matches(|c: char| c.is_whitespace() || c == '(').split_whitespace().next();
        let first = first.unwrap_or_default();
        if !QUESTIONS.contains(&first.to_lowercase().as_str()) {
            return Err(refused(first));
        }
        let mut select = self.connection.prepare(sql)?;
        if !select.readonly() {
            return Err(refused("a statement that changes the project"));
        }
        let columns: Vec<String> = select.column_names().map(str::to_owned).collect();
        let mut rows = select.query([])?;
        let mut answer = SqlAnswer { columns, rows: Vec::new() };
        while let Some(row) = rows.next()? {
            let values = (0..answer.columns.len()).map(|at| Ok(value(row.get_ref(at)?)));
            answer.rows.push(values.collect::<Result<_, rusqlite::Error>>()?);
        }
        Ok(answer)
    }
}

fn value(value: ValueRef<'_>) -> SqlValue {
    match value {
        ValueRef::Null => SqlValue::Null,
        ValueRef::Integer(number) => SqlValue::Integer(number),
        ValueRef::Real(number) => SqlValue::Real(number),
        ValueRef::Text(text) => SqlValue::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => SqlValue::Bytes(bytes.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_answered_and_a_change_refused() {
        let folder = tempfile::tempdir().unwrap();
        let project = Project::create(&folder.path().join("p.whomet"), || {}).unwrap();
        let answer = project.query("SELECT 1 AS one, 'a' AS letter, NULL AS none").unwrap();
        assert_eq!(answer.columns, ["one", "letter", "none"]);
        assert_eq!(answer.rows, [[SqlValue::Integer(1), SqlValue::Text("a".to_owned()), SqlValue::Null]]);
        for change in [
            "DELETE FROM document",
            "ATTACH 'x.db' AS x",
            "PRAGMA user_version = 9",
            "",
            "WITH a AS (SELECT 1) DELETE FROM document",
        ] {
            assert!(matches!(project.query(change), Err(ProjectError::NotAQuestion { .. })), "{change}");
        }
        assert!(project.query("SELECT nothing FROM nowhere").unwrap_err().to_string().contains("nowhere"));
    }
}

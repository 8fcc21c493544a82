//! Converts the values of a record to columns and back.

use std::collections::BTreeMap;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, Null, ToSqlOutput, ValueRef};
use rusqlite::{Result, Row, ToSql};

use crate::date::PartialDate;
use crate::ids::{ChainId, DocumentId, MentionId, NameKey, RuleName};
use crate::language::Gender;
use crate::mention::MentionKind;
use crate::ontology::{EntityType, RelationType};
use crate::project::data_kind::DataKind;
use crate::quantity::TimeBasis;
use crate::record::{Joining, TimeRecord};
use crate::relation::Status;
use crate::span::{Char, Span};

/// The values of one row, in the order of its columns.
#[derive(Default)]
pub(in crate::project) struct Values<'v>(pub(super) Vec<ToSqlOutput<'v>>);

impl<'v> Values<'v> {
    pub(in crate::project) fn put(&mut self, value: &'v (impl ToSql + ?Sized)) -> Result<()> {
        self.0.push(value.to_sql()?);
        Ok(())
    }
}

/// The values of one row, taken in the order of its columns.
pub(in crate::project) struct Cells<'r> {
    row: &'r Row<'r>,
    next: usize,
}

impl<'r> Cells<'r> {
    pub(in crate::project) fn of(row: &'r Row<'r>) -> Self {
        Self { row, next: 0 }
    }

    pub(in crate::project) fn take<T: FromSql>(&mut self) -> Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    /// `None`, after skipping the other `count` columns of a missing value.
    fn skip<T>(&mut self, count: usize) -> Option<T> {
        self.next += count;
        None
    }
}

/// A value that fills several columns, or one in a special form.
pub(in crate::project) trait Columns: Sized {
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()>;

    fn take(cells: &mut Cells<'_>) -> Result<Self>;
}

/// A text that is not a value of the type.
#[derive(Debug, thiserror::Error)]
#[error("found \"{0}\"")]
struct UnknownWord(String);

/// Types that are stored as texts: how to write and to read them.
macro_rules! as_text {
    ($($type:ty: $write:expr, $read:expr;)+) => {
        $(impl ToSql for $type {
            fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
                let write: for<'v> fn(&'v Self) -> ToSqlOutput<'v> = $write;
                Ok(write(self))
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let text = value.as_str()?;
                let read: fn(&str) -> Option<Self> = $read;
                read(text).ok_or_else(|| FromSqlError::other(UnknownWord(text.to_owned())))
            }
        })+
    };
}

as_text! {
    DocumentId: |id| id.as_str().into(), |text| Some(text.into());
    NameKey: |key| key.as_str().into(), |text| Some(text.into());
    RuleName: |name| name.as_str().into(), |text| Some(text.into());
    EntityType: |class| class.as_str().into(), |text| Self::named(text);
    RelationType: |class| class.as_str().into(), |text| Self::named(text);
    PartialDate: |date| date.to_string().into(), |text| text.parse().ok();
}

/// Enums that are stored as words; `schema.sql` allows only these.
macro_rules! as_word {
    ($($type:ident { $($value:ident = $word:literal),+ })+) => {
        $(impl ToSql for $type {
            fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
                Ok(match self { $(Self::$value => $word),+ }.into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok(Self::$value),)+
                    other => Err(FromSqlError::other(UnknownWord(other.to_owned()))),
                }
            }
        })+
    };
}

as_word! {
    MentionKind { Name = "name", Nominal = "nominal", Pronoun = "pronoun" }
    Gender { Male = "male", Female = "female" }
    Status { Asserted = "asserted", Planned = "planned", Negated = "negated" }
    TimeBasis { Explicit = "explicit", Relative = "relative", Unknown = "unknown" }
    DataKind { Ontology = "ontology", Lexicon = "lexicon", Authority = "authority" }
}

/// Types that are stored as their index.
macro_rules! as_index {
    ($($type:ty),+) => {
        $(impl ToSql for $type {
            fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
                Ok(i64::try_from(self.index()).expect("an index has 32 bits").into())
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                u32::column_result(value).map(|index| Self::new(index as usize))
            }
        })+
    };
}

as_index!(MentionId, ChainId);

/// A score as a 64-bit number: the shortest decimal that gives the same score back, so that people who query the tables
/// read 0.9 and not 0.8999999761581421.
fn decimal(score: f32) -> f64 {
    let short: f64 = score.to_string().parse().expect("a score is a number");
    #[expect(clippy::cast_possible_truncation, reason = "whether it gives the score back is the question")]
    let is_exact = short as f32 == score;
    if is_exact { short } else { score.into() }
}

/// The shortest decimal.
impl Columns for f32 {
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()> {
        values.0.push(decimal(*self).into());
        Ok(())
    }

    #[expect(clippy::cast_possible_truncation, reason = "it was made of an f32 that it gives back")]
    fn take(cells: &mut Cells<'_>) -> Result<Self> {
        cells.take::<f64>().map(|score| score as f32)
    }
}

/// Start and length; the caller checks that they lie in the text.
impl Columns for Span<Char> {
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()> {
        let numbers = [self.start(), self.len()].map(|number| i64::try_from(number).expect("spans fit 32 bits"));
        values.0.extend(numbers.map(ToSqlOutput::from));
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> Result<Self> {
        let (start, length): (u32, u32) = (cells.take()?, cells.take()?);
        let end =
            start.checked_add(length).ok_or(rusqlite::Error::IntegralValueOutOfRange(cells.next - 1, length.into()))?;
        Ok(Self::new(start as usize, end as usize))
    }
}

/// The sieve and how sure it is.
impl Columns for Option<Joining> {
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()> {
        match self {
            Some(Joining { sieve, confidence }) => values.put(sieve).and_then(|()| confidence.put(values)),
            None => values.put(&Null).and_then(|()| values.put(&Null)),
        }
    }

    fn take(cells: &mut Cells<'_>) -> Result<Self> {
        match cells.take()? {
            Some(sieve) => Ok(Some(Joining { sieve, confidence: f32::take(cells)? })),
            None => Ok(cells.skip(1)),
        }
    }
}

/// The words, the interval, the basis and the note.
impl Columns for Option<TimeRecord> {
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()> {
        match self {
            Some(TimeRecord { text, interval, basis, note }) => {
                values.put(text)?;
                values.put(interval)?;
                values.put(basis)?;
                values.put(note)
            }
            None => (0..4).try_for_each(|_| values.put(&Null)),
        }
    }

    fn take(cells: &mut Cells<'_>) -> Result<Self> {
        match cells.take()? {
            Some(text) => {
                Ok(Some(TimeRecord { text, interval: cells.take()?, basis: cells.take()?, note: cells.take()? }))
            }
            None => Ok(cells.skip(3)),
        }
    }
}

/// A JSON object of texts; nothing if it is empty.
impl Columns for BTreeMap<String, String> {
    fn put<'v>(&'v self, values: &mut Values<'v>) -> Result<()> {
        if self.is_empty() {
            return values.put(&Null);
        }
        values.0.push(serde_json::to_string(self).expect("an object of texts is JSON").into());
        Ok(())
    }

    fn take(cells: &mut Cells<'_>) -> Result<Self> {
        let Some(json) = cells.take::<Option<String>>()? else { return Ok(Self::new()) };
        serde_json::from_str(&json).map_err(|error| FromSqlError::other(error).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::cast_possible_truncation, clippy::float_cmp, reason = "scores come back to the bit")]
    fn scores_are_readable_and_come_back_exactly() {
        assert_eq!(decimal(0.9), 0.9);
        for number in 0..=100_000_u32 {
            let score = number as f32 / 99_991.0;
            assert_eq!(decimal(score) as f32, score);
        }
    }
}

//! Changes, all of them or nothing.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::ProjectError;

/// Begins a change. The lock is taken at once: a change that began as a look could not wait for another writer.
pub(super) fn begin(connection: &mut Connection) -> Result<Transaction<'_>, ProjectError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

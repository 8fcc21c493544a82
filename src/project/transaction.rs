//! Begins transactions that write.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::ProjectError;

/// Begins a transaction that writes. It takes the lock at once, because a transaction that begins by reading cannot
/// wait for another writer.
pub(super) fn begin(connection: &mut Connection) -> Result<Transaction<'_>, ProjectError> {
    Ok(connection.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

//! Waits while another process uses the project.

use std::time::Duration;

use rusqlite::Connection;

/// How long to wait for another process.
pub(super) const WAIT_LIMIT: Duration = Duration::from_secs(60);

/// Time between two tries.
const WAIT_STEP: Duration = Duration::from_millis(50);

/// Tries before the user is told of the wait; shorter waits are normal when two processes write.
const TRIES_IN_SILENCE: u128 = 20;

/// Makes `connection` wait for other processes; calls `waiting` when a wait gets long.
pub(super) fn wait_when_busy(
    connection: &mut Connection,
    mut waiting: impl FnMut() + Send + 'static,
) -> rusqlite::Result<()> {
    let tries = WAIT_LIMIT.as_millis() / WAIT_STEP.as_millis();
    connection.busy_handler(Some(move |tried: i32| {
        let tried = u128::try_from(tried).expect("SQLite counts from 0");
        if tried == TRIES_IN_SILENCE {
            waiting();
        }
        std::thread::sleep(WAIT_STEP);
        tried < tries
    }))
}

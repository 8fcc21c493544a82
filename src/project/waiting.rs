//! What happens while another process uses the project.

use std::time::Duration;

use rusqlite::Connection;

/// How long a project that another process uses is waited for.
pub(super) const WAIT_LIMIT: Duration = Duration::from_secs(60);

/// Time between two tries.
const WAIT_STEP: Duration = Duration::from_millis(50);

/// After so many tries the wait is worth a word; shorter ones are the rule when two processes write.
const TRIES_IN_SILENCE: u128 = 20;

/// Lets `connection` wait for other processes, and calls `waiting` once a wait has become long.
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

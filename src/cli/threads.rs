//! The threads that a command uses.

use super::error::CliError;
use super::shared_args::CommonArguments;

/// A pool with the number of threads that the user asked for.
pub(super) fn pool(common: &CommonArguments) -> Result<rayon::ThreadPool, CliError> {
    let count = common.threads.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(count).build();
    pool.map_err(|source| CliError::Threads { count, source })
}

//! Who judges, when and why.

use std::time::SystemTime;

use clap::Args;
use whomet::project::Note;

/// Who judges and why.
#[derive(Debug, Args)]
pub(crate) struct Judge {
    /// Name of the person who judges [default: the user name]
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,

    /// Why, for readers of the journal
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

/// The note for the journal: who judges, when and why.
pub(in crate::cli) fn note(judge: &Judge) -> Note {
    let by = judge.by.clone().or_else(|| std::env::var("USER").ok()).unwrap_or_else(|| "unknown".to_owned());
    Note::new(by, now(), judge.reason.clone())
}

/// The current time, as ISO 8601 in UTC.
fn now() -> String {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
    jiff::Timestamp::from_second(seconds).map(|time| time.to_string()).unwrap_or_default()
}

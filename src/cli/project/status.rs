//! `whomet status`: counts what a project contains.

use std::fmt::Write as _;
use std::path::Path;

use whomet::project::{Project, ProjectStatus};

use super::args::StatusArguments;
use crate::cli::data::Data;
use crate::cli::report::{Reporter, print};
use crate::cli::{CliError, Outcome, in_project};

pub(in crate::cli) fn run(arguments: &StatusArguments) -> Result<Outcome, CliError> {
    let path = &arguments.project;
    let waiting = Reporter::new(arguments.json).waiting_for(path);
    let mut project = Project::open_read_only(path, waiting).map_err(in_project(path))?;
    let data = Data::read_for(&project, &arguments.data)?;
    let status = project.status(data.read_with()).map_err(in_project(path))?;
    if arguments.json {
        let json = serde_json::to_string_pretty(&status).expect("counts are JSON");
        print(&format!("{json}\n"));
    } else {
        print(&as_text(path, &status));
    }
    Ok(Outcome::Done)
}

fn as_text(path: &Path, status: &ProjectStatus) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}: version {}, {}", path.display(), status.version, size(status.bytes));
    let ProjectStatus { documents, mentions, chains, statements, entities, names, .. } = status;
    let ProjectStatus { judgements, doubtful, read_otherwise, .. } = status;
    for (word, count) in [
        ("documents", documents),
        ("mentions", mentions),
        ("chains", chains),
        ("statements", statements),
        ("names", names),
        ("entities", entities),
        ("judgements", judgements),
    ] {
        let _ = writeln!(text, "  {word:10} {count:>10}");
    }
    if *doubtful > 0 {
        let _ = writeln!(text, "{doubtful} pairs of names may be one entity: whomet review {}", path.display());
    }
    if *read_otherwise > 0 {
        let _ = writeln!(
            text,
            "{read_otherwise} of the documents were read by another version of whomet or with other data; \
             whomet update rereads them"
        );
    }
    text
}

/// "4.2 MiB".
fn size(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
    let mebibytes = bytes as f64 / f64::from(1 << 20);
    format!("{mebibytes:.1} MiB")
}

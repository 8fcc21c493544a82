//! `whomet formats`: lists what can be read and written.

use std::fmt::Write as _;

use whomet::document::InputFormat;
use whomet::export::Format;

use super::outcome::Outcome;
use super::report::print;

pub(super) fn run() -> Outcome {
    print(&as_text());
    Outcome::Done
}

fn as_text() -> String {
    let mut text = "Reads:\n".to_owned();
    for format in InputFormat::ALL {
        let extensions: Vec<String> = format.extensions().iter().map(|extension| format!(".{extension}")).collect();
        let _ = writeln!(text, "  {:20} {}", extensions.join(" "), format.meaning());
    }
    text.push_str("\nWrites:\n");
    for format in Format::ALL {
        let chosen_by = match format.extensions().first() {
            Some(extension) => format!(".{extension}"),
            None if format.is_folder() => "folder".to_owned(),
            None => "-f".to_owned(),
        };
        let (name, meaning, program) = (format.name(), format.meaning(), format.program());
        let _ = writeln!(text, "  {name:10} {chosen_by:9} {meaning:38} {program}");
    }
    text
}

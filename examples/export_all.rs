//! How do I write every format?

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::document::{Input, ReadingOptions, read_inputs};
use whomet::error::Error;
use whomet::export::{ExportError, Format};
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, build};

fn main() -> Result<(), Error> {
    let reading = read_inputs(&[Input::Path("examples/articles".into())], ReadingOptions::default(), &|_| {});
    let graph = build(reading.documents, &Settings::default()).graph;
    for &format in Format::ALL {
        let mut bytes = Vec::new();
        match format.write(&graph, Ontology::shipped(), &mut bytes) {
            Err(ExportError::NeedsFolder { format }) => println!("{format}: a folder, see Format::write_folder"),
            Err(ExportError::NoGraphviz) => println!("{}: Graphviz is not installed", format.name()),
            written => {
                written?;
                println!("{}: {} bytes of {}", format.name(), bytes.len(), format.media_type());
            }
        }
    }
    Ok(())
}

//! Arguments that several commands have, unchecked.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use whomet::export::Format;

#[derive(Debug, Args)]
pub(crate) struct DataArguments {
    /// Use the models in this folder (tagger.bin, lemmatizer.bin, parser.bin) in place of the shipped
    /// ones; `whomet train` makes them.
    #[arg(long, value_name = "DIR")]
    pub(crate) models: Option<PathBuf>,

    /// Use this ontology (TOML) in place of the shipped one.
    #[arg(long, value_name = "FILE")]
    pub(crate) ontology: Option<PathBuf>,

    /// Add these rules and word classes (TOML, as in the rules page of the documentation); a rule of a
    /// shipped name replaces it.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,

    /// Add this list of names, titles or head nouns: a table divided by tabs, columns named in the
    /// first line (name, type, acronyms, aliases, demonyms, iso3166).
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,

    /// Anchor nodes in this list of things: a table divided by tabs, columns named in the first line (id, name, type,
    /// and maybe aliases, country, and any others, such as wikidata); nodes that fit carry its fields.
    #[arg(long, value_name = "FILE")]
    pub(crate) authority: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CommonArguments {
    /// Print nothing but the result, and the reason if there is none.
    #[arg(short, long)]
    pub(crate) quiet: bool,

    /// Read articles with this many threads; without it one for each processor.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// The names of all formats, with what they mean, for help and errors.
pub(super) fn formats() -> PossibleValuesParser {
    let values =
        Format::ALL.iter().map(|format| clap::builder::PossibleValue::new(format.name()).help(format.meaning()));
    PossibleValuesParser::new(values)
}

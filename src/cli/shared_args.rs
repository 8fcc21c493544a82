//! The arguments that several commands share, as typed.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use whomet::document::{DateFrom, DateOrder, ReadingOptions};
use whomet::export::{Engine, Format, PictureOptions};
use whomet::picture::{Page, Picture};

// The structs have no doc comments: clap would show them as the help of the command.

#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// Articles to read: files, folders (recursively), or - for standard input.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ReadingArguments {
    /// Date articles that state no date by the name of the file and its folders, or by the day when it was changed
    /// last.
    #[arg(long, value_name = "WHERE")]
    date_from: Option<DateFromArgument>,

    /// What 03/04/2022 means: day first (dmy) or month first (mdy). Without it, such a date is reported and not used.
    #[arg(long, value_name = "ORDER")]
    date_order: Option<DateOrderArgument>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DateFromArgument {
    /// A date in the name of the file or its folders.
    Name,
    /// The day when the file was changed last.
    Mtime,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DateOrderArgument {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
}

impl ReadingArguments {
    /// How articles are dated.
    pub(crate) fn options(&self) -> ReadingOptions {
        let date_from = self.date_from.map(|from| match from {
            DateFromArgument::Name => DateFrom::Name,
            DateFromArgument::Mtime => DateFrom::Modified,
        });
        let date_order = self.date_order.map(|order| match order {
            DateOrderArgument::Dmy => DateOrder::DayFirst,
            DateOrderArgument::Mdy => DateOrder::MonthFirst,
        });
        ReadingOptions { date_from, date_order }
    }
}

#[derive(Debug, Args)]
pub(crate) struct OutputArguments {
    /// Write the graph to this file, or for csv and neo4j into this folder; the extension chooses the format.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Format of the graph; by default the extension of the output decides, otherwise json. `whomet formats` lists the
    /// programs that open each.
    #[arg(short, long, value_parser = formats(), hide_possible_values = true)]
    pub(crate) format: Option<String>,

    /// Where DOT explains shapes and lines: in the label below the graph, or nowhere.
    #[arg(long, value_parser = ["label", "none"], default_value = "label", hide_default_value = true)]
    pub(crate) legend: String,

    /// Begin CSV with a byte order mark, by which Excel recognizes UTF-8.
    #[arg(long)]
    pub(crate) bom: bool,

    #[command(flatten)]
    pub(crate) picture: PictureArguments,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Pictures")]
pub(crate) struct PictureArguments {
    /// Shape of the page.
    #[arg(long, value_parser = Page::ALL.iter().map(|page| page.name()).collect::<Vec<_>>())]
    page: Option<String>,

    /// Draw everything, even if the picture is too large to read at once.
    #[arg(long)]
    all: bool,

    /// What gives the parts their places: our own layout, or a program of Graphviz, which must be installed.
    #[arg(long, value_parser = Engine::ALL.iter().map(|engine| engine.name()).collect::<Vec<_>>())]
    engine: Option<String>,
}

impl PictureArguments {
    pub(super) fn options(&self) -> PictureOptions {
        let named = |name: &String| Page::ALL.iter().copied().find(|page| page.name() == name);
        let page = self.page.as_ref().and_then(named).unwrap_or_default();
        let named = |name: &String| Engine::ALL.iter().copied().find(|engine| engine.name() == name);
        let engine = self.engine.as_ref().and_then(named).unwrap_or_default();
        PictureOptions { engine, picture: Picture { page, is_complete: self.all } }
    }
}

#[derive(Debug, Args)]
pub(crate) struct DataArguments {
    /// Use the models in this folder (tagger.bin, lemmatizer.bin, parser.bin) instead of the shipped ones;
    /// `whomet train` makes them.
    #[arg(long, value_name = "DIR")]
    pub(crate) models: Option<PathBuf>,

    /// Use this ontology (TOML) instead of the shipped one.
    #[arg(long, value_name = "FILE")]
    pub(crate) ontology: Option<PathBuf>,

    /// Add these rules and word classes (TOML, as CONTRIBUTING.md describes); a rule with the name of a shipped rule
    /// replaces it.
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Vec<PathBuf>,

    /// Add this gazetteer of names, titles or head nouns: a tab-separated table whose first line names the columns
    /// (name, type, acronyms, aliases, demonyms, iso3166).
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,

    /// Link nodes to this list of entities: a tab-separated table whose first line names the columns (id, name, type;
    /// optionally aliases, country and others such as wikidata). Matching nodes carry its fields.
    #[arg(long, value_name = "FILE")]
    pub(crate) authority: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CommonArguments {
    /// Print nothing except the result and errors.
    #[arg(short, long)]
    pub(crate) quiet: bool,

    /// Read articles with this many threads; the default is one per processor.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// The names and descriptions of all formats, for help and errors.
pub(super) fn formats() -> PossibleValuesParser {
    let values =
        Format::ALL.iter().map(|format| clap::builder::PossibleValue::new(format.name()).help(format.meaning()));
    PossibleValuesParser::new(values)
}

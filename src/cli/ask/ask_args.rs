//! The arguments that all questions share, as typed.

use std::path::PathBuf;

use clap::Args;

use crate::cli::selection_args::{ArticleArguments, SelectionArguments};
use crate::cli::shared_args::{CommonArguments, DataArguments, OutputArguments, ReadingArguments};

// The structs have no doc comments: clap would show them as the help of the command.

#[derive(Debug, Args)]
pub(crate) struct AnswerArguments {
    /// Ask this graph (written by `whomet build -o FILE.json`) or project; the default is graph.json, or the only
    /// .whomet file, in this folder.
    #[arg(long, value_name = "FILE")]
    pub(crate) graph: Option<PathBuf>,

    /// Answer as JSON, with all evidence.
    #[arg(long, help_heading = "Answer")]
    pub(crate) json: bool,

    /// Answer as CSV.
    #[arg(long, conflicts_with = "json", help_heading = "Answer")]
    pub(crate) csv: bool,

    #[command(flatten)]
    pub(crate) reading: ReadingArguments,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

#[derive(Debug, Args)]
pub(crate) struct FactArguments {
    /// Show all evidence in full, not one line.
    #[arg(long, help_heading = "Answer")]
    pub(crate) evidence: bool,

    #[command(flatten)]
    pub(crate) output: OutputArguments,

    #[command(flatten)]
    pub(crate) answer: AnswerArguments,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,
}

const MET_EXAMPLES: &str = "\
Examples:
  whomet met Tammsoo news.whomet                whom Tammsoo met, when, where, and who says so
  whomet met Tammsoo Quispe articles/           have the two met?
  whomet met --country Peru --since 2024        meetings of Peru and of its people and bodies
  whomet met Tammsoo --status planned           whom Tammsoo is to meet

Names match by any part, in any spelling; an ambiguous name lists who may be meant. Plans and denials are no meetings: they
are counted, and --status shows them. What no sentence dates has the date of its first article, in brackets.";

#[derive(Debug, Args)]
#[command(after_help = MET_EXAMPLES)]
pub(crate) struct MetArguments {
    /// One or two names, then what to ask: a graph, a project, or articles.
    #[arg(value_name = "NAME|INPUT", required_unless_present_any = ["country", "entity_type"])]
    pub(crate) words: Vec<String>,

    /// Meetings of this country, of who holds an office in it, and of what is part of it.
    #[arg(long, value_name = "NAME")]
    pub(crate) country: Option<String>,

    #[command(flatten)]
    pub(crate) facts: FactArguments,
}

const SHOW_EXAMPLES: &str = "\
Examples:
  whomet show Tammsoo news.whomet
  whomet show \"Liberia River Guard\" articles/ --evidence";

#[derive(Debug, Args)]
#[command(after_help = SHOW_EXAMPLES)]
pub(crate) struct ShowArguments {
    /// Name or id of a thing.
    pub(crate) name: String,

    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) facts: FactArguments,
}

const PATH_EXAMPLES: &str = "\
Examples:
  whomet path Tammsoo Quispe news.whomet
  whomet path Tammsoo Quispe --steps 3 --through country --status asserted,planned

A chain goes by facts only, unless --status says otherwise. It does not lead through countries and places, nor from a part
to its whole, unless --through allows it; through what is joined to many others it costs more.";

#[derive(Debug, Args)]
#[command(after_help = PATH_EXAMPLES)]
pub(crate) struct PathArguments {
    /// One end.
    #[arg(value_name = "A")]
    pub(crate) one: String,

    /// The other end.
    #[arg(value_name = "B")]
    pub(crate) other: String,

    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// At most this many chains.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) max: usize,

    /// At most this many steps.
    #[arg(long, value_name = "N", default_value_t = 4)]
    pub(crate) steps: usize,

    /// Let chains lead through these.
    #[arg(long, value_delimiter = ',', value_parser = ["country", "place", "part_of"])]
    pub(crate) through: Vec<String>,

    #[command(flatten)]
    pub(crate) facts: FactArguments,
}

const TIMELINE_EXAMPLES: &str = "\
Examples:
  whomet timeline Tammsoo news.whomet --since 2024-01
  whomet timeline articles/ --relation met,visited

What no sentence dates stands at the date of its first article, in brackets.";

#[derive(Debug, Args)]
#[command(after_help = TIMELINE_EXAMPLES)]
pub(crate) struct TimelineArguments {
    /// A name, if only its timeline is asked for, then a graph, a project, or articles.
    #[arg(value_name = "NAME|INPUT")]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) facts: FactArguments,
}

const CONTRADICTIONS_EXAMPLES: &str = "\
Examples:
  whomet contradictions news.whomet
  whomet contradictions Tammsoo news.whomet --evidence";

#[derive(Debug, Args)]
#[command(after_help = CONTRADICTIONS_EXAMPLES)]
pub(crate) struct ContradictionsArguments {
    /// A name, if only it is asked for, then a graph, a project, or articles.
    #[arg(value_name = "NAME|INPUT")]
    pub(crate) words: Vec<String>,

    #[command(flatten)]
    pub(crate) facts: FactArguments,
}

const COMMON_EXAMPLES: &str = "\
Examples:
  whomet common Tammsoo Quispe news.whomet
  whomet common Tammsoo Quispe articles/ --json";

#[derive(Debug, Args)]
#[command(after_help = COMMON_EXAMPLES)]
pub(crate) struct CommonQuestionArguments {
    /// One thing.
    #[arg(value_name = "A")]
    pub(crate) one: String,

    /// The other.
    #[arg(value_name = "B")]
    pub(crate) other: String,

    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) facts: FactArguments,
}

const LIST_EXAMPLES: &str = "\
Examples:
  whomet list people news.whomet
  whomet list agencies articles/ --sort mentions --top 20";

#[derive(Debug, Args)]
#[command(after_help = LIST_EXAMPLES)]
pub(crate) struct ListArguments {
    /// What to list: people, agencies, groups, organizations, countries, places, programmes, events, or all.
    pub(crate) kind: String,

    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Order: most connected, most mentioned, last mentioned, or by name.
    #[arg(long, default_value = "degree", value_parser = ["degree", "mentions", "date", "name"])]
    pub(crate) sort: String,

    /// Only the first N.
    #[arg(long, value_name = "N")]
    pub(crate) top: Option<usize>,

    #[command(flatten)]
    pub(crate) answer: AnswerArguments,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,
}

const SEARCH_EXAMPLES: &str = "\
Examples:
  whomet search \"patrol boats\" news.whomet
  whomet search drought articles/ --since 2024-03 --top 5

Finds the passages with all these words, and the things in them. Projects and articles are searched in full; a graph has
only the sentences of its evidence.";

#[derive(Debug, Args)]
#[command(after_help = SEARCH_EXAMPLES)]
pub(crate) struct SearchArguments {
    /// Words; case and diacritics do not matter.
    pub(crate) text: String,

    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// At most N passages.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) top: usize,

    #[command(flatten)]
    pub(crate) answer: AnswerArguments,

    #[command(flatten, next_help_heading = "Choose articles")]
    pub(crate) articles: ArticleArguments,
}

const CENTRAL_EXAMPLES: &str = "\
Examples:
  whomet central news.whomet
  whomet central graph.json --by betweenness --top 10 --type person

Facts join; plans and denials do not. In a graph of more than 2,000 nodes, betweenness is estimated from 2,000 of them.";

#[derive(Debug, Args)]
#[command(after_help = CENTRAL_EXAMPLES)]
pub(crate) struct CentralArguments {
    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Order by this figure.
    #[arg(long, default_value = "pagerank", value_parser = ["degree", "betweenness", "pagerank"])]
    pub(crate) by: String,

    /// Only the first N.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) top: usize,

    #[command(flatten)]
    pub(crate) answer: AnswerArguments,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,
}

const CHANGES_EXAMPLES: &str = "\
Examples:
  whomet changes news.whomet --since 2024-03-18
  whomet changes --since 2024-03 --json";

#[derive(Debug, Args)]
#[command(after_help = CHANGES_EXAMPLES)]
pub(crate) struct ChangesArguments {
    /// The project; the default is the only .whomet file in this folder.
    pub(crate) project: Option<PathBuf>,

    /// Since the beginning of this day, month or year (UTC): when a document came in, not when it was published.
    #[arg(long, value_name = "DATE")]
    pub(crate) since: whomet::date::PartialDate,

    /// Answer as JSON.
    #[arg(long)]
    pub(crate) json: bool,

    /// Answer as CSV.
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
}

const SPARQL_EXAMPLES: &str = "\
Examples:
  whomet sparql \"SELECT ?name WHERE { ?a whomet:met ?b . ?a rdfs:label ?name }\" news.whomet
  whomet sparql \"SELECT ?p (COUNT(*) AS ?n) WHERE { ?s a rdf:Statement ; rdf:predicate ?p } GROUP BY ?p\" graph.json --csv

The prefixes whomet, schema, prov, rdf, rdfs and xsd are known; docs/vocabulary.ttl describes the terms. A fact is a triple
(?a whomet:met ?b); facts, plans and denials are resources of type rdf:Statement with whomet:status. The triples of all
articles are loaded into memory, about 4 KB for each relation.";

#[derive(Debug, Args)]
#[command(after_help = SPARQL_EXAMPLES)]
pub(crate) struct SparqlArguments {
    /// One question in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE.
    pub(crate) query: String,

    /// A graph, a project, or articles.
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) answer: AnswerArguments,
}

const SQL_EXAMPLES: &str = "\
Examples:
  whomet sql \"SELECT type, count(*) FROM entities GROUP BY type\" news.whomet
  whomet sql \"SELECT date, sentence FROM statements WHERE relation = 'met' ORDER BY date\" --csv

Questions only read. The views of a project:
  articles    name, date, title, source, url, path, line, text
  mentions    document, words, name, type, kind, title, start, length, rule, confidence
  statements  document, subject, relation, object, status, date, sentence, rule, confidence
  entities    id, type, name, names, documents
  relations   subject, relation, object, status, date, document, sentence
  changes     at, change, document
  judgements  id, ruling, left, right, by, at, score, reason
Full text: SELECT name FROM document WHERE id IN (SELECT rowid FROM words WHERE words MATCH 'lima')
Places in texts count characters from 0; SQLite's substr() counts from 1.";

#[derive(Debug, Args)]
#[command(after_help = SQL_EXAMPLES)]
pub(crate) struct SqlArguments {
    /// One question in SQL, as SQLite understands it.
    pub(crate) query: String,

    /// The project; the default is the only .whomet file in this folder.
    pub(crate) project: Option<PathBuf>,

    /// Answer as JSON.
    #[arg(long)]
    pub(crate) json: bool,

    /// Answer as CSV.
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
}

//! The arguments as typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::ask::ask_args::{
    CentralArguments, ChangesArguments, CommonQuestionArguments, ContradictionsArguments, ListArguments, MetArguments,
    PathArguments, SearchArguments, ShowArguments, SparqlArguments, SqlArguments, TimelineArguments,
};
#[cfg(feature = "evaluation")]
use super::eval::EvalCommand;
use super::export::export_args::ExportArguments;
use super::help::help_args::{CompletionsArguments, ManArguments};
use super::judging::judging_args::{
    ImportArguments, JudgeArguments, LogArguments, MergeArguments, SplitArguments, UndoArguments, WhyArguments,
};
use super::project::args::{AddArguments, RemoveArguments, StatusArguments, UpdateArguments};
use super::review::review_args::ReviewArguments;
use super::rules::RulesCommand;
use super::selection_args::SelectionArguments;
use super::shared_args::{CommonArguments, DataArguments, InputArguments, OutputArguments};
use super::text::text_args::TextArguments;
#[cfg(feature = "training")]
use super::train::TrainCommand;
use super::view::view_args::ViewArguments;

/// Read news articles and build a graph of who met whom: people, agencies, groups, countries, places, programmes and
/// events, with the sentence behind every edge.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  whomet build articles/ -o graph.json       reads all articles in a folder into one graph
  whomet build articles/ -o graph.svg        draws it
  whomet view articles/ -o page.html --open  shows it in the browser
  whomet met Tammsoo --graph graph.json      lists who met Tammsoo
  whomet add news.whomet articles/           adds articles to a project, a file that keeps them
  whomet explain visit.txt                   shows why there is an edge, or why not

Exit codes: 0 done, 1 done but some inputs were not read, 2 not done.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build a graph from articles.
    Build(BuildArguments),
    /// Add articles to a project: a file that keeps articles and what was found in them.
    Add(AddArguments),
    /// Remove documents from a project, with everything found in them.
    Remove(RemoveArguments),
    /// Reread the inputs of a project: new, changed and deleted files.
    Update(UpdateArguments),
    /// Count what a project contains.
    Status(StatusArguments),
    /// Write a graph in another format, or a part of it.
    Export(ExportArguments),
    /// List the formats that can be read and written, with the programs that open each.
    #[command(after_help = FORMATS_EXAMPLES)]
    Formats,
    /// Go through the doubtful pairs of a project and judge them.
    Review(ReviewArguments),
    /// Judge whether two names are one entity.
    Judge(JudgeArguments),
    /// Judge that several names are one entity.
    Merge(MergeArguments),
    /// Judge that an entity is several.
    Split(SplitArguments),
    /// Take back the last judgements.
    Undo(UndoArguments),
    /// List all judgements: who decided what, when and why, and which were taken back.
    Log(LogArguments),
    /// Import judgements from another project.
    Import(ImportArguments),
    /// Explain why an entity is one, or why two names are one entity or two.
    Why(WhyArguments),
    /// Write a page for the browser in which a graph can be explored.
    View(ViewArguments),
    /// Who met whom, when, where, and who says so.
    Met(MetArguments),
    /// Everything about one thing: names, offices, meetings, visits, stances, events, sources.
    Show(ShowArguments),
    /// How two things are connected: the shortest chains, with the evidence of every step.
    Path(PathArguments),
    /// What happened when, to somebody or to all.
    Timeline(TimelineArguments),
    /// What two things share: contacts, events, bodies.
    Common(CommonQuestionArguments),
    /// List people, agencies, programmes and other things.
    List(ListArguments),
    /// Find passages with words, and the things in them.
    Search(SearchArguments),
    /// Who is in the middle: degree, betweenness and PageRank.
    Central(CentralArguments),
    /// Where sources contradict each other.
    Contradictions(ContradictionsArguments),
    /// What a project was given since a date.
    Changes(ChangesArguments),
    /// Ask in SPARQL.
    Sparql(SparqlArguments),
    /// Ask a project in SQL.
    Sql(SqlArguments),
    /// Print a script that completes commands and options in a shell.
    Completions(CompletionsArguments),
    /// Write man pages.
    Man(ManArguments),
    /// Show every mention in articles with its type, what it refers to, and why.
    Mentions(MentionsArguments),
    /// Show which rule made an edge over which path, and where other rules failed.
    Explain(ExplainArguments),
    /// Compare two names: are they one entity? Prints score and reasons as JSON.
    Compare(CompareArguments),
    /// Print the text that is kept of articles, without markup; offsets refer to it.
    Text(TextArguments),
    /// Print sentences, tags, lemmas and trees in CoNLL-U.
    #[command(alias = "analyse")]
    Analyze(AnalyzeArguments),
    /// Check your own rules.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Train a model on annotated texts.
    #[cfg(feature = "training")]
    #[command(subcommand)]
    Train(TrainCommand),
    /// Measure the analysis on annotated texts.
    #[cfg(feature = "evaluation")]
    #[command(subcommand)]
    Eval(EvalCommand),
}

const FORMATS_EXAMPLES: &str = "\
Examples:
  whomet formats
  whomet formats | grep html";

const BUILD_EXAMPLES: &str = "\
Examples:
  whomet build visit.txt                      JSON on standard output
  whomet build visit.txt news.jsonl more/ -o graph.dot
  curl -s https://example.org/visit.txt | whomet build - --format dot

Articles are text, Markdown, saved pages, mail, feeds, tables, PDF and other files; `whomet formats` lists them.";

#[derive(Debug, Args)]
#[command(after_help = BUILD_EXAMPLES)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) articles: InputArguments,

    #[command(flatten)]
    pub(crate) graph: OutputArguments,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const MENTIONS_EXAMPLES: &str = "\
Examples:
  whomet mentions visit.txt
  whomet mentions visit.txt --json
  whomet mentions visit.txt --lexicon my-agencies.tsv";

#[derive(Debug, Args)]
#[command(after_help = MENTIONS_EXAMPLES)]
pub(crate) struct MentionsArguments {
    #[command(flatten)]
    pub(crate) articles: InputArguments,

    /// Answer as JSON; offsets are characters, 0-based, end excluded.
    #[arg(long)]
    pub(crate) json: bool,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  whomet explain visit.txt                               every rule that was triggered
  whomet explain visit.txt --relation met
  whomet explain visit.txt --between Tammsoo Quispe      why there is an edge between them, or why not
  whomet explain visit.txt --rules my-rules.toml";

#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub(crate) articles: InputArguments,

    /// Show only rules of this relation.
    #[arg(long, value_name = "NAME")]
    pub(crate) relation: Option<String>,

    /// Show only sentences that mention both; names match loosely.
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub(crate) between: Vec<String>,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

const COMPARE_EXAMPLES: &str = "\
Examples:
  whomet compare --type person \"Moana Tui\" \"M. Tui\"
  whomet compare --type agency \"Ministry of Health of Peru\" \"Peruvian Health Ministry\"

This compares only the names; across articles, what the articles say about both counts, too.";

#[derive(Debug, Args)]
#[command(after_help = COMPARE_EXAMPLES)]
pub(crate) struct CompareArguments {
    /// The entity type of both names, from the ontology (person, agency, place, ...).
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) entity_type: String,

    /// One name.
    #[arg(value_name = "NAME")]
    pub(crate) left: String,

    /// The other name.
    #[arg(value_name = "NAME")]
    pub(crate) right: String,

    /// Use this ontology (TOML) instead of the shipped one.
    #[arg(long, value_name = "FILE")]
    pub(crate) ontology: Option<PathBuf>,

    /// Add this gazetteer of names, titles or head nouns, as for `whomet build`.
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
}

const ANALYZE_EXAMPLES: &str = "\
Examples:
  whomet analyze visit.txt > visit.conllu
  whomet analyze articles/ --models my-models";

#[derive(Debug, Args)]
#[command(after_help = ANALYZE_EXAMPLES)]
pub(crate) struct AnalyzeArguments {
    #[command(flatten)]
    pub(crate) articles: InputArguments,

    #[command(flatten)]
    pub(crate) data: DataArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

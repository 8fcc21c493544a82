//! Arguments of the commands with which people judge names, as typed.

use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use whomet::resolution::Answer;

use super::judge::Judge;

const JUDGE_EXAMPLES: &str = "\
Examples:
  whomet judge news.whomet person/moana-tui person/m-tui same
  whomet judge news.whomet \"Interior Ministry\" \"Ministry of the Interior\" different --reason \"two countries\"

Name an entity by the id of its node, by the key of one of its names (see `whomet why`), or by a name that no other
entity has. The latest judgement overrides older ones; `whomet undo` takes it back.";

#[derive(Debug, Args)]
#[command(after_help = JUDGE_EXAMPLES)]
pub(crate) struct JudgeArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// One of two entities.
    #[arg(value_name = "A")]
    pub(crate) one: String,

    /// The other one.
    #[arg(value_name = "B")]
    pub(crate) other: String,

    /// Whether they are one entity.
    #[arg(value_parser = answer_parser())]
    pub(crate) answer: Answer,

    #[command(flatten)]
    pub(crate) judge: Judge,
}

/// Accepts the word of an answer; the help lists all with their meaning.
fn answer_parser() -> impl TypedValueParser<Value = Answer> {
    let with_help = |answer: Answer| {
        let help = match answer {
            Answer::Same => "They are one entity",
            Answer::Different => "They are two entities",
            Answer::Unsure => "You cannot tell; they stay apart and are not shown again",
        };
        PossibleValue::new(answer.as_str()).help(help)
    };
    let of_word = |word: String| Answer::ALL.into_iter().find(|answer| answer.as_str() == word);
    PossibleValuesParser::new(Answer::ALL.map(with_help))
        .map(move |word| of_word(word).expect("only the words of answers are accepted"))
}

const MERGE_EXAMPLES: &str = "\
Examples:
  whomet merge news.whomet person/moana-tui person/m-tui \"Minister Tui\"
  whomet merge news.whomet group/river-guard place/river-guard --force     one of them was read as another kind of thing";

#[derive(Debug, Args)]
#[command(after_help = MERGE_EXAMPLES)]
pub(crate) struct MergeArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Two or more names of one entity.
    #[arg(required = true, num_args = 2.., value_name = "NAME")]
    pub(crate) names: Vec<String>,

    /// Merge things of different kinds, such as a person and a country.
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) judge: Judge,
}

const SPLIT_EXAMPLES: &str = "\
Examples:
  whomet split news.whomet person/john-tui                          all its names become entities of their own
  whomet split news.whomet person/john-tui person/j-tui             this name becomes one
  whomet split news.whomet person/john-tui --document a7 a9         in these articles the name means another";

#[derive(Debug, Args)]
#[command(after_help = SPLIT_EXAMPLES)]
pub(crate) struct SplitArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// The entity to split.
    pub(crate) entity: String,

    /// Keys of names to separate from the rest; without any, every name becomes an entity of its own.
    #[arg(value_name = "KEY", conflicts_with = "document")]
    pub(crate) parts: Vec<String>,

    /// Documents in which the name means another entity.
    #[arg(long, value_name = "DOCUMENT", num_args = 1..)]
    pub(crate) document: Vec<String>,

    #[command(flatten)]
    pub(crate) judge: Judge,
}

const UNDO_EXAMPLES: &str = "\
Examples:
  whomet undo news.whomet        takes back the last judgement, merge or split
  whomet undo news.whomet 3      the last three";

#[derive(Debug, Args)]
#[command(after_help = UNDO_EXAMPLES)]
pub(crate) struct UndoArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Number of commands to take back.
    #[arg(default_value_t = 1)]
    pub(crate) count: usize,

    #[command(flatten)]
    pub(crate) judge: Judge,
}

const LOG_EXAMPLES: &str = "\
Examples:
  whomet log news.whomet
  whomet log news.whomet --json > judgements.jsonl     to share them; `whomet import` reads them";

#[derive(Debug, Args)]
#[command(after_help = LOG_EXAMPLES)]
pub(crate) struct LogArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Print one judgement per line, as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  whomet log theirs.whomet --json > judgements.jsonl
  whomet import ours.whomet judgements.jsonl

Judgements that were taken back or are already known are skipped.";

#[derive(Debug, Args)]
#[command(after_help = IMPORT_EXAMPLES)]
pub(crate) struct ImportArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// Judgements as written by `whomet log --json`.
    pub(crate) file: PathBuf,
}

const WHY_EXAMPLES: &str = "\
Examples:
  whomet why news.whomet \"Moana Tui\"                        which names were merged, and why
  whomet why news.whomet person/moana-tui person/m-tui      why two names are one entity or two";

#[derive(Debug, Args)]
#[command(after_help = WHY_EXAMPLES)]
pub(crate) struct WhyArguments {
    /// The project.
    pub(crate) project: PathBuf,

    /// An entity: its id, the key of one of its names, or a name.
    #[arg(value_name = "A")]
    pub(crate) one: String,

    /// Another one.
    #[arg(value_name = "B")]
    pub(crate) other: Option<String>,

    /// Print the answer as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

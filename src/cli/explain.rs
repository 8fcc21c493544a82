//! `whomet explain`: shows for each triggered rule what it found or where it failed.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rayon::prelude::*;
use whomet::ids::{MentionId, RuleName, SentenceId};
use whomet::ontology::Ontology;
use whomet::pipeline::{Settings, read_document};
use whomet::provenance::Provenance;
use whomet::record::ReadDocument;
use whomet::relation::{Account, Statement, Verdict, explain_relations};

use super::args::ExplainArguments;
use super::build::read_articles;
use super::data::Data;
use super::error::CliError;
use super::outcome::Outcome;
use super::report::{Reporter, one_line, print};
use super::rules::note_unchecked;
use super::threads::pool;

pub(super) fn run(arguments: &ExplainArguments) -> Result<Outcome, CliError> {
    let data = Data::read(&arguments.data)?;
    check_relation(arguments.relation.as_deref(), data.ontology())?;
    let reporter = Reporter::new(arguments.common.quiet);
    note_unchecked(&arguments.data.rules, &reporter);
    let (documents, problems) =
        read_articles(&arguments.articles.inputs, arguments.articles.reading.options(), &reporter)?;
    let settings = data.settings();
    let texts: Vec<String> = pool(&arguments.common)?.install(|| {
        let explained = documents.into_par_iter().map(|document| {
            let record = read_document(document, &settings);
            Explanation { record: &record, settings: &settings, arguments }.text()
        });
        explained.collect()
    });
    texts.iter().for_each(|text| print(text));
    if let [first, second] = &arguments.between[..]
        && texts.iter().all(String::is_empty)
    {
        print(&format!("no sentence mentions both \"{first}\" and \"{second}\"\n"));
    }
    Ok(Outcome::of(problems.len()))
}

fn check_relation(name: Option<&str>, ontology: &Ontology) -> Result<(), CliError> {
    match name {
        Some(name) if ontology.relation(name).is_none() => {
            let known: Vec<&str> = ontology.relations.iter().map(|class| class.name.as_str()).collect();
            Err(CliError::UnknownRelation { name: name.to_owned(), known: known.join(", ") })
        }
        _ => Ok(()),
    }
}

/// The explanation of one document.
struct Explanation<'a> {
    record: &'a ReadDocument,
    settings: &'a Settings<'a>,
    arguments: &'a ExplainArguments,
}

impl Explanation<'_> {
    /// The requested sentences; empty if two names were given and no sentence mentions both.
    fn text(&self) -> String {
        let (document, mentions) = (&self.record.document, &self.record.mentions);
        let explained = explain_relations(document, mentions, self.settings);
        let is_of_two = !self.arguments.between.is_empty();
        let mut sentences = String::new();
        let ids = (0..document.sentences.len()).map(SentenceId::new);
        for id in ids.filter(|&id| self.mentions_both(id)) {
            // A sentence without a trigger has no account, but may state an office, which needs no rule.
            let account = explained.binary_search_by_key(&id, |account| account.sentence).map(|at| &explained[at]).ok();
            let mut lines = self.lines(id, account.map_or(&[], |account| &account.accounts));
            if lines.is_empty() && is_of_two {
                lines.push("    no rule is triggered: none has its word here and two mentions of its types".to_owned());
            }
            if !lines.is_empty() {
                let surface = one_line(document.surface(document.sentence(id).span));
                let read_as = account.map(|account| format!("  read as: {}\n", account.read_as)).unwrap_or_default();
                let _ = writeln!(sentences, "\n  {surface}\n{read_as}{}", lines.join("\n"));
            }
        }
        if sentences.is_empty() && is_of_two {
            return sentences;
        }
        format!("{}\n{sentences}\n", document.document.id)
    }

    /// First the statements without a trigger, then what each rule found.
    fn lines(&self, id: SentenceId, accounts: &[Account]) -> Vec<String> {
        let is_wanted = |relation: &str| self.arguments.relation.as_deref().is_none_or(|wanted| wanted == relation);
        let by_rule: BTreeSet<&RuleName> = accounts.iter().map(|account| &account.rule).collect();
        let others = self.record.statements.iter().filter(|statement| {
            let Provenance { sentence: place, rule, .. } = &statement.provenance;
            *place == id && !by_rule.contains(rule) && is_wanted(statement.relation.as_str())
        });
        let other = |statement: &Statement| {
            let (ends, status) = (self.ends(statement.subject, statement.object), statement.status.as_str());
            format!("    {} {ends} [{status}]  by {}", statement.relation, statement.provenance.rule)
        };
        // A rule that any name triggers fails nearly everywhere, which explains nothing.
        let is_told = |account: &&Account| !account.is_by_name || matches!(account.verdict, Verdict::Made(_));
        let accounts = accounts.iter().filter(is_told).filter(|account| is_wanted(account.relation.as_str()));
        others.map(other).chain(accounts.flat_map(|account| self.account(account))).collect()
    }

    fn account(&self, account: &Account) -> Vec<String> {
        let trigger = one_line(self.record.document.surface(account.trigger));
        match &account.verdict {
            Verdict::Made(made) => made
                .iter()
                .map(|made| {
                    let (ends, status) = (self.ends(made.subject, made.object), made.status.as_str());
                    let (relation, rule, path) = (account.relation, &account.rule, &made.path);
                    format!("    {relation} {ends} [{status}]  by {rule} at \"{trigger}\": {path}")
                })
                .collect(),
            Verdict::Failed(_, reason) | Verdict::Disallowed(reason) => {
                vec![format!("    no {}  {} at \"{trigger}\": {reason}", account.relation, account.rule)]
            }
        }
    }

    fn ends(&self, subject: MentionId, object: MentionId) -> String {
        let surface =
            |id: MentionId| one_line(self.record.document.surface(self.record.mentions[id.index()].provenance.span));
        format!("({} | {})", surface(subject), surface(object))
    }

    /// Returns whether the sentence refers to both names of `--between`, by any mention in their chains or by "they".
    fn mentions_both(&self, id: SentenceId) -> bool {
        self.arguments.between.iter().all(|name| self.mentions(id, &name.to_lowercase()))
    }

    fn mentions(&self, id: SentenceId, name: &str) -> bool {
        let record = self.record;
        let surface = |mention: &MentionId| {
            record.document.surface(record.mentions[mention.index()].provenance.span).to_lowercase()
        };
        let is_here = |mention: MentionId| record.mentions[mention.index()].provenance.sentence == id;
        let mut meant =
            record.chains.iter().filter(|chain| chain.mentions.iter().any(|mention| surface(mention).contains(name)));
        meant.any(|chain| {
            let mut plurals = record.plurals.iter().filter(|plural| is_here(plural.mention));
            let is_among = |members: &[MentionId]| members.iter().any(|member| chain.mentions.contains(member));
            chain.mentions.iter().any(|&mention| is_here(mention)) || plurals.any(|plural| is_among(&plural.members))
        })
    }
}

//! `whomet mentions`: shows each mention with its type, its chain, the reason, and the other candidates.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;
use serde_json::{Value, json};
use whomet::coreference::{CorefChain, CorefLink, PluralReference};
use whomet::ids::MentionId;
use whomet::mention::{Mention, MentionKind, Vote};
use whomet::ontology::EntityType;
use whomet::pipeline::read_document;
use whomet::record::ReadDocument;
use whomet::span::CharCounter;

use super::args::MentionsArguments;
use super::build::read_articles;
use super::data::Data;
use super::error::CliError;
use super::outcome::Outcome;
use super::report::{Reporter, one_line, print};
use super::rules::note_unchecked;
use super::threads::pool;

pub(super) fn run(arguments: &MentionsArguments) -> Result<Outcome, CliError> {
    let data = Data::read(&arguments.data)?;
    let reporter = Reporter::new(arguments.common.quiet);
    note_unchecked(&arguments.data.rules, &reporter);
    let (documents, problems) =
        read_articles(&arguments.articles.inputs, arguments.articles.reading.options(), &reporter)?;
    let settings = data.settings();
    let records: Vec<ReadDocument> = pool(&arguments.common)?
        .install(|| documents.into_par_iter().map(|document| read_document(document, &settings)).collect());
    let explained = records.iter().map(Explained::new);
    if arguments.json {
        let all: Vec<Value> = explained.map(|record| record.as_json()).collect();
        print(&format!("{:#}\n", Value::Array(all)));
    } else {
        explained.for_each(|record| print(&record.as_text()));
    }
    Ok(Outcome::of(problems.len()))
}

/// A document with the chain of each mention.
struct Explained<'a> {
    record: &'a ReadDocument,
    chain_of: BTreeMap<MentionId, &'a CorefChain>,
    link_of: BTreeMap<MentionId, &'a CorefLink>,
    plural_of: BTreeMap<MentionId, &'a PluralReference>,
}

impl<'a> Explained<'a> {
    fn new(record: &'a ReadDocument) -> Self {
        let members =
            record.chains.iter().flat_map(|chain| chain.mentions.iter().map(move |&mention| (mention, chain)));
        let links = record.chains.iter().flat_map(|chain| &chain.links);
        let plurals = record.plurals.iter().map(|plural| (plural.mention, plural));
        let link_of = links.map(|link| (link.mention, link)).collect();
        Self { record, chain_of: members.collect(), link_of, plural_of: plurals.collect() }
    }

    /// What the mention refers to: one entity, or the members of a plural separated by " + "; `None` if unknown.
    fn meant(&self, mention: &Mention) -> Option<String> {
        let plural = self.plural_of.get(&mention.id);
        let members = plural.map_or_else(|| vec![mention.id], |plural| plural.members.clone());
        let names: Vec<String> = members.iter().filter_map(|member| self.name_of(*member)).collect();
        (!names.is_empty()).then(|| names.join(" + "))
    }

    /// The name in the gazetteer, or the fullest name in the mention's chain; `None` for a mention without a chain.
    fn name_of(&self, mention: MentionId) -> Option<String> {
        let chain = self.chain_of.get(&mention)?;
        let members = || chain.mentions.iter().map(|member| &self.record.mentions[member.index()]);
        let is_country = chain.entity_type == EntityType::COUNTRY;
        let entry = members().find_map(|member| member.canonical.as_deref()).filter(|_| is_country);
        let named = members().filter(|member| member.identifies()).map(|member| member.label(&self.record.document));
        entry.map(str::to_owned).or_else(|| named.max_by_key(|name| (name.split_whitespace().count(), name.len())))
    }

    /// The sieve that resolved the mention, with its score.
    fn reason(&self, mention: &Mention) -> Option<(&'a str, f32)> {
        let link = self.link_of.get(&mention.id).map(|link| (link.sieve.as_str(), link.confidence));
        let plural = || self.plural_of.get(&mention.id).map(|plural| (plural.sieve.as_str(), plural.confidence));
        link.or_else(plural)
    }

    fn as_text(&self) -> String {
        let document = &self.record.document;
        let mut text = format!("{}\n", document.document.id);
        let mut sentence = None;
        for mention in &self.record.mentions {
            let id = mention.provenance.sentence;
            if sentence != Some(id) {
                sentence = Some(id);
                let _ = writeln!(text, "\n  {}", one_line(document.surface(document.sentence(id).span)));
            }
            let surface = one_line(document.surface(mention.provenance.span));
            let meant = self.meant(mention).unwrap_or("-".to_owned());
            let why = self
                .reason(mention)
                .map_or(String::new(), |(sieve, confidence)| format!(", joined by {sieve} ({confidence})"));
            let rule = &mention.provenance.rule;
            let kind = if mention.nested_in.is_some() { "nested" } else { kind(mention) };
            let votes = self.votes(mention);
            let _ = writeln!(
                text,
                "    {:<13}{surface:<36} {kind:<8} {meant:<36} {rule}{why}{votes}",
                mention.entity_type.as_str()
            );
        }
        text.push('\n');
        text
    }

    /// The other candidates: "; also name-finder; against place "Suva" gazetteer:places".
    fn votes(&self, mention: &Mention) -> String {
        let document = &self.record.document;
        let (also, against): (Vec<&Vote>, Vec<&Vote>) = mention.votes.iter().partition(|vote| vote.agrees);
        let also = also.iter().map(|vote| format!("; also {}", vote.rule));
        let against = against.iter().map(|vote| {
            let surface = one_line(document.surface(vote.span));
            let place = if vote.span == mention.provenance.span { String::new() } else { format!(" \"{surface}\"") };
            format!("; against {}{place} {}", vote.entity_type, vote.rule)
        });
        also.chain(against).collect()
    }

    fn as_json(&self) -> Value {
        let document = &self.record.document;
        let counter = CharCounter::new(&document.document.text);
        let vote = |vote: &Vote| {
            let span = counter.chars(vote.span);
            json!({
                "start": span.start(),
                "end": span.end(),
                "type": vote.entity_type,
                "rule": vote.rule,
                "confidence": hundredths(vote.confidence),
                "agrees": vote.agrees,
            })
        };
        let mention = |mention: &Mention| {
            let span = counter.chars(mention.provenance.span);
            let reason = self.reason(mention);
            json!({
                "start": span.start(),
                "end": span.end(),
                "text": document.surface(mention.provenance.span),
                "sentence": mention.provenance.sentence.index(),
                "kind": kind(mention),
                "nested": mention.nested_in.is_some(),
                "type": mention.entity_type,
                "chain": self.chain_of.get(&mention.id).map(|chain| chain.id.index()),
                "meant": self.meant(mention),
                "rule": mention.provenance.rule,
                "confidence": hundredths(mention.provenance.confidence),
                "joined_by": reason.map(|(sieve, _)| sieve),
                "joined_with": reason.map(|(_, confidence)| hundredths(confidence)),
                "votes": mention.votes.iter().map(vote).collect::<Vec<Value>>(),
            })
        };
        json!({
            "document": document.document.id,
            "mentions": self.record.mentions.iter().map(mention).collect::<Vec<Value>>(),
        })
    }
}

fn kind(mention: &Mention) -> &'static str {
    match mention.kind {
        MentionKind::Name => "name",
        MentionKind::Nominal => "nominal",
        MentionKind::Pronoun => "pronoun",
    }
}

fn hundredths(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

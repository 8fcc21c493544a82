//! Turns a read document into its record: byte spans become character spans, and each mention gets its surface form.

use std::collections::BTreeMap;

use super::document_record::{ChainRecord, DocumentInfo, DocumentRecord};
use super::mention_record::{Joining, MentionRecord};
use super::read_document::ReadDocument;
use super::statement_record::{StatementRecord, TimeRecord};
use crate::document::Document;
use crate::ids::{ChainId, MentionId};
use crate::mention::Mention;
use crate::relation::{StatedTime, Statement};
use crate::span::{Byte, CharCounter, Span};

impl From<ReadDocument> for DocumentRecord {
    fn from(read: ReadDocument) -> Self {
        let keeper = Keeper::new(&read);
        let mentions = read.mentions.iter().map(|mention| keeper.mention(mention)).collect();
        let statements = read.statements.iter().map(|statement| keeper.statement(statement)).collect();
        let info = DocumentInfo::from(&read.document.document);
        let chains = read
            .chains
            .into_iter()
            .map(|chain| ChainRecord { entity_type: chain.entity_type, mentions: chain.mentions })
            .collect();
        Self { info, mentions, chains, statements, plurals: read.plurals, text: read.document.document.text }
    }
}

impl From<&Document> for DocumentInfo {
    fn from(document: &Document) -> Self {
        Self {
            id: document.id.clone(),
            path: document.path.clone(),
            line: document.line,
            title: document.title.clone(),
            date: document.date,
            url: document.url.clone(),
            source: document.source.clone(),
            sha256: document.sha256(),
            characters: document.text.chars().count(),
        }
    }
}

struct Keeper<'a> {
    read: &'a ReadDocument,
    counter: CharCounter<'a>,
    chain_of: BTreeMap<MentionId, ChainId>,
    joining_of: BTreeMap<MentionId, Joining>,
}

impl<'a> Keeper<'a> {
    fn new(read: &'a ReadDocument) -> Self {
        let members = |(id, mentions): (ChainId, &'a [MentionId])| mentions.iter().map(move |&mention| (mention, id));
        let links = read.chains.iter().flat_map(|chain| &chain.links);
        let joining = links
            .map(|link| (link.mention, Joining { sieve: link.sieve.clone(), confidence: link.confidence }))
            .collect();
        Self {
            read,
            counter: CharCounter::new(&read.document.document.text),
            chain_of: read.chains.iter().map(|chain| (chain.id, chain.mentions.as_slice())).flat_map(members).collect(),
            joining_of: joining,
        }
    }

    fn surface(&self, span: Span<Byte>) -> String {
        self.read.document.surface(span).to_owned()
    }

    fn mention(&self, mention: &Mention) -> MentionRecord {
        let document = &self.read.document;
        let sentence = document.sentence(mention.provenance.sentence);
        MentionRecord {
            span: self.counter.chars(mention.provenance.span),
            surface: self.surface(mention.provenance.span),
            kind: mention.kind,
            entity_type: mention.entity_type,
            label: mention.identifies().then(|| mention.label(document)),
            canonical: mention.canonical.clone(),
            iso3166: mention.iso3166.clone(),
            is_demonym: mention.is_demonym,
            title: mention.title.map(|tokens| self.surface(sentence.bytes(tokens))),
            gender: mention.gender,
            rule: mention.provenance.rule.clone(),
            confidence: mention.provenance.confidence,
            chain: self.chain_of.get(&mention.id).copied(),
            joined: self.joining_of.get(&mention.id).cloned(),
        }
    }

    fn statement(&self, statement: &Statement) -> StatementRecord {
        let own = |(key, value): (&&str, &String)| ((*key).to_owned(), value.clone());
        StatementRecord {
            relation: statement.relation,
            subject: statement.subject,
            object: statement.object,
            status: statement.status,
            span: self.counter.chars(statement.provenance.span),
            trigger: self.counter.chars(statement.trigger).start(),
            date: statement.time.and_then(|time| time.date()),
            time: statement.time.map(|time| self.time(&time)),
            place: statement.place,
            speaker: statement.speaker,
            attributes: statement.attributes.iter().map(own).collect(),
            path: statement.path.clone(),
            rule: statement.provenance.rule.clone(),
            confidence: statement.provenance.confidence,
        }
    }

    fn time(&self, time: &StatedTime) -> TimeRecord {
        let interval = time.value.filter(|value| value.date().is_none());
        TimeRecord {
            text: self.surface(time.span),
            interval: interval.map(|interval| interval.to_string()),
            basis: time.basis,
            note: time.diagnostic.map(|diagnostic| diagnostic.to_string()),
        }
    }
}

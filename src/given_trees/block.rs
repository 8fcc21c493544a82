//! Reads sentences with their trees and mentions, a token a line.

use crate::analysis::{AnalyzedDocument, DepTree, Deprel, Sentence, SentenceKind, Tag, Token, TokenId, Upos, Xpos};
use crate::document::Document;
use crate::ids::{MentionId, SentenceId};
use crate::language::Gender;
use crate::mention::{Mention, MentionKind};
use crate::ontology::{EntityType, Ontology};
use crate::provenance::Provenance;
use crate::span::{Byte, Span};
use crate::text::fold;

/// The day on which all articles of the cases were published, a Friday.
const PUBLISHED: &str = "2022-06-10";

/// Sentences as analysis would give them, and their mentions.
pub(super) struct Block {
    pub(super) document: AnalyzedDocument,
    pub(super) mentions: Vec<Mention>,
}

impl Block {
    /// The text on one line.
    pub(super) fn text(&self) -> String {
        self.document.document.text.clone()
    }
}

/// What is wrong with a block.
pub(super) struct BlockError {
    /// Its line in the block, 1-based.
    pub(super) line: usize,
    pub(super) reason: String,
}

/// Reads a block. A line is a token, `form[/lemma] XPOS head deprel [marks]`; an empty line ends a sentence.
///
/// `_` in a form is a space. The lemma may be left out where it is the form in small letters, or that of a name. The
/// head is written as its form, `form#2` for the second of them, `0` for none. The marks of a mention are its type, and
/// `nominal`, `pronoun`, `plural`, `male`, `female`, `demonym=Peru`; `title` and `phrase` open the title or the phrase of
/// the next mention.
pub(super) fn read_block(text: &str) -> Result<Block, BlockError> {
    let mut sentences: Vec<Vec<Row>> = vec![Vec::new()];
    for (index, line) in text.lines().enumerate() {
        match line.trim() {
            "" => sentences.push(Vec::new()),
            line => sentences.last_mut().expect("there is one from the start").push(Row::read(line, index + 1)?),
        }
    }
    sentences.retain(|rows| !rows.is_empty());
    let spans = Spans::of(&sentences);
    let mut document = Document::all_body("case", spans.text.as_str());
    document.date = Some(PUBLISHED.parse().expect("it is a date"));
    let mut block = Block { document: AnalyzedDocument { document, sentences: Vec::new() }, mentions: Vec::new() };
    for (rows, spans) in sentences.iter().zip(spans.of_sentences) {
        let sentence = sentence_of(rows, &spans)?;
        add_mentions(&mut block, rows, &sentence)?;
        block.document.sentences.push(sentence);
    }
    Ok(block)
}

/// One line of a block.
struct Row {
    line: usize,
    form: String,
    lemma: String,
    tag: Tag,
    /// As it is written.
    head: String,
    deprel: Deprel,
    marks: Vec<String>,
}

impl Row {
    fn read(text: &str, line: usize) -> Result<Self, BlockError> {
        let error = |reason: String| BlockError { line, reason };
        let [word, xpos, head, deprel, marks @ ..] = &text.split_whitespace().collect::<Vec<_>>()[..] else {
            return Err(error("expected form, XPOS, head and deprel".to_owned()));
        };
        let xpos: Xpos = xpos.parse().map_err(|unknown| error(format!("{unknown}")))?;
        let deprel: Deprel = deprel.parse().map_err(|unknown| error(format!("{unknown}")))?;
        let (form, lemma) = word.split_once('/').map_or((*word, None), |(form, lemma)| (form, Some(lemma)));
        let form = form.replace('_', " ");
        let lemma = match lemma {
            Some(lemma) => lemma.to_owned(),
            None if matches!(xpos.as_str(), "VBD" | "VBN" | "VBG" | "VBZ" | "NNS" | "JJR" | "JJS") => {
                return Err(error(format!("expected the lemma of \"{form}\", as in \"met/meet\"")));
            }
            None if xpos.as_str().starts_with("NNP") => form.clone(),
            None => form.to_lowercase(),
        };
        let tag = Tag { upos: upos_of(xpos.as_str(), deprel, &lemma), xpos };
        let marks = marks.iter().map(|mark| (*mark).to_owned()).collect();
        Ok(Self { line, form, lemma, tag, head: head.replace('_', " "), deprel, marks })
    }

    /// The token on which this one of `rows` depends.
    fn head_in(&self, rows: &[Self]) -> Result<Option<TokenId>, BlockError> {
        let (form, count) = match self.head.rsplit_once('#') {
            Some((form, count)) => (form, count.parse().unwrap_or(0)),
            None => (self.head.as_str(), 1),
        };
        let mut places = (0..).zip(rows).filter(|(_, row)| row.form == form).map(|(at, _)| TokenId(at));
        let found = places.nth(usize::max(count, 1) - 1);
        let error = |reason: String| Err(BlockError { line: self.line, reason });
        match found {
            _ if self.head == "0" => Ok(None),
            None => error(format!("no token \"{}\" to depend on", self.head)),
            Some(_) if self.head == form && places.next().is_some() => {
                error(format!("several tokens \"{form}\" to depend on, write \"{form}#2\" for the second"))
            }
            found => Ok(found),
        }
    }
}

/// The universal part of speech as the English treebanks pair it with their own.
fn upos_of(xpos: &str, deprel: Deprel, lemma: &str) -> Upos {
    let is_auxiliary = matches!(deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop);
    match xpos {
        "NN" | "NNS" => Upos::Noun,
        "NNP" | "NNPS" => Upos::Propn,
        "VB" | "VBD" | "VBN" | "VBG" | "VBZ" | "VBP" if !is_auxiliary => Upos::Verb,
        "VB" | "VBD" | "VBN" | "VBG" | "VBZ" | "VBP" | "MD" => Upos::Aux,
        "JJ" | "JJR" | "JJS" => Upos::Adj,
        "RB" if matches!(lemma, "not" | "n't") => Upos::Part,
        "RB" | "RBR" | "RBS" | "WRB" => Upos::Adv,
        "IN" if deprel == Deprel::Mark => Upos::Sconj,
        "IN" | "RP" => Upos::Adp,
        "TO" if deprel == Deprel::Case => Upos::Adp,
        "TO" | "POS" => Upos::Part,
        "DT" | "PDT" | "WDT" if matches!(deprel, Deprel::Det | Deprel::DetPredet | Deprel::CcPreconj) => Upos::Det,
        "DT" | "PDT" | "WDT" | "PRP" | "PRP$" | "WP" | "WP$" | "EX" => Upos::Pron,
        "CD" => Upos::Num,
        "CC" => Upos::Cconj,
        "$" | "SYM" => Upos::Sym,
        "UH" => Upos::Intj,
        "FW" | "XX" | "GW" | "ADD" | "AFX" => Upos::X,
        _ => Upos::Punct,
    }
}

/// The text that the tokens make, and where each of them stands in it.
struct Spans {
    text: String,
    of_sentences: Vec<Vec<Span<Byte>>>,
}

impl Spans {
    fn of(sentences: &[Vec<Row>]) -> Self {
        let mut spans = Self { text: String::new(), of_sentences: Vec::new() };
        for rows in sentences {
            let mut of_sentence = Vec::new();
            for row in rows {
                let is_closing =
                    matches!(row.form.as_str(), "," | "." | ";" | ":" | "?" | ")" | "”" | "'s" | "'" | "n't");
                let is_opened = spans.text.is_empty() || spans.text.ends_with(['(', '“', '$', '€']);
                if !is_closing && !is_opened {
                    spans.text.push(' ');
                }
                let start = spans.text.len();
                spans.text.push_str(&row.form);
                of_sentence.push(Span::new(start, spans.text.len()));
            }
            spans.of_sentences.push(of_sentence);
        }
        spans
    }
}

fn sentence_of(rows: &[Row], spans: &[Span<Byte>]) -> Result<Sentence, BlockError> {
    let heads = rows.iter().map(|row| row.head_in(rows)).collect::<Result<_, _>>()?;
    let deprels = rows.iter().map(|row| row.deprel).collect();
    let line = rows[0].line;
    let tree = DepTree::new(heads, deprels).map_err(|error| BlockError { line, reason: error.to_string() })?;
    let token = |(row, span): (&Row, &Span<Byte>)| Token { span: *span, lemma: row.lemma.clone(), tag: row.tag };
    Ok(Sentence {
        span: spans[0].cover(spans[spans.len() - 1]),
        tokens: rows.iter().zip(spans).map(token).collect(),
        tree,
        masked: None,
        names: Vec::new(),
        kind: SentenceKind::Prose,
    })
}

/// Adds the mentions that the marks of a sentence describe.
fn add_mentions(block: &mut Block, rows: &[Row], sentence: &Sentence) -> Result<(), BlockError> {
    let (mut title, mut phrase) = (None, None);
    for (at, row) in rows.iter().enumerate() {
        match row.marks.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => {}
            ["title"] => title = title.or(Some(at)),
            ["phrase"] => phrase = phrase.or(Some(at)),
            _ => {
                let mut mention = mention_of(block, row, at, sentence)?;
                mention.title = title.take().map(|start| Span::new(start, at));
                mention.phrase = phrase.take().map(|start| Span::new(start, at + 1));
                block.mentions.push(mention);
            }
        }
    }
    Ok(())
}

fn mention_of(block: &Block, row: &Row, at: usize, sentence: &Sentence) -> Result<Mention, BlockError> {
    let span = sentence.tokens[at].span;
    let provenance = Provenance {
        document: block.document.document.id.clone(),
        sentence: SentenceId::new(block.document.sentences.len()),
        span,
        rule: "given".into(),
        confidence: 1.0,
    };
    let id = MentionId::new(block.mentions.len());
    let mut mention = Mention::given(id, at, (&fold(&row.form), EntityType::PERSON), provenance);
    for mark in &row.marks {
        match mark.as_str() {
            "nominal" => mention.kind = MentionKind::Nominal,
            "pronoun" => mention.kind = MentionKind::Pronoun,
            "plural" => mention.is_plural = true,
            "male" => mention.gender = Some(Gender::Male),
            "female" => mention.gender = Some(Gender::Female),
            _ => match (mark.strip_prefix("demonym="), Ontology::shipped().entity(mark)) {
                (Some(country), _) => (mention.is_demonym, mention.canonical) = (true, Some(country.to_owned())),
                (None, Some(class)) => mention.entity_type = class.name,
                (None, None) => {
                    return Err(BlockError { line: row.line, reason: format!("unknown mark \"{mark}\"") });
                }
            },
        }
    }
    if mention.kind == MentionKind::Name && mention.entity_type == EntityType::COUNTRY && !mention.is_demonym {
        mention.canonical = Some(row.form.clone());
    }
    Ok(mention)
}

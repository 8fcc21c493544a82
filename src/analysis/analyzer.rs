//! Runs all steps of the analysis in order.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::abbreviations::Abbreviations;
use super::analyzed_document::AnalyzedDocument;
use super::flat_names::keep_names_together;
use super::labels::Upos;
use super::lemma::{Lemmatizer, LemmatizerScratch};
use super::masked_sentence::MaskedSentence;
use super::masking::{MaskedWord, Masking, StandIn};
use super::mended_tags::mend_verbs;
use super::model_file::ModelError;
use super::names::{NameFinder, NameScratch};
use super::parser::{Parser, ParserScratch};
use super::sentence::Sentence;
use super::sentence_splitter::split_sentences;
use super::tag::{Tag, UnknownXpos, Xpos};
use super::tagged_document::{TaggedDocument, TaggedSentence};
use super::tagger::{Tagger, TaggerScratch};
use super::token::Token;
use super::tokenizer::tokenize;
use super::tree::DepTree;
use crate::document::Document;
use crate::span::Span;

/// The models and lists that an analysis needs; shared by all threads.
pub struct Analyzer {
    tagger: Tagger,
    lemmatizer: Lemmatizer,
    parser: Parser,
    names: NameFinder,
}

/// Why a folder of models cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelFolderError {
    /// A model file cannot be read.
    #[error("{path}: cannot be read: {source}", path = .path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The error of the system.
        source: std::io::Error,
    },
    /// A file is not a model, or has another kind or version.
    #[error("{path}: {source}", path = .path.display())]
    Model {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ModelError,
    },
    /// The folder holds no model file.
    #[error("{path}: no models in this folder; expected some of {names}", path = .path.display())]
    NoModels {
        /// The folder.
        path: PathBuf,
        /// The names of model files.
        names: String,
    },
}

/// The model files that [`Analyzer::from_folder`] looks for.
pub const MODEL_FILES: [&str; 4] = ["tagger.bin", "lemmatizer.bin", "parser.bin", "names.bin"];

/// The lemma of the verb that forms the perfect with a participle. The models know English, too.
const PERFECT_AUXILIARY: &str = "have";

/// Buffers for one document, reused for each sentence.
#[derive(Default)]
struct Scratch {
    tagger: TaggerScratch,
    lemmatizer: LemmatizerScratch,
    parser: ParserScratch,
    names: NameScratch,
}

impl Analyzer {
    /// The analyzer with the models of the library; they are loaded once.
    #[must_use]
    pub fn shipped() -> &'static Self {
        // Two threads halve the time to start. They are not those of a pool, which could ask for the analyzer meanwhile.
        static SHIPPED: LazyLock<Analyzer> = LazyLock::new(|| {
            std::thread::scope(|scope| {
                let names = scope.spawn(NameFinder::shipped);
                let (tagger, lemmatizer, parser) = (Tagger::shipped(), Lemmatizer::shipped(), Parser::shipped());
                Analyzer { tagger, lemmatizer, parser, names: names.join().expect("the tests read the shipped model") }
            })
        });
        &SHIPPED
    }

    /// An analyzer with the models in `folder`; the shipped model replaces a missing file.
    ///
    /// # Errors
    /// [`ModelFolderError`] if a model cannot be read or the folder holds none.
    pub fn from_folder(folder: &Path) -> Result<Self, ModelFolderError> {
        if !MODEL_FILES.iter().any(|name| folder.join(name).exists()) {
            return Err(ModelFolderError::NoModels { path: folder.to_owned(), names: MODEL_FILES.join(", ") });
        }
        let [tagger, lemmatizer, parser, names] = MODEL_FILES.map(|name| folder.join(name));
        Ok(Self {
            tagger: load(tagger, Tagger::from_bytes, Tagger::shipped)?,
            lemmatizer: load(lemmatizer, Lemmatizer::from_bytes, Lemmatizer::shipped)?,
            parser: load(parser, Parser::from_bytes, Parser::shipped)?,
            names: load(names, NameFinder::from_bytes, NameFinder::shipped)?,
        })
    }

    /// Analyzes a document as it stands: [`tag`](Self::tag), then [`parse`](Self::parse).
    ///
    /// # Complexity
    /// Linear in the length of the body.
    #[must_use]
    pub fn analyze(&self, document: Document) -> AnalyzedDocument {
        self.parse(self.tag(document))
    }

    /// Splits the body of a document into sentences and tokens, tags and lemmatizes them, and finds the names of the
    /// whole document.
    ///
    /// # Complexity
    /// Linear in the length of the body.
    #[must_use]
    pub fn tag(&self, document: Document) -> TaggedDocument {
        let mut scratch = Scratch::default();
        let text = document.text.as_str();
        let raw = split_sentences(&document, Abbreviations::shipped());
        let forms: Vec<Vec<&str>> =
            raw.iter().map(|raw| raw.tokens.iter().map(|span| span.slice(text)).collect()).collect();
        let tags: Vec<Vec<Tag>> = forms.iter().map(|forms| self.tag_words(forms, &mut scratch)).collect();
        let names = self.names.find(&forms, &tags, &mut scratch.names);
        let mut sentences = Vec::with_capacity(raw.len());
        for (((raw, forms), tags), names) in raw.iter().zip(&forms).zip(&tags).zip(names) {
            let lemmas = self.lemmatize(forms, tags, &mut scratch);
            let words = raw.tokens.iter().zip(tags).zip(lemmas);
            let tokens = words.map(|((&span, &tag), lemma)| Token { span, lemma, tag }).collect();
            sentences.push(TaggedSentence { span: raw.span(), tokens, names, kind: raw.kind });
        }
        TaggedDocument { document, sentences }
    }

    /// Parses every sentence as it stands; the parts of a personal name stay together.
    ///
    /// # Complexity
    /// Linear in the number of tokens.
    #[must_use]
    pub fn parse(&self, tagged: TaggedDocument) -> AnalyzedDocument {
        let TaggedDocument { document, sentences } = tagged;
        let mut scratch = ParserScratch::default();
        let parse = |sentence: TaggedSentence| {
            let forms: Vec<&str> = sentence.tokens.iter().map(|token| token.span.slice(&document.text)).collect();
            let tree = self.parser.parse(&forms, &sentence.tags(), &mut scratch);
            let tree = keep_names_together(tree, &sentence.names);
            sentence.with_tree(tree)
        };
        let sentences = sentences.into_iter().map(parse).collect();
        AnalyzedDocument { document, sentences }
    }

    /// Parses every sentence in its masked form; `maskings` has one entry per sentence.
    ///
    /// # Panics
    /// If the number of maskings is not that of the sentences.
    ///
    /// # Complexity
    /// Linear in the number of tokens.
    #[must_use]
    pub fn parse_masked(&self, tagged: TaggedDocument, maskings: Vec<Masking>) -> AnalyzedDocument {
        let TaggedDocument { document, sentences } = tagged;
        assert_eq!(sentences.len(), maskings.len(), "one masking per sentence");
        let mut scratch = Scratch::default();
        let parse = |(sentence, masking)| self.parse_sentence(&document.text, sentence, masking, &mut scratch);
        let sentences = sentences.into_iter().zip(maskings).map(parse).collect();
        AnalyzedDocument { document, sentences }
    }

    fn parse_sentence(
        &self,
        text: &str,
        sentence: TaggedSentence,
        masking: Masking,
        scratch: &mut Scratch,
    ) -> Sentence {
        let word = |word: &MaskedWord| self.masked_token(&sentence, word);
        let mut tokens: Vec<Token> = masking.words.iter().map(word).collect();
        let forms: Vec<Cow<'_, str>> = masking.words.iter().map(|word| form(text, &sentence, word, &masking)).collect();
        let forms: Vec<&str> = forms.iter().map(|form| &**form).collect();
        if masking.is_title_case {
            // The tagger takes every capitalized word for a name.
            let tags = self.tag_words(&forms, scratch);
            let lemmas = self.lemmatize(&forms, &tags, scratch);
            for (token, (tag, lemma)) in tokens.iter_mut().zip(tags.into_iter().zip(lemmas)) {
                (token.tag, token.lemma) = (tag, lemma);
            }
        }
        let tags: Vec<Tag> = tokens.iter().map(|token| token.tag).collect();
        let tree = self.parser.parse(&forms, &tags, &mut scratch.parser);
        if masking.is_plain(sentence.tokens.len()) {
            return sentence.with_tree(tree);
        }
        let masked = MaskedSentence { words: masking.words, tokens, tree };
        let whole = masked.tree_over(&sentence.tokens).expect("the words of a masking keep a tree a tree");
        Sentence { masked: Some(masked), ..sentence.with_tree(whole) }
    }

    fn masked_token(&self, sentence: &TaggedSentence, word: &MaskedWord) -> Token {
        let head = &sentence.tokens[word.head.index()];
        let tag = word.stand_in.map_or(head.tag, |_| StandIn::tag());
        let lemma = word.stand_in.map_or_else(|| head.lemma.clone(), |stand_in| stand_in.form().to_owned());
        Token { span: sentence.bytes(word.tokens), lemma, tag }
    }

    /// The parser, for sentences whose forms or tags are not those of a document.
    ///
    /// # Example
    /// ```
    /// use whomet::analysis::{Analyzer, ParserScratch, Tag, TokenId, Upos};
    ///
    /// let tag = |upos, xpos: &str| Tag { upos, xpos: xpos.parse().unwrap() };
    /// let tags = [tag(Upos::Propn, "NNP"), tag(Upos::Verb, "VBD"), tag(Upos::Propn, "NNP")];
    /// let tree = Analyzer::shipped().parser().parse(&["John", "met", "John"], &tags, &mut ParserScratch::default());
    /// assert_eq!(tree.root(), Some(TokenId(1)));
    /// ```
    #[must_use]
    pub fn parser(&self) -> &Parser {
        &self.parser
    }

    /// Tags, lemmatizes and parses the words of one sentence, for instance of a treebank.
    #[must_use]
    pub fn analyze_words(&self, forms: &[&str]) -> (Vec<(Tag, String)>, DepTree) {
        let mut scratch = Scratch::default();
        let tags = self.tag_words(forms, &mut scratch);
        let tree = self.parser.parse(forms, &tags, &mut scratch.parser);
        let lemmas = self.lemmatize(forms, &tags, &mut scratch);
        (tags.into_iter().zip(lemmas).collect(), tree)
    }

    /// Whether the tagger knows the lemma or a form of it.
    pub(crate) fn knows(&self, lemma: &str) -> bool {
        self.tagger.knows(lemma) || self.has_known_form(lemma).unwrap_or(false)
    }

    fn has_known_form(&self, lemma: &str) -> Result<bool, UnknownXpos> {
        let stem = lemma.strip_suffix(['e', 'y']).unwrap_or(lemma);
        let forms = [
            (Upos::Verb, "VBD", [format!("{lemma}d"), format!("{lemma}ed"), format!("{stem}ied")]),
            (Upos::Verb, "VBZ", [format!("{lemma}s"), format!("{lemma}es"), format!("{stem}ies")]),
            (Upos::Noun, "NNS", [format!("{lemma}s"), format!("{lemma}es"), format!("{stem}ies")]),
        ];
        for (upos, xpos, forms) in forms {
            let tag = Tag { upos, xpos: xpos.parse()? };
            // "Imposed" is known, but is no form of "impos".
            if forms.iter().any(|form| self.tagger.knows(form) && self.lemmatizer.lemma(form, tag) == lemma) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn tag_words(&self, forms: &[&str], scratch: &mut Scratch) -> Vec<Tag> {
        let mut tags = Vec::with_capacity(forms.len());
        self.tagger.tag(forms, &mut scratch.tagger, &mut tags);
        self.mend_participles(forms, &mut tags);
        mend_verbs(forms, &mut tags);
        tags
    }

    /// "Having accepted it": after "have", with only adverbs between, what looks like a past tense is a participle.
    fn mend_participles(&self, forms: &[&str], tags: &mut [Tag]) {
        for at in 1..tags.len() {
            if tags[at].xpos == Xpos::VBD {
                let before = (0..at).rev().find(|&before| tags[before].upos != Upos::Adv);
                let is_have = |before: usize| self.lemmatizer.lemma(forms[before], tags[before]) == PERFECT_AUXILIARY;
                if before.is_some_and(|before| matches!(tags[before].upos, Upos::Aux | Upos::Verb) && is_have(before)) {
                    tags[at].xpos = Xpos::VBN;
                }
            }
        }
    }

    fn lemmatize(&self, forms: &[&str], tags: &[Tag], scratch: &mut Scratch) -> Vec<String> {
        let lemma = |(form, tag): (&&str, &Tag)| {
            let mut lemma = String::new();
            self.lemmatizer.lemmatize(form, *tag, &mut scratch.lemmatizer, &mut lemma);
            lemma
        };
        forms.iter().zip(tags).map(lemma).collect()
    }
}

/// What the parser reads for a word of a masking.
fn form<'t>(text: &'t str, sentence: &TaggedSentence, word: &MaskedWord, masking: &Masking) -> Cow<'t, str> {
    let surface = sentence.tokens[word.head.index()].span.slice(text);
    match word.stand_in {
        Some(stand_in) => Cow::Borrowed(stand_in.form()),
        None if masking.is_title_case => Cow::Owned(surface.to_lowercase()),
        None => Cow::Borrowed(surface),
    }
}

fn load<T>(
    path: PathBuf,
    read: impl FnOnce(&[u8]) -> Result<T, ModelError>,
    shipped: impl FnOnce() -> T,
) -> Result<T, ModelFolderError> {
    match std::fs::read(&path) {
        Ok(bytes) => read(&bytes).map_err(|source| ModelFolderError::Model { path, source }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(shipped()),
        Err(source) => Err(ModelFolderError::Unreadable { path, source }),
    }
}

/// Tokenizes a short text, such as a name in a list.
pub(crate) fn words_of(text: &str) -> Vec<String> {
    let tokens = tokenize(text, Span::new(0, text.len()), Abbreviations::shipped());
    tokens.into_iter().map(|span| span.slice(text).replace(['’', '‘'], "'")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_thousands_of_tokens_has_one_tree() {
        let text = "the minister met the general and ".repeat(800);
        let analyzed = Analyzer::shipped().analyze(Document::from_text("long", text));
        assert_eq!(analyzed.sentences.len(), 1);
        let sentence = &analyzed.sentences[0];
        assert_eq!((sentence.tokens.len(), sentence.tree.len()), (4_800, 4_800));
        assert_eq!(sentence.tree.heads().iter().filter(|head| head.is_none()).count(), 1);
    }

    #[test]
    fn a_past_tense_after_have_is_a_participle() {
        let xpos = |text: &str, form: &str| {
            let analyzed = Analyzer::shipped().analyze(Document::from_text("have", text));
            let mut tokens = analyzed.sentences.iter().flat_map(|sentence| &sentence.tokens);
            tokens.find(|token| analyzed.surface(token.span) == form).unwrap().tag.xpos
        };
        assert_eq!(xpos("Having accepted them, the army left.", "accepted"), Xpos::VBN);
        assert_eq!(xpos("They have now attacked them.", "attacked"), Xpos::VBN);
        assert_eq!(xpos("They attacked them.", "attacked"), Xpos::VBD);
    }

    #[test]
    fn a_folder_without_models_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let error = Analyzer::from_folder(folder.path()).err().unwrap().to_string();
        assert!(
            error.ends_with(
                "no models in this folder; expected some of tagger.bin, lemmatizer.bin, parser.bin, names.bin"
            )
        );
        std::fs::write(folder.path().join("names.bin"), b"PK").unwrap();
        let error = Analyzer::from_folder(folder.path()).err().unwrap().to_string();
        assert!(error.ends_with("names.bin: expected a whomet model file, found other contents"), "{error}");
    }
}

//! Annotated documents in, features and allowed tags of every token out.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::allowed::allowed_tags;
use super::disguise::Disguise;
use super::draft::{Draft, DraftName, recase, split_words, title_case};
use super::name_lists::{NameLists, Pools};
use super::recipe::{Recipe, Source};
use crate::analysis::names::known_names::{KnownNames, List};
use crate::analysis::names::lattice::Row;
use crate::analysis::names::name_features::features;
use crate::analysis::names::name_kind::NameKind;
use crate::analysis::names::seen_sentence::SeenSentence;
use crate::analysis::tag::Tag;
use crate::analysis::tagger::{Tagger, TaggerScratch};
use crate::corpus::{LabelMeaning, LabeledDocument, LabeledSentence, UnknownNameLabel};
use crate::flat_table::FlatTable;
use crate::stable_hash::fnv;
use crate::stable_random::Random;

/// Why a name finder cannot be trained.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrainError {
    /// A source has a label that is not in the table of labels.
    #[error("{file}: {source}")]
    Label {
        /// File of the source.
        file: String,
        /// The label.
        source: UnknownNameLabel,
    },
    /// There is not one sentence to learn from.
    #[error("expected annotated sentences, found none; check the files and filters of the recipe")]
    Empty,
}

/// A sentence of the corpus.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    /// Tokens in the flat vectors of the corpus.
    pub(crate) tokens: Range<usize>,
    pub(crate) weight: f32,
    /// Whether a program labelled it.
    pub(crate) is_silver: bool,
}

/// Everything to learn from, in flat vectors.
#[derive(Debug, Default)]
pub(crate) struct Corpus {
    /// Key of each feature; its index is the number the other fields use.
    pub(crate) features: Vec<u32>,
    /// Whether a feature belongs to one source only and is not part of the model.
    pub(crate) is_private: Vec<bool>,
    pub(crate) examples: Vec<Example>,
    /// Per token the end of its features in `ids`; they start where those of the token before end.
    pub(crate) ends: Vec<usize>,
    pub(crate) ids: Vec<u32>,
    /// Per token the bit set of its possible tags.
    pub(crate) allowed: Vec<u32>,
    /// Per token the scores that are fixed already; empty until the last step.
    pub(crate) fixed: Vec<Row>,
    /// Examples of each document.
    pub(crate) documents: Vec<Range<usize>>,
    /// One per example.
    pub(crate) views: Vec<SeenSentence>,
}

impl Corpus {
    /// The features of a token.
    pub(crate) fn features_of(&self, token: usize) -> &[u32] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ids[start..self.ends[token]]
    }

    /// Replaces feature numbers by what `renumber` says; features without a new number are left out.
    pub(crate) fn renumber(&mut self, renumber: impl Fn(u32) -> Option<u32>) {
        let (mut read, mut write) = (0, 0);
        for end in &mut self.ends {
            while read < *end {
                if let Some(new) = renumber(self.ids[read]) {
                    self.ids[write] = new;
                    write += 1;
                }
                read += 1;
            }
            *end = write;
        }
        self.ids.truncate(write);
    }

    /// Leaves out the features that are not kept.
    pub(crate) fn keep(&mut self, kept: &[bool]) {
        let mut numbers = vec![None; kept.len()];
        let places = numbers.iter_mut().zip(kept).filter(|(_, kept)| **kept);
        for (new, (number, _)) in (0..).zip(places) {
            *number = Some(new);
        }
        self.renumber(|id| numbers[id as usize]);
        let mut flags = kept.iter();
        self.features.retain(|_| flags.next().copied().unwrap_or(false));
        let mut flags = kept.iter();
        self.is_private.retain(|_| flags.next().copied().unwrap_or(false));
    }

    /// Numbers the feature keys in `ids`, leaving out those seen fewer than `at_least` times.
    pub(crate) fn number_features(&mut self, at_least: usize) {
        let mut sorted = self.ids.clone();
        sorted.sort_unstable();
        let often = sorted.chunk_by(|a, b| a == b).filter(|same| same.len() >= at_least);
        let features: Vec<u32> = often.map(|same| same[0]).collect();
        let numbers: HashMap<u32, u32> = features.iter().copied().zip(0..).collect();
        self.renumber(|key| numbers.get(&key).copied());
        self.features = features;
    }
}

/// Builds a [`Corpus`] source by source.
pub(crate) struct Preparer<'a> {
    recipe: &'a Recipe,
    lexicon: KnownNames,
    pools: Pools,
    scratch: TaggerScratch,
    random: Random,
    corpus: Corpus,
    private: BTreeSet<u32>,
    sources: u32,
}

impl<'a> Preparer<'a> {
    pub(crate) fn new(recipe: &'a Recipe, lists: &NameLists, entries: &[(u32, u32)]) -> Self {
        Self {
            recipe,
            lexicon: KnownNames::from_entries(entries),
            pools: lists.pools(),
            scratch: TaggerScratch::default(),
            random: Random::new(recipe.seed),
            corpus: Corpus::default(),
            private: BTreeSet::new(),
            sources: 0,
        }
    }

    /// Adds the documents of a source, with their disguised copies.
    ///
    /// `tagger` tags the words as they stand in the end.
    pub(crate) fn add(
        &mut self,
        source: &Source,
        documents: &[LabeledDocument],
        tagger: &Tagger,
    ) -> Result<(), TrainError> {
        self.sources += 1;
        for document in documents {
            let size = if source.window == 0 { document.sentences.len().max(1) } else { source.window };
            for sentences in document.sentences.chunks(size) {
                let finely = self.random.chance(10);
                let split = (finely || (source.joins_hyphens && self.random.chance(50))).then_some(finely);
                let drafts = sentences.iter().map(|sentence| self.draft(source, sentence, split));
                let drafts: Vec<Draft> = drafts.collect::<Result<_, _>>()?;
                self.add_document(source, &drafts, tagger);
                for _ in 0..source.disguised {
                    if let Some(mut disguise) = Disguise::new(&self.pools, &mut self.random) {
                        let changed: Vec<Draft> =
                            drafts.iter().map(|draft| disguise.apply(draft, &mut self.random)).collect();
                        self.add_document(source, &changed, tagger);
                    }
                }
            }
        }
        Ok(())
    }

    /// The features by number, those seen too seldom left out.
    pub(crate) fn finish(self) -> Result<Corpus, TrainError> {
        let Self { mut corpus, private, recipe, .. } = self;
        if corpus.examples.is_empty() {
            return Err(TrainError::Empty);
        }
        corpus.number_features(recipe.at_least as usize);
        corpus.is_private = corpus.features.iter().map(|key| private.contains(key)).collect();
        Ok(corpus)
    }

    /// Turns the labels of a sentence to kinds, with the corrections its source needs.
    fn draft(&self, source: &Source, sentence: &LabeledSentence, split: Option<bool>) -> Result<Draft, TrainError> {
        let mut draft = Draft { tokens: sentence.tokens.clone(), ..Draft::default() };
        for span in &sentence.spans {
            let meaning: LabelMeaning =
                span.label.parse().map_err(|error| TrainError::Label { file: source.file.clone(), source: error })?;
            let kind = match meaning {
                LabelMeaning::Outside => continue,
                LabelMeaning::Unclear => None,
                LabelMeaning::ProperNoun => {
                    draft.proper_nouns.push(span.tokens.start);
                    continue;
                }
                LabelMeaning::ProperName => {
                    draft.proper_nouns.extend(span.tokens.clone());
                    draft.proper_names.push(span.tokens.clone());
                    continue;
                }
                LabelMeaning::Name(kind) => Some(kind),
            };
            draft.names.push(DraftName { tokens: span.tokens.clone(), kind });
        }
        self.correct(source, &mut draft);
        Ok(match split {
            Some(finely) => split_words(&draft, finely),
            None => draft,
        })
    }

    /// Cuts titles off and gives demonyms their kind.
    fn correct(&self, source: &Source, draft: &mut Draft) {
        let mut view = SeenSentence::default();
        view.load(&draft.tokens, &[], &self.lexicon);
        let is_on = |at: usize, list: List| view.marks[at] & list.all_bits() != 0;
        for name in &mut draft.names {
            let (start, end) = (name.tokens.start, name.tokens.end);
            if source.titles_inside && name.kind == Some(NameKind::Person) {
                let cut = (start..end).take_while(|&at| is_on(at, List::Title)).count();
                // A title alone is no name; "King" may be all there is of one, so nothing is learned from it.
                if cut == end - start {
                    name.kind = None;
                } else {
                    name.tokens.start += cut;
                }
            }
            if name.tokens.clone().all(|at| is_on(at, List::Country)) && name.kind.is_some() {
                name.kind = Some(NameKind::Place);
            } else if source.silver
                && name.tokens.clone().any(|at| is_on(at, List::Country))
                && name.kind == Some(NameKind::Person)
            {
                name.kind = None;
            }
            let is_demonym = |at: usize| is_on(at, List::Demonym) && !is_on(at, List::Country);
            if name.tokens.clone().all(is_demonym) && name.kind != Some(NameKind::Person) {
                name.kind = Some(NameKind::Norp);
            } else if source.silver && end - start == 1 && name.kind == Some(NameKind::Place) {
                let known = is_on(start, List::Country) || is_on(start, List::Settlement);
                if !known && looks_like_demonym(&draft.tokens[start]) {
                    name.kind = None;
                }
            }
        }
    }

    fn add_document(&mut self, source: &Source, drafts: &[Draft], tagger: &Tagger) {
        let first = self.corpus.examples.len();
        let mut views = Vec::with_capacity(drafts.len());
        let mut shown: Vec<Draft> = Vec::with_capacity(drafts.len());
        for draft in drafts {
            shown.push(draft.clone());
            if self.random.chance(self.recipe.capitals) {
                shown.push(recase(draft, |token, _| token.to_uppercase()));
            } else if self.random.chance(self.recipe.capitals) {
                shown.push(recase(draft, title_case));
            }
        }
        let mut spellings = FlatTable::default();
        for draft in &shown {
            let mut view = SeenSentence::default();
            let tags = self.tags(&draft.tokens, tagger);
            view.load(&draft.tokens, &tags, &self.lexicon);
            view.report(&mut spellings);
            views.push(view);
        }
        for (mut view, draft) in views.into_iter().zip(&shown) {
            view.notice(&spellings);
            self.hide_marks(&mut view, draft);
            self.add_example(source, view, draft);
        }
        self.corpus.documents.push(first..self.corpus.examples.len());
    }

    fn tags(&mut self, tokens: &[String], tagger: &Tagger) -> Vec<Tag> {
        let forms: Vec<&str> = tokens.iter().map(String::as_str).collect();
        let mut tags = Vec::with_capacity(forms.len());
        tagger.tag(&forms, &mut self.scratch, &mut tags);
        tags
    }

    /// Hides the list marks of some names, so that names on no list are learned too.
    fn hide_marks(&mut self, view: &mut SeenSentence, draft: &Draft) {
        for name in &draft.names {
            if self.random.chance(self.recipe.hide_lists) {
                view.marks[name.tokens.clone()].iter_mut().for_each(|marks| *marks &= List::unnamed_bits());
            }
        }
    }

    fn add_example(&mut self, source: &Source, view: SeenSentence, draft: &Draft) {
        let corpus = &mut self.corpus;
        let start = corpus.ends.len();
        for (at, word) in view.words.iter().enumerate() {
            features(&view, at, &mut |key| corpus.ids.push(key));
            // What is peculiar to a source is learned by features of its own, which the model leaves behind
            // (Daumé III 2007, ACL, "Frustratingly easy domain adaptation").
            for key in [fnv::join(200 + self.sources, 0, 0, 0), fnv::join(300 + self.sources, word.lower, 0, 0)] {
                self.private.insert(key);
                corpus.ids.push(key);
            }
            corpus.ends.push(corpus.ids.len());
        }
        corpus.allowed.extend(allowed_tags(source, &view, draft));
        corpus.examples.push(Example {
            tokens: start..corpus.ends.len(),
            weight: source.weight,
            is_silver: source.silver,
        });
        corpus.views.push(view);
    }
}

/// Endings of demonyms, for names that a silver corpus calls places: `Darfuri`, `Balkan`, `Senegalese`.
fn looks_like_demonym(token: &str) -> bool {
    ["an", "ans", "ese", "ish", "i", "is", "ic"].iter().any(|ending| token.ends_with(ending))
}

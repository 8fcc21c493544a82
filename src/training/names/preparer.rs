//! Turns annotated documents into the features and allowed tags of every token.

use std::collections::BTreeSet;

use super::allowed::allowed_tags;
use super::disguise::Disguise;
use super::draft::{Draft, DraftName, recase, split_words, title_case};
use super::name_lists::{NameLists, Pools};
use super::recipe::{Recipe, Source};
use super::train_error::TrainError;
use super::training_corpus::{Corpus, Example};
use crate::analysis::names::known_names::{KnownNames, List};
use crate::analysis::names::name_features::features;
use crate::analysis::names::name_kind::NameKind;
use crate::analysis::names::seen_sentence::SeenSentence;
use crate::analysis::tag::Tag;
use crate::analysis::tagger::{Tagger, TaggerScratch};
use crate::corpus::{LabelMeaning, LabeledDocument, LabeledSentence};
use crate::flat_table::FlatTable;
use crate::stable_hash::fnv;
use crate::stable_random::Random;

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
    pub(crate) fn new(recipe: &'a Recipe, lists: &NameLists, entries: &[(u32, u32)]) -> Result<Self, TrainError> {
        Ok(Self {
            recipe,
            lexicon: KnownNames::from_entries(entries),
            pools: lists.pools()?,
            scratch: TaggerScratch::default(),
            random: Random::new(recipe.seed),
            corpus: Corpus::default(),
            private: BTreeSet::new(),
            sources: 0,
        })
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
                // A title alone is not a name, but "King" may be a whole name, so nothing is learned from it.
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
            // Features of their own take up what is peculiar to a source; the model drops them (Daumé III 2007, ACL,
            // "Frustratingly easy domain adaptation").
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

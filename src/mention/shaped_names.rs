//! Finds names by their shape: runs of capitalized words with a title, a head noun or another cue.

use super::draft::Draft;
use super::runs::{find_runs, is_sent};
use super::titles::TitleSpan;
use crate::analysis::names::{Name, NameKind};
use crate::analysis::{SentenceKind, TokenId, Upos};
use crate::language::Class;
use crate::lexicon::Lexicon;
use crate::lexicon::WordView;
use crate::ontology::EntityType;
use crate::span::Span;
use crate::text::is_all_caps;

/// The maximum number of words in a personal name, without particles and hyphens.
const MAX_PERSON_WORDS: usize = 6;

/// The minimum confidence of the finder in a person that overrides the head noun of an organization.
const SURE_PERSON: f32 = 0.8;

/// Types every run of name words that has a cue. A run without one is not a mention.
pub(super) fn find_names(view: &WordView<'_>, lexicon: &Lexicon, known: &[Draft], titles: &[TitleSpan]) -> Vec<Draft> {
    let typist = Typist { view, lexicon, known, titles };
    find_runs(view, lexicon, titles).into_iter().filter_map(|run| typist.type_run(run)).collect()
}

struct Typist<'a> {
    view: &'a WordView<'a>,
    lexicon: &'a Lexicon,
    known: &'a [Draft],
    titles: &'a [TitleSpan],
}

impl Typist<'_> {
    fn type_run(&self, run: Span<TokenId>) -> Option<Draft> {
        if let Some(title) = self.titles.iter().find(|title| title.tokens.end() == run.start()) {
            let person = self.person_words(run)?;
            let draft = Draft::name(person, EntityType::PERSON, "title-name", 0.95);
            return Some(Draft { title: Some(title.tokens), ..draft });
        }
        if self.view.is(Class::Storm, run.start()) {
            return None;
        }
        self.type_by_head_noun(run).or_else(|| self.type_person(run)).or_else(|| self.type_place(run))
    }

    /// "Ministry of Trade", "Royal Brunei Navy", "Exercise Jade Lantern 2024".
    fn type_by_head_noun(&self, run: Span<TokenId>) -> Option<Draft> {
        let run = self.without_lone_head(run).filter(|run| !self.is_found_person(*run))?;
        let is_sent = |at: usize| at > run.start() && is_sent(self.view, at);
        let of = run.range().find(|&at| self.view.is(Class::ChargePreposition, at) || is_sent(at));
        let head_end = of.unwrap_or_else(|| self.without_numeral(run));
        // "House of Representatives" has its "of" within.
        let whole = of.and_then(|of| {
            let length = |at: usize| run.end() - at;
            (run.start()..of).find_map(|at| {
                self.lexicon.head_noun(&self.view.lower_from(at, length(at))).map(|found| (length(at), found))
            })
        });
        let longest = whole.or_else(|| {
            (run.start()..head_end).find_map(|at| {
                self.lexicon.head_noun(&self.view.lower_from(at, head_end - at)).map(|found| (head_end - at, found))
            })
        });
        let (length, entity_type) = match longest {
            Some(found) => found,
            // "Operation Black Lion": some head nouns come first.
            None => (1, self.leading_head(run)?),
        };
        // "Advanced Trainings" is not one event; "Peace Talks" may be.
        if self.is_several(&self.view.lower[head_end - 1], entity_type) {
            return None;
        }
        let is_uniformed = run.range().any(|at| self.view.is(Class::Uniformed, at));
        let is_school = self.view.is(Class::School, head_end - 1);
        let is_company = self.view.is(Class::MilitaryUnit, head_end - 1) && is_uniformed;
        let is_numbered = self.view.is_ordinal(run.start()) && entity_type == EntityType::ORGANIZATION; // "7th Company"
        let is_of_state = (is_uniformed && is_school) || is_company || (is_numbered && !is_school);
        let entity_type = if is_of_state { EntityType::AGENCY } else { entity_type };
        let is_bare = length == run.len();
        let owner_end = run.start().saturating_sub(1);
        let behind_possessive = self.view.is(Class::Possessive, owner_end)
            && self.titles.iter().any(|title| title.tokens.end() == owner_end);
        let is_rest = behind_possessive && self.leads_with_head(run); // "the Ombudsman's Office of Peru"
        // "President of Rewa Union" leads an organization; "Minister of Commerce and Industries" has two portfolios.
        let is_one_body =
            entity_type == EntityType::ORGANIZATION && of.is_none() && !self.view.lower[head_end - 1].ends_with('s');
        let is_body = entity_type == EntityType::AGENCY || is_one_body;
        let is_portfolio = self.is_behind_office(run) && !self.leads_with_head(run) && !is_body;
        (!is_bare && !is_rest && !is_portfolio).then(|| Draft::name(run, entity_type, "head-noun", 0.85))
    }

    /// The end of the run before a numeral: "World War II".
    fn without_numeral(&self, run: Span<TokenId>) -> usize {
        let last = run.end() - 1;
        let is_numeral = self.view.words[last].chars().all(|c| matches!(c, 'I' | 'V' | 'X') || c.is_ascii_digit());
        if is_numeral && run.len() > 2 { last } else { run.end() }
    }

    /// Whether the finder is sure that the run is a person, because a family name may look like a head noun.
    fn is_found_person(&self, run: Span<TokenId>) -> bool {
        let is_person =
            |name: &Name| name.kind == NameKind::Person && name.tokens == run && name.confidence >= SURE_PERSON;
        self.view.found_names().iter().any(is_person)
    }

    fn is_several(&self, noun: &str, entity_type: EntityType) -> bool {
        let is_one =
            self.lexicon.singular(noun).is_none_or(|one| one == noun) || self.lexicon.is(Class::OneInPlural, noun);
        !is_one && matches!(entity_type, EntityType::EVENT | EntityType::PROGRAMME)
    }

    /// Excludes single words, and long runs in headings, where every word is capitalized.
    fn without_lone_head(&self, run: Span<TokenId>) -> Option<Span<TokenId>> {
        let is_title_case = self.view.kind == SentenceKind::Heading && run.len() > 4;
        (run.len() > 1 && !is_title_case).then_some(run)
    }

    fn leads_with_head(&self, run: Span<TokenId>) -> bool {
        self.lexicon.head_noun(&[self.view.lower[run.start()].as_str()]).is_some()
    }

    /// "Minister of Trade and Partnerships": the run is the portfolio of the office.
    fn is_behind_office(&self, run: Span<TokenId>) -> bool {
        let of = run.start().checked_sub(1);
        self.view.is(Class::ChargePreposition, of)
            && self.titles.iter().any(|title| title.is_office && Some(title.tokens.end()) == of)
    }

    fn leading_head(&self, run: Span<TokenId>) -> Option<EntityType> {
        let first = self.view.lower[run.start()].as_str();
        let found = self.lexicon.head_noun(&[first])?;
        self.view.is(Class::LeadingHead, run.start()).then_some(found)
    }

    /// Recognizes a personal name by its words or by what stands next to it.
    fn type_person(&self, run: Span<TokenId>) -> Option<Draft> {
        let person = self.person_words(run).filter(|person| *person == run && person.len() > 1)?;
        if self.is_known_within(run) && !self.lexicon.is_given_name(&self.view.words[run.start()]) {
            return None;
        }
        let (first, last) = (&self.view.words[run.start()], &self.view.words[run.end() - 1]);
        let (given, family) = (self.lexicon.is_given_name(first), self.lexicon.is_family_name(last));
        let (rule, confidence) = if given && family {
            ("person-names", 0.95)
        } else if self.stands_by_speech(run) {
            ("speaks", 0.85)
        } else if self.has_office_behind(run) || self.has_office_before(run) {
            ("office-apposition", 0.9)
        } else if self.is_agent(run) {
            ("led-by", 0.8)
        } else if self.is_met(run) {
            ("met-person", 0.85)
        } else if given && !self.view.opens_sentence(run.start()) {
            ("given-name", 0.75)
        } else {
            return None;
        };
        Some(Draft::name(person, EntityType::PERSON, rule, confidence))
    }

    /// The part of a run that can be a personal name: letters only, no head noun, no connector.
    fn person_words(&self, run: Span<TokenId>) -> Option<Span<TokenId>> {
        let end = run.range().find(|&at| !self.is_person_word(at)).unwrap_or(run.end());
        let person: Span<TokenId> = Span::new(run.start(), end);
        let words = self.view.slice(person).iter().filter(|word| word.len() > 2).count();
        ((1..=MAX_PERSON_WORDS).contains(&words) && self.view.is_name_word[end - 1]).then_some(person)
    }

    fn is_person_word(&self, at: usize) -> bool {
        let (word, lower) = (self.view.words[at].as_str(), self.view.lower[at].as_str());
        let is_initial = word.len() == 2 && word.ends_with('.');
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-' | 'ʻ' | '.'));
        let is_acronym = is_all_caps(word) && !is_initial && self.view.kind != SentenceKind::Heading;
        letters && !is_acronym && !self.view.is(Class::Connector, at) && self.lexicon.head_noun(&[lower]).is_none()
    }

    fn is_known_within(&self, run: Span<TokenId>) -> bool {
        self.known.iter().any(|known| known.tokens.overlaps(run))
    }

    fn stands_by_speech(&self, run: Span<TokenId>) -> bool {
        let speaks = |at: Option<usize>| self.view.lemma_is(Class::Speech, at);
        speaks(run.start().checked_sub(1)) || speaks(Some(run.end()))
    }

    /// ", the commander of" after the name.
    fn has_office_behind(&self, run: Span<TokenId>) -> bool {
        self.view.lower_at(Some(run.end())) == ","
            && self.titles.iter().any(|title| {
                let between = run.end() + 1..title.tokens.start();
                title.is_office && title.tokens.start() > run.end() && self.only_office_words(between)
            })
    }

    /// "Minister of Trade, " or "director general, " before the name.
    fn has_office_before(&self, run: Span<TokenId>) -> bool {
        run.start() > 0
            && self.view.words[run.start() - 1] == ","
            && self.titles.iter().any(|title| {
                let between = title.tokens.end()..run.start().saturating_sub(1);
                title.is_office && title.tokens.end() < run.start() && self.only_name_words(between)
            })
    }

    fn only_office_words(&self, mut range: std::ops::Range<usize>) -> bool {
        range.len() <= 4
            && range.all(|at| {
                self.view.is(Class::OfficeDeterminer, at)
                    || self.view.is(Class::OfficeModifier, at)
                    || self.view.is_name_word[at]
            })
    }

    fn only_name_words(&self, mut range: std::ops::Range<usize>) -> bool {
        range.len() <= 12
            && range.all(|at| {
                self.view.is_name_word[at] || self.view.is(Class::Connector, at) || self.view.words[at] == "-"
            })
    }

    /// "Met Tika Oli", "talks with Tika Oli": without an article or a head noun, whoever is met is a person.
    fn is_met(&self, run: Span<TokenId>) -> bool {
        let before = run.start().checked_sub(1);
        let has_verb = self.view.lemma_is(Class::MeetsPerson, before);
        let partner = || {
            let noun = before.and_then(|with| with.checked_sub(1));
            self.view.is(Class::With, before) && self.view.lemma_is(Class::TalkWithPerson, noun)
        };
        let goes_on =
            matches!(self.view.upos_at(run.end()), Some(Upos::Noun)) || self.view.is(Class::Possessive, run.end());
        let is_long = run.len() >= 2 && run.range().all(|at| !is_all_caps(&self.view.words[at]));
        self.view.kind == SentenceKind::Prose && is_long && !goes_on && (has_verb || partner())
    }

    /// "led by", "chaired by" before the name.
    fn is_agent(&self, run: Span<TokenId>) -> bool {
        self.view.is(Class::By, run.start().checked_sub(1))
            && self.view.lemma_is(Class::Led, run.start().checked_sub(2))
    }

    /// "in Kharan", for a name that is in no gazetteer.
    fn type_place(&self, run: Span<TokenId>) -> Option<Draft> {
        let follows = self.view.is(Class::In, run.start().checked_sub(1));
        let is_word = self.view.words[run.start()].chars().all(char::is_alphabetic) && run.len() <= 2;
        let is_acronym = is_all_caps(&self.view.words[run.start()]);
        (follows
            && is_word
            && !self.is_known_within(run)
            && !is_acronym
            && run.range().all(|at| self.view.is_name_word[at]))
        .then(|| Draft::name(run, EntityType::PLACE, "locative", 0.6))
    }
}

//! Reviews as a person sees them: typed keys and whole screens.

use std::collections::VecDeque;
use std::io;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Color, Modifier};
use whomet::resolution::{Answer, Passage, ReviewCase};

use super::desk::ReviewDesk;
use super::palette::Palette;
use super::samples::{case, estonia, nepal, passage, peru, side};
use super::session::{Keyboard, Session};
use super::wrap::width;
use crate::cli::error::CliError;

/// A desk in memory. Each judgement removes `settles` further cases from the list.
#[derive(Default)]
struct Desk {
    cases: VecDeque<ReviewCase>,
    judged: Vec<(ReviewCase, Answer)>,
    settles: usize,
    fails: bool,
}

impl Desk {
    fn of(cases: impl IntoIterator<Item = ReviewCase>) -> Self {
        Self { cases: cases.into_iter().collect(), ..Self::default() }
    }

    fn answers(&self) -> Vec<(&str, Answer)> {
        self.judged.iter().map(|(case, answer)| (case.left.name.as_str(), *answer)).collect()
    }
}

impl ReviewDesk for Desk {
    fn next_cases(&mut self, count: usize) -> Result<Vec<ReviewCase>, CliError> {
        Ok(self.cases.iter().take(count).cloned().collect())
    }

    fn judge(&mut self, case: &ReviewCase, answer: Answer) -> Result<(), CliError> {
        if self.fails {
            return Err(CliError::Terminal(io::Error::other("the disk is full")));
        }
        self.judged.push((case.clone(), answer));
        self.cases.retain(|other| other != case);
        self.cases.drain(..self.settles.min(self.cases.len()));
        Ok(())
    }

    fn take_back(&mut self) -> Result<Option<ReviewCase>, CliError> {
        let Some((case, _)) = self.judged.pop() else { return Ok(None) };
        self.cases.push_back(case.clone());
        Ok(Some(case))
    }

    fn remaining(&mut self) -> Result<usize, CliError> {
        Ok(self.cases.len())
    }
}

/// Types keys at intervals of `apart`.
struct Typist {
    events: VecDeque<Event>,
    apart: Duration,
    now: Instant,
}

impl Keyboard for Typist {
    fn next(&mut self) -> io::Result<Option<Event>> {
        self.now += self.apart;
        Ok(self.events.pop_front())
    }

    fn now(&self) -> Instant {
        self.now
    }
}

fn typist(keys: &str, apart: Duration) -> Typist {
    let event = |c| Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
    Typist { events: keys.chars().map(event).collect(), apart, now: Instant::now() }
}

/// The result of a review.
struct Reviewed {
    screen: Vec<String>,
    summary: String,
}

/// A review with keys typed one second apart.
fn review(desk: &mut Desk, keys: &str, size: (u16, u16)) -> Reviewed {
    reviewed(desk, &mut typist(keys, Duration::from_secs(1)), size)
}

fn reviewed(desk: &mut Desk, typist: &mut Typist, (width, height): (u16, u16)) -> Reviewed {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let mut session = Session::start(desk, "andes.whomet", Palette::new(true)).unwrap();
    session.work(&mut terminal, typist).unwrap();
    Reviewed { screen: lines(terminal.backend().buffer()), summary: session.summary() }
}

/// The screen as text, without trailing spaces.
fn lines(buffer: &Buffer) -> Vec<String> {
    let row = |y| {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(&symbol.replace('\u{a0}', " "));
            x += u16::try_from(width(symbol).max(1)).unwrap();
        }
        line.trim_end().to_owned()
    };
    (0..buffer.area.height).map(row).collect()
}

/// The line with the last message.
fn message(reviewed: &Reviewed) -> &str {
    &reviewed.screen[reviewed.screen.len() - 2]
}

#[test]
fn a_case_fits_on_a_small_terminal() {
    let expected = r#"
 review andes.whomet                                   case 1 of 2   score 0.61
· Dilli Bahadur Gurung                 │ · Dilli Gurung
= person, 3 articles                   │ = person, 1 article
  person/dilli-bahadur-gurung          │   person/dilli-gurung
── other names (= on both sides, · only here) ──────────────────────────────────
= Gurung                               │ = Gurung
· D. B. Gurung                         │
── facts (= on both sides, ≠ differs, · only here) ─────────────────────────────
= country: Nepal                       │ = country: Nepal
≠ office: minister of health (Nepal)   │ ≠ office: member of parliament (Nepal)
· organization: Ministry of Health     │
── reasons (+ for, - against; one bit makes it twice as likely) ────────────────
 +4.2 ++++        same family name "Gurung" and given name "Dilli"
 +1.0 +           both are of Nepal
 -0.8 -           middle part "Bahadur" is missing on one side
 -2.6 ---         two offices: minister of health, member of parliament
── passages ────────────────────────────────────────────────────────────────────
· 2023-04-02, himal-17                 │ · undated, saptari-4
  Health Minister Dilli Bahadur Gurung │   The bill was brought in by Dilli
  opened a clinic in Pokhara on        │   Gurung, a member of parliament from
  Sunday.                              │   Kaski, after two years of talks.
· 2023-05, himal-31                    │
                                                                   1 more line ↓
s same  d different  u unsure  b back  q quit  ↑↓ PgUp PgDn scroll  ? help"#;
    let screen = review(&mut Desk::of([nepal(), estonia()]), "", (80, 24)).screen;
    assert_eq!(screen.join("\n"), &expected[1..]);
}

#[test]
fn each_side_takes_half_of_a_wide_terminal() {
    let expected = r#"
 review andes.whomet                                                        1 judged: 1 same   case 2 of 3   score 0.48
· Jüri Tamm                                                │ · J. Tamm
= person, 1 article                                        │ = person, 1 article
  person/jüri-tamm                                         │   person/j.-tamm
── other names (= on both sides, · only here) ──────────────────────────────────────────────────────────────────────────
= J. Tamm                                                  │
── facts (= on both sides, ≠ differs, · only here) ─────────────────────────────────────────────────────────────────────
= country: Estonia                                         │ = country: Estonia
≠ office: mayor (Viljandi)                                 │ ≠ office: mayor (Põlva)
── reasons (+ for, - against; one bit makes it twice as likely) ────────────────────────────────────────────────────────
 +2.0 ++          initial J. fits Jüri
   -∞ ----------  mentioned side by side in one article
── passages ────────────────────────────────────────────────────────────────────────────────────────────────────────────
= 2022-11-05, sakala-2 (same article)                      │ = 2022-11-05, sakala-2 (same article)
  Jüri Tamm, mayor of Viljandi, met teachers.              │   His guest J. Tamm of Põlva agreed."#;
    let screen = review(&mut Desk::of([nepal(), estonia(), peru()]), "s", (120, 40)).screen;
    let (case, rest) = screen.split_at(15);
    assert_eq!(case.join("\n"), &expected[1..]);
    assert!(rest[..23].iter().all(String::is_empty));
    assert_eq!(rest[23], "same: Dilli Bahadur Gurung | Dilli Gurung");
}

#[test]
fn wide_characters_stay_in_their_column() {
    let screen = review(&mut Desk::of([peru()]), "", (80, 24)).screen;
    let expected = r#"
· 吳敏                                 │ · Min Wu Quispe
= person, 1 article                    │ = person, 1 article
  person/吳敏                          │   person/min-wu-quispe
── other names (= on both sides, · only here) ──────────────────────────────────
· 吳敏女士                             │ · Wu
── facts (= on both sides, ≠ differs, · only here) ─────────────────────────────
= country: Peru                        │ = country: Peru
── reasons (+ for, - against; one bit makes it twice as likely) ────────────────
 +1.4 +           both met nurses in Puno
── passages ────────────────────────────────────────────────────────────────────
· 2024-01-30, lima-8                   │ · 2024-02-01, lima-9
  利馬市衛生部長吳敏女士昨日在普諾會見 │   Lima's health chief Min Wu Quispe
  了來自庫斯科的護士和醫生代表團。     │   met nurses in Puno."#;
    assert_eq!(screen[1..14].join("\n"), &expected[1..]);
    assert!(screen.iter().filter_map(|line| line.split_once('│')).all(|(left, _)| width(left) == 39));
}

#[test]
fn hostile_text_is_shown_and_controls_nothing() {
    let mut hostile = case(
        side("Tika\x1b[2J\x1b]0;x\x07 Oli", &["\u{9b}31mOli\r\n"], &["country: \u{202e}lapeN"]),
        side("Tika Oli", &[], &[]),
        0.5,
        &[(1.0, "alike \x1b[7m")],
    );
    hostile.left.passages = vec![passage("a\x1b[H1", "2023-01-02", "before \x1b]8;;x\x07[Oli\x1b[0m] behind\x7f")];
    let first = review(&mut Desk::of([hostile.clone()]), "", (80, 24)).screen;
    let screen = review(&mut Desk::of([hostile]), "s", (80, 24)).screen;
    assert!(first.iter().chain(&screen).all(|line| !line.chars().any(|c| c.is_control() || c == '\u{202e}')));
    assert!(first[1].starts_with("· Tika␛[2J␛]0;x␇ Oli  "), "{}", first[1]);
    assert_eq!(screen[22], "same: Tika␛[2J␛]0;x␇ Oli | Tika Oli");
}

#[test]
fn a_judgement_is_stored_and_the_next_case_shown() {
    let mut desk = Desk::of([nepal(), estonia(), peru()]);
    let done = review(&mut desk, "dsuq", (80, 24));
    let expected = [("Dilli Bahadur Gurung", Answer::Different), ("Jüri Tamm", Answer::Same), ("吳敏", Answer::Unsure)];
    assert_eq!(desk.answers(), expected);
    assert_eq!(done.summary, "3 judged: 1 same, 1 different, 1 unsure; 0 left");
    assert_eq!(done.screen[1], "Nothing is left to review. b takes the last judgement back. q quits.");
}

#[test]
fn cases_settled_by_a_judgement_are_counted_and_not_shown() {
    let mut desk = Desk { settles: 1, ..Desk::of([nepal(), estonia(), peru()]) };
    let done = review(&mut desk, "s", (80, 24));
    assert!(done.screen[0].ends_with("1 judged: 1 same   case 2 of 2   score 0.55"), "{}", done.screen[0]);
    assert_eq!(message(&done), "same: Dilli Bahadur Gurung | Dilli Gurung; this settled 1 other case");
}

#[test]
fn back_undoes_one_judgement_and_shows_its_case_again() {
    let mut desk = Desk::of([nepal(), estonia(), peru()]);
    let done = review(&mut desk, "sdb", (80, 24));
    assert!(done.screen[1].starts_with("· Jüri Tamm"), "{}", done.screen[1]);
    assert!(done.screen[0].contains("case 2 of 3"), "{}", done.screen[0]);
    assert_eq!(message(&done), "taken back: different");
    assert_eq!(desk.answers(), [("Dilli Bahadur Gurung", Answer::Same)]);
    review(&mut desk, "q", (80, 24));
    assert_eq!(desk.answers(), [("Dilli Bahadur Gurung", Answer::Same)]);
}

#[test]
fn back_goes_to_the_start_of_the_review_and_works_when_no_case_is_left() {
    let mut desk = Desk::of([nepal(), estonia()]);
    let done = review(&mut desk, "sdbbb", (80, 24));
    assert!(desk.judged.is_empty());
    assert!(done.screen[1].starts_with("· Dilli Bahadur Gurung"), "{}", done.screen[1]);
    assert!(message(&done).starts_with("nothing was judged since the review began"), "{}", message(&done));
}

#[test]
fn a_judgement_that_cannot_be_stored_leaves_the_case_and_says_why() {
    let mut desk = Desk { fails: true, ..Desk::of([nepal(), estonia()]) };
    let done = review(&mut desk, "s", (80, 24));
    assert!(done.screen[1].starts_with("· Dilli Bahadur Gurung"));
    assert_eq!(message(&done).split("   ").next(), Some("not saved, please try again: terminal: the disk is full"));
    assert_eq!(done.summary, "none judged; 2 left");
}

#[test]
fn a_key_held_down_judges_once() {
    let mut desk = Desk::of([nepal(), estonia(), peru()]);
    let done = reviewed(&mut desk, &mut typist("ssssssssss", Duration::from_millis(30)), (80, 24));
    assert_eq!(desk.judged.len(), 1);
    let once = "same: Dilli Bahadur Gurung | Dilli Gurung (a key came too early and was ignored)";
    assert!(message(&done).starts_with(&once[..70]), "{}", message(&done));
}

#[test]
fn help_covers_the_case_until_any_key_and_that_key_does_nothing_else() {
    for key in ["s", "x", "b", "?"] {
        let mut desk = Desk::of([nepal(), estonia()]);
        let helped = review(&mut desk, "?", (80, 24)).screen;
        assert_eq!(helped[1], "s  same: both sides are one entity; they become one node");
        let done = review(&mut desk, &format!("?{key}"), (80, 24));
        assert!(done.screen[1].starts_with("· Dilli Bahadur Gurung"));
        assert!(desk.judged.is_empty());
    }
}

#[test]
fn nothing_is_judged_on_a_terminal_too_small_to_read_the_case() {
    let mut desk = Desk::of([nepal()]);
    let done = review(&mut desk, "sdu", (39, 9));
    assert!(desk.judged.is_empty());
    assert_eq!(done.screen[..2], ["this terminal is too small for a case:", "at least 40 x 10; q quits"]);
}

#[test]
fn scrolling_reaches_the_whole_case() {
    let size = (80, 10);
    let mut seen = Vec::new();
    for lines in 0..40 {
        seen.extend(review(&mut Desk::of([nepal()]), &"j".repeat(lines), size).screen);
    }
    for words in ["· D. B. Gurung", "parliament", " -2.6 ---", "years of talks.", "nurses,” Gurung"] {
        assert!(seen.iter().any(|line| line.contains(words)), "{words}");
    }
    let end = review(&mut Desk::of([nepal()]), &"j".repeat(100), size);
    let one_up = review(&mut Desk::of([nepal()]), &("j".repeat(100) + "k"), size);
    assert_eq!(message(&end), "");
    assert!(message(&one_up).ends_with("1 more line ↓"), "{}", message(&one_up));
}

#[test]
fn names_beyond_the_sixth_share_a_paragraph() {
    let names: Vec<String> = (1..=30).map(|number| format!("Suva-{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let pilots = case(side("Suva-1", &names, &[]), side("Suva Pilots", &[], &[]), 0.5, &[]);
    let screen = review(&mut Desk::of([pilots]), "", (80, 24)).screen;
    let left: Vec<&str> = screen[10..].iter().map(|line| line.split('│').next().unwrap().trim_end()).collect();
    let expected = ["· Suva-7", "· Suva-8  · Suva-9  · Suva-10", "  · Suva-11  · Suva-12  · Suva-13"];
    assert_eq!(left[..3], expected);
    assert!(left.iter().any(|line| line.contains("Suva-30")));
}

/// The buffer of the first screen.
fn first_screen(case: ReviewCase, has_colors: bool) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut desk = Desk::of([case]);
    let mut session = Session::start(&mut desk, "andes.whomet", Palette::new(has_colors)).unwrap();
    session.draw_on(&mut terminal).unwrap();
    terminal.backend().buffer().clone()
}

#[test]
fn the_mention_stands_out_without_colors() {
    let buffer = first_screen(estonia(), false);
    let emphasis = Modifier::BOLD | Modifier::UNDERLINED;
    let y = (0..24).find(|&y| lines(&buffer)[usize::from(y)].contains("mayor of")).unwrap();
    let emphasized: String =
        (0..80).map(|x| &buffer[(x, y)]).filter(|cell| cell.modifier == emphasis).map(|cell| cell.symbol()).collect();
    assert_eq!(emphasized, "Jüri TammJ. Tamm");
}

#[test]
fn without_colors_the_signs_say_everything() {
    let (plain, colored) = (first_screen(nepal(), false), first_screen(nepal(), true));
    assert_eq!(lines(&plain), lines(&colored));
    assert!(plain.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert!(colored.content().iter().any(|cell| cell.fg == Color::Green));
}

#[test]
fn characters_in_the_wrong_place_are_cleared() {
    for (name, stays) in [("Juri Tamm", true), ("Ju\u{308}ri Tamm", false)] {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        let mut desk = Desk::of([case(side(name, &[], &[]), side("J. Tamm", &[], &[]), 0.5, &[])]);
        let mut session = Session::start(&mut desk, "andes.whomet", Palette::new(true)).unwrap();
        session.draw_on(&mut terminal).unwrap();
        let stray = Cell::new("x");
        terminal.backend_mut().draw(std::iter::once((79, 12, &stray))).unwrap();
        session.draw_on(&mut terminal).unwrap();
        assert_eq!(terminal.backend().buffer()[(79, 12)].symbol() == "x", stays, "{name}");
    }
}

proptest! {
    #[test]
    fn no_text_and_no_size_breaks_the_screen(
        texts in [any::<String>(), any::<String>(), any::<String>()],
        size in (1u16..130, 1u16..50),
        keys in "[jk ?sdub]{0,6}",
    ) {
        let [name, fact, words] = texts.each_ref().map(String::as_str);
        let mut odd = case(side(name, &[fact], &[fact, words]), side(words, &[name], &[name]), 0.5, &[(f32::NAN, words)]);
        odd.left.passages = vec![Passage { before: fact.into(), mention: name.into(), ..passage(name, words, "[]") }];
        let screen = review(&mut Desk::of([odd, nepal()]), &keys, size).screen;
        prop_assert!(screen.iter().all(|line| width(line) <= usize::from(size.0)));
        prop_assert!(!screen.iter().any(|line| line.chars().any(char::is_control)));
    }
}

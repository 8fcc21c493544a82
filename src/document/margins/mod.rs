//! Sets aside the lines of an article that are not its text: dates, bylines, captions, buttons, links, comments.
//!
//! They stay in the text, so that offsets hold, but no sentence is read from them.

mod boilerplate;
mod byline;

use super::lines::lines_of;
use super::options::DateOrder;
use super::published::{DateLine, read_date_line};
use crate::span::{Byte, Span};

use boilerplate::{Boilerplate, Verdict};

/// What stands around the text of an article.
#[derive(Debug, Default)]
pub(super) struct Margins {
    /// Whole lines, in text order, none empty.
    pub(super) asides: Vec<Span<Byte>>,
    /// The dates of the lines near both ends of the article, in text order.
    pub(super) dates: Vec<DateLine>,
}

/// How many lines at both ends of an article may hold its date.
const DATED_LINES: usize = 12;

/// A line this long that ends like a sentence is text, even below a heading such as "Related stories".
const PROSE_BYTES: usize = 80;

/// Finds the margins of the article in `text[body]`.
pub(super) fn find_margins(text: &str, body: Span<Byte>, order: Option<DateOrder>) -> Margins {
    let lines: Vec<Span<Byte>> = lines_of(text, body).collect();
    let boilerplate = Boilerplate::shipped();
    let mut margins = Margins::default();
    let mut is_in_links = false;
    for (at, &line) in lines.iter().enumerate() {
        let content = line.slice(text);
        let is_near_end = at < DATED_LINES || lines.len() - at <= DATED_LINES;
        let dated = if is_near_end { read_date_line(content, order) } else { None };
        // The first line may be a headline such as "Comments".
        let verdict = boilerplate.judge(content).filter(|verdict| *verdict != Verdict::End || at > 0);
        is_in_links = match verdict {
            Some(Verdict::Links) => true,
            _ => is_in_links && !is_prose(content),
        };
        if verdict == Some(Verdict::End) {
            margins.asides.extend(&lines[at..]);
            break;
        }
        if dated.is_some() || verdict.is_some() || is_in_links || boilerplate.byline.is_byline(content) {
            margins.asides.push(line);
        }
        margins.dates.extend(dated);
    }
    // An article that consists of such lines only is not an article with margins.
    if margins.asides.len() == lines.len() { Margins { asides: Vec::new(), ..margins } } else { margins }
}

fn is_prose(line: &str) -> bool {
    line.len() >= PROSE_BYTES && line.ends_with(['.', '!', '?', '”', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asides(text: &str) -> Vec<&str> {
        let margins = find_margins(text, Span::new(0, text.len()), None);
        margins.asides.iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn dates_bylines_and_buttons_are_set_aside() {
        let text =
            "Tui visits Lima\nBy Rosa Quispe\nPublished: 23 July 2022\nShare on Facebook\nTweet\n\nTui met Oli.\n";
        assert_eq!(asides(text), ["By Rosa Quispe", "Published: 23 July 2022", "Share on Facebook", "Tweet"]);
    }

    #[test]
    fn comments_end_an_article_and_links_end_with_the_next_paragraph() {
        let prose = "Minister Moana Tui met President Tika Oli in Lima on Monday to speak about the harbour.";
        let text = format!(
            "{prose}\nRelated stories\nOli visits Apia\nTui in Suva\n{prose}\nComments (2)\nTui should go!\n{prose}"
        );
        let found = asides(&text);
        assert_eq!(
            found,
            ["Related stories", "Oli visits Apia", "Tui in Suva", "Comments (2)", "Tui should go!", prose]
        );
    }

    #[test]
    fn cookies_captions_and_calls_are_set_aside() {
        let text = "Accept All Cookies\nWe and our 842 partners use cookies. See our Privacy Policy.\nPhoto: Tui in Lima\n\
                    Tui met Oli.\nSign up for the Morning Briefing\nRT @tui: Great!\n© 2022 Daily. All rights reserved.";
        assert_eq!(asides(text).len(), 6, "{:?}", asides(text));
    }

    #[test]
    fn text_is_not_set_aside() {
        for text in [
            "Tui met Oli.\nThey will share the costs of the pier.",
            "Comments\nby the minister of Peru were welcome.",
            "By Monday, Tui had met Oli.\nThey left.",
            "Print media in Lima reported the visit.\nThey left.",
        ] {
            let found = asides(text);
            assert!(found.is_empty(), "{found:?}");
        }
    }
}

//! Titles of pages.

/// The title without the name of the site behind it: "Tui visits Lima | Harbour News".
pub(super) fn without_site(title: &str) -> &str {
    let cut = [" | ", " - ", " – ", " — ", " :: ", " » "].iter().filter_map(|mark| title.rfind(mark)).max();
    match cut {
        // The site is the shorter part.
        Some(at) if at * 2 >= title.len() => title[..at].trim_end(),
        _ => title,
    }
}

/// Whether a line is the title again, apart from case, marks and the name of the site.
pub(super) fn is_title(line: &str, title: &str) -> bool {
    let folded =
        |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect() };
    let line = folded(line);
    !line.is_empty() && (line == folded(title) || line == folded(without_site(title)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_not_the_title() {
        assert_eq!(without_site("Tui visits Lima | Harbour News"), "Tui visits Lima");
        assert_eq!(without_site("Tui - the minister - visits Lima - News"), "Tui - the minister - visits Lima");
        assert!(is_title("TUI VISITS LIMA", "Tui visits Lima | Harbour News"));
        assert!(!is_title("Tui visits", "Tui visits Lima"));
    }
}

//! Puts data, script and style into the page.

use sha2::{Digest, Sha256};

use super::base64;
use super::data::PageData;

const PAGE: &str = include_str!("page/page.html");
const CSS: &str = include_str!("page/page.css");
/// The script, in the order in which its parts use each other.
const SCRIPT: &[&str] = &[
    include_str!("page/model.js"),
    include_str!("page/map.js"),
    include_str!("page/panels.js"),
    include_str!("page/filters.js"),
    include_str!("page/table.js"),
    include_str!("page/review.js"),
    include_str!("page/save.js"),
    include_str!("page/permalink.js"),
    include_str!("page/main.js"),
];

/// Writes the page.
pub(super) fn fill(data: &PageData) -> String {
    let script = format!("\"use strict\";\n(() => {{\n{}}})();\n", SCRIPT.concat());
    let json = serde_json::to_string(data).expect("the data are strings and numbers");
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; img-src data: blob:; base-uri 'none'; \
         form-action 'none'",
        hash(&script),
        hash(CSS)
    );
    let parts = [
        ("{csp}", policy.as_str()),
        ("{title}", &data.title),
        ("{css}", CSS),
        ("{title}", &data.title),
        ("{data}", &harmless(&json)),
        ("{script}", &script),
    ];
    let mut page = String::with_capacity(PAGE.len() + CSS.len() + json.len() + script.len());
    let mut rest = PAGE;
    for (mark, text) in parts {
        let (before, after) = rest.split_once(mark).expect("the page has all marks in this order");
        page.push_str(before);
        page.push_str(text);
        rest = after;
    }
    page + rest
}

fn hash(text: &str) -> String {
    base64::encode(&Sha256::digest(text))
}

/// JSON without `<`, so that no name can end the element that contains it, and without line separators.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_the_data() {
        assert_eq!(harmless("[\"</script><!--\"]"), "[\"\\u003c/script>\\u003c!--\"]");
    }
}

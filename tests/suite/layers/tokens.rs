//! Splits Rust code into words and signs, without comments, strings and what only tests compile.

/// The words and signs of `code` in order. `::` is one sign; a string is `""`, a character `''`, a lifetime nothing.
pub(super) fn tokens(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_whitespace() {
            first.len_utf8()
        } else if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if let Some(length) = raw_string(rest) {
            found.push("\"\"");
            length
        } else if first == '"' {
            found.push("\"\"");
            string(rest)
        } else if first == '\'' {
            quote(rest, &mut found)
        } else {
            let length = if is_of_word(first) {
                rest.find(|c| !is_of_word(c)).unwrap_or(rest.len())
            } else if rest.starts_with("::") {
                2
            } else {
                first.len_utf8()
            };
            found.push(&rest[..length]);
            length
        };
        rest = &rest[length..];
    }
    found
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a raw string (`r"`, `br#"`) at the start of `rest`.
fn raw_string(rest: &str) -> Option<usize> {
    let prefix = ["br", "cr", "r"].into_iter().find(|prefix| rest.starts_with(prefix))?;
    let after = &rest[prefix.len()..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(())?;
    let start = prefix.len() + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len()))
}

/// The length of a string at the start of `rest`.
fn string(rest: &str) -> usize {
    let mut is_escaped = true;
    let end = rest.find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    end.map_or(rest.len(), |at| at + 1)
}

/// The length of a character or lifetime at the start of `rest`.
fn quote<'a>(rest: &'a str, found: &mut Vec<&'a str>) -> usize {
    let mut inside = rest[1..].char_indices();
    let (_, first) = inside.next().unwrap_or((0, ' '));
    let length = if first == '\\' {
        rest[3..].find('\'').map(|at| at + 4)
    } else {
        inside.next().filter(|(_, second)| *second == '\'').map(|(at, _)| at + 2)
    };
    if length.is_some() {
        found.push("''");
    }
    length.unwrap_or(1 + rest[1..].find(|c| !is_of_word(c)).unwrap_or(0))
}

/// `tokens` without attributes and items under `#[cfg(test)]`; the names of modules among these are put into
/// `test_modules`.
pub(super) fn without_tests<'a>(tokens: &[&'a str], test_modules: &mut Vec<String>) -> Vec<&'a str> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(attribute) = attribute_at(tokens, at) else {
            kept.push(tokens[at]);
            at += 1;
            continue;
        };
        at = attribute.end;
        if tokens[attribute].ends_with(&["cfg", "(", "test", ")", "]"]) {
            while let Some(next) = attribute_at(tokens, at) {
                at = next.end;
            }
            let end = item_end(tokens, at);
            if let Some(module) = tokens[at..end].windows(3).find(|three| three[0] == "mod" && three[2] == ";") {
                test_modules.push(module[1].to_owned());
            }
            at = end;
        }
    }
    kept
}

/// The attribute (`#[..]` or `#![..]`) that starts at a token.
fn attribute_at(tokens: &[&str], at: usize) -> Option<std::ops::Range<usize>> {
    let open = match tokens.get(at..)? {
        ["#", "[", ..] => at + 1,
        ["#", "!", "[", ..] => at + 2,
        _ => return None,
    };
    let mut depth = 0_usize;
    let end = tokens[open..].iter().position(|token| {
        depth = if *token == "[" { depth + 1 } else { depth - usize::from(*token == "]") };
        depth == 0
    });
    Some(at..open + end.expect("an attribute ends") + 1)
}

/// The end of the item that starts at a token: a semicolon or a closing brace.
fn item_end(tokens: &[&str], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match *token {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 && *token == "}" {
                    return at + 1;
                }
            }
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}

#[test]
fn comments_and_strings_hold_no_words() {
    let code = "// a\nlet b /* c */ = \"d \\\" e\"; 'f'; '\\''; r#\"g \" h\"#; x::<'i, J>";
    assert_eq!(
        tokens(code),
        ["let", "b", "=", "\"\"", ";", "''", ";", "''", ";", "\"\"", ";", "x", "::", "<", ",", "J", ">"]
    );
}

#[test]
fn what_only_tests_compile_is_left_out() {
    let code =
        "a; #[cfg(test)] #[allow(b)] mod tests; #[derive(C)] struct D { e: F } #[cfg(test)] mod g { fn h() { i } } j";
    let mut modules = Vec::new();
    let kept = without_tests(&tokens(code), &mut modules);
    assert_eq!(kept, ["a", ";", "struct", "D", "{", "e", ":", "F", "}", "j"]);
    assert_eq!(modules, ["tests"]);
}

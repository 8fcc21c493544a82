//! What one source file declares, defines and imports.

use std::collections::BTreeSet;

use super::tokens::{tokens, without_tests};

/// A path such as `crate::mention::Mention`, as its words.
pub(super) type Path = Vec<String>;

/// A source file without its tests.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// Modules that it declares.
    pub(super) modules: BTreeSet<String>,
    /// Modules that it declares for tests.
    pub(super) test_modules: Vec<String>,
    /// Names of the items that it defines at its top.
    pub(super) defined: BTreeSet<String>,
    /// Its `use` lines, one for each name.
    pub(super) imports: Vec<Import>,
    /// Paths of two words or more that it names outside its `use` lines.
    pub(super) named: Vec<Path>,
    /// All words outside its `use` lines.
    pub(super) words: BTreeSet<String>,
}

/// One name that a `use` line brings.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Import {
    pub(super) path: Path,
    /// Its name here; `*` if it brings all names of the path.
    pub(super) name: String,
    pub(super) is_public: bool,
}

const ITEMS: [&str; 8] = ["struct", "enum", "trait", "type", "fn", "const", "static", "union"];

impl Source {
    /// Reads the code of one file.
    pub(super) fn read(code: &str) -> Self {
        let mut source = Self::default();
        let tokens = without_tests(&tokens(code), &mut source.test_modules);
        // The depths at which the open modules begin that are written out inside the file.
        let (mut at, mut depth, mut inline) = (0, 0_usize, Vec::new());
        while at < tokens.len() {
            let (imports, named) = (source.imports.len(), source.named.len());
            match tokens[at..] {
                ["use", next, ..] if next != "<" => {
                    let is_public = at > 0 && (tokens[at - 1] == "pub" || tokens[at - 1] == ")");
                    at = source.read_use(&tokens, at + 1, &mut Vec::new(), is_public);
                }
                [first, ..] => {
                    match tokens[at..] {
                        ["mod", name, ";", ..] => drop(source.modules.insert(name.to_owned())),
                        ["mod", _, "{", ..] => inline.push(depth),
                        [kind, name, ..] if depth == 0 && ITEMS.contains(&kind) && !ITEMS.contains(&name) => {
                            source.defined.insert(name.to_owned());
                        }
                        _ => {}
                    }
                    match first {
                        "{" | "(" | "[" => depth += 1,
                        "}" | ")" | "]" => depth -= 1,
                        _ => {}
                    }
                    inline.pop_if(|start| first == "}" && *start == depth);
                    at = source.read_path(&tokens, at);
                }
                [] => unreachable!("there is a token left"),
            }
            let new = source.imports[imports..].iter_mut().map(|import| &mut import.path);
            new.chain(&mut source.named[named..]).for_each(|path| leave_inline(path, inline.len()));
        }
        source
    }

    /// Reads a tree of `use` below `prefix` and returns where it ends.
    fn read_use(&mut self, tokens: &[&str], mut at: usize, prefix: &mut Path, is_public: bool) -> usize {
        let depth = prefix.len();
        loop {
            match tokens[at] {
                "{" => {
                    at += 1;
                    while tokens[at] != "}" {
                        at = self.read_use(tokens, at, prefix, is_public);
                        at += usize::from(tokens[at] == ",");
                    }
                    at += 1;
                    break;
                }
                "::" => at += 1,
                word => {
                    at += 1;
                    if word != "*" && word != "self" || prefix.is_empty() {
                        prefix.push(word.to_owned());
                    }
                    if tokens[at] == "::" {
                        continue;
                    }
                    let mut name = if word == "*" { word } else { prefix.last().map_or(word, String::as_str) };
                    if tokens[at] == "as" {
                        name = tokens[at + 1];
                        at += 2;
                    }
                    self.imports.push(Import { path: prefix.clone(), name: name.to_owned(), is_public });
                    break;
                }
            }
        }
        prefix.truncate(depth);
        at
    }

    /// Reads the path that starts at a token, or skips the token.
    fn read_path(&mut self, tokens: &[&str], start: usize) -> usize {
        let mut path: Path = vec![tokens[start].to_owned()];
        let mut at = start + 1;
        while let ["::", word, ..] = tokens[at..]
            && word.starts_with(|c: char| c.is_alphabetic() || c == '_')
        {
            path.push(word.to_owned());
            at += 2;
        }
        self.words.insert(path[0].clone());
        if path.len() > 1 && !matches!(tokens[start.saturating_sub(1)], "::" | ".") {
            self.named.push(path);
        }
        at
    }
}

/// Turns a path in a module that is written out inside a file, at this depth, into one of the file.
fn leave_inline(path: &mut Path, depth: usize) {
    let supers = path.iter().take_while(|word| *word == "super").count().min(depth);
    if supers > 0 {
        path.drain(..supers);
        if path.first().is_none_or(|word| word != "super") {
            path.insert(0, "self".to_owned());
        }
    }
}

#[test]
fn a_module_inside_a_file_is_part_of_it() {
    let source = Source::read("mod inner { use super::A; fn f() { super::super::b::c() } } use super::D;");
    let imports: Vec<String> = source.imports.iter().map(|import| import.path.join("::")).collect();
    assert_eq!(imports, ["self::A", "super::D"]);
    assert_eq!(source.named, [vec!["super", "b", "c"]]);
}

#[test]
fn imports_are_read_with_their_trees() {
    let source = Source::read("use crate::a::{self, b::{C, D as E}, f::*};\npub(crate) use super::G;\nuse ::std::fmt;");
    let import = |path: &str, name: &str, is_public| Import {
        path: path.split("::").map(str::to_owned).collect(),
        name: name.to_owned(),
        is_public,
    };
    assert_eq!(
        source.imports,
        [
            import("crate::a", "a", false),
            import("crate::a::b::C", "C", false),
            import("crate::a::b::D", "E", false),
            import("crate::a::f", "*", false),
            import("super::G", "G", true),
            import("std::fmt", "fmt", false),
        ]
    );
}

#[test]
fn definitions_and_paths_are_read() {
    let code = "mod child; pub const fn one() {} struct Two { three: crate::a::Three } impl Two { fn four() { child::five(); x.y::<Z>() } }";
    let source = Source::read(code);
    assert_eq!(source.modules, BTreeSet::from(["child".to_owned()]));
    assert_eq!(source.defined, BTreeSet::from(["one".to_owned(), "Two".to_owned()]));
    assert_eq!(source.named, [vec!["crate", "a", "Three"], vec!["child", "five"]]);
}

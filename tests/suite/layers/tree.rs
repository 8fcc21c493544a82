//! All source files, and which of them a path leads to.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::files;

use super::source::{Import, Path, Source};

/// The modules of the library and of the program; both name the library's root `[]`.
pub(super) struct Tree {
    pub(super) modules: BTreeMap<Path, Module>,
}

/// A module that has a file of its own.
pub(super) struct Module {
    /// Its file below `src/`.
    pub(super) file: String,
    source: Source,
    /// The `use` lines that lead into the project, with paths from the root.
    imports: Vec<Import>,
}

/// A file that uses an item of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arrow {
    pub(super) from: Path,
    pub(super) to: Path,
    pub(super) item: String,
    /// Whether the file only passes the item on.
    pub(super) is_passed_on: bool,
}

/// Where a path leads.
enum Target {
    Module,
    Item(Path, String),
}

impl Tree {
    /// Reads all files under `src/`.
    pub(super) fn read(folder: &std::path::Path) -> Self {
        let mut sources = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for path in files(&next) {
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                    sources.push((name, std::fs::read_to_string(&path).unwrap()));
                }
            }
        }
        Self::of(&sources)
    }

    /// The tree of files with these names below `src/` and these contents.
    pub(super) fn of(sources: &[(String, String)]) -> Self {
        let read = |(file, code): &(String, String)| {
            let source = Source::read(code);
            (module_of(file), Module { file: file.clone(), source, imports: Vec::new() })
        };
        let mut modules: BTreeMap<Path, Module> = sources.iter().map(read).collect();
        let is_of_test = |path: &Path| {
            (1..=path.len()).any(|end| {
                let parent = modules.get(&path[..end - 1]);
                parent.is_some_and(|parent| parent.source.test_modules.contains(&path[end - 1]))
            })
        };
        let of_tests: BTreeSet<Path> = modules.keys().filter(|path| is_of_test(path)).cloned().collect();
        modules.retain(|path, _| !of_tests.contains(path));
        for (path, module) in &mut modules {
            let rooted = |import: &Import| {
                let path = from_root(&import.path, path, &module.source.modules)?;
                Some(Import { path, ..import.clone() })
            };
            module.imports = module.source.imports.iter().filter_map(rooted).collect();
        }
        Self { modules }
    }

    /// The items that each file uses of the others.
    pub(super) fn arrows(&self) -> BTreeSet<Arrow> {
        self.modules.keys().flat_map(|path| self.arrows_of(path)).filter(|arrow| arrow.from != arrow.to).collect()
    }

    fn arrows_of(&self, from: &Path) -> Vec<Arrow> {
        let module = &self.modules[from];
        let mut arrows = Vec::new();
        let mut add = |path: &[String], is_passed_on: bool| {
            if let Some(Target::Item(to, item)) = self.target(path) {
                arrows.push(Arrow { from: from.clone(), to, item, is_passed_on });
            }
        };
        for import in &module.imports {
            if import.name == "*" {
                // All that it brings, for which the first word stands.
                add(&[&import.path[..], &["*".to_owned()]].concat(), import.is_public);
            } else {
                add(&import.path, import.is_public && !module.source.words.contains(&import.name));
            }
        }
        for named in &module.source.named {
            let imported = module.imports.iter().find(|import| import.name == named[0]);
            match imported {
                Some(import) => add(&[&import.path[..], &named[1..]].concat(), false),
                None => {
                    if let Some(path) = from_root(named, from, &module.source.modules) {
                        add(&path, false);
                    }
                }
            }
        }
        arrows
    }

    /// Where a path from the root leads, through all that is passed on; `None` if that is outside the project.
    fn target(&self, path: &[String]) -> Option<Target> {
        let length = (0..=path.len()).rev().find(|length| self.modules.contains_key(&path[..*length]))?;
        let (key, module) = self.modules.get_key_value(&path[..length])?;
        let Some(item) = path.get(length) else { return Some(Target::Module) };
        let here = || Some(Target::Item(key.clone(), item.clone()));
        if module.source.defined.contains(item) {
            return here();
        }
        if let Some(import) = module.imports.iter().find(|import| import.name == *item) {
            return self.target(&[&import.path[..], &path[length + 1..]].concat());
        }
        if module.source.imports.iter().any(|import| import.name == *item) {
            return None;
        }
        let globs = module.imports.iter().filter(|import| import.name == "*" && import.path != *key);
        let mut through =
            globs.filter_map(|import| self.target(&[&import.path[..], std::slice::from_ref(item)].concat()));
        let defines = |target: &Target| match target {
            Target::Item(path, item) => self.modules[path].source.defined.contains(item),
            Target::Module => true,
        };
        // An item that a macro defines is not seen and counts as one of the module that the path names.
        through.find(defines).or_else(here)
    }
}

/// `relation/mod.rs` is the module `[relation]`, `relation/rule.rs` is `[relation, rule]`.
fn module_of(file: &str) -> Path {
    let mut path: Path = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|name| name == "mod") || path == ["lib"] {
        path.pop();
    }
    path
}

/// A path as the module `own` writes it, from the root; `None` if it leads to another crate.
fn from_root(path: &[String], own: &[String], modules: &BTreeSet<String>) -> Option<Path> {
    let supers = path.iter().take_while(|word| *word == "super").count();
    if supers > 0 {
        return Some([&own[..own.len().checked_sub(supers)?], &path[supers..]].concat());
    }
    match path[0].as_str() {
        "crate" | "whomet" => Some(path[1..].to_vec()),
        "self" => {
            let supers = path[1..].iter().take_while(|word| *word == "super").count();
            Some([&own[..own.len().checked_sub(supers)?], &path[1 + supers..]].concat())
        }
        first => modules.contains(first).then(|| [own, path].concat()),
    }
}

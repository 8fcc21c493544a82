//! Checks what the files of `src/` use: rooms use only lower floors, no file uses its own `mod.rs`, and there are no
//! circles.
//!
//! A room is a file or folder directly under `src/`. The test reads `use` lines and paths outside the unit tests. An item
//! that another file passes on with `pub use` counts as an item of the file that defines it.

mod source;
mod tokens;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;

use crate::support::root;

use source::Path;
use tree::{Arrow, Tree};

/// The rooms from the ground up. A room uses only rooms on lower floors; rooms on the ground floor may use each other.
/// `lib` is the root of the library and `main` the root of the program.
const FLOORS: &[&[&str]] = &[
    &[
        "text",
        "text_search",
        "name_search",
        "clustering",
        "span",
        "ids",
        "provenance",
        "stable_hash",
        "stable_random",
        "flat_table",
        "table",
        "layout",
    ],
    &["language"],
    &["date"],
    &["ontology"],
    &["document"],
    &["analysis"],
    &["lexicon"],
    &["mention"],
    &["quantity"],
    &["description"],
    &["quotation"],
    &["masking"],
    &["relation"],
    &["coreference"],
    &["record"],
    &["resolution"],
    &["graph"],
    &["selection"],
    &["project", "picture"],
    &["view"],
    &["export"],
    &["query"],
    &["error", "pipeline"],
    &["rule_check"],
    &["corpus"],
    &["training", "evaluation"],
    &["lib"],
    &["cli"],
    &["main"],
];

/// Rooms that still use a higher room. The list should become empty.
const ROOMS_TO_MEND: &[&str] = &[];

#[test]
fn rooms_use_only_what_lies_below_them() {
    check_with_exceptions(against_the_floors(&source_tree(), FLOORS), ROOMS_TO_MEND);
}

/// Files with items that their own folder still uses. The list should become empty.
const FACES_TO_MEND: &[&str] = &[];

/// Folders whose files still use each other in a circle. The list should become empty.
const CIRCLES_TO_MEND: &[&str] = &[];

#[test]
fn no_file_uses_what_its_own_mod_rs_defines() {
    check_with_exceptions(from_own_face(&source_tree()), FACES_TO_MEND);
}

#[test]
fn no_imports_go_in_circles() {
    check_with_exceptions(circles(&source_tree()), CIRCLES_TO_MEND);
}

/// Fails if there is a finding at a place that `places` does not list, or no finding at one that it lists.
fn check_with_exceptions(findings: Vec<(String, String)>, places: &[&str]) {
    let found: BTreeSet<&str> = findings.iter().map(|(place, _)| place.as_str()).collect();
    let stale: Vec<&&str> = places.iter().filter(|place| !found.contains(**place)).collect();
    assert!(stale.is_empty(), "mended, remove it from the list: {stale:?}");
    let new = findings.iter().filter(|(place, _)| !places.contains(&place.as_str()));
    let new: Vec<&str> = new.map(|(_, finding)| finding.as_str()).collect();
    assert!(new.is_empty(), "{}", new.join("\n"));
}

fn source_tree() -> Tree {
    Tree::read(&root().join("src"))
}

/// The room that a module belongs to.
fn room(module: &Path) -> &str {
    module.first().map_or("lib", String::as_str)
}

/// "a.rs uses Item of b.rs".
fn describe(tree: &Tree, arrow: &Arrow) -> String {
    let file = |path: &Path| &tree.modules[path].file;
    format!("{} uses {} of {}", file(&arrow.from), arrow.item, file(&arrow.to))
}

/// Uses of a room on the same floor or above it, and rooms without a floor.
fn against_the_floors(tree: &Tree, floors: &[&[&str]]) -> Vec<(String, String)> {
    let floor_of = |room: &str| floors.iter().position(|floor| floor.contains(&room));
    let is_wrong = |arrow: &Arrow| {
        let (from, to) = (room(&arrow.from), room(&arrow.to));
        let is_below = match (floor_of(from), floor_of(to)) {
            (Some(from), Some(to)) => to < from || (from, to) == (0, 0),
            _ => false,
        };
        from != to && !is_below
    };
    let rooms: BTreeSet<&str> = tree.modules.keys().map(room).collect();
    let homeless = rooms.into_iter().filter(|room| floor_of(room).is_none());
    let homeless = homeless.map(|room| (room.to_owned(), format!("{room} has no floor: add it to FLOORS")));
    let with_rooms = |arrow: &Arrow| (format!("{} uses {}", room(&arrow.from), room(&arrow.to)), describe(tree, arrow));
    homeless.chain(tree.arrows().iter().filter(|arrow| is_wrong(arrow)).map(with_rooms)).collect()
}

/// Each use of an item that the `mod.rs` of the same or an outer folder defines, with the path of that `mod.rs`.
fn from_own_face(tree: &Tree) -> Vec<(String, String)> {
    let with_face = |arrow: &Arrow| (tree.modules[&arrow.to].file.clone(), describe(tree, arrow));
    tree.arrows().iter().filter(|arrow| is_to_own_face(arrow)).map(with_face).collect()
}

fn is_to_own_face(arrow: &Arrow) -> bool {
    !arrow.to.is_empty() && arrow.from.starts_with(&arrow.to)
}

/// Each group of files that use each other in a circle, with the innermost folder that contains them. Uses of the own
/// `mod.rs` do not count; another test reports them.
fn circles(tree: &Tree) -> Vec<(String, String)> {
    let is_counted = |arrow: &Arrow| !arrow.is_passed_on && !is_to_own_face(arrow);
    let arrows: Vec<Arrow> = tree.arrows().into_iter().filter(is_counted).collect();
    let numbers: BTreeMap<&Path, usize> = tree.modules.keys().enumerate().map(|(at, path)| (path, at)).collect();
    let ends = |arrow: &Arrow| (numbers[&arrow.from], numbers[&arrow.to]);
    let graph: DiGraphMap<usize, ()> = arrows.iter().map(ends).collect();
    let groups = tarjan_scc(&graph).into_iter().filter(|group| group.len() > 1);
    let text = |group: Vec<usize>| {
        let is_inside = |arrow: &&Arrow| {
            let (from, to) = ends(arrow);
            group.contains(&from) && group.contains(&to)
        };
        let inside: Vec<&Arrow> = arrows.iter().filter(is_inside).collect();
        let lines: Vec<String> = inside.iter().map(|arrow| describe(tree, arrow)).collect();
        (common_folder(tree, &inside), format!("a circle of {} files:\n  {}", group.len(), lines.join("\n  ")))
    };
    groups.map(text).collect()
}

/// The innermost folder that contains all files of these uses.
fn common_folder(tree: &Tree, arrows: &[&Arrow]) -> String {
    let mut folders = arrows.iter().map(|arrow| {
        let file = &tree.modules[&arrow.from].file;
        file.rsplit_once('/').map_or("", |(folder, _)| folder).split('/').collect::<Vec<_>>()
    });
    let first = folders.next().unwrap_or_default();
    let shared = |folder: Vec<&str>| folder.iter().zip(&first).take_while(|(a, b)| a == b).count();
    let depth = folders.map(shared).fold(first.len(), usize::min);
    first[..depth].join("/")
}

/// A tree of files with their contents.
fn tree_of(sources: &[(&str, &str)]) -> Tree {
    let owned = |(file, code): &(&str, &str)| ((*file).to_owned(), (*code).to_owned());
    Tree::of(&sources.iter().map(owned).collect::<Vec<_>>())
}

#[test]
fn a_use_of_a_higher_room_is_reported() {
    let tree = tree_of(&[
        ("lib.rs", "pub mod low; pub mod high; pub mod stray;"),
        ("low.rs", "use crate::high::Top; pub struct Base;"),
        ("high.rs", "pub struct Top; fn f() -> crate::low::Base { crate::low::Base }"),
        ("stray.rs", ""),
        ("main.rs", "mod cli;"),
        ("cli/mod.rs", "use whomet::high::Top;"),
    ]);
    let floors: &[&[&str]] = &[&[], &["low"], &["high"], &["lib"], &["cli"], &["main"]];
    let wrong = [("stray", "stray has no floor: add it to FLOORS"), ("low uses high", "low.rs uses Top of high.rs")];
    assert_eq!(against_the_floors(&tree, floors), wrong.map(|(place, wrong)| (place.to_owned(), wrong.to_owned())));
}

#[test]
fn an_item_that_mod_rs_defines_is_reported_and_one_it_passes_on_is_not() {
    let tree = tree_of(&[
        ("lib.rs", "pub mod room;"),
        ("room/mod.rs", "mod child; mod kind; pub use kind::Kind; pub enum Own { A } pub fn run() { child::go() }"),
        ("room/kind.rs", "pub struct Kind;"),
        (
            "room/child.rs",
            "use super::{Kind, Own}; use crate::room; pub fn go() { room::run() } #[cfg(test)] mod tests { use super::super::Own; }",
        ),
    ]);
    let wrong = ["room/child.rs uses Own of room/mod.rs", "room/child.rs uses run of room/mod.rs"];
    assert_eq!(from_own_face(&tree), wrong.map(|wrong| ("room/mod.rs".to_owned(), wrong.to_owned())));
}

#[test]
fn a_circle_of_files_is_reported_with_its_uses() {
    let tree = tree_of(&[
        ("lib.rs", "pub mod room;"),
        ("room/mod.rs", "mod a; mod b; mod c; pub use a::A; pub use b::B;"),
        ("room/a.rs", "use super::B; pub struct A;"),
        ("room/b.rs", "use super::c; pub struct B; fn f() { c::run() }"),
        ("room/c.rs", "pub fn run() -> crate::room::A { crate::room::A }"),
    ]);
    let expected = "a circle of 3 files:\n  room/a.rs uses B of room/b.rs\n  room/b.rs uses run of room/c.rs\n  room/c.rs uses A of room/a.rs";
    assert_eq!(circles(&tree), [("room".to_owned(), expected.to_owned())]);
}

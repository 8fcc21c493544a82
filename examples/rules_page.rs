//! Which rules are there, and what does each one find? Prints the page `docs/rules.md`.

#![expect(clippy::print_stdout, reason = "an example shows its result")]

use whomet::relation::{RuleSet, rules_page};

fn main() {
    print!("{}", rules_page(RuleSet::shipped()));
}

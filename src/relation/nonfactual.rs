//! Detects triggers that state nothing: advice, doubt and suppositions are neither facts nor plans nor denials.

use super::syntax::Syntax;
use super::trigger::Site;
use crate::analysis::Deprel;
use crate::language::Class;

/// The maximum number of steps up the tree; words further away say nothing about the trigger.
const MAX_DEPTH: usize = 8;

/// Whether the trigger states nothing: "should meet", "is unlikely to meet", "if they ever met", "would have met",
/// "was flying to".
pub(super) fn is_nonfactual(syntax: Syntax<'_>, site: Site) -> bool {
    let Some(verb) = site.verb else { return false };
    let above = std::iter::successors(Some(verb), |&at| match syntax.view.dependency(at)? {
        (Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Acl, head) => Some(head),
        (Deprel::Conj, head) if syntax.is_bare(at) => Some(head),
        (Deprel::Advcl, head) if syntax.view.xpos_at(at) == "VBG" => Some(head),
        _ => None,
    });
    let is_left_open = |at: usize| {
        is_advised(syntax, at) || is_supposed(syntax, at) || (at != verb && syntax.is(Class::Nonfactual, at))
    };
    let is_journey = site.noun.is_none() && is_under_way(syntax, verb);
    is_journey || is_unreal(syntax, verb) || above.take(MAX_DEPTH).any(is_left_open)
}

fn auxiliaries(syntax: Syntax<'_>, verb: usize) -> impl Iterator<Item = usize> {
    syntax.children_by(verb, &[Deprel::Aux]).collect::<Vec<_>>().into_iter()
}

/// "Should", "ought to".
fn is_advised(syntax: Syntax<'_>, verb: usize) -> bool {
    auxiliaries(syntax, verb).any(|auxiliary| syntax.is(Class::Nonfactual, auxiliary))
}

/// "If they met", "if they ever meet".
fn is_supposed(syntax: Syntax<'_>, verb: usize) -> bool {
    let view = syntax.view;
    let is_if = |mark: usize| syntax.classes.is(Class::Hypothesis, &view.lower[mark]);
    let is_remote = view.xpos_at(verb) == "VBD" || view.children(verb).any(|child| view.is(Class::Ever, child));
    view.is_labelled(verb, Deprel::Advcl) && is_remote && syntax.children_by(verb, &[Deprel::Mark]).any(is_if)
}

/// "Would have met", or "had they met" with the auxiliary before the subject.
fn is_unreal(syntax: Syntax<'_>, verb: usize) -> bool {
    let view = syntax.view;
    let has = |class| auxiliaries(syntax, verb).any(|at| view.lemma_is(class, at));
    let is_modal = auxiliaries(syntax, verb).any(|at| view.xpos_at(at) == "MD");
    let subject = syntax.child_by(verb, &[Deprel::Nsubj, Deprel::NsubjPass]);
    let is_turned =
        |subject: usize| auxiliaries(syntax, verb).any(|at| at < subject && view.is(Class::TurnedAuxiliary, at));
    (is_modal && has(Class::PerfectAuxiliary) && !has(Class::FutureAuxiliary)) || subject.is_some_and(is_turned)
}

/// "Was flying to": a person who was on the way may not have arrived.
fn is_under_way(syntax: Syntax<'_>, verb: usize) -> bool {
    let view = syntax.view;
    let was = |auxiliary: usize| view.xpos_at(auxiliary) == "VBD";
    syntax.is(Class::Travelling, verb) && view.xpos_at(verb) == "VBG" && auxiliaries(syntax, verb).any(was)
}

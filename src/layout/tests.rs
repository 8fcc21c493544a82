//! What every drawing promises, on many random diagrams.

use super::*;
use crate::stable_hash::splitmix;

/// A diagram with so many boxes, about `percent` links for 100 boxes, and sizes as labels have them.
fn diagram(boxes: u64, percent: u64, seed: u64) -> Diagram {
    let number = |at: u64, below: u64| splitmix(seed.wrapping_mul(1_000_003).wrapping_add(at)) % below;
    let size = |at: u64, most: u32| f64::from(u32::try_from(number(at, u64::from(most))).unwrap());
    let sizes = (0..boxes).map(|at| Size::new(40.0 + size(at, 140), 24.0 + size(at + 10_000, 30)));
    let mut pairs = std::collections::BTreeSet::new();
    for at in 0..boxes * percent / 100 {
        // Half of the links lead to one of few hubs.
        let a = number(at + 20_000, if at % 2 == 0 { boxes } else { boxes.div_ceil(6) });
        let b = number(at + 30_000, boxes);
        if a != b {
            pairs.insert([a.min(b), a.max(b)].map(|end| usize::try_from(end).unwrap()));
        }
    }
    let label = |at: usize| Size::new(20.0 + size(at as u64 + 40_000, 80), 14.0);
    let links = pairs.into_iter().enumerate().map(|(at, ends)| Link { ends, label: label(at) });
    Diagram { boxes: sizes.collect(), links: links.collect() }
}

#[test]
fn up_to_sixty_boxes_nothing_overlaps_and_no_link_runs_through_a_box() {
    for (boxes, percent) in [(1, 0), (2, 100), (7, 150), (20, 90), (35, 180), (60, 110), (60, 200)] {
        for (seed, aspect) in [(1, 0.7), (2, 1.0), (3, 1.8)] {
            let diagram = diagram(boxes, percent, seed);
            let drawing = draw(&diagram, aspect);
            let found = Measures::of(&diagram, &drawing);
            assert_eq!((found.overlaps, found.through_boxes), (0, 0), "{boxes} boxes, seed {seed}: {found:?}");
            assert!(drawing.routes.iter().all(|route| route.label.is_some()), "every label has a place");
        }
    }
}

#[test]
fn a_map_has_no_overlaps_and_fits_the_page() {
    for aspect in [0.7, 1.6] {
        let diagram = diagram(300, 160, 5);
        let drawing = draw(&diagram, aspect);
        let found = Measures::of(&diagram, &drawing);
        assert_eq!(found.overlaps, 0);
        assert!((0.7..1.4).contains(&(found.aspect / aspect)), "{found:?}");
    }
}

#[test]
fn a_diagram_in_which_all_is_linked_with_all_can_be_drawn() {
    let pairs = (0..14).flat_map(|a| (a + 1..14).map(move |b| [a, b]));
    let links = pairs.map(|ends| Link { ends, label: Size::default() }).collect();
    let diagram = Diagram { boxes: vec![Size::new(60.0, 24.0); 14], links };
    assert_eq!(Measures::of(&diagram, &draw(&diagram, 1.5)).overlaps, 0);
    assert_eq!(draw(&Diagram::default(), 1.5).size, Size::default());
}

#[test]
fn the_same_diagram_gives_the_same_drawing() {
    let diagram = diagram(80, 150, 9);
    let places = || draw(&diagram, 1.4).centers;
    assert_eq!(places(), places());
}

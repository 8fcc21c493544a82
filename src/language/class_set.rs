//! Sets of word classes.

use super::class::Class;

const BITS: usize = u64::BITS as usize;

/// Groups of bits in a set.
const GROUPS: usize = 8;

/// The most classes that a language and the rules of a user may have together.
pub(crate) const MAX_CLASSES: usize = GROUPS * BITS;

/// The number of a class among the classes of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClassId(u16);

impl ClassId {
    pub(super) fn new(index: usize) -> Self {
        Self(u16::try_from(index).expect("the number of classes is bounded"))
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl From<Class> for ClassId {
    fn from(class: Class) -> Self {
        Self(class as u16)
    }
}

/// The classes of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct ClassSet([u64; GROUPS]);

impl ClassSet {
    /// The set of a word that is in no class.
    pub(crate) const EMPTY: &'static Self = &Self([0; GROUPS]);

    /// Whether the class is in the set.
    pub(crate) fn contains(&self, class: impl Into<ClassId>) -> bool {
        let at = class.into().index();
        self.0[at / BITS] >> (at % BITS) & 1 == 1
    }

    pub(super) fn insert(&mut self, class: ClassId) {
        self.0[class.index() / BITS] |= 1 << (class.index() % BITS);
    }

    /// Adds all classes of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own |= more;
        }
    }
}

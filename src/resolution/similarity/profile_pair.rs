//! Two dossiers to be compared.

use std::collections::BTreeSet;

use super::super::name_profile::NameProfile;
use crate::ids::NameKey;

/// Two dossiers with the keys of what is named beside each.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// One of them.
    pub left: &'a NameProfile,
    /// The other.
    pub right: &'a NameProfile,
    /// What the sampled documents of each name beside it, without what is known from one document only.
    pub co_mentions: [&'a BTreeSet<NameKey>; 2],
}

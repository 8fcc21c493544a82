//! A pair of profiles to be compared.

use std::collections::BTreeSet;

use super::super::name_profile::NameProfile;
use crate::ids::NameKey;

/// Two profiles with their co-mentions.
#[derive(Debug, Clone, Copy)]
pub struct ProfilePair<'a> {
    /// One profile.
    pub left: &'a NameProfile,
    /// The other profile.
    pub right: &'a NameProfile,
    /// For each profile, the other names in its sampled documents, without those that mean something in one document
    /// only.
    pub co_mentions: [&'a BTreeSet<NameKey>; 2],
}

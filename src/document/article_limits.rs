//! How large files may be.

/// Size limit of an article in bytes: 16 MiB, a thousand times a long article. A larger file is an archive or a dump
/// and belongs in JSON Lines, which have no limit.
pub const MAX_ARTICLE_BYTES: usize = 16 << 20;

/// Size limit of a file that packs articles, before and after unpacking.
pub(super) const MAX_FILE_BYTES: usize = 256 << 20;

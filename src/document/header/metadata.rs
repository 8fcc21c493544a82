//! What an article or its file says about it, under keys in all spellings: `published_at`, `Date Published`.

/// What an article or its file says about it, as written; absent keys are `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::document) struct Metadata {
    pub(in crate::document) title: Option<String>,
    /// When it was published, as written.
    pub(in crate::document) date: Option<String>,
    /// When it was changed last, as written.
    pub(in crate::document) updated: Option<String>,
    pub(in crate::document) url: Option<String>,
    pub(in crate::document) source: Option<String>,
}

impl Metadata {
    /// Keeps the value of `key`, unless a better key of the same meaning was there before. Returns whether the key is
    /// one that headers use; many are known but not kept.
    pub(in crate::document) fn put(&mut self, key: &str, value: &str) -> bool {
        let key: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let slot = match key.as_str() {
            "title" | "headline" => &mut self.title,
            "date" | "published" | "publishdate" | "pubdate" | "publishedat" | "publishedon" | "datepublished"
            | "publicationdate" | "publishedtime" | "posted" | "created" | "createdat" | "releasedate" => {
                &mut self.date
            }
            "updated" | "lastmod" | "modified" | "updatedat" | "datemodified" | "lastupdated" | "lastmodified" => {
                &mut self.updated
            }
            "url" | "link" | "permalink" | "canonical" | "canonicalurl" | "sourceurl" | "address" => &mut self.url,
            "source" | "publisher" | "outlet" | "sitename" | "newspaper" | "publication" => &mut self.source,
            "author" | "authors" | "byline" | "section" | "category" | "categories" | "tags" | "keywords"
            | "language" | "lang" | "id" | "slug" | "layout" | "draft" => return true,
            _ => return false,
        };
        let value = value.trim();
        if !value.is_empty() && slot.is_none() {
            *slot = Some(value.to_owned());
        }
        true
    }
}

-- Version 2: what questions need, derived from the other tables when a document is added or removed.

-- The words of all names, as `whomet` compares them: small letters without diacritics. `whomet met tammsoo` looks here.
CREATE TABLE name_word (
    word TEXT NOT NULL,
    dossier INTEGER NOT NULL,
    PRIMARY KEY (word, dossier)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_word_by_dossier ON name_word (dossier);

-- Which statements join which names: one row for either direction, so that all statements about a name lie together.
-- `one` and `other` are name profiles; those of one entity are found by `dossier.entity`.
CREATE TABLE tie (
    one INTEGER NOT NULL,
    relation TEXT NOT NULL,
    status TEXT NOT NULL,
    other INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    statement INTEGER NOT NULL,
    PRIMARY KEY (one, relation, status, other, document, statement)
) STRICT, WITHOUT ROWID;

CREATE INDEX tie_by_document ON tie (document);

-- When documents came in, changed or went; `at` is ISO 8601 in UTC. The graph does not depend on it.
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'removed')),
    at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) STRICT;

CREATE INDEX change_by_time ON change (at);
CREATE INDEX change_by_document ON change (document);

-- What came in, changed or went, and when.
CREATE VIEW changes AS SELECT at, change, document FROM change;

-- Names of a project of version 1 are filed again by the next command that writes.
DELETE FROM project WHERE key = 'resolved_with';

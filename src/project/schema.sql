-- The tables of a project, version 1. Spans are in characters of the document's text, 0-based; SQLite's substr()
-- counts characters too, but from 1, so the words of a mention are substr(text, start + 1, length).

-- Properties of the file, by key: `made_with` is the version of whomet that made it.
CREATE TABLE project (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The inputs of `whomet add`, which `whomet update` reads again. A relative `path` starts at `folder`, where the
-- command ran.
CREATE TABLE input (
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) STRICT, WITHOUT ROWID;

-- The user's ontology and lists, in the order of the command line; all commands on the project use them.
CREATE TABLE data_file (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('ontology', 'lexicon', 'authority')),
    path TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

-- What `whomet remove` removed, so that `whomet update` does not add it again; `line` is 0 for a whole file.
CREATE TABLE removed (
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (file, line)
) STRICT, WITHOUT ROWID;

-- One row for each article with its text. `file` is the absolute path of its file, NULL for standard input; `path` is
-- the path as the user named it; `line` is its line in a JSON Lines file, from 1; `date` is ISO 8601; `sha256` and
-- `characters` are hash and length of the text; `read_with` names the version of whomet and the data it was read with.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    file TEXT,
    path TEXT NOT NULL,
    line INTEGER,
    title TEXT,
    date TEXT,
    url TEXT,
    source TEXT,
    sha256 TEXT NOT NULL,
    characters INTEGER NOT NULL,
    text TEXT NOT NULL,
    read_with TEXT NOT NULL
) STRICT;

CREATE INDEX document_by_file ON document (file);

-- One row for each place where something is named or referred to, numbered from 0 in text order. `label` is the name
-- it uses, on one line, NULL if the mention alone does not identify the thing; `canonical` is the usual name in a
-- gazetteer; `title` are the titles before the name. `chain` is its coreference chain; `sieve` is the rule that put it
-- there, with its score `sieve_confidence`, NULL for the first name of the chain.
CREATE TABLE mention (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'nominal', 'pronoun')),
    type TEXT NOT NULL,
    label TEXT,
    canonical TEXT,
    iso3166 TEXT,
    is_demonym INTEGER NOT NULL CHECK (is_demonym IN (0, 1)),
    title TEXT,
    gender TEXT CHECK (gender IN ('male', 'female')),
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    chain INTEGER,
    sieve TEXT,
    sieve_confidence REAL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- Name profiles: what all documents say about one name. `key` is type and name, with @country or @document (`scope`,
-- `scope_value`) where the name alone does not identify the thing; the scope `land` is a country. `documents` counts
-- the documents that mention it; `entity` is the profile whose key is the id of the node, shared by all profiles that
-- were merged; `noted` is a hash of its content when it was last compared.
CREATE TABLE dossier (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('everywhere', 'land', 'document')),
    scope_value TEXT,
    is_known INTEGER NOT NULL CHECK (is_known IN (0, 1)),
    documents INTEGER NOT NULL,
    entity INTEGER,
    noted INTEGER
) STRICT;

CREATE INDEX dossier_by_entity ON dossier (entity);

-- Facts about a name, with the number of documents that state them: names, countries, offices, organizations, gender.
CREATE TABLE fact (
    dossier INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (dossier, kind, value)
) STRICT, WITHOUT ROWID;

-- The documents that mention a name, ordered by document name.
CREATE TABLE told_in (
    dossier INTEGER NOT NULL,
    name TEXT NOT NULL,
    document INTEGER NOT NULL,
    chains INTEGER NOT NULL,
    PRIMARY KEY (dossier, name)
) STRICT, WITHOUT ROWID;

-- The blocking keys of name profiles, as hashes. Only profiles that share a key are compared, and one of the two must
-- have it with `is_filed`.
CREATE TABLE block (
    key INTEGER NOT NULL,
    is_filed INTEGER NOT NULL CHECK (is_filed IN (0, 1)),
    dossier INTEGER NOT NULL,
    PRIMARY KEY (key, is_filed, dossier)
) STRICT, WITHOUT ROWID;

CREATE INDEX block_by_dossier ON block (dossier);

-- Name profiles that may be one thing; `one` has the smaller key. `verdict` is same (merged unless something
-- contradicts it) or undecided; `reasons` is a JSON list of reasons with their bits, `bits` is the sum. Only matches
-- with `is_firm` merge profiles; the bare name of a role in one article follows the profile that fits it best.
CREATE TABLE pair (
    one INTEGER NOT NULL,
    is_firm INTEGER NOT NULL CHECK (is_firm IN (0, 1)),
    other INTEGER NOT NULL,
    score REAL NOT NULL,
    bits REAL NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'undecided')),
    reasons TEXT NOT NULL,
    PRIMARY KEY (one, is_firm, other)
) STRICT, WITHOUT ROWID;

CREATE INDEX pair_by_other ON pair (other, is_firm);

-- Judgements of people; they are never deleted, and `undone_at` is set when one is undone. `ruling` is same, different
-- or unsure about the keys `left` and `right`, or apart: in `document` the name of `left` means another thing.
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    ruling TEXT NOT NULL CHECK (ruling IN ('same', 'different', 'unsure', 'apart')),
    left TEXT NOT NULL,
    right TEXT,
    document TEXT,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    score REAL,
    reason TEXT,
    command INTEGER NOT NULL,
    undone_at TEXT,
    undone_by TEXT
) STRICT;

CREATE INDEX judgement_by_left ON judgement (left);
CREATE INDEX judgement_by_right ON judgement (right);
CREATE INDEX judgement_by_document ON judgement (document);

-- One row for each coreference chain, numbered from 0; its mentions refer to it by `mention.chain`. `dossier` is its
-- name profile.
CREATE TABLE chain (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL,
    type TEXT NOT NULL,
    dossier INTEGER,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- One row for each statement, numbered from 0. `subject`, `object`, `place` and `speaker` are numbers of mentions of
-- the document; `start` and `length` give the sentence, `trigger` the first character of the words that signal the
-- relation. `time` is the time as the sentence gives it, `interval`, `basis` and `note` its interpretation.
-- `attributes` is a JSON object of strings, NULL if it is empty; `path` is the path of the rule through the sentence.
CREATE TABLE statement (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL,
    relation TEXT NOT NULL,
    subject INTEGER NOT NULL,
    object INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('asserted', 'planned', 'negated')),
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    trigger INTEGER NOT NULL,
    date TEXT,
    time TEXT,
    interval TEXT,
    basis TEXT,
    note TEXT,
    place INTEGER,
    speaker INTEGER,
    attributes TEXT,
    path TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- One row for each plural mention ("they", "both ministers") whose members are known.
CREATE TABLE plural (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    number INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    sieve TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

-- One row for each member of a plural mention; `mention` is the number of a mention of the document.
CREATE TABLE plural_member (
    document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
    plural INTEGER NOT NULL,
    number INTEGER NOT NULL,
    mention INTEGER NOT NULL,
    PRIMARY KEY (document, plural, number)
) STRICT, WITHOUT ROWID;

-- Full-text search: SELECT name FROM document WHERE id IN (SELECT rowid FROM words WHERE words MATCH 'lima').
-- It refers to the text in the table document; the triggers update it.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = 'document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER words_of_new_document AFTER INSERT ON document BEGIN
    INSERT INTO words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER words_of_removed_document AFTER DELETE ON document BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER words_of_changed_document AFTER UPDATE OF title, text ON document BEGIN
    INSERT INTO words (words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- The articles.
CREATE VIEW articles AS
SELECT name, date, title, source, url, path, line, text FROM document;

-- Every mention with its words; `name` is the name that it uses.
CREATE VIEW mentions AS
SELECT document.name AS document, substr(document.text, start + 1, length) AS words, label AS name, type, kind,
    mention.title AS title, start, length, rule, confidence
FROM mention JOIN document ON document.id = mention.document;

-- Every statement with its sentence, and with subject and object as the sentence names them.
CREATE VIEW statements AS
SELECT document.name AS document,
    coalesce(subject.label, substr(document.text, subject.start + 1, subject.length)) AS subject,
    relation,
    coalesce(object.label, substr(document.text, object.start + 1, object.length)) AS object,
    status, statement.date AS date,
    substr(document.text, statement.start + 1, statement.length) AS sentence,
    statement.rule AS rule, statement.confidence AS confidence
FROM statement
JOIN document ON document.id = statement.document
JOIN mention AS subject ON subject.document = statement.document AND subject.number = statement.subject
JOIN mention AS object ON object.document = statement.document AND object.number = statement.object;

-- One row for each node of the graph. `names` are all its names, `documents` is the number of documents that mention
-- it (a document that uses two of its names counts twice).
CREATE VIEW entities AS
SELECT named.key AS id, named.type AS type,
    (SELECT min(value) FROM fact WHERE fact.dossier = named.id AND kind = 'label') AS name,
    (SELECT group_concat(DISTINCT value) FROM fact JOIN dossier AS member ON member.id = fact.dossier
        WHERE member.entity = named.id AND kind IN ('name', 'acronym')) AS names,
    (SELECT sum(documents) FROM dossier AS member WHERE member.entity = named.id) AS documents
FROM dossier AS named WHERE named.entity = named.id;

-- Every statement between two nodes; an edge of the graph is all rows with one subject, relation, object and status.
CREATE VIEW relations AS
SELECT subject_entity.key AS subject, relation, object_entity.key AS object, status, statement.date AS date,
    document.name AS document, substr(document.text, statement.start + 1, statement.length) AS sentence
FROM statement
JOIN document ON document.id = statement.document
JOIN mention AS subject ON subject.document = statement.document AND subject.number = statement.subject
JOIN mention AS object ON object.document = statement.document AND object.number = statement.object
JOIN chain AS subject_chain ON subject_chain.document = statement.document AND subject_chain.number = subject.chain
JOIN chain AS object_chain ON object_chain.document = statement.document AND object_chain.number = object.chain
JOIN dossier AS subject_dossier ON subject_dossier.id = subject_chain.dossier
JOIN dossier AS object_dossier ON object_dossier.id = object_chain.dossier
JOIN dossier AS subject_entity ON subject_entity.id = subject_dossier.entity
JOIN dossier AS object_entity ON object_entity.id = object_dossier.entity;

-- The judgements in force.
CREATE VIEW judgements AS
SELECT id, ruling, left, coalesce(right, document) AS right, by, at, score, reason
FROM judgement WHERE undone_at IS NULL;

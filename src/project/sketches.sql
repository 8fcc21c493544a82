-- Version 3: the wording of each document in brief (160 bytes), by which copies of an article are known without its text.

CREATE TABLE sketch (
    document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT;

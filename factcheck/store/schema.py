"""The tables of a store, as the steps that lead from one schema version to the next. A step that was released is never edited."""
from __future__ import annotations

APPLICATION = 0x66637431        # "fct1": tells a store from any other SQLite file

FIRST = """
CREATE TABLE documents (
    id          INTEGER PRIMARY KEY,
    identity    TEXT NOT NULL UNIQUE,               -- the URL, else the id
    versions    INTEGER NOT NULL                    -- how many there have been
);
CREATE TABLE versions (
    id          INTEGER PRIMARY KEY,
    document    INTEGER NOT NULL REFERENCES documents(id),
    number      INTEGER NOT NULL,                   -- 1, 2, 3 …
    current     INTEGER NOT NULL,                   -- 1 for the one that is compared
    name        TEXT NOT NULL,                      -- the id as given: a path, or the id of a JSON line
    url         TEXT, title TEXT, publisher TEXT,
    published   TEXT,                               -- ISO date, or time with zone
    story       TEXT, lang TEXT NOT NULL,
    replaces    TEXT,                               -- the URL or id of the document that this one stands for
    correction  TEXT,                               -- the sentence that says that this text corrects an earlier one
    body        INTEGER NOT NULL,                   -- where the prose begins in `text`
    text        TEXT NOT NULL,
    sha256      TEXT NOT NULL,                      -- of `text`
    said        TEXT NOT NULL,                      -- hash of the text and of all that the document says about itself
    reader      TEXT NOT NULL,                      -- the program and the language data that read it
    UNIQUE (document, number)
);
CREATE INDEX versions_of_name ON versions (name);
CREATE INDEX versions_that_replace ON versions (replaces) WHERE replaces IS NOT NULL;
CREATE TABLE claims (
    id          INTEGER PRIMARY KEY,
    version     INTEGER NOT NULL REFERENCES versions(id),
    current     INTEGER NOT NULL,
    start       INTEGER NOT NULL, "end" INTEGER NOT NULL,                  -- code points of the text, end exclusive
    line        INTEGER NOT NULL, "column" INTEGER NOT NULL,
    quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,              -- its sentence
    words       TEXT NOT NULL,                      -- the number as written, with modifier and unit
    kind        TEXT NOT NULL, modifier TEXT NOT NULL,
    low         TEXT, high TEXT,                    -- what the words allow, as exact decimals; NULL is no end
    unit        TEXT, dimension TEXT, entity TEXT, property TEXT, subject TEXT, place TEXT, time TEXT,
    story       TEXT NOT NULL,
    day         INTEGER NOT NULL,                   -- of publication, in days since 1 January of the year 1; 0 is unknown
    block       TEXT NOT NULL,                      -- what two claims must share to be compared
    figure      TEXT NOT NULL,                      -- the amount or date in a word
    context     TEXT NOT NULL,                      -- the content words of the sentence
    names       TEXT NOT NULL,                      -- its proper names
    record      TEXT NOT NULL                       -- what no column holds, as JSON
);
CREATE INDEX claims_of_version ON claims (version);
CREATE INDEX claims_of_block ON claims (story, block, day) WHERE current = 1;
CREATE TABLE names (
    name        TEXT NOT NULL,                      -- a proper name of a current document
    day         INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (name, day, version)
) WITHOUT ROWID;
CREATE INDEX names_of_version ON names (version);
CREATE VIEW facts AS
    SELECT c.id, v.name AS document, v.url, v.title, v.publisher, v.published, v.story, v.number AS version, c.line, c."column",
           c.kind, c.words, c.modifier, c.low, c.high, c.unit, c.entity, c.property, c.subject, c.place, c.time,
           substr(v.text, c.quote_start + 1, c.quote_end - c.quote_start) AS quote,
           substr(v.text, max(0, c.start - 32) + 1, min(32, c.start)) AS prefix,
           substr(v.text, c."end" + 1, 32) AS suffix, c.start, c."end", v.sha256
    FROM claims c JOIN versions v ON v.id = c.version WHERE c.current = 1;
"""

SECOND = """
ALTER TABLE claims ADD COLUMN others TEXT NOT NULL DEFAULT '';      -- the proper names of the sentence without the speaker's
CREATE TABLE sources (
    name        TEXT NOT NULL PRIMARY KEY,              -- a file that is costly to parse, as it was named
    sha256      TEXT NOT NULL,                          -- of its bytes and of what the call said about it
    reader      TEXT NOT NULL,                          -- the program and the language data that read it
    document    INTEGER NOT NULL REFERENCES documents(id)
) WITHOUT ROWID;
"""

STEPS = (FIRST, SECOND)
"""STEPS[n] leads from version n to n + 1; the length is the version that this program writes."""

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
INSERT INTO "claims" VALUES(1,1,1,31,33,1,32,0,71,'12','count','exact','12','12',NULL,'count','person','killed',NULL,'Brackwater',NULL,'flood',739009,'count/person','12','brackwater flood governor kill lowmark person','brackwater
lowmark','{"entity":"people","entity_start":34,"entity_end":40,"entity_head":"person","property":"killed","number":["12","12"],"precision":"1","bounds":["12","12",false,false],"voice":["the governor of Lowmark",42,65,"said"],"by":"counts/number-noun"}');
INSERT INTO "claims" VALUES(2,1,1,97,107,1,98,72,108,'7.2 metres','measure','exact','7.2','7.2','metre','length','ostrel','rose','Ostrel',NULL,NULL,'flood',739009,'length/','7.2','metre ostrel rise river','ostrel','{"trend":"up","unit":"metre","ucum":"m","entity":"river Ostrel","entity_start":76,"entity_end":88,"entity_head":"ostrel","property":"rose","number":["7.2","7.2"],"precision":"0.1","bounds":["7.2","7.2",false,false],"by":"measures/number-unit"}');
CREATE TABLE documents (
    id          INTEGER PRIMARY KEY,
    identity    TEXT NOT NULL UNIQUE,               -- the URL, else the id
    versions    INTEGER NOT NULL                    -- how many there have been
);
INSERT INTO "documents" VALUES(1,'a',1);
CREATE TABLE names (
    name        TEXT NOT NULL,                      -- a proper name of a current document
    day         INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    PRIMARY KEY (name, day, version)
) WITHOUT ROWID;
INSERT INTO "names" VALUES('brackwater',739009,1);
INSERT INTO "names" VALUES('lowmark',739009,1);
INSERT INTO "names" VALUES('ostrel',739009,1);
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
INSERT INTO "versions" VALUES(1,1,1,1,'a',NULL,NULL,NULL,'2024-05-03','flood','en',NULL,NULL,0,'The flood in Brackwater killed 12 people, the governor of Lowmark said. The river Ostrel rose by 7.2 metres.','de49ed5eec9d9116aa00ca4d8428466ac74de9a8ace3c523a6263cf6ae8c7359','6ba1e753ae09dfedaeab1e3f8d9eb4fa1d0387cbe1315ad1ae5475960f20f477','0.1.0+e6792af95e1fb81f');
CREATE INDEX versions_of_name ON versions (name);
CREATE INDEX versions_that_replace ON versions (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX claims_of_version ON claims (version);
CREATE INDEX claims_of_block ON claims (story, block, day) WHERE current = 1;
CREATE INDEX names_of_version ON names (version);
CREATE VIEW facts AS
    SELECT c.id, v.name AS document, v.url, v.title, v.publisher, v.published, v.story, v.number AS version, c.line, c."column",
           c.kind, c.words, c.modifier, c.low, c.high, c.unit, c.entity, c.property, c.subject, c.place, c.time,
           substr(v.text, c.quote_start + 1, c.quote_end - c.quote_start) AS quote,
           substr(v.text, max(0, c.start - 32) + 1, min(32, c.start)) AS prefix,
           substr(v.text, c."end" + 1, 32) AS suffix, c.start, c."end", v.sha256
    FROM claims c JOIN versions v ON v.id = c.version WHERE c.current = 1;

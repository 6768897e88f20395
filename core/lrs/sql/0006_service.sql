-- SPDX-License-Identifier: Apache-2.0
-- What running a server needs. See docs/schema-server.md.

-- Rises with every change that takes something away from a credential: what is kept of it in memory ends.
CREATE TABLE credential_change (id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL) STRICT;
INSERT INTO credential_change (id, generation) VALUES (1, 0);

-- Deleted people: what still arrives as theirs is not kept. Milliseconds since 1970 UTC.
CREATE TABLE tombstone (
    subject TEXT PRIMARY KEY,      -- SHA-256 of the ifi, so that nobody is named
    deleted INTEGER NOT NULL
) STRICT;

-- What the statements that retention deleted said: folded again when figures are made anew.
CREATE TABLE figure_kept (
    agent INTEGER NOT NULL REFERENCES agent,
    course INTEGER NOT NULL REFERENCES activity,
    lesson INTEGER NOT NULL,       -- 0: the course itself
    begun INTEGER NOT NULL,        -- first and last time, microseconds
    seen INTEGER NOT NULL,
    completed INTEGER,
    best REAL,                     -- 0 to 1
    PRIMARY KEY (agent, course, lesson)
) STRICT, WITHOUT ROWID;

-- How far another LRS was read.
CREATE TABLE import_source (
    url TEXT PRIMARY KEY,
    since TEXT NOT NULL,           -- everything stored there up to here was read
    updated INTEGER NOT NULL       -- milliseconds
) STRICT;

-- SPDX-License-Identifier: Apache-2.0
-- One person's record. Times are milliseconds since 1970, UTC.
CREATE TABLE statement (
    seq INTEGER PRIMARY KEY,   -- order of recording; the outbox is sent in it
    id TEXT NOT NULL UNIQUE,   -- UUID, lower case
    json TEXT NOT NULL,        -- the statement's bytes, made once
    verb TEXT NOT NULL,
    activity TEXT NOT NULL,
    course TEXT NOT NULL,      -- IRI of the course it belongs to; '' of none
    at INTEGER NOT NULL,       -- its timestamp
    state INTEGER NOT NULL,    -- 0 queued, 1 sent, 2 set aside
    reason TEXT                -- the server's words; only in state 2
) STRICT;
CREATE INDEX statement_outbox ON statement (state, seq) WHERE state <> 1;

-- A statement whose id stands here does not count. It may arrive later than its voiding.
CREATE TABLE voided (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- The fold of the statements, a cache: one row for each lesson, and one with lesson '' for the course.
CREATE TABLE progress (
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    state TEXT NOT NULL,       -- JSON, see learning/progress_json.cpp
    PRIMARY KEY (course, lesson)
) STRICT, WITHOUT ROWID;

-- Visits to lessons that have not ended; left over after a kill.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    first_seq INTEGER NOT NULL, -- its statements come after this one
    context TEXT NOT NULL      -- JSON: what terminated and abandoned need, see sessions.cpp
) STRICT, WITHOUT ROWID;

-- The try each lesson is in, when she chose to repeat it.
CREATE TABLE attempt (
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (course, lesson)
) STRICT, WITHOUT ROWID;

-- Where she stopped, by lesson: last writer wins.
CREATE TABLE place (
    registration TEXT NOT NULL,
    activity TEXT NOT NULL,    -- of the lesson
    page TEXT NOT NULL,
    position_ms INTEGER NOT NULL DEFAULT 0, -- of that page's media
    updated INTEGER NOT NULL,
    device TEXT NOT NULL,
    etag TEXT NOT NULL DEFAULT '', -- of the server's document; '' when it has none
    changed INTEGER NOT NULL,  -- 1: differs from the server's
    PRIMARY KEY (registration, activity)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_place (
    registration TEXT NOT NULL,
    activity TEXT NOT NULL,
    page TEXT NOT NULL,
    position_ms INTEGER NOT NULL,
    revealed INTEGER NOT NULL,
    PRIMARY KEY (registration, activity, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync (
    key TEXT PRIMARY KEY,      -- 'cursor', 'last_sent'
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

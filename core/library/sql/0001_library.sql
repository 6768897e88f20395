-- SPDX-License-Identifier: Apache-2.0
-- The courses of this device. Times are milliseconds since 1970, UTC.

-- Installed courses. card: what a list shows, in the form of a catalogue entry.
CREATE TABLE course (
    id TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    manifest BLOB NOT NULL,
    signature BLOB NOT NULL,
    key_id TEXT NOT NULL,
    card TEXT NOT NULL,
    installed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE course_blob (
    course TEXT NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (course, sha256)
) STRICT, WITHOUT ROWID;

-- Courses on their way in, from a server (until finished or abandoned) or from a file (while it is read).
-- Their blobs are safe from collection.
CREATE TABLE incoming (
    course TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('server', 'file')),
    version TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    manifest BLOB NOT NULL,
    signature BLOB NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (course, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE incoming_blob (
    course TEXT NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (course, source, sha256),
    FOREIGN KEY (course, source) REFERENCES incoming (course, source) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Downloads somebody asked for; kept until installed or taken back, so that they go on after a restart.
CREATE TABLE wish (
    course TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    asked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- From which version of the server's file the part of a blob is.
CREATE TABLE partial (
    sha256 TEXT PRIMARY KEY,
    etag TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    as_of INTEGER NOT NULL,
    etag TEXT NOT NULL
) STRICT;

CREATE TABLE offered (
    course TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    size INTEGER NOT NULL,
    card TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The blobs of an offered version whose manifest was seen, for the exact size of an update.
CREATE TABLE offered_blob (
    course TEXT NOT NULL REFERENCES offered (course) ON DELETE CASCADE,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (course, sha256)
) STRICT, WITHOUT ROWID;

-- Versions whose package format this program (which knows up to `known`) cannot read.
CREATE TABLE newer_format (
    course TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    known INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
    person TEXT PRIMARY KEY,
    as_of INTEGER,
    list TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- source: 'person', or the address of the node that named the key.
CREATE TABLE trusted_key (
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    public_key BLOB NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (id, source)
) STRICT, WITHOUT ROWID;

-- What is searched: a course (lesson and page '') or a page, once for each language.
CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    course TEXT NOT NULL,
    lesson TEXT NOT NULL,
    page TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX place_course ON place (course, lesson, page);

-- rowid is place.id; the columns hold searchTokens(), separated by blanks, already folded.
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'", prefix = '2 3'
);

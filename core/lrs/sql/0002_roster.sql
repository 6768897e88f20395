-- SPDX-License-Identifier: Apache-2.0
-- Who is who, what is offered and who shall learn what. Times are milliseconds since 1970 UTC; uuid columns are
-- what the outside sees. See docs/schema-server.md.

CREATE TABLE node (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    home_page TEXT NOT NULL,       -- IRL in every learner's xAPI account
    names TEXT NOT NULL,           -- JSON, text by language
    country TEXT NOT NULL,         -- ISO 3166-1
    utc_offset INTEGER NOT NULL,   -- minutes: where this node's days begin
    credential_key BLOB NOT NULL   -- keys the digests of secrets
) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    parent INTEGER REFERENCES unit,
    names TEXT NOT NULL,           -- JSON, text by language
    codes TEXT NOT NULL,           -- JSON, code by scheme
    valid_from TEXT,               -- dates, inclusive
    valid_to TEXT
) STRICT;
CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_language TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    form_of_address TEXT NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit,
    password TEXT NOT NULL         -- Argon2id
) STRICT;
CREATE INDEX person_unit ON person (unit);

CREATE TABLE person_role (
    person INTEGER NOT NULL REFERENCES person,
    role TEXT NOT NULL CHECK (role IN ('learner', 'reviewer', 'author', 'owner')),
    unit INTEGER NOT NULL REFERENCES unit,
    PRIMARY KEY (person, role, unit)
) STRICT, WITHOUT ROWID;

-- One person on one device, or an xAPI client. Revoking deletes the row.
CREATE TABLE credential (
    key TEXT PRIMARY KEY,
    digest BLOB NOT NULL,
    person INTEGER REFERENCES person,
    client TEXT,                   -- name of an xAPI client
    scopes TEXT,                   -- of an xAPI client, blank between
    device TEXT,
    device_name TEXT,
    platform TEXT,
    created INTEGER NOT NULL,
    last_used INTEGER NOT NULL,    -- to the hour
    CHECK ((person IS NULL) <> (client IS NULL))
) STRICT;
CREATE INDEX credential_person ON credential (person);

CREATE TABLE throttle (
    subject TEXT PRIMARY KEY,      -- "account …" or "address …", hashed
    failures INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL,
    changed INTEGER NOT NULL
) STRICT;

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    course TEXT NOT NULL,
    unit INTEGER REFERENCES unit,
    person INTEGER REFERENCES person,
    due INTEGER,
    assigned INTEGER NOT NULL,
    programme TEXT NOT NULL,
    CHECK ((unit IS NULL) <> (person IS NULL))
) STRICT;
CREATE UNIQUE INDEX assignment_once ON assignment (course, ifnull(unit, 0), ifnull(person, 0));
CREATE INDEX assignment_person ON assignment (person);

CREATE TABLE trusted_key (id TEXT PRIMARY KEY, public_key TEXT NOT NULL, name TEXT NOT NULL) STRICT;

CREATE TABLE course_version (
    course TEXT NOT NULL,
    version TEXT NOT NULL,
    iri TEXT NOT NULL,
    lessons INTEGER NOT NULL,
    newest INTEGER NOT NULL,       -- 1: this one is offered
    published INTEGER NOT NULL,
    entry TEXT NOT NULL,           -- CatalogueEntry as JSON
    manifest_sha256 TEXT NOT NULL,
    manifest BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (course, version)
) STRICT;
CREATE UNIQUE INDEX course_newest ON course_version (course) WHERE newest = 1;
CREATE INDEX course_iri ON course_version (iri);

CREATE TABLE blob (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, media_type TEXT NOT NULL) STRICT;

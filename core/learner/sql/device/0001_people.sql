-- SPDX-License-Identifier: Apache-2.0
-- The people of this device. Times are milliseconds since 1970, UTC.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    seq INTEGER PRIMARY KEY,              -- order of the picker
    id TEXT NOT NULL UNIQUE,
    server TEXT NOT NULL,
    account TEXT NOT NULL,
    home_page TEXT NOT NULL,
    name TEXT NOT NULL,
    name_language TEXT NOT NULL,
    form_of_address TEXT NOT NULL,
    note TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_names TEXT NOT NULL,             -- JSON {language: name}
    roles TEXT NOT NULL,                  -- JSON [{"role","unit"}]
    pin_hash TEXT,                        -- Argon2id, encoded; NULL until a PIN is set
    pin_wrong INTEGER NOT NULL DEFAULT 0, -- tries since the last right PIN or pause
    pin_paused_at INTEGER,                -- start of the pause; NULL when none
    credential_key TEXT,
    credential_secret TEXT,
    removed INTEGER NOT NULL DEFAULT 0    -- 1: the profile folder is being deleted, then this row
) STRICT;

CREATE TABLE person_setting (
    person INTEGER NOT NULL REFERENCES person (seq) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE node (
    server TEXT PRIMARY KEY,              -- base URL
    info TEXT NOT NULL                    -- JSON, see people_json.cpp
) STRICT, WITHOUT ROWID;

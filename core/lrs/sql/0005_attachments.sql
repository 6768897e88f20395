-- SPDX-License-Identifier: Apache-2.0
-- The bytes of attachments, once per digest, and the statements that brought them.

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    sha2 TEXT NOT NULL UNIQUE, -- lower-case hex: SHA-224, -256, -384 or -512 by its length
    content BLOB NOT NULL
) STRICT;

CREATE TABLE statement_attachment (
    stored INTEGER NOT NULL,   -- of the statement
    attachment INTEGER NOT NULL REFERENCES attachment,
    PRIMARY KEY (stored, attachment)
) STRICT, WITHOUT ROWID;

-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0005_attachments.sql.

CREATE TABLE attachment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha2 text COLLATE "C" NOT NULL UNIQUE,
    content bytea NOT NULL
);
CREATE TABLE statement_attachment (
    stored bigint NOT NULL,
    attachment bigint NOT NULL REFERENCES attachment,
    PRIMARY KEY (stored, attachment)
);

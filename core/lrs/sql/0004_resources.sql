-- SPDX-License-Identifier: Apache-2.0
-- Documents of all three xAPI resources in one table; what statements say of agents and activities; references
-- followed to their end.

CREATE TABLE document_new (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,         -- 0 state, 1 activity profile, 2 agent profile
    agent INTEGER NOT NULL,        -- 0: none
    activity INTEGER NOT NULL,     -- 0: none
    registration INTEGER NOT NULL, -- 0: none
    name TEXT NOT NULL,            -- stateId or profileId
    content_type TEXT NOT NULL,
    etag TEXT NOT NULL,            -- SHA-1 of content, 40 hex digits in quotes
    updated INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (kind, agent, activity, registration, name)
) STRICT;
INSERT INTO document_new (kind, agent, activity, registration, name, content_type, etag, updated, content)
    SELECT 0, agent, activity, registration, state_id, content_type, etag, updated, content FROM document;
DROP TABLE document;
ALTER TABLE document_new RENAME TO document;

-- Every name that a statement gives an agent.
CREATE TABLE agent_name (
    agent INTEGER NOT NULL REFERENCES agent,
    name TEXT NOT NULL,
    PRIMARY KEY (agent, name)
) STRICT, WITHOUT ROWID;

-- Every distinct definition that statements give an activity, in the order in which each first came.
CREATE TABLE activity_definition (
    id INTEGER PRIMARY KEY,
    activity INTEGER NOT NULL REFERENCES activity,
    json TEXT NOT NULL,
    UNIQUE (activity, json)
) STRICT;

-- stored: a statement whose object refers to target (a statement's id, there or not), or to one that does, and so on.
CREATE TABLE statement_reference (
    target BLOB NOT NULL,
    stored INTEGER NOT NULL,
    PRIMARY KEY (target, stored)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_reference_stored ON statement_reference (stored);
INSERT INTO statement_reference (target, stored)
    WITH RECURSIVE chain (target, stored) AS (
        SELECT target, stored FROM statement WHERE target IS NOT NULL
        UNION
        SELECT s.target, c.stored FROM chain c JOIN statement s ON s.id = c.target WHERE s.target IS NOT NULL
    )
    SELECT target, stored FROM chain;

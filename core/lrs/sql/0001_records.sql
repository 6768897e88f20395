-- SPDX-License-Identifier: Apache-2.0
-- What arrives by xAPI: statements, documents, and the figures kept from statements.
-- Times are microseconds since 1970 UTC unless said otherwise. See docs/schema-server.md.

-- Repeated values, kept once. An ifi is "account HOMEPAGE NAME", "mbox mailto:…", "mbox_sha1sum …" or "openid …".
CREATE TABLE agent (id INTEGER PRIMARY KEY, ifi TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE verb (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE activity (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE registration (id INTEGER PRIMARY KEY, uuid BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE authority (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE statement (
    stored INTEGER PRIMARY KEY,  -- when, strictly increasing in the order of commits: the cursor of since=
    id BLOB NOT NULL UNIQUE,     -- 16 bytes
    verb INTEGER NOT NULL REFERENCES verb,
    registration INTEGER REFERENCES registration,
    authority INTEGER NOT NULL REFERENCES authority,
    target BLOB,                 -- id of the statement its object refers to
    voids INTEGER NOT NULL,      -- 1: it voids target
    voided INTEGER NOT NULL,     -- 1: another one voids it
    json TEXT NOT NULL           -- as it was sent, without stored and authority; what was lacking (id, version, timestamp) put in
) STRICT;
CREATE INDEX statement_verb ON statement (verb);
CREATE INDEX statement_registration ON statement (registration) WHERE registration IS NOT NULL;
CREATE INDEX statement_target ON statement (target) WHERE target IS NOT NULL;

-- Who is the actor or the object (or a member of such a group), and which activity is the object: related 0.
-- Named elsewhere in the statement (xAPI's related_agents, related_activities): related 1.
CREATE TABLE statement_agent (
    agent INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    related INTEGER NOT NULL,
    PRIMARY KEY (agent, stored)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement_activity (
    activity INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    related INTEGER NOT NULL,
    PRIMARY KEY (activity, stored)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    agent INTEGER NOT NULL REFERENCES agent,
    activity INTEGER NOT NULL REFERENCES activity,
    registration INTEGER NOT NULL, -- 0: none
    state_id TEXT NOT NULL,
    content_type TEXT NOT NULL,
    etag TEXT NOT NULL,            -- SHA-1 of content, 40 hex digits
    updated INTEGER NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (agent, activity, registration, state_id)
) STRICT;

-- Progress of one learner in one course: a fold of the statements, changed in the transaction that adds them.
CREATE TABLE figure (
    agent INTEGER NOT NULL REFERENCES agent,
    course INTEGER NOT NULL REFERENCES activity,
    started INTEGER NOT NULL,
    completed INTEGER,           -- satisfied
    last_seen INTEGER NOT NULL,
    lessons_done INTEGER NOT NULL,
    mark REAL,                   -- 0 to 1: mean of the lessons' best scores
    PRIMARY KEY (agent, course)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_lesson (
    agent INTEGER NOT NULL REFERENCES agent,
    course INTEGER NOT NULL REFERENCES activity,
    lesson INTEGER NOT NULL REFERENCES activity,
    completed INTEGER,
    best REAL,                   -- 0 to 1
    PRIMARY KEY (agent, course, lesson)
) STRICT, WITHOUT ROWID;

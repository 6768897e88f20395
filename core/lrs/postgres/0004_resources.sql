-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0004_resources.sql. An index entry has at most 2,704 bytes here, so long texts are
-- told apart by a digest.

CREATE TABLE document (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind smallint NOT NULL,
    agent bigint NOT NULL,
    activity bigint NOT NULL,
    registration bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    content_type text COLLATE "C" NOT NULL,
    etag text COLLATE "C" NOT NULL,
    updated bigint NOT NULL,
    content bytea NOT NULL,
    UNIQUE (kind, agent, activity, registration, name)
);

CREATE TABLE agent_name (agent bigint NOT NULL, name text COLLATE "C" NOT NULL);
CREATE UNIQUE INDEX agent_name_once ON agent_name (agent, md5(name));

CREATE TABLE activity_definition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    activity bigint NOT NULL,
    json text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX activity_definition_once ON activity_definition (activity, md5(json));

CREATE TABLE statement_reference (target bytea NOT NULL, stored bigint NOT NULL, PRIMARY KEY (target, stored));
CREATE INDEX statement_reference_stored ON statement_reference (stored);

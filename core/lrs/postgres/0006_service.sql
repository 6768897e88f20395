-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0006_service.sql.

CREATE TABLE credential_change (id bigint PRIMARY KEY CHECK (id = 1), generation bigint NOT NULL);
INSERT INTO credential_change (id, generation) VALUES (1, 0);

CREATE TABLE tombstone (subject text COLLATE "C" PRIMARY KEY, deleted bigint NOT NULL);

CREATE TABLE figure_kept (
    agent bigint NOT NULL,
    course bigint NOT NULL,
    lesson bigint NOT NULL,
    begun bigint NOT NULL,
    seen bigint NOT NULL,
    completed bigint,
    best double precision,
    PRIMARY KEY (agent, course, lesson)
);

CREATE TABLE import_source (url text COLLATE "C" PRIMARY KEY, since text COLLATE "C" NOT NULL, updated bigint NOT NULL);

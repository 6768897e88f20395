-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0001_records.sql: the same tables and columns, so that one SQL serves both. What
-- differs is said here. Text has the order of its bytes, as in SQLite. Tables that every statement writes to have
-- no foreign keys: their numbers come from the same transaction or from rows that are never deleted.

CREATE TABLE agent (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ifi text COLLATE "C" NOT NULL UNIQUE);
CREATE TABLE verb (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, iri text COLLATE "C" NOT NULL UNIQUE);
CREATE TABLE activity (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, iri text COLLATE "C" NOT NULL UNIQUE);
CREATE TABLE registration (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, uuid bytea NOT NULL UNIQUE);
CREATE TABLE authority (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, json text COLLATE "C" NOT NULL UNIQUE);

-- One part for each month of `stored`, made by statement_month().
CREATE TABLE statement (
    stored bigint PRIMARY KEY,
    id bytea NOT NULL,
    verb bigint NOT NULL,
    registration bigint,
    authority bigint NOT NULL,
    target bytea,
    voids smallint NOT NULL,
    voided smallint NOT NULL,
    json text COLLATE "C" NOT NULL -- not jsonb, which would change numbers and order
) PARTITION BY RANGE (stored);
CREATE INDEX statement_verb ON statement (verb, stored);
CREATE INDEX statement_registration ON statement (registration, stored) WHERE registration IS NOT NULL;

-- A table in parts cannot hold that an id is there once; this one does, and finds the part.
CREATE TABLE statement_id (id bytea PRIMARY KEY, stored bigint NOT NULL);

-- Makes the part for a time, in microseconds since 1970, unless it is there. Under the writer's lock.
CREATE FUNCTION statement_month(at bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first timestamp := date_trunc('month', to_timestamp(at / 1000000) AT TIME ZONE 'UTC');
    part text := 'statement_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass(part) IS NULL THEN
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF statement FOR VALUES FROM (%s) TO (%s)', part,
                       extract(epoch FROM first)::bigint * 1000000,
                       extract(epoch FROM first + interval '1 month')::bigint * 1000000);
    END IF;
END $$;

-- Consistent-Through for several servers. The sequence holds the latest time that anybody was told; a writer
-- stores nothing at or before it.
CREATE SEQUENCE statement_told AS bigint MINVALUE 0 START 0;
CREATE FUNCTION statement_last() RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT greatest((SELECT last_value FROM statement_told), (SELECT max(stored) FROM statement))
$$;
-- The time to tell now. Without a writer at work it is `now`; else what is visible already.
CREATE FUNCTION statement_through(now bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF pg_try_advisory_xact_lock(461246492523) THEN
        RETURN setval('statement_told', greatest(now, statement_last()));
    END IF;
    RETURN statement_last();
END $$;

CREATE TABLE statement_agent (
    agent bigint NOT NULL,
    stored bigint NOT NULL,
    related smallint NOT NULL,
    PRIMARY KEY (agent, stored)
);
CREATE TABLE statement_activity (
    activity bigint NOT NULL,
    stored bigint NOT NULL,
    related smallint NOT NULL,
    PRIMARY KEY (activity, stored)
);

CREATE TABLE figure (
    agent bigint NOT NULL,
    course bigint NOT NULL,
    started bigint NOT NULL,
    completed bigint,
    last_seen bigint NOT NULL,
    lessons_done bigint NOT NULL,
    mark double precision,
    PRIMARY KEY (agent, course)
) WITH (fillfactor = 80);
CREATE TABLE figure_lesson (
    agent bigint NOT NULL,
    course bigint NOT NULL,
    lesson bigint NOT NULL,
    completed bigint,
    best double precision,
    PRIMARY KEY (agent, course, lesson)
) WITH (fillfactor = 80);

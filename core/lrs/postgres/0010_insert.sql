-- SPDX-License-Identifier: Apache-2.0
-- What PostgreSQL does at once with the statements of some requests: one function call costs it less than a command
-- for each table, and less waiting. There is no twin for SQLite, which is asked row by row.
-- Arrays of one call are columns: their n-th members are a row. All of it under the writer's lock.

-- Inserts rows of new statements and of what they name, each `shift` microseconds later than the columns of times say.
CREATE FUNCTION statement_insert(
    shift bigint,
    times bigint[], ids bytea[], verbs bigint[], registrations bigint[], authorities bigint[], targets bytea[],
    is_voiding smallint[], is_voided smallint[], texts text[],
    agents bigint[], agent_times bigint[], agent_related smallint[],
    activities bigint[], activity_times bigint[], activity_related smallint[]
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO statement_id (id, stored) SELECT r.id, r.at + shift FROM unnest(ids, times) AS r (id, at);
    INSERT INTO statement (stored, id, verb, registration, authority, target, voids, voided, json)
        SELECT r.at + shift, r.id, r.verb, r.registration, r.authority, r.target, r.voids, r.voided, r.json
        FROM unnest(times, ids, verbs, registrations, authorities, targets, is_voiding, is_voided, texts)
            AS r (at, id, verb, registration, authority, target, voids, voided, json);
    INSERT INTO statement_agent (agent, stored, related)
        SELECT r.agent, r.at + shift, r.related FROM unnest(agents, agent_times, agent_related) AS r (agent, at, related);
    INSERT INTO statement_activity (activity, stored, related)
        SELECT r.activity, r.at + shift, r.related
        FROM unnest(activities, activity_times, activity_related) AS r (activity, at, related);
END $$;

-- Folds what says only that learners were in courses, no two of the same pair (core/lrs/figures.h).
CREATE FUNCTION figure_seen(agents bigint[], courses bigint[], started_at bigint[], seen_at bigint[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure (agent, course, started, last_seen, lessons_done)
        SELECT r.*, 0 FROM unnest(agents, courses, started_at, seen_at) AS r
        ON CONFLICT (agent, course) DO UPDATE SET
            started = least(figure.started, excluded.started),
            last_seen = greatest(figure.last_seen, excluded.last_seen);
END $$;

-- Whether none of these ids is there, or referred to. A writer's plans are made once, perhaps when the tables were
-- nearly empty and it was best to read them through; so that is forbidden here.
CREATE FUNCTION statement_is_new(ids bytea[]) RETURNS boolean LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    RETURN NOT EXISTS (SELECT 1 FROM statement_id WHERE id = ANY (ids))
        AND NOT EXISTS (SELECT 1 FROM statement_reference WHERE target = ANY (ids));
END $$;

-- Stores new statements when all is as a writer expects who has not looked: their ids are
-- new and not voided, `subjects` (digests of their actors) not forgotten, and their figures there and not begun later.
-- Then they are stored as statement_insert() and figure_seen() say, so much later that they are the last ones; what
-- comes back is that shift. Else, or when `must_fit` and they would have to be later, nothing is stored, and NULL
-- comes back.
CREATE FUNCTION statement_add(
    must_fit boolean, subjects text[], courses_of bigint[], courses bigint[], started_at bigint[], seen_at bigint[],
    times bigint[], ids bytea[], verbs bigint[], registrations bigint[], authorities bigint[], targets bytea[],
    is_voiding smallint[], is_voided smallint[], texts text[],
    agents bigint[], agent_times bigint[], agent_related smallint[],
    activities bigint[], activity_times bigint[], activity_related smallint[]
) RETURNS bigint LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    first bigint := times[1];
    shift bigint;
BEGIN
    IF NOT statement_is_new(ids)
        OR EXISTS (SELECT 1 FROM tombstone WHERE subject = ANY (subjects))
        OR EXISTS (SELECT 1 FROM unnest(courses_of, courses, started_at) AS r (agent, course, at)
                   WHERE coalesce((SELECT f.started FROM figure f WHERE f.agent = r.agent AND f.course = r.course)
                                  > r.at, true)) THEN
        RETURN NULL;
    END IF;
    shift := greatest(0, 1 - first + pg_sequence_last_value('statement_told'),
                      1 - first + (SELECT max(stored) FROM statement WHERE stored >= first));
    IF must_fit AND shift > 0 THEN
        RETURN NULL;
    END IF;
    PERFORM statement_insert(shift, times, ids, verbs, registrations, authorities, targets, is_voiding, is_voided, texts,
                             agents, agent_times, agent_related, activities, activity_times, activity_related);
    PERFORM figure_seen(courses_of, courses, started_at, seen_at);
    RETURN shift;
END $$;

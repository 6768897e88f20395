-- SPDX-License-Identifier: Apache-2.0
-- Sums per unit, each over its whole branch: changed in the transaction that changes what they are made of
-- (core/tally). A row of nothing but zeros is not kept. course '' is all courses together; days are counted from
-- 17 March 1696, where the node is. See docs/schema-server.md.

CREATE TABLE branch_total (
    unit INTEGER NOT NULL REFERENCES unit,
    course TEXT NOT NULL,
    people INTEGER NOT NULL,       -- learners; in the row of all courses
    assigned INTEGER NOT NULL,     -- pairs of a learner and a course that is assigned to her
    PRIMARY KEY (unit, course)
) STRICT, WITHOUT ROWID;

CREATE TABLE branch_day (
    unit INTEGER NOT NULL REFERENCES unit,
    course TEXT NOT NULL,
    day INTEGER NOT NULL,
    started INTEGER NOT NULL,      -- pairs begun on this day
    completed INTEGER NOT NULL,    -- pairs completed on this day
    finished INTEGER NOT NULL,     -- learners who completed it on this day, assigned or not; of all courses: their first one
    PRIMARY KEY (unit, course, day)
) STRICT, WITHOUT ROWID;

-- Learners who completed a course on a day and had completed one before: the last time on day `previous`.
CREATE TABLE branch_again (
    unit INTEGER NOT NULL REFERENCES unit,
    day INTEGER NOT NULL,
    previous INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (unit, day, previous)
) STRICT, WITHOUT ROWID;

-- Pairs with a due that are not completed.
CREATE TABLE branch_due (
    unit INTEGER NOT NULL REFERENCES unit,
    course TEXT NOT NULL,
    due INTEGER NOT NULL,          -- milliseconds since 1970 UTC
    open INTEGER NOT NULL,
    people INTEGER NOT NULL,       -- learners; of all courses: those whose earliest it is
    PRIMARY KEY (unit, course, due)
) STRICT, WITHOUT ROWID;

-- Devices, each where it was last used.
CREATE TABLE branch_device (
    unit INTEGER NOT NULL REFERENCES unit,
    heard INTEGER NOT NULL,        -- hours since 1970 UTC
    devices INTEGER NOT NULL,
    PRIMARY KEY (unit, heard)
) STRICT, WITHOUT ROWID;

-- 1: the sums are still to be made, by the first server that opens this database.
CREATE TABLE tally_state (id INTEGER PRIMARY KEY CHECK (id = 1), missing INTEGER NOT NULL) STRICT;
INSERT INTO tally_state (id, missing) VALUES (1, 1);

CREATE INDEX assignment_unit ON assignment (unit);
CREATE INDEX credential_device ON credential (device);

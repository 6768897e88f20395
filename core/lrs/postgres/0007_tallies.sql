-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0007_tallies.sql; the index assignment_unit is here since 0002.

CREATE TABLE branch_total (
    unit bigint NOT NULL,
    course text COLLATE "C" NOT NULL,
    people bigint NOT NULL,
    assigned bigint NOT NULL,
    PRIMARY KEY (unit, course)
) WITH (fillfactor = 80);
CREATE TABLE branch_day (
    unit bigint NOT NULL,
    course text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    started bigint NOT NULL,
    completed bigint NOT NULL,
    finished bigint NOT NULL,
    PRIMARY KEY (unit, course, day)
) WITH (fillfactor = 80);
CREATE TABLE branch_again (
    unit bigint NOT NULL,
    day bigint NOT NULL,
    previous bigint NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY (unit, day, previous)
) WITH (fillfactor = 80);
CREATE TABLE branch_due (
    unit bigint NOT NULL,
    course text COLLATE "C" NOT NULL,
    due bigint NOT NULL,
    open bigint NOT NULL,
    people bigint NOT NULL,
    PRIMARY KEY (unit, course, due)
) WITH (fillfactor = 80);
CREATE TABLE branch_device (
    unit bigint NOT NULL,
    heard bigint NOT NULL,
    devices bigint NOT NULL,
    PRIMARY KEY (unit, heard)
) WITH (fillfactor = 80);

CREATE TABLE tally_state (id bigint PRIMARY KEY CHECK (id = 1), missing bigint NOT NULL);
INSERT INTO tally_state (id, missing) VALUES (1, 1);

CREATE INDEX credential_device ON credential (device);

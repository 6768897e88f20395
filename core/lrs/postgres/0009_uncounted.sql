-- SPDX-License-Identifier: Apache-2.0
-- As sql/0009_uncounted.sql.
CREATE TABLE tally_uncounted (
    unit bigint NOT NULL,
    course text COLLATE "C" NOT NULL,
    PRIMARY KEY (unit, course)
);

DROP INDEX person_unit;
CREATE INDEX person_unit ON person (unit, sort_key, id);

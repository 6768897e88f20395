-- SPDX-License-Identifier: Apache-2.0
-- Where the sums of branches (0007) still count a course as it was assigned before: the own people of `unit`. Counted
-- unit by unit after an assignment to a large branch, by whoever made it or any server (core/tally).
CREATE TABLE tally_uncounted (
    unit INTEGER NOT NULL REFERENCES unit,
    course TEXT NOT NULL,
    PRIMARY KEY (unit, course)
) STRICT, WITHOUT ROWID;

-- Lists of people go by name, a part at a time.
DROP INDEX person_unit;
CREATE INDEX person_unit ON person (unit, sort_key);

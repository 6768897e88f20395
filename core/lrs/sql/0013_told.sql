-- SPDX-License-Identifier: Apache-2.0
-- Consistent-Through that outlives the server: nothing is stored at or before `until` by whoever comes next, however
-- late the clock says it is. PostgreSQL has the sequence of this name.

CREATE TABLE statement_told (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    until INTEGER NOT NULL -- noted before it is told, a little ahead
) STRICT;
INSERT INTO statement_told (id, until) VALUES (1, 0);

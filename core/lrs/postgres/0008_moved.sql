-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0008_moved.sql.

CREATE TABLE moved (
    id bigint PRIMARY KEY CHECK (id = 1),
    destination text COLLATE "C" NOT NULL,
    moved bigint NOT NULL
);

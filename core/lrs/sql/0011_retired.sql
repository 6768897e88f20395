-- SPDX-License-Identifier: Apache-2.0
-- Ids of the statements that retention deleted, and of those that nothing but a deleted statement voids: what
-- arrives with one of them is not kept.
CREATE TABLE statement_retired (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;

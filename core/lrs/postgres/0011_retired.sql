-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0011_retired.sql.

CREATE TABLE statement_retired (id bytea PRIMARY KEY);

-- Now also whether none of these ids is of a retired statement. Without sequential scans, as before.
CREATE OR REPLACE FUNCTION statement_is_new(ids bytea[]) RETURNS boolean LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    RETURN NOT EXISTS (SELECT 1 FROM statement_id WHERE id = ANY (ids))
        AND NOT EXISTS (SELECT 1 FROM statement_reference WHERE target = ANY (ids))
        AND NOT EXISTS (SELECT 1 FROM statement_retired WHERE id = ANY (ids));
END $$;

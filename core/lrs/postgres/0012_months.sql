-- SPDX-License-Identifier: Apache-2.0
-- Of PostgreSQL alone; ../sql/0012_months.sql only counts.

-- Makes the part beside the table and attaches it then: PARTITION OF, as before, waits for everybody who reads
-- the table, and a backup reads it for as long as it takes, while nobody could store anything in a new month.
CREATE OR REPLACE FUNCTION statement_month(at bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    first timestamp := date_trunc('month', to_timestamp(at / 1000000) AT TIME ZONE 'UTC');
    part text := 'statement_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass(part) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (LIKE statement INCLUDING ALL)', part);
        EXECUTE format('ALTER TABLE statement ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)', part,
                       extract(epoch FROM first)::bigint * 1000000,
                       extract(epoch FROM first + interval '1 month')::bigint * 1000000);
    END IF;
END $$;

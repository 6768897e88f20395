-- SPDX-License-Identifier: Apache-2.0
-- What an answer needs of the open session, without reading its JSON.
ALTER TABLE session ADD COLUMN current TEXT NOT NULL DEFAULT ''; -- the session its statements carry
ALTER TABLE session ADD COLUMN review INTEGER NOT NULL DEFAULT 0; -- 1: launched for Review
ALTER TABLE session ADD COLUMN judged INTEGER NOT NULL DEFAULT 0; -- 1: it has its verdict
UPDATE session SET current = coalesce(json_extract(context, '$.session'), id),
                   review = coalesce(json_extract(context, '$.mode') = 'Review', 0),
                   judged = coalesce(json_extract(context, '$.judged'), 0)
    WHERE json_valid(context);
UPDATE session SET current = id WHERE current = '';

-- Progress is written now and then and not with every answer: `folded` in sync is the seq up to which its rows
-- hold the statements, `refolded` counts how often a course was made anew. The rows have another form now.
DELETE FROM progress;
INSERT INTO sync (key, value) VALUES ('folded', '0'), ('refolded', '0');

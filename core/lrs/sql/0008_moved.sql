-- SPDX-License-Identifier: Apache-2.0
-- Where `kapokd move` has taken everything, so that nobody goes on here by mistake. See docs/schema-server.md.

CREATE TABLE moved (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    destination TEXT NOT NULL,     -- the address without its user and password
    moved INTEGER NOT NULL         -- milliseconds since 1970 UTC
) STRICT;

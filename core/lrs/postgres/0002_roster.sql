-- SPDX-License-Identifier: Apache-2.0
-- The PostgreSQL twin of ../sql/0002_roster.sql.

CREATE TABLE node (
    id bigint PRIMARY KEY CHECK (id = 1),
    home_page text COLLATE "C" NOT NULL,
    names text COLLATE "C" NOT NULL,
    country text COLLATE "C" NOT NULL,
    utc_offset bigint NOT NULL,
    credential_key bytea NOT NULL
);

CREATE TABLE unit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid text COLLATE "C" NOT NULL UNIQUE,
    kind text COLLATE "C" NOT NULL,
    parent bigint REFERENCES unit,
    names text COLLATE "C" NOT NULL,
    codes text COLLATE "C" NOT NULL,
    valid_from text COLLATE "C",
    valid_to text COLLATE "C"
);
CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE person (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid text COLLATE "C" NOT NULL UNIQUE,
    account text COLLATE "C" NOT NULL UNIQUE,
    name text COLLATE "C" NOT NULL,
    name_language text COLLATE "C" NOT NULL,
    sort_key text COLLATE "C" NOT NULL,
    form_of_address text COLLATE "C" NOT NULL,
    unit bigint NOT NULL REFERENCES unit,
    password text COLLATE "C" NOT NULL
);
CREATE INDEX person_unit ON person (unit);

CREATE TABLE person_role (
    person bigint NOT NULL REFERENCES person,
    role text COLLATE "C" NOT NULL CHECK (role IN ('learner', 'reviewer', 'author', 'owner')),
    unit bigint NOT NULL REFERENCES unit,
    PRIMARY KEY (person, role, unit)
);

CREATE TABLE credential (
    key text COLLATE "C" PRIMARY KEY,
    digest bytea NOT NULL,
    person bigint REFERENCES person,
    client text COLLATE "C",
    scopes text COLLATE "C",
    device text COLLATE "C",
    device_name text COLLATE "C",
    platform text COLLATE "C",
    created bigint NOT NULL,
    last_used bigint NOT NULL,
    CHECK ((person IS NULL) <> (client IS NULL))
);
CREATE INDEX credential_person ON credential (person);

CREATE TABLE throttle (
    subject text COLLATE "C" PRIMARY KEY,
    failures bigint NOT NULL,
    blocked_until bigint NOT NULL,
    changed bigint NOT NULL
);

CREATE TABLE assignment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uuid text COLLATE "C" NOT NULL UNIQUE,
    course text COLLATE "C" NOT NULL,
    unit bigint REFERENCES unit,
    person bigint REFERENCES person,
    due bigint,
    assigned bigint NOT NULL,
    programme text COLLATE "C" NOT NULL,
    CHECK ((unit IS NULL) <> (person IS NULL))
);
CREATE UNIQUE INDEX assignment_once ON assignment (course, coalesce(unit, 0), coalesce(person, 0));
CREATE INDEX assignment_person ON assignment (person);
CREATE INDEX assignment_unit ON assignment (unit);

CREATE TABLE trusted_key (
    id text COLLATE "C" PRIMARY KEY,
    public_key text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL
);

CREATE TABLE course_version (
    course text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    iri text COLLATE "C" NOT NULL,
    lessons bigint NOT NULL,
    newest smallint NOT NULL,
    published bigint NOT NULL,
    entry text COLLATE "C" NOT NULL,
    manifest_sha256 text COLLATE "C" NOT NULL,
    manifest bytea NOT NULL,
    signature bytea NOT NULL,
    PRIMARY KEY (course, version)
);
CREATE UNIQUE INDEX course_newest ON course_version (course) WHERE newest = 1;
CREATE INDEX course_iri ON course_version (iri);

CREATE TABLE blob (sha256 text COLLATE "C" PRIMARY KEY, size bigint NOT NULL, media_type text COLLATE "C" NOT NULL);

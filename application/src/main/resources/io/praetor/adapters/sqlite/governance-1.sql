-- Families of versions. Bodies are JSON as GovernanceJson writes it; columns beside them are what
-- is looked up or checked.

CREATE TABLE families (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    progress TEXT NOT NULL,
    revision INTEGER NOT NULL,
    watermark INTEGER NOT NULL,
    events INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE versions (
    family TEXT NOT NULL REFERENCES families (id),
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (family, id),
    UNIQUE (family, ordinal)
) STRICT;

CREATE TABLE episodes (
    id TEXT PRIMARY KEY,
    family TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    version TEXT NOT NULL,
    situation TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (family, sequence),
    FOREIGN KEY (family, version) REFERENCES versions (family, id)
) STRICT;

CREATE INDEX episodes_of_situation ON episodes (family, situation, version);

CREATE TABLE outcomes (
    episode TEXT PRIMARY KEY REFERENCES episodes (id),
    family TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (family, sequence)
) STRICT;

CREATE TABLE snapshots (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    family TEXT NOT NULL,
    version TEXT NOT NULL,
    body TEXT NOT NULL,
    FOREIGN KEY (family, version) REFERENCES versions (family, id)
) STRICT;

CREATE INDEX snapshots_of_version ON snapshots (family, version, number);

CREATE TABLE changes (
    family TEXT NOT NULL REFERENCES families (id),
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (family, sequence)
) STRICT;

CREATE TABLE refusals (
    family TEXT NOT NULL REFERENCES families (id),
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (family, number)
) STRICT;

CREATE TABLE answers (
    family TEXT NOT NULL REFERENCES families (id),
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (family, key)
) STRICT;

CREATE TRIGGER versions_stay BEFORE UPDATE ON versions
BEGIN SELECT RAISE (ABORT, 'a version is immutable'); END;

CREATE TRIGGER changes_stay BEFORE UPDATE ON changes
BEGIN SELECT RAISE (ABORT, 'a change is immutable'); END;

CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes
BEGIN SELECT RAISE (ABORT, 'a change is immutable'); END;

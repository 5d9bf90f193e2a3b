-- Interventions: what was suggested, what came of it, and what was learnt, in its one row.

CREATE TABLE bandit (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE suggestions (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE feedbacks (
    suggestion TEXT PRIMARY KEY REFERENCES suggestions (id),
    body TEXT NOT NULL
) STRICT;

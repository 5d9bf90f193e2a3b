-- Version 2: how long a reviewer took; a reviewer may revise; a review names its record's own hash.
-- What a column means: docs/review.md.

CREATE TABLE reviews_kept AS SELECT * FROM reviews;

DROP TABLE reviews;

CREATE TABLE reviews (
    sequence          INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,
    record            TEXT NOT NULL REFERENCES records (id),
    record_hash       BLOB NOT NULL,
    reviewer          TEXT NOT NULL,
    instant           INTEGER NOT NULL,
    verdict           TEXT NOT NULL CHECK (verdict IN ('accepted', 'corrected')),
    decision          TEXT,
    reasoning         TEXT,
    classification    TEXT,
    risk              TEXT,
    citations         TEXT,
    disagreement      TEXT CHECK (disagreement IN ('too_strict', 'too_permissive', 'unclear')),
    blind             INTEGER NOT NULL CHECK (blind IN (0, 1)),
    explanation_score INTEGER CHECK (explanation_score BETWEEN 1 AND 5),
    advice_helped     INTEGER CHECK (advice_helped IN (0, 1)),
    note              TEXT,
    took_millis       INTEGER CHECK (took_millis >= 0)
) STRICT;

INSERT INTO reviews
SELECT sequence, id, record, record_hash, reviewer, instant, verdict, decision, reasoning,
    classification, risk, citations, disagreement, blind, explanation_score, advice_helped, note,
    NULL
FROM reviews_kept;

DROP TABLE reviews_kept;

CREATE INDEX reviews_by_record ON reviews (record);

CREATE TRIGGER reviews_name_their_record BEFORE INSERT ON reviews
WHEN NEW.record_hash IS NOT (SELECT hash FROM records WHERE id = NEW.record)
BEGIN SELECT RAISE(ABORT, 'a review names a record of this log and its hash'); END;

CREATE TRIGGER reviews_are_never_deleted BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;

CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;

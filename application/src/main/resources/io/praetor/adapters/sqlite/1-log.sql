-- Version 1: records, their tree heads and counts; reviews and outcomes beside them.
-- What a column means: docs/log-format.md.

CREATE TABLE log (
    origin TEXT NOT NULL
) STRICT;

CREATE TABLE records (
    sequence  INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    instant   INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    version   TEXT NOT NULL,
    hash      BLOB NOT NULL,
    salt      TEXT,
    actor     TEXT,
    body      TEXT NOT NULL,
    situation TEXT,
    account   TEXT
) STRICT;

CREATE TABLE heads (
    size      INTEGER PRIMARY KEY,
    instant   INTEGER NOT NULL,
    root      BLOB NOT NULL,
    block     BLOB NOT NULL,
    signature TEXT
) STRICT;

CREATE TABLE tallies (
    kind     TEXT NOT NULL,
    day      INTEGER NOT NULL,
    version  TEXT NOT NULL,
    path     TEXT NOT NULL,
    effect   TEXT NOT NULL,
    records  INTEGER NOT NULL,
    judged   INTEGER NOT NULL,
    correct  INTEGER NOT NULL,
    covered  INTEGER NOT NULL,
    coverage REAL NOT NULL,
    PRIMARY KEY (kind, day, version, path, effect)
) STRICT, WITHOUT ROWID;

CREATE TABLE latencies (
    day     INTEGER NOT NULL,
    path    TEXT NOT NULL,
    bucket  INTEGER NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (day, path, bucket)
) STRICT, WITHOUT ROWID;

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
    UNIQUE (record, reviewer)
) STRICT;

CREATE TABLE outcomes (
    sequence    INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    record      TEXT NOT NULL REFERENCES records (id),
    record_hash BLOB NOT NULL,
    reporter    TEXT NOT NULL,
    instant     INTEGER NOT NULL,
    outcome     TEXT NOT NULL,
    note        TEXT
) STRICT;

CREATE INDEX outcomes_by_record ON outcomes (record);

-- Append-only. Only the personal parts of a record may go, and never come back.

CREATE TRIGGER records_are_never_deleted BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;

CREATE TRIGGER records_are_never_changed
BEFORE UPDATE OF sequence, id, instant, kind, version, hash, body ON records
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;

CREATE TRIGGER personal_parts_are_only_erased
BEFORE UPDATE OF salt, actor, situation, account ON records
WHEN coalesce(NEW.salt, NEW.actor, NEW.situation, NEW.account) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'personal parts are only ever erased, all of them'); END;

CREATE TRIGGER heads_are_never_deleted BEFORE DELETE ON heads
BEGIN SELECT RAISE(ABORT, 'tree heads are never deleted'); END;

CREATE TRIGGER heads_are_never_changed BEFORE UPDATE ON heads
BEGIN SELECT RAISE(ABORT, 'tree heads are never changed'); END;

CREATE TRIGGER reviews_are_never_deleted BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;

CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;

CREATE TRIGGER outcomes_are_never_deleted BEFORE DELETE ON outcomes
BEGIN SELECT RAISE(ABORT, 'outcomes are never deleted'); END;

CREATE TRIGGER outcomes_are_never_changed BEFORE UPDATE ON outcomes
BEGIN SELECT RAISE(ABORT, 'outcomes are never changed'); END;

CREATE VIEW current_reviews AS
SELECT * FROM reviews AS review
WHERE sequence = (SELECT max(sequence) FROM reviews WHERE record = review.record);

-- The table of seed 003: the same 21 columns, types and lower-case labels. The situation is in the
-- flat dialect, instants are UTC.

CREATE VIEW decisions AS
SELECT
    record.id AS decision_id,
    CAST(CASE record.kind
        WHEN 'imported' THEN record.body ->> '$.columns.timestamp'
        ELSE strftime('%Y-%m-%dT%H:%M:%S', record.instant / 1000000, 'unixepoch')
            || printf('.%06d', record.instant % 1000000) END AS TEXT) AS timestamp,
    CAST(coalesce(
        record.account ->> '$.columns.situation',
        json_patch('{}', json_object(
            'action_type', record.situation ->> '$.action.type',
            'actor_role', record.situation ->> '$.actor.role',
            'actor_id', record.situation ->> '$.actor.id',
            't3_tensor', record.situation -> '$.actor.trust',
            'resource', record.situation ->> '$.resource.id',
            'team_context', record.situation ->> '$.context.intent',
            'timestamp', record.situation ->> '$.at',
            'recent_history', record.situation -> '$.context.history',
            'details', record.situation ->> '$.action.description',
            'identity_metrics', record.situation -> '$.actor.identity',
            'incident_status', record.situation ->> '$.context.incident',
            'approval_pending', record.situation ->> '$.context.approval_pending',
            'atp_available', record.situation -> '$.actor.atp',
            'approvals', record.situation -> '$.context.approvals',
            'mfa', record.situation -> '$.context.mfa'))) AS TEXT) AS situation,
    CAST(coalesce(
        record.situation ->> '$.context.intent',
        record.account ->> '$.columns.team_context') AS TEXT) AS team_context,
    CAST(coalesce(
        record.body ->> '$.columns.model_name',
        record.body ->> '$.model.name',
        record.body ->> '$.path') AS TEXT) AS model_name,
    CAST(coalesce(
        record.body ->> '$.columns.model_version',
        record.body ->> '$.model.version',
        record.version) AS TEXT) AS model_version,
    CAST(coalesce(
        record.body ->> '$.columns.prompt_version',
        record.body ->> '$.model.prompt_version',
        'none') AS TEXT) AS prompt_version,
    CAST(coalesce(
        record.body ->> '$.effect',
        record.body ->> '$.columns.decision') AS TEXT) AS decision,
    CAST(coalesce(
        record.body ->> '$.classification',
        record.body ->> '$.columns.classification') AS TEXT) AS classification,
    CAST(coalesce(
        record.body ->> '$.risk',
        record.body ->> '$.columns.risk_level') AS TEXT) AS risk_level,
    CAST(coalesce(
        record.account ->> '$.columns.reasoning',
        (SELECT group_concat(reason.value, '; ')
            FROM json_each(record.account, '$.reasons') AS reason)) AS TEXT) AS reasoning,
    CAST(coalesce(
        record.account ->> '$.answer',
        record.account ->> '$.columns.full_response') AS TEXT) AS full_response,
    CAST(coalesce(
        record.body ->> '$.trial.expected',
        record.body ->> '$.columns.expected_decision') AS TEXT) AS expected_decision,
    CAST(coalesce(
        record.body ->> '$.trial.correct',
        record.body ->> '$.columns.decision_correct') AS INTEGER) AS decision_correct,
    CAST(coalesce(
        record.body ->> '$.trial.coverage',
        record.body ->> '$.columns.reasoning_coverage') AS REAL) AS reasoning_coverage,
    CAST(coalesce(
        review.sequence IS NOT NULL OR record.body ->> '$.columns.reviewed',
        0) AS INTEGER) AS reviewed,
    CAST(CASE
        WHEN review.sequence IS NULL THEN record.body ->> '$.columns.review_decision'
        ELSE coalesce(review.decision, record.body ->> '$.effect') END AS TEXT) AS review_decision,
    CAST(CASE
        WHEN review.sequence IS NULL THEN record.account ->> '$.columns.review_reasoning'
        ELSE review.reasoning END AS TEXT) AS review_reasoning,
    CAST(CASE
        WHEN review.sequence IS NULL THEN record.body ->> '$.columns.review_timestamp'
        ELSE strftime('%Y-%m-%dT%H:%M:%S', review.instant / 1000000, 'unixepoch')
            || printf('.%06d', review.instant % 1000000) END AS TEXT) AS review_timestamp,
    CAST(coalesce(
        record.body ->> '$.trial.scenario',
        record.body ->> '$.columns.scenario_id') AS TEXT) AS scenario_id,
    CAST(coalesce(
        record.body -> '$.trial.tags',
        record.body ->> '$.columns.tags') AS TEXT) AS tags
FROM records AS record LEFT JOIN current_reviews AS review ON review.record = record.id
WHERE record.kind IN ('decision', 'imported');

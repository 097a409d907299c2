-- Reports that somebody wants. Recipients are e-mail addresses of people who run the groups, not of those who write in them.
CREATE TABLE reports (
    id              uuid PRIMARY KEY,
    name            text NOT NULL,
    type            text NOT NULL CHECK (type IN ('daily_summary', 'weekly_digest', 'activity_alert', 'keyword_alert')),
    schedule        text NOT NULL CHECK (schedule IN ('daily', 'weekly', 'monthly', 'cron')),
    at              time,                   -- by the clock of zone; absent with cron
    day             int,                    -- of the week, 1 Monday, or of the month, 31 the last
    cron            text,
    zone            text NOT NULL,
    recipients      text[] NOT NULL,
    group_jids      text[] NOT NULL,        -- empty: all
    searches        jsonb NOT NULL,
    language        text NOT NULL,
    statistics      boolean NOT NULL,
    active          boolean NOT NULL,
    next_due_at     timestamptz,            -- absent while it is paused
    previous_until  timestamptz,            -- end of the period of its last run
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    created_by      text NOT NULL,          -- whose key the next one is
    idempotency_key text,                   -- absent when it was made without one
    content_hash    text NOT NULL,          -- of what was asked for with the key
    UNIQUE (created_by, idempotency_key)
);
CREATE INDEX reports_due ON reports (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX reports_listed ON reports (created_at, id);

-- Who wants no more mail. Whose data: the address's owner; kept for as long as the wish holds.
CREATE TABLE suppressions (
    address   text NOT NULL,                -- in lower case
    report_id uuid REFERENCES reports ON DELETE CASCADE, -- absent: all reports
    since     timestamptz NOT NULL,
    how       text NOT NULL CHECK (how IN ('one_click', 'page', 'by_hand')),
    UNIQUE NULLS NOT DISTINCT (address, report_id)
);

-- A report that was due, or that somebody asked for: once each, whoever finds it. The content is kept until its mails are out.
CREATE TABLE runs (
    id         uuid PRIMARY KEY,
    report_id  uuid NOT NULL REFERENCES reports ON DELETE CASCADE,
    due_at     timestamptz NOT NULL,
    by_hand    boolean NOT NULL,
    report     jsonb NOT NULL,           -- as it was then
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    from_at    timestamptz NOT NULL,
    until_at   timestamptz NOT NULL,
    zone       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('building', 'sending', 'sent', 'nothing', 'partly', 'failed', 'missed')),
    content    jsonb,
    built_at   timestamptz,
    reason     text,                     -- why it did not reach everybody, or is late
    made_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    told       boolean NOT NULL DEFAULT false, -- to the topic
    UNIQUE (report_id, due_at, by_hand)
);
CREATE INDEX runs_listed ON runs (report_id, due_at DESC, id DESC);
CREATE INDEX runs_to_tell ON runs (ended_at) WHERE ended_at IS NOT NULL AND NOT told;
CREATE INDEX runs_ended ON runs (ended_at) WHERE ended_at IS NOT NULL;

-- A run's mail to one recipient. Whose data: the recipient's.
CREATE TABLE deliveries (
    run_id    uuid NOT NULL REFERENCES runs ON DELETE CASCADE,
    recipient text NOT NULL,
    state     text NOT NULL CHECK (state IN ('waiting', 'handing_over', 'accepted', 'refused', 'expired', 'suppressed')),
    attempts  int NOT NULL DEFAULT 0,    -- begun
    said      text,                      -- of the last attempt that ended, by the mail server
    tried_at  timestamptz,
    ended_at  timestamptz,
    PRIMARY KEY (run_id, recipient)
);

-- How each attempt ended; of one that broke off nobody knows, until the next one begins.
CREATE TABLE attempts (
    run_id    uuid NOT NULL,
    recipient text NOT NULL,
    attempt   int NOT NULL,
    at        timestamptz NOT NULL,
    result    text NOT NULL CHECK (result IN ('accepted', 'deferred', 'unusable', 'refused', 'broken_off')),
    said      text NOT NULL,
    PRIMARY KEY (run_id, recipient, attempt),
    FOREIGN KEY (run_id, recipient) REFERENCES deliveries ON DELETE CASCADE
);

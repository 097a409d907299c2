-- Work that takes long, fails and is tried again, a row each. due_at is the one time that matters: of a job that waits, when it is tried
-- next; of one that runs, when whoever runs it is given up unless they say again that they live.
CREATE TABLE jobs (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL,
    key         text NOT NULL,            -- what it is about: recorded once, however often it is told
    lane        text NOT NULL,            -- jobs of a lane share its limit
    payload     jsonb NOT NULL,
    state       text NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'running', 'done', 'failed', 'expired', 'cancelled')),
    attempts    int NOT NULL DEFAULT 0,   -- begun
    due_at      timestamptz NOT NULL,
    expires_at  timestamptz,              -- no attempt begins after it but the first
    holder      text,                     -- who runs it, or ran it last
    last_error  text,
    recorded_at timestamptz NOT NULL,
    finished_at timestamptz,
    UNIQUE (kind, key)
);
CREATE INDEX jobs_due ON jobs (kind, lane, due_at, id) WHERE state IN ('waiting', 'running');
CREATE INDEX jobs_running ON jobs (kind, lane, due_at) WHERE state = 'running';
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;

-- Comparisons of Evolution's message store with ours.
CREATE TABLE resync_runs (
    id              uuid PRIMARY KEY,
    account         text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    kind            text NOT NULL,
    state           text NOT NULL,
    idempotency_key text,
    outage          text UNIQUE,
    chat            text,                          -- absent: all
    from_at         timestamptz NOT NULL,
    until_at        timestamptz NOT NULL,
    asked_at        timestamptz NOT NULL,
    begun_at        timestamptz,
    ended_at        timestamptz,
    next_at         timestamptz NOT NULL,          -- not before
    listed          boolean NOT NULL DEFAULT false,
    rows            bigint NOT NULL DEFAULT 0,
    filled_in       bigint NOT NULL DEFAULT 0,
    missing         bigint NOT NULL DEFAULT 0,
    failures        int NOT NULL DEFAULT 0,
    error           text,
    conclusion      text,
    excluded        text[] NOT NULL DEFAULT '{}',  -- groups that are switched off
    UNIQUE (account, idempotency_key)
);
CREATE INDEX resync_runs_newest ON resync_runs (account, asked_at DESC, id DESC);
CREATE INDEX resync_runs_waiting ON resync_runs (account, next_at) WHERE ended_at IS NULL;

-- Chats of a run, and how far each is. They go with the run.
CREATE TABLE resync_run_chats (
    run      uuid NOT NULL REFERENCES resync_runs ON DELETE CASCADE,
    chat     text NOT NULL,                        -- empty: the rows of all chats together
    position int NOT NULL,
    from_at  timestamptz NOT NULL,
    until_at timestamptz NOT NULL,
    page     int NOT NULL DEFAULT 1,
    pages    int NOT NULL DEFAULT 1,
    total    bigint,
    done     boolean NOT NULL DEFAULT false,
    again    boolean NOT NULL DEFAULT false,       -- a stretch of it, once more
    failed   boolean NOT NULL DEFAULT false,
    size     int NOT NULL,                         -- rows a page
    refusals int NOT NULL DEFAULT 0,               -- in a row
    PRIMARY KEY (run, chat, again)
);

-- Messages that were published because ours lacked them, until ours has them. Holds ids and digests, nothing that was written.
CREATE TABLE resync_suspects (
    account      text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    chat         text NOT NULL,
    id           text NOT NULL,
    at           timestamptz NOT NULL,             -- its time at Evolution
    day          date NOT NULL,
    expected     jsonb NOT NULL,
    absent       boolean NOT NULL,                 -- the message itself was not there
    run          uuid,                             -- whose it is
    state        text NOT NULL,                    -- open: looked for; missing: given up
    times        int NOT NULL,                     -- published
    looks        int NOT NULL,                     -- since it was published last
    again        boolean NOT NULL DEFAULT false,   -- to be published once more
    published_at timestamptz NOT NULL,
    next_look    timestamptz NOT NULL,
    PRIMARY KEY (account, chat, id)
);
CREATE INDEX resync_suspects_due ON resync_suspects (account, next_look) WHERE state = 'open';
CREATE INDEX resync_suspects_of_run ON resync_suspects (run) WHERE state = 'open';
CREATE INDEX resync_suspects_given_up ON resync_suspects (account, next_look) WHERE state = 'missing';
CREATE INDEX resync_suspects_missing ON resync_suspects (account, chat, day) WHERE state = 'missing';

-- When each chat was compared last.
CREATE TABLE resync_chats (
    account   text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    chat      text NOT NULL,
    kind      text NOT NULL,
    last_at   timestamptz,
    error     text,
    filled_in bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (account, chat)
);

-- The accounts: instances of Evolution API. Whose data: the account owner's.
CREATE TABLE accounts (
    id           text PRIMARY KEY,          -- name of the instance
    server       text,                      -- absent: groupwatch.evolution.url
    sealed_key   text,                      -- absent: groupwatch.evolution.key; sealed with the key of groupwatch.watchdog.key-file
    number       text,                      -- digits of its phone
    full_history boolean NOT NULL,
    created_at   timestamptz NOT NULL,
    idempotency_key text                    -- of the request that added it
);

-- Accounts that are gone, until the topic has forgotten them.
CREATE TABLE removed_accounts (
    id text PRIMARY KEY,
    at timestamptz NOT NULL
);

-- Who watches an account, by the database's clock. A row nobody holds, or whose time is over, is for anybody.
CREATE TABLE leases (
    account    text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    holder     text NOT NULL,
    held_until timestamptz NOT NULL,
    taken_at   timestamptz NOT NULL
);

-- The replicas that live, so that each takes its share.
CREATE TABLE watchers (
    id      text PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

-- How an account is linked: the state as it is told, and what the state machine remembers beside it.
CREATE TABLE links (
    account  text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    version  bigint NOT NULL,               -- of the row
    revision bigint NOT NULL,               -- of what is told
    link     jsonb NOT NULL,
    before   text,
    changed  jsonb NOT NULL,
    memory   jsonb NOT NULL,
    at       timestamptz NOT NULL,
    told     boolean NOT NULL DEFAULT false -- to the topic
);

-- What happened to a link, newest revisions last; for people.
CREATE TABLE link_history (
    account     text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    revision    bigint NOT NULL,
    at          timestamptz NOT NULL,
    status      text NOT NULL,
    cause       text NOT NULL,
    explanation text NOT NULL,
    PRIMARY KEY (account, revision)
);

-- Times in which an account's messages did not come.
CREATE TABLE outages (
    id        text PRIMARY KEY,
    account   text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz,                  -- absent: it lasts
    filled_in bigint,                       -- absent: not looked for yet
    missing   bigint
);
CREATE INDEX outages_of ON outages (account, from_at DESC);

-- What the gateway said of a link, for the replica that watches it.
CREATE TABLE signals (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account  text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    event_id text NOT NULL UNIQUE,          -- of the webhook: twice is once
    at       timestamptz NOT NULL,          -- when the gateway told it
    signal   jsonb NOT NULL,
    taken    boolean NOT NULL DEFAULT false
);
CREATE INDEX signals_waiting ON signals (account, id) WHERE NOT taken;
CREATE INDEX signals_old ON signals (at);

-- What people ask to be done.
CREATE TABLE orders (
    id       uuid PRIMARY KEY,
    account  text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    kind     text NOT NULL,
    argument text,
    asked_at timestamptz NOT NULL,
    taken_at timestamptz,
    ended_at timestamptz,
    failure  text,                          -- a word; absent: it was done
    message  text,
    idempotency_key text,                   -- of the request: the same is the same order
    UNIQUE (account, idempotency_key)
);
CREATE INDEX orders_waiting ON orders (account, asked_at) WHERE ended_at IS NULL;

-- Who saw or did what gives access to an account. Whose data: the caller's.
CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    caller  text NOT NULL,
    account text NOT NULL,
    action  text NOT NULL
);
CREATE INDEX audit_newest ON audit (at DESC);

-- Who is told of links that are down, where somebody chose it instead of the configuration: one row, or none.
CREATE TABLE alert_settings (
    one           boolean PRIMARY KEY DEFAULT true CHECK (one),
    recipients    text[] NOT NULL,           -- empty: nobody
    after_seconds bigint NOT NULL,
    language      text NOT NULL,
    zone          text NOT NULL,
    changed_at    timestamptz NOT NULL
);

-- How far each account's link is known. One whose account was removed is forgotten; a later one of that name begins anew.
CREATE TABLE links (
    account  text PRIMARY KEY,
    revision bigint NOT NULL                 -- the highest that was heard
);

-- Outages as they are known, and which mails were made of them. Kept 90 days after their end.
CREATE TABLE outages (
    id          text PRIMARY KEY,
    account     text NOT NULL,
    revision    bigint NOT NULL,             -- that told the rest
    from_at     timestamptz NOT NULL,
    to_at       timestamptz,                 -- absent: it lasts
    filled_in   bigint,                      -- absent: not looked for yet
    missing     bigint,
    known_at    timestamptz NOT NULL,        -- when it was noticed
    heard_at    timestamptz NOT NULL,        -- when this service heard the last of it
    status      text NOT NULL,
    explanation text NOT NULL,
    advice      text,
    down        boolean NOT NULL,            -- now: neither up nor being linked
    removed     boolean NOT NULL,            -- with its account
    down_at     timestamptz,                 -- when the mails that say it is down were made
    back_at     timestamptz
);
CREATE INDEX outages_of_account ON outages (account);
CREATE INDEX outages_to_tell ON outages (known_at) WHERE back_at IS NULL AND NOT removed;

-- What is told of an outage, once each: down, back.
CREATE TABLE alerts (
    outage_id text NOT NULL REFERENCES outages ON DELETE CASCADE,
    kind      text NOT NULL CHECK (kind IN ('down', 'back')),
    content   jsonb NOT NULL,                -- the same for each attempt
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (outage_id, kind)
);

-- The mail to one recipient. Whose data: the recipient's.
CREATE TABLE alert_mails (
    outage_id text NOT NULL,
    kind      text NOT NULL,
    recipient text NOT NULL,
    state     text NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'expired', 'suppressed')),
    attempts  int NOT NULL DEFAULT 0,
    said      text,                          -- by the mail server, the last time
    ended_at  timestamptz,
    PRIMARY KEY (outage_id, kind, recipient),
    FOREIGN KEY (outage_id, kind) REFERENCES alerts ON DELETE CASCADE
);

-- When an instance was heard: the newest and the oldest webhook that tells of something on WhatsApp. Also of instances that are no
-- accounts yet, so that their rhythm is known from the first day.
CREATE TABLE heard (
    account  text PRIMARY KEY,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL
);

-- How often, in slots of five minutes; kept for five weeks.
CREATE TABLE heard_slots (
    account text NOT NULL,
    slot    timestamptz NOT NULL,
    events  bigint NOT NULL,
    PRIMARY KEY (account, slot)
);
CREATE INDEX heard_slots_old ON heard_slots (slot);

-- What was done about an account's silence.
CREATE TABLE proofs (
    account   text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    looked_at timestamptz,                  -- into Evolution's message store
    silent_at timestamptz,                  -- called dead for nothing but its silence
    died_of   text,                         -- what speaks against it since it was called dead; absent: nothing does
    died_at   timestamptz,
    dead_from timestamptz                   -- when the last event had come by then
);

-- What WhatsApp gave of the past: webhooks messages.set, each once.
CREATE TABLE history_chunks (
    account  text NOT NULL,
    event_id text NOT NULL,                 -- of the webhook: twice is once
    at       timestamptz NOT NULL,          -- when the gateway took it
    messages integer,                       -- absent: not counted, it was too large for a record
    progress integer,                       -- in percent, as WhatsApp says; absent: it does not
    PRIMARY KEY (account, event_id)
);

-- The code that an account can be linked with right now. Whose data: the account owner's; whoever has it has the account.
CREATE TABLE codes (
    account        text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    sealed_code    text NOT NULL,           -- sealed with the key of groupwatch.watchdog.key-file
    sealed_pairing text,
    shown_at       timestamptz NOT NULL
);

-- How far fetching all groups of an account is. Whose data: the account owner's.
CREATE TABLE group_syncs (
    account    text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    asked_at   timestamptz,             -- when somebody last asked for it
    begun_at   timestamptz,             -- of the one that runs, or of the last one; names it
    done_at    timestamptz,             -- of the last one that came to its end
    groups     int,                     -- that it found
    one_by_one boolean NOT NULL DEFAULT false, -- all at once took Evolution too long
    failures   int NOT NULL DEFAULT 0,  -- since the last end
    error      text,                    -- a word, of the last failure since then
    next_at    timestamptz NOT NULL     -- not before, unless somebody asks
);

-- The groups an account is in, or was.
CREATE TABLE account_groups (
    account    text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    jid        text NOT NULL,
    seen_at    timestamptz,             -- begun_at of the last sync that found it; absent: none did
    missed_at  timestamptz,             -- begun_at of the first sync after that which did not
    left_at    timestamptz,             -- the same, once a second one in a row did not
    waiting_of timestamptz,             -- begun_at of the sync that is still to ask for it
    PRIMARY KEY (account, jid)
);
CREATE INDEX account_groups_waiting ON account_groups (account, jid) WHERE waiting_of IS NOT NULL;

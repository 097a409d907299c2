-- What was chosen for a group; absent: as the suite's settings say.
CREATE TABLE choices (
    group_jid    text PRIMARY KEY,
    enabled      boolean,
    language     text,
    length       text,
    at           time,                   -- for the day before, by the clock of zone
    zone         text,
    min_messages int,
    also_at      time[],                 -- for the day so far
    changed_at   timestamptz NOT NULL
);

-- Since when a group is known here: what was said before the day before is summarised on request only.
CREATE TABLE known_groups (
    group_jid text PRIMARY KEY,
    since     timestamptz NOT NULL
);

-- A group's day, once it was decided what becomes of it. The row's lock orders who writes its summaries. Whose data: the group's.
CREATE TABLE days (
    group_jid    text NOT NULL,
    day          date NOT NULL,
    zone         text NOT NULL,
    from_at      timestamptz NOT NULL,
    until_at     timestamptz NOT NULL,
    state        text NOT NULL CHECK (state IN ('reading', 'written', 'so_far', 'empty', 'quiet')),
    messages     int NOT NULL,
    content_hash text NOT NULL,
    answered     text[] NOT NULL DEFAULT '{}', -- messages of other days that are answered in it
    decided_at   timestamptz NOT NULL,
    changed_at   timestamptz,            -- since when its messages may be others than those that were read
    changes      bigint NOT NULL DEFAULT 0, -- how often that was told
    PRIMARY KEY (group_jid, day)
);
CREATE INDEX days_changed ON days (changed_at) WHERE changed_at IS NOT NULL;
CREATE INDEX days_answered ON days USING gin (answered);

-- The versions of a day's summary. The content is plain text with message ids; sentences that rest on a message that was revoked or
-- edited since are taken out of older versions. Whose data: the group's.
CREATE TABLE summaries (
    group_jid     text NOT NULL,
    day           date NOT NULL,
    version       int NOT NULL,
    group_name    text,
    zone          text NOT NULL,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz NOT NULL,
    reissued      boolean NOT NULL,
    so_far        boolean NOT NULL,
    language      text NOT NULL,
    length        text NOT NULL,
    messages      int NOT NULL,
    omitted       int NOT NULL,
    provider      text NOT NULL,
    model         text NOT NULL,
    content       jsonb NOT NULL,
    sources       jsonb NOT NULL,        -- cited message id to the hash of its words
    dropped       int NOT NULL,
    withdrawn     int NOT NULL DEFAULT 0, -- sentences taken out since
    calls         int NOT NULL,
    parts         int NOT NULL,
    input_tokens  bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost          numeric,               -- in US dollars
    content_hash  text NOT NULL,
    written_at    timestamptz NOT NULL,
    announced     boolean NOT NULL DEFAULT false,
    PRIMARY KEY (group_jid, day, version),
    FOREIGN KEY (group_jid, day) REFERENCES days ON DELETE CASCADE
);
-- the newest days first
CREATE INDEX summaries_day ON summaries (day, group_jid, version);

-- What a model said of a part of a long day, or of several parts together, until the day is whole: so that it is not paid for again when another
-- part fails. Used only while all its messages are as they were; deleted after three days at most. Whose data: the group's.
CREATE TABLE drafts (
    group_jid     text NOT NULL,
    day           date NOT NULL,
    part_hash     text NOT NULL,            -- of its messages' ids and words, or of what was merged, and of how it was to be said
    day_hash      text NOT NULL,            -- of all parts of the day together
    draft         jsonb NOT NULL,           -- plain text with message ids
    model         text NOT NULL,            -- that answered
    calls         int NOT NULL,
    dropped       int NOT NULL,
    input_tokens  bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost          numeric,                  -- in US dollars
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (group_jid, day, part_hash)
);
CREATE INDEX drafts_written ON drafts (written_at);

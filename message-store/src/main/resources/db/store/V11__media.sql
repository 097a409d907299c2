-- What became of a message's file, as the media worker last told it: the highest (revision, hash) is kept. May come before
-- its message. Whose data: the sender's.
CREATE TABLE message_media (
    scope            text NOT NULL,
    id               text NOT NULL,
    revision         bigint NOT NULL,
    hash             text COLLATE "C" NOT NULL, -- of all that follows
    at               timestamptz NOT NULL,
    state            text NOT NULL,
    reason           text,                      -- absent when it is stored
    media            jsonb NOT NULL,            -- what was measured; null when there is no file
    text             text,                      -- of a document; searched, shown in excerpts
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id)
);

CREATE OR REPLACE VIEW message_facts AS
    SELECT scope, id, at FROM message_edits
    UNION ALL SELECT scope, id, at FROM message_revokes
    UNION ALL SELECT scope, id, at FROM reactions
    UNION ALL SELECT scope, id, at FROM poll_votes
    UNION ALL SELECT scope, id, at FROM receipts
    UNION ALL SELECT scope, id, at FROM calls
    UNION ALL SELECT scope, id, at FROM message_media;

-- One row for each message with a file, and one for each file that is in the object store. id is MessageRef.mediaId():
-- whoever knows the message can name it. Whose data: the sender's.
CREATE TABLE media (
    id                uuid PRIMARY KEY,
    scope             text NOT NULL,         -- the group, or the linked account of a direct chat
    chat              text NOT NULL,
    is_group          boolean NOT NULL,
    instance          text,                  -- the linked account to ask for the bytes
    message_id        text NOT NULL,
    sent_at           timestamptz NOT NULL,  -- the earliest told; when it was recorded, where nobody told
    kind              text NOT NULL,         -- as in the message: image, video, ...
    claimed_mime      text,
    claimed_size      bigint,
    claimed_sha256    text,
    claimed_file_name text,
    claimed_seconds   int,
    claimed_width     int,
    claimed_height    int,
    claimed_pages     int,
    claimed_animated  boolean,
    claim             text,                  -- where the object store has the bytes that came along
    state             text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'stored', 'expired', 'failed')),
    reason            text,                  -- of expired and failed, for programs
    detail            text,                  -- the same for people
    trouble           text,                  -- why something is absent that such a file should have
    revision          bigint NOT NULL DEFAULT 0, -- grows with each event about it
    announced         bigint NOT NULL DEFAULT 0, -- the last revision that the topic was told
    changed_at        timestamptz NOT NULL,
    sha256            text,                  -- what is stored, from here on; absent unless state is stored
    size              bigint,
    mime              text,                  -- told from the bytes
    file_name         text,                  -- as the message says; cleaned where it is shown
    seconds           int,
    width             int,
    height            int,
    pages             int,
    animated          boolean,
    thumbnail         text,                  -- key in the object store
    transcript        text,
    text              text,                  -- of a document, 64 KB at most
    stored_at         timestamptz,
    deleted_at        timestamptz,           -- when what was stored was removed
    CHECK ((state = 'stored') = (sha256 IS NOT NULL))
);
-- who needs an object
CREATE INDEX media_sha256 ON media (sha256) WHERE sha256 IS NOT NULL;
-- a chat's files; one message's, by message id
CREATE INDEX media_chat ON media (chat, sent_at);
CREATE INDEX media_message ON media (message_id);
-- what retention looks for
CREATE INDEX media_kept ON media (kind, stored_at) WHERE state = 'stored';
CREATE INDEX media_failed ON media (state, id) WHERE state IN ('failed', 'expired');
-- what the topic was not told, because the process died in between
CREATE INDEX media_untold ON media (changed_at) WHERE announced < revision;
CREATE INDEX media_claim ON media (claim) WHERE claim IS NOT NULL;

-- The files in the object store, by hash. The row's lock orders who stores a file and who removes it.
CREATE TABLE objects (
    sha256    text PRIMARY KEY,
    size      bigint NOT NULL,
    stored_at timestamptz NOT NULL
);

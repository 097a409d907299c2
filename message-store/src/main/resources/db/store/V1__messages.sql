-- What was said. Every row is a least upper bound: whichever order the webhooks come in, and however often, the rows end
-- the same. scope is the group's JID for groups and the linked account's instance name for everything else: so a group
-- seen by two accounts is stored once, and direct chats of two accounts never mix. source_* is the record that told it:
-- read again, it is announced again; a duplicate from elsewhere is not. Rows name identities as seen ('' where the
-- payload gave none); links between them are resolved when read.

-- One row for each message anything is known of. Its lock orders all writers of that message. Whose data: the chat's.
CREATE TABLE message_keys (
    scope    text NOT NULL,
    id       text NOT NULL,
    chat     text,                       -- absent until the message itself came
    sent_at  timestamptz,                -- absent until the message itself came; finds the partition
    revision bigint NOT NULL DEFAULT 1,  -- grows with every touch
    PRIMARY KEY (scope, id)
) WITH (fillfactor = 80);
CREATE INDEX message_keys_id ON message_keys (id);

-- The message itself, without what was attached to it later. Whose data: the sender's.
CREATE TABLE messages (
    scope            text NOT NULL,
    id               text NOT NULL,
    sent_at          timestamptz NOT NULL, -- the earliest seen
    chat             text NOT NULL,
    is_group         boolean NOT NULL,
    sender_phone     text COLLATE "C" NOT NULL,
    sender_lid       text COLLATE "C" NOT NULL,
    sender_name      text COLLATE "C" NOT NULL,
    from_me          boolean NOT NULL,
    type             text NOT NULL,
    text             text,
    content          jsonb NOT NULL,
    content_rank     bigint NOT NULL,      -- the best by (content_rank, content_hash) is kept
    content_hash     text COLLATE "C" NOT NULL,
    source_topic     text NOT NULL,        -- of the record that told the kept content
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, sent_at)
) PARTITION BY RANGE (sent_at);
CREATE INDEX messages_chat ON messages (chat, sent_at DESC, id DESC);
-- before 2009, or more than a year ahead: wrong clocks
CREATE TABLE messages_default PARTITION OF messages DEFAULT;

-- Which linked accounts saw it, and how best. Whose data: the account owner's.
CREATE TABLE message_sightings (
    scope            text NOT NULL,
    id               text NOT NULL,
    instance         text NOT NULL,
    from_me          boolean NOT NULL,
    origin           int NOT NULL, -- 0 webhook, 1 history, 2 resync, 3 import
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, instance)
);

-- Whose data: the sender's. text is absent where a client encrypted the edit. An inexact time is that of the webhook.
CREATE TABLE message_edits (
    scope            text NOT NULL,
    id               text NOT NULL,
    at               timestamptz NOT NULL,
    exact            boolean NOT NULL,
    text_hash        text NOT NULL,
    text             text,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, at, exact, text_hash)
);

-- Whose data: of who revoked. at is the earliest seen.
CREATE TABLE message_revokes (
    scope            text NOT NULL,
    id               text NOT NULL,
    by_phone         text NOT NULL,
    by_lid           text NOT NULL,
    at               timestamptz NOT NULL,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, by_phone, by_lid)
);

-- Whose data: of who reacted. An empty emoji took the reaction back.
CREATE TABLE reactions (
    scope            text NOT NULL,
    id               text NOT NULL,
    by_phone         text NOT NULL,
    by_lid           text NOT NULL,
    at               timestamptz NOT NULL,
    emoji            text NOT NULL,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, by_phone, by_lid, at, emoji)
);

-- Whose data: the voter's. A vote replaces the earlier ones of its voter; without options it takes them back.
CREATE TABLE poll_votes (
    scope            text NOT NULL,
    id               text NOT NULL,
    by_phone         text NOT NULL,
    by_lid           text NOT NULL,
    at               timestamptz NOT NULL,
    exact            boolean NOT NULL,
    options_hash     text NOT NULL,
    options          jsonb NOT NULL,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, by_phone, by_lid, at, exact, options_hash)
);

-- Whose data: of who received. at is the earliest seen.
CREATE TABLE receipts (
    scope            text NOT NULL,
    id               text NOT NULL,
    by_phone         text NOT NULL,
    by_lid           text NOT NULL,
    status           text NOT NULL,
    at               timestamptz NOT NULL,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, by_phone, by_lid, status)
);

-- What became of a call, step by step; the call itself is a message of type call. Whose data: the caller's.
CREATE TABLE calls (
    scope            text NOT NULL,
    id               text NOT NULL,
    at               timestamptz NOT NULL,
    status           text NOT NULL,
    video            boolean NOT NULL,
    is_group         boolean NOT NULL,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    PRIMARY KEY (scope, id, at, status, video, is_group)
);

-- A LID and a phone number that one payload gave for one person. Whose data: theirs.
CREATE TABLE identity_links (
    lid   text NOT NULL,
    phone text NOT NULL,
    PRIMARY KEY (lid, phone)
);
CREATE INDEX identity_links_phone ON identity_links (phone);

-- What a person last called themselves, by (at, name). Whose data: theirs.
CREATE TABLE names (
    identity text PRIMARY KEY,
    name     text COLLATE "C" NOT NULL,
    at       timestamptz NOT NULL
);

-- The phone number of a linked account; several when it was linked anew. Whose data: the account owner's.
CREATE TABLE accounts (
    instance text NOT NULL,
    jid      text NOT NULL,
    PRIMARY KEY (instance, jid)
);

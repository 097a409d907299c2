-- What messages are found by. words has the words of the text as it is shown, folded, with positions; stems where the
-- group has a language; and marks for chat, sender and type, so that a search in one group, or for what one person said,
-- is one look-up in one index (groupwatch.store.search.words). Null: not indexed yet, a job does it. Whose data: the sender's.
ALTER TABLE messages ADD COLUMN words tsvector;

-- A short list of what is not yet merged into the index: every search reads it through.
CREATE INDEX messages_words ON messages USING gin (words) WITH (gin_pending_list_limit = 512);

-- Newest first over all chats. The time alone: many messages share a second, but few the same one.
CREATE INDEX messages_sent_at ON messages (sent_at DESC);

CREATE INDEX messages_unindexed ON messages (sent_at DESC) WHERE words IS NULL;

-- The language that a group's messages are indexed in, and how far that went. since: when the change was seen; for a while
-- after it, other replicas may still write in the old language, so it begins later.
CREATE TABLE search_languages (
    group_jid text PRIMARY KEY,
    language  text,
    since     timestamptz NOT NULL,
    done      boolean NOT NULL DEFAULT false,
    at        timestamptz NOT NULL DEFAULT 'infinity', -- the message the job came to, going back in time
    id        text NOT NULL DEFAULT ''
);

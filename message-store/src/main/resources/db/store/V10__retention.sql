-- Messages older than somebody said they are kept go, with everything that is known of them.

-- 0 is for ever, although the suite has a limit
ALTER TABLE group_options DROP CONSTRAINT group_options_retention_days_check,
    ADD CONSTRAINT group_options_retention_days CHECK (retention_days >= 0);

-- What waits for its message, which may never come. A message that is there does not touch this index when it is touched.
CREATE INDEX message_keys_waiting ON message_keys (scope, id) WHERE sent_at IS NULL;

-- Everything that happened to messages, and when.
CREATE VIEW message_facts AS
    SELECT scope, id, at FROM message_edits
    UNION ALL SELECT scope, id, at FROM message_revokes
    UNION ALL SELECT scope, id, at FROM reactions
    UNION ALL SELECT scope, id, at FROM poll_votes
    UNION ALL SELECT scope, id, at FROM receipts
    UNION ALL SELECT scope, id, at FROM calls;

-- The one run, now or last: who holds it, until when unless they go on, and what it did. Connections are pooled, so a
-- lock of a session would not do; a run that died is taken over when held_until has passed.
CREATE TABLE retention_run (
    single      boolean PRIMARY KEY DEFAULT true CHECK (single),
    holder      text NOT NULL,
    held_until  timestamptz NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,              -- absent while it runs, and when something was left to do
    messages    bigint NOT NULL DEFAULT 0,
    facts       bigint NOT NULL DEFAULT 0,
    months      text[] NOT NULL DEFAULT '{}'
);

-- Drops a month of messages that is empty and says whether it did. Nobody writes to the month while it is looked through;
-- the parent is locked for the drop alone. Gives up quickly when somebody reads: it is tried again.
CREATE FUNCTION drop_message_month(month date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = store, pg_temp SET timezone = 'UTC' SET lock_timeout = '1s' AS $$
DECLARE
    partition text := 'messages_' || to_char(month, 'YYYY_MM');
    filled    boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('groupwatch.store.partitions'));
    IF NOT EXISTS (SELECT FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                   WHERE inhparent = 'store.messages'::regclass AND relname = partition) THEN
        RETURN false;
    END IF;
    EXECUTE format('LOCK TABLE store.%I IN SHARE ROW EXCLUSIVE MODE', partition);
    EXECUTE format('SELECT EXISTS (SELECT FROM store.%I)', partition) INTO filled;
    IF filled THEN
        RETURN false;
    END IF;
    EXECUTE format('DROP TABLE store.%I', partition);
    RETURN true;
END $$;

-- PostgreSQL lets everybody execute a new function.
REVOKE ALL ON FUNCTION drop_message_month(date) FROM PUBLIC;

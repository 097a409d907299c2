-- Partitions are created on demand by the role that owns the tables: the run-time role may only call these functions.
-- A new table is made like its parent, constrained to its range and then attached: attaching lets readers and writers of
-- the parent go on, CREATE TABLE … PARTITION OF would not.

-- The month's partition of messages. False when the month lives in the default partition: before 2009 there was no
-- WhatsApp, and more than a year ahead is a wrong clock. Such a month comes into reach one day: what the default
-- partition holds of it moves along.
CREATE FUNCTION ensure_message_month(month date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = store, pg_temp SET timezone = 'UTC' SET lock_timeout = '1s' AS $$
DECLARE
    begins    timestamptz := date_trunc('month', month)::timestamptz;
    ends      timestamptz := begins + interval '1 month';
    partition text := 'messages_' || to_char(begins, 'YYYY_MM');
BEGIN
    IF begins < '2009-01-01' OR begins > date_trunc('month', now()) + interval '1 year' THEN
        RETURN false;
    END IF;
    IF to_regclass('store.' || partition) IS NOT NULL THEN
        RETURN true;
    END IF;
    -- waiting for another who makes the same table is no reason to give up
    PERFORM set_config('lock_timeout', '10s', true);
    PERFORM pg_advisory_xact_lock(hashtext('groupwatch.store.partitions'));
    PERFORM set_config('lock_timeout', '1s', true);
    -- a query, not to_regclass: that one answers from a cache which the advisory lock does not refresh
    IF EXISTS (SELECT FROM pg_class WHERE relnamespace = 'store'::regnamespace AND relname = partition) THEN
        RETURN true;
    END IF;
    EXECUTE format('CREATE TABLE store.%I (LIKE store.messages INCLUDING ALL)', partition);
    EXECUTE format('ALTER TABLE store.%I ADD CONSTRAINT month CHECK (sent_at >= %L AND sent_at < %L)',
                   partition, begins, ends);
    -- nothing may come into the default partition between the move and the attachment
    LOCK TABLE store.messages_default IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('WITH moved AS (DELETE FROM store.messages_default WHERE sent_at >= %L AND sent_at < %L RETURNING *)
                    INSERT INTO store.%I SELECT * FROM moved', begins, ends, partition);
    EXECUTE format('ALTER TABLE store.messages ATTACH PARTITION store.%I FOR VALUES FROM (%L) TO (%L)',
                   partition, begins, ends);
    EXECUTE format('ALTER TABLE store.%I DROP CONSTRAINT month', partition);
    RETURN true;
END $$;

-- The day's partition of raw events.
CREATE FUNCTION ensure_raw_day(day date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = store, pg_temp SET lock_timeout = '10s' AS $$
DECLARE
    partition text := 'raw_events_' || to_char(day, 'YYYY_MM_DD');
BEGIN
    IF to_regclass('store.' || partition) IS NOT NULL THEN
        RETURN true;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('groupwatch.store.partitions'));
    IF EXISTS (SELECT FROM pg_class WHERE relnamespace = 'store'::regnamespace AND relname = partition) THEN
        RETURN true;
    END IF;
    EXECUTE format('CREATE TABLE store.%I (LIKE store.raw_events INCLUDING ALL)', partition);
    EXECUTE format('ALTER TABLE store.%I ADD CONSTRAINT day CHECK (received_on >= %L AND received_on < %L)',
                   partition, day, day + 1);
    EXECUTE format('ALTER TABLE store.raw_events ATTACH PARTITION store.%I FOR VALUES FROM (%L) TO (%L)',
                   partition, day, day + 1);
    EXECUTE format('ALTER TABLE store.%I DROP CONSTRAINT day', partition);
    RETURN true;
END $$;

-- Drops the days before the given one and says how many. Gives up quickly when somebody reads them: the job comes again.
CREATE FUNCTION drop_raw_days_before(day date) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = store, pg_temp SET lock_timeout = '1s' AS $$
DECLARE
    partition regclass;
    dropped   int := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('groupwatch.store.partitions'));
    FOR partition IN
        SELECT inhrelid::regclass FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
        WHERE inhparent = 'store.raw_events'::regclass
          AND relname ~ '^raw_events_\d{4}_\d\d_\d\d$'
          AND to_date(right(relname, 10), 'YYYY_MM_DD') < day
    LOOP
        EXECUTE format('DROP TABLE %s', partition);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END $$;

-- PostgreSQL lets everybody execute a new function.
REVOKE ALL ON FUNCTION ensure_message_month(date), ensure_raw_day(date), drop_raw_days_before(date) FROM PUBLIC;

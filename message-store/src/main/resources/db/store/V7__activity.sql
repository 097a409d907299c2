-- Who wrote how much when: counts of messages a quarter of an hour, since that is what time zones differ by. A change of a
-- message marks its quarter dirty in the same transaction; a job counts dirty quarters anew. Readers take
-- activity_now, which is exact at any moment. Why: RATIONALE.md.

-- Whose data: the sender's. The rows of a quarter are always written together, by the job alone, one job at a time.
CREATE TABLE activity (
    scope        text NOT NULL,
    chat         text NOT NULL,
    quarter      timestamptz NOT NULL, -- its beginning
    sender_phone text COLLATE "C" NOT NULL,
    sender_lid   text COLLATE "C" NOT NULL,
    from_me      boolean NOT NULL,
    accounts     text[] NOT NULL,      -- of whose it was, where the sender was not named
    type         text NOT NULL,
    messages     int NOT NULL,
    edited       int NOT NULL,
    revoked      int NOT NULL
);
CREATE INDEX activity_quarter ON activity (scope, chat, quarter);

-- A queue: rows are only added and taken away, so nobody ever waits for anybody. Whose data: the chat's.
CREATE TABLE activity_dirty (
    scope     text NOT NULL,
    chat      text NOT NULL,
    quarter   timestamptz NOT NULL,
    marked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX activity_dirty_quarter ON activity_dirty (scope, chat, quarter);

-- The one way to count a quarter.
CREATE FUNCTION activity_of(scope text, chat text, quarter timestamptz)
    RETURNS TABLE (sender_phone text, sender_lid text, from_me boolean, accounts text[], type text,
                   messages int, edited int, revoked int)
    LANGUAGE sql STABLE AS $$
    SELECT m.sender_phone, m.sender_lid, m.from_me, m.accounts, m.type,
        count(*)::int, (count(*) FILTER (WHERE m.edited))::int, (count(*) FILTER (WHERE m.revoked))::int
    FROM (
        SELECT m.sender_phone, m.sender_lid, m.from_me, m.type,
            CASE WHEN m.from_me AND m.sender_phone = '' AND m.sender_lid = '' THEN
                ARRAY(SELECT f.instance FROM store.message_sightings f
                      WHERE f.scope = m.scope AND f.id = m.id AND f.from_me ORDER BY 1)
            ELSE '{}' END AS accounts,
            EXISTS (SELECT FROM store.message_edits f WHERE f.scope = m.scope AND f.id = m.id) AS edited,
            EXISTS (SELECT FROM store.message_revokes f WHERE f.scope = m.scope AND f.id = m.id) AS revoked
        FROM store.messages m
        WHERE m.scope = activity_of.scope AND m.chat = activity_of.chat
            AND m.sent_at >= activity_of.quarter AND m.sent_at < activity_of.quarter + interval '15 minutes') m
    GROUP BY 1, 2, 3, 4, 5
    $$;

-- What has been counted, and what is dirty counted on the spot, as one statement sees both.
CREATE VIEW activity_now AS
    SELECT a.scope, a.chat, a.quarter, a.sender_phone, a.sender_lid, a.from_me, a.accounts, a.type,
        a.messages, a.edited, a.revoked
    FROM activity a
    WHERE NOT EXISTS (SELECT FROM activity_dirty d
                      WHERE d.scope = a.scope AND d.chat = a.chat AND d.quarter = a.quarter)
    UNION ALL
    SELECT d.scope, d.chat, d.quarter, n.sender_phone, n.sender_lid, n.from_me, n.accounts, n.type,
        n.messages, n.edited, n.revoked
    FROM (SELECT DISTINCT scope, chat, quarter FROM activity_dirty) d,
        LATERAL activity_of(d.scope, d.chat, d.quarter) n;

-- What was stored before is counted by the job from here on.
INSERT INTO activity_dirty (scope, chat, quarter)
    SELECT DISTINCT scope, chat, date_bin('15 minutes', sent_at, '2000-01-01Z') FROM messages;

REVOKE ALL ON FUNCTION activity_of(text, text, timestamptz) FROM PUBLIC;

-- What the reading paths need beside the rows: each line says which path walks it.

-- People: one person's messages over all groups, newest first. Rows name identities as seen, so the key is the one a row
-- has: the phone JID, else the LID. The id is left out, for what shares an instant is few.
CREATE INDEX messages_sender
    ON messages ((CASE WHEN sender_phone <> '' THEN sender_phone ELSE sender_lid END), sent_at DESC) WHERE is_group;

-- Calls: the few rows that are calls.
CREATE INDEX messages_calls ON messages (sent_at DESC, id DESC, scope DESC) WHERE type = 'call';

-- People and contacts: the groups of a person, and everybody in the order of identities.
CREATE INDEX group_participants_identity ON group_participants (identity, group_jid);

-- Direct chats: which linked accounts have one, and when something was last said. Groups have that in their own tables.
ALTER TABLE chats ADD COLUMN last_message_at timestamptz;
CREATE INDEX chats_chat ON chats (chat);
INSERT INTO chats (instance, chat, last_message_at)
    SELECT scope, chat, max(sent_at) FROM messages WHERE NOT is_group GROUP BY scope, chat
    ON CONFLICT (instance, chat) DO UPDATE SET last_message_at = excluded.last_message_at;

-- Which linked account told of a contact. Whose data: the contact's.
CREATE TABLE contact_accounts (
    instance text NOT NULL,
    jid      text NOT NULL,
    PRIMARY KEY (instance, jid)
);

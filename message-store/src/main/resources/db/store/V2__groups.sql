-- Groups and who is in them. Every row is a least upper bound: whichever order the events come in, and however often,
-- it ends the same. Rows name identities as they were seen; links between them are resolved when read. The source is the
-- record (topic-partition@offset) that last changed what is shown: read again, the change is announced again under the
-- same event id; a duplicate from elsewhere changes nothing and is not.

-- Whose data: the group's. A group exists from the first event or message that names it.
CREATE TABLE groups (
    group_jid     text PRIMARY KEY,
    last_activity timestamptz,               -- the newest message
    revision      bigint NOT NULL DEFAULT 0, -- grows with each change of what is shown; orders the announcements
    source        text NOT NULL
);

-- The linked accounts that see the group.
CREATE TABLE group_instances (
    group_jid text NOT NULL,
    instance  text NOT NULL,
    PRIMARY KEY (group_jid, instance)
);

-- Name, description, switches…: of each attribute the newest by (at, value).
CREATE TABLE group_attributes (
    group_jid text NOT NULL,
    attribute text NOT NULL,
    value     text COLLATE "C" NOT NULL,
    at        timestamptz NOT NULL,
    source    text NOT NULL,
    PRIMARY KEY (group_jid, attribute)
);

-- Whose data: the participant's. Times only ever widen; the role is the newest by (role_at, role).
CREATE TABLE group_participants (
    group_jid  text NOT NULL,
    identity   text NOT NULL,
    first_seen timestamptz,
    last_seen  timestamptz,
    spoke_at   timestamptz,
    listed_at  timestamptz,
    joined_at  timestamptz,
    left_at    timestamptz,
    role       text COLLATE "C",
    role_at    timestamptz,
    source     text NOT NULL,
    PRIMARY KEY (group_jid, identity)
);

-- Whose data: the contact's. Names as the linked account's address book or WhatsApp has them.
CREATE TABLE contacts (
    jid        text PRIMARY KEY,
    name       text COLLATE "C",
    name_at    timestamptz,
    picture    text COLLATE "C",
    picture_at timestamptz
);

-- Whose data: the chat's. One linked account's list of chats.
CREATE TABLE chats (
    instance   text NOT NULL,
    chat       text NOT NULL,
    name       text COLLATE "C",
    name_at    timestamptz,
    seen_at    timestamptz,
    deleted_at timestamptz,
    PRIMARY KEY (instance, chat)
);

-- What the operator chose for a group; without a row the service's default holds. A change is announced after it is
-- committed: announced trails revision until the broker has acknowledged.
CREATE TABLE group_settings (
    group_jid  text PRIMARY KEY,
    monitored  boolean NOT NULL,
    changed_at timestamptz NOT NULL,
    revision   bigint NOT NULL,
    announced  bigint NOT NULL DEFAULT 0
);
CREATE INDEX group_settings_unannounced ON group_settings (group_jid) WHERE announced < revision;

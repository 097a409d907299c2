-- What the gateway received, beside the rows it became: one row a message or fact, so that an array of many chats never
-- shows one chat's content to who asks for another. Whose data: the chat's. Dropped by day.
CREATE TABLE raw_events (
    received_on      date NOT NULL,
    source_topic     text NOT NULL,
    source_partition int NOT NULL,
    source_offset    bigint NOT NULL,
    item             int NOT NULL,
    received_at      timestamptz NOT NULL,
    chat             text,
    scope            text NOT NULL,
    message_id       text,
    target_id        text,
    body             text NOT NULL,
    PRIMARY KEY (source_topic, source_partition, source_offset, item, received_on)
) PARTITION BY RANGE (received_on);
CREATE INDEX raw_events_message ON raw_events (message_id, scope) WHERE message_id IS NOT NULL;
CREATE INDEX raw_events_target ON raw_events (target_id, scope) WHERE target_id IS NOT NULL;

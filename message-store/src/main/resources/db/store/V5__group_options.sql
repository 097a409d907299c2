-- What an operator chose for a group besides monitoring; nothing here is announced. Absent: as for the whole suite.
CREATE TABLE group_options (
    group_jid      text PRIMARY KEY,
    language       text,                               -- ISO 639-1, beside the search that knows no language
    retention_days int CHECK (retention_days > 0)      -- messages older than this go
);

-- Hits of saved searches that a run has told. A search is the SHA-256 of its query, in hexadecimal: another query is another search.
-- Kept as long as a run looks back, 30 days at least. Whose data: the group's; ids alone.
CREATE TABLE told_hits (
    report_id uuid NOT NULL REFERENCES reports ON DELETE CASCADE,
    search    text NOT NULL,
    chat      text NOT NULL,
    message   text NOT NULL,
    told_at   timestamptz NOT NULL,
    PRIMARY KEY (report_id, search, chat, message)
);

-- Searches that have run. What was sent before `since` is not told: it was there before the first run, or passed over by one that
-- found too much.
CREATE TABLE told_searches (
    report_id uuid NOT NULL REFERENCES reports ON DELETE CASCADE,
    search    text NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (report_id, search)
);

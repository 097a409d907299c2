-- How the messages of a group's day came, as one account saw them. Counted anew each time, never added to.
CREATE TABLE coverage (
    account   text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    chat      text NOT NULL,
    day       date NOT NULL,                       -- UTC
    webhook   bigint NOT NULL,
    history   bigint NOT NULL,
    filled_in bigint NOT NULL,
    as_of     timestamptz NOT NULL,
    PRIMARY KEY (account, day, chat)
);
CREATE INDEX coverage_of_group ON coverage (chat, day);

-- Days to be counted anew.
CREATE TABLE coverage_due (
    account  text NOT NULL REFERENCES accounts ON DELETE CASCADE,
    chat     text NOT NULL,
    day      date NOT NULL,
    compared boolean NOT NULL,                     -- known to be without messages, when there are none
    marks    bigint NOT NULL,                      -- grows with each mark
    due_at   timestamptz NOT NULL,
    PRIMARY KEY (account, chat, day)
);
CREATE INDEX coverage_due_next ON coverage_due (account, due_at);

-- When an account's groups were gone through last.
CREATE TABLE coverage_walks (
    account   text PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    walked_at timestamptz NOT NULL
);

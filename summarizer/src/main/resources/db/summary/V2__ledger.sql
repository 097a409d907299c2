-- What language models were used for: a row for each day on which it was spent (by the clock of the budget), group, purpose and model. Calls add to
-- it, of all replicas. No message text, and nobody's name.
CREATE TABLE ledger (
    day           date NOT NULL,
    group_jid     text NOT NULL,            -- '' where it was for several groups
    purpose       text NOT NULL,            -- summary, question
    provider      text NOT NULL,
    model         text NOT NULL,            -- as it was asked for
    calls         bigint NOT NULL,
    input_tokens  bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost          numeric(18, 9),           -- US dollars; absent where the price is not known
    PRIMARY KEY (day, group_jid, purpose, provider, model)
);
CREATE INDEX ledger_group ON ledger (group_jid, day);

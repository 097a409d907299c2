-- Whom mails are handed to, where somebody chose it instead of the configuration: one row, or none. The password is sealed with the key of
-- groupwatch.report.key-file.
CREATE TABLE email_settings (
    one               boolean PRIMARY KEY DEFAULT true CHECK (one),
    host              text NOT NULL,            -- resend: Resend's HTTP API
    port              integer NOT NULL,
    username          text,
    sealed_password   text,
    tls               text NOT NULL,            -- none, starttls, starttls-optional, implicit
    check_certificate boolean NOT NULL,
    from_address      text NOT NULL,
    from_name         text NOT NULL,
    reply_to          text,
    changed_at        timestamptz NOT NULL
);

-- Mails that a provider with a quota took, by day in UTC; of all replicas. No addresses.
CREATE TABLE mail_usage (
    provider   text NOT NULL,                   -- resend
    day        date NOT NULL,
    mails      bigint NOT NULL,
    told_day   bigint,                          -- the provider's own counts, as it told them last that day
    told_month bigint,
    PRIMARY KEY (provider, day)
);

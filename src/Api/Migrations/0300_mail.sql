-- Mail on its way: written in the transaction of what caused it, so that a fact that holds is told and one that does not is not.
-- The tenant '-' is the installation itself, which no cluster can be called: a sign-in link belongs to a person, not to a cluster.
CREATE TABLE IF NOT EXISTS outgoing_mail (
    tenant_id varchar COLLATE "C" NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    -- What it is about, e.g. round-opened/chefforum-2023-10-30: one mail for each person and cause, however often it is asked for.
    cause text COLLATE "C" NOT NULL,
    -- Person id; the address where there is no person.
    recipient text COLLATE "C" NOT NULL,
    address text NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    -- Both empty once they are of no more use.
    html text NOT NULL,
    plain text NOT NULL,
    message_id text NOT NULL,
    -- Message-ID that all mail about one initiative answers to; null when it is about none.
    thread text NULL,
    -- Address that ends mail of this kind; null for what is a duty.
    unsubscribe text NULL,
    -- [{"Edition": "afvigelsesrapport.chefforum-2023-10-30.1", "Name": "Afvigelsesrapport 30. okt. 2023.pdf"}]
    attachments jsonb NOT NULL DEFAULT '[]',
    -- Holds a link that opens a door: its body goes as soon as it is sent or the link is dead.
    secret boolean NOT NULL,
    made timestamptz NOT NULL,
    -- After this it is of no use, and is not sent.
    expires timestamptz NULL,
    -- From when it is counted how long it has been tried: when it was made, or when somebody asked for another try.
    since timestamptz NOT NULL,
    next_try timestamptz NOT NULL,
    tries int NOT NULL DEFAULT 0,
    -- It waits for the mail server to answer at all, not for its own sake.
    put_off boolean NOT NULL DEFAULT false,
    -- Who is handing it over just now, and until when the others leave it alone; by the database's clock, which all nodes share.
    claim uuid NULL,
    claimed_until timestamptz NULL,
    -- Not sent and not failed: queued. Sent and failed: it came back.
    sent timestamptz NULL,
    failed timestamptz NULL,
    last_error text NULL,
    CONSTRAINT pk_outgoing_mail PRIMARY KEY (tenant_id, id),
    CONSTRAINT uq_outgoing_mail_cause UNIQUE (tenant_id, cause, recipient),
    CONSTRAINT ck_outgoing_mail_secret_expires CHECK (NOT secret OR expires IS NOT NULL)
);

CREATE INDEX IF NOT EXISTS ix_outgoing_mail_queue ON outgoing_mail (tenant_id, recipient, id) WHERE sent IS NULL AND failed IS NULL;
CREATE INDEX IF NOT EXISTS ix_outgoing_mail_newest ON outgoing_mail (id DESC);
CREATE UNIQUE INDEX IF NOT EXISTS uq_outgoing_mail_message_id ON outgoing_mail (message_id);

SELECT protect_tenant_table('outgoing_mail');

-- A request may write a mail and never read one back: what its link opens is the recipient's alone. What is granted is what
-- ON CONFLICT needs to see, and what forgetting a person changes.
REVOKE ALL ON outgoing_mail FROM initiatives_app;
GRANT INSERT ON outgoing_mail TO initiatives_app;
GRANT SELECT (tenant_id, id, cause, recipient, sent, failed) ON outgoing_mail TO initiatives_app;
GRANT UPDATE (address, subject, html, plain, failed, last_error) ON outgoing_mail TO initiatives_app;

-- What somebody is writing and has not sent: theirs alone, no fact of the cluster's, gone when it is sent.
CREATE TABLE IF NOT EXISTS drafts (
    tenant_id varchar COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    -- What is being written, e.g. status.
    kind text COLLATE "C" NOT NULL,
    -- The stream it is about.
    subject varchar COLLATE "C" NOT NULL,
    -- Fields by name, as they were typed: half a number is a draft too.
    body jsonb NOT NULL,
    saved timestamptz NOT NULL,
    CONSTRAINT pk_drafts PRIMARY KEY (tenant_id, person, kind, subject)
);

SELECT protect_tenant_table('drafts');

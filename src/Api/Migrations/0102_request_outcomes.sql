-- What a request was answered, under the key its sender chose, for 24 hours: a repeat gets the same answer and adds nothing.
CREATE TABLE IF NOT EXISTS request_outcomes (
    tenant_id varchar COLLATE "C" NOT NULL,
    actor varchar COLLATE "C" NOT NULL,
    key varchar COLLATE "C" NOT NULL,
    fingerprint bytea NOT NULL,
    status smallint NOT NULL,
    etag text NULL,
    location text NULL,
    body text NOT NULL,
    answered timestamptz NOT NULL,
    CONSTRAINT pk_request_outcomes PRIMARY KEY (tenant_id, actor, key)
);

-- Old answers are swept by age.
CREATE INDEX IF NOT EXISTS ix_request_outcomes_answered ON request_outcomes (answered);

SELECT protect_tenant_table('request_outcomes');

-- Every fact. Marten's table, with one column of ours (transaction_id). No role of the service may update or delete here.
CREATE SEQUENCE IF NOT EXISTS mt_events_sequence;

CREATE TABLE IF NOT EXISTS mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id varchar COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea NULL,
    type varchar(500) NOT NULL,
    timestamp timestamptz NOT NULL DEFAULT now(),
    tenant_id varchar COLLATE "C" NOT NULL DEFAULT '*DEFAULT*',
    mt_dotnet_type varchar NULL,
    correlation_id varchar NULL,
    causation_id varchar NULL,
    headers jsonb NULL,
    is_archived boolean NOT NULL DEFAULT false,
    -- For people who look into an incident. Nothing decides by it: after a dump and a restore it names transactions of
    -- another server.
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT pk_mt_events PRIMARY KEY (seq_id),
    CONSTRAINT fkey_mt_events_tenant_id_stream_id FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams (tenant_id, id)
);

ALTER SEQUENCE mt_events_sequence OWNED BY mt_events.seq_id;

CREATE UNIQUE INDEX IF NOT EXISTS pk_mt_events_stream_and_version ON mt_events (tenant_id, stream_id, version);

-- One cluster's facts in the order of the log, whatever the other clusters have written in between.
CREATE INDEX IF NOT EXISTS ix_mt_events_tenant_position ON mt_events (tenant_id, seq_id);

GRANT SELECT, INSERT ON mt_events TO initiatives_app, initiatives_system;
GRANT USAGE, SELECT ON SEQUENCE mt_events_sequence TO initiatives_app, initiatives_system;

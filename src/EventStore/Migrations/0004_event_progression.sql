-- How far each subscription has come. Marten's table.
CREATE TABLE IF NOT EXISTS mt_event_progression (
    name varchar NOT NULL,
    last_seq_id bigint NULL,
    last_updated timestamptz NULL DEFAULT transaction_timestamp(),
    CONSTRAINT pk_mt_event_progression PRIMARY KEY (name)
) WITH (fillfactor = 50);

GRANT SELECT ON mt_event_progression TO initiatives_app;
GRANT SELECT, INSERT, UPDATE ON mt_event_progression TO initiatives_system;

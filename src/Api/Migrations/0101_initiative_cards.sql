-- The board's row of each initiative, kept by the append that changes it. Derivable: rebuild folds it from mt_events.
-- Keyed like its stream, so that a decision reads state and card together. json, since nobody searches in it.
CREATE TABLE IF NOT EXISTS initiative_cards (
    tenant_id varchar COLLATE "C" NOT NULL,
    stream_id varchar COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    data json NOT NULL,
    CONSTRAINT pk_initiative_cards PRIMARY KEY (tenant_id, stream_id)
) WITH (fillfactor = 70);

SELECT protect_tenant_table('initiative_cards');

-- The plan in hand is the one drawn up last.
CREATE INDEX IF NOT EXISTS ix_mt_streams_plans ON mt_streams (tenant_id, created) WHERE type = 'plan';

-- Each stream as its next decision needs it: head, hash of the head, and the folded state. Ours; derivable from mt_events.
-- json and not jsonb: nobody searches in it, it is written on every append and read whole, and json keeps the text as sent.
CREATE TABLE IF NOT EXISTS stream_states (
    tenant_id varchar COLLATE "C" NOT NULL,
    stream_id varchar COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    hash text NOT NULL,
    data json NULL,
    CONSTRAINT pk_stream_states PRIMARY KEY (tenant_id, stream_id)
) WITH (fillfactor = 70);

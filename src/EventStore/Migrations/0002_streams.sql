-- One row per stream. Marten's table. Names sort by byte (COLLATE "C"): cheaper to compare, the order a fingerprint of
-- the record needs, and no index to rebuild when the operating system's locale data changes.
-- fillfactor leaves room for the new version of a row on its own page, so that a head moves without touching an index.
CREATE TABLE IF NOT EXISTS mt_streams (
    tenant_id varchar COLLATE "C" NOT NULL DEFAULT '*DEFAULT*',
    id varchar COLLATE "C" NOT NULL,
    type varchar NULL,
    version bigint NOT NULL,
    timestamp timestamptz NOT NULL DEFAULT now(),
    created timestamptz NOT NULL DEFAULT now(),
    is_archived boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_mt_streams PRIMARY KEY (tenant_id, id)
) WITH (fillfactor = 80);

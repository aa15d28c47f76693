-- Addresses that a calendar or a feed reader asks for by itself, without a sign-in: whoever has one reads one person's calendar
-- and the decisions of one cluster, and nothing else. Shown once; we keep the SHA-256. One per person and cluster: making another ends the one before.
CREATE TABLE IF NOT EXISTS feed_links (
    tenant_id varchar COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    hash bytea NOT NULL,
    made timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_feed_links PRIMARY KEY (tenant_id, person_id)
);
CREATE UNIQUE INDEX IF NOT EXISTS ux_feed_links_hash ON feed_links (hash);
SELECT protect_tenant_table('feed_links');

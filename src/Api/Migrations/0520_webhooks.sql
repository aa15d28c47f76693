-- Other systems that are told of a cluster's facts as they happen, each in the order of the log and from where it stands: what
-- could not be delivered is tried again, and a system that was away for a week goes on where it stopped.
CREATE TABLE IF NOT EXISTS webhooks (
    tenant_id varchar COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    -- Kinds of facts as the log's filter names them; none: all.
    kinds text[] NOT NULL,
    -- What deliveries are signed with, sealed with the key ring that all nodes share.
    secret text NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    made timestamptz NOT NULL,
    -- The last position of the log that it has been told of, or that was none of its kinds.
    position bigint NOT NULL,
    -- Of the fact that it is at: how often it has been tried, since when, and when next.
    tries int NOT NULL DEFAULT 0,
    since timestamptz NULL,
    next_try timestamptz NOT NULL,
    -- Tried for long enough: it waits for somebody to say that it may go on.
    stopped timestamptz NULL,
    -- Which node tells it just now, and until when the others leave it alone; by the database's clock.
    claim uuid NULL,
    claimed_until timestamptz NULL,
    CONSTRAINT pk_webhooks PRIMARY KEY (tenant_id, id)
);
SELECT protect_tenant_table('webhooks');

-- Every delivery that was tried, for a month.
CREATE TABLE IF NOT EXISTS webhook_deliveries (
    tenant_id varchar COLLATE "C" NOT NULL,
    webhook uuid NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    -- The fact's id, which is the delivery's too: the same at every try. A trial delivery has one of its own.
    event uuid NOT NULL,
    type text NOT NULL,
    at timestamptz NOT NULL,
    took_ms int NOT NULL,
    -- HTTP status; null when there was no answer.
    status int NULL,
    error text NULL,
    CONSTRAINT pk_webhook_deliveries PRIMARY KEY (tenant_id, webhook, id),
    CONSTRAINT fk_webhook_deliveries_webhook FOREIGN KEY (tenant_id, webhook) REFERENCES webhooks (tenant_id, id) ON DELETE CASCADE
);
SELECT protect_tenant_table('webhook_deliveries');

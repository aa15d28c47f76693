-- Names and addresses stand here and nowhere else; events carry ids. A forgotten person keeps the id and loses the rest,
-- and the history then reads "tidligere medlem" where the name stood.
CREATE TABLE IF NOT EXISTS people (
    tenant_id varchar COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    -- Empty when forgotten.
    name text NOT NULL,
    mail text NULL,
    title text NULL,
    -- Organisation id within the cluster.
    organisation text NULL,
    language text NOT NULL DEFAULT 'da',
    -- Seats in forums, as the domain writes them.
    seats jsonb NOT NULL DEFAULT '[]',
    CONSTRAINT pk_people PRIMARY KEY (tenant_id, id)
);

SELECT protect_tenant_table('people');

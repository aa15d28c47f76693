-- Mail that is no duty and that a person does not want, by kind. No row: they get it. A preference and not a fact: nobody steers by it,
-- and it goes with the person when they are forgotten.
CREATE TABLE IF NOT EXISTS declined_mail (
    tenant_id varchar COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    declined timestamptz NOT NULL,
    CONSTRAINT pk_declined_mail PRIMARY KEY (tenant_id, person_id, kind)
);
SELECT protect_tenant_table('declined_mail');

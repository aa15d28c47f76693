-- What was told to everybody it concerned, at one moment: written in the transaction of its mails, so that each mailing is made
-- once however many nodes begin it, and which are still wanted can be told from what is here.
CREATE TABLE IF NOT EXISTS mailings (
    tenant_id varchar COLLATE "C" NOT NULL,
    -- What it was about, e.g. reminder/2023-10-17/chefforum-2023-10-30.
    cause text COLLATE "C" NOT NULL,
    made timestamptz NOT NULL,
    mails int NOT NULL,
    -- Whom or what it could not reach: person ids without an address, forums without members, numbers of initiatives.
    unreached text[] NOT NULL,
    -- Of changes of the calendar: the version of its stream up to which they are told; null for all other mailings.
    told_to bigint NULL,
    CONSTRAINT pk_mailings PRIMARY KEY (tenant_id, cause)
);

SELECT protect_tenant_table('mailings', 'SELECT, INSERT');

-- What happened before there were mailings is not told of now, months late.
INSERT INTO mailings (tenant_id, cause, made, mails, unreached, told_to)
SELECT tenant_id, 'calendar-changes/0', now(), 0, '{}', max(version) FROM mt_events WHERE stream_id = 'calendar' GROUP BY tenant_id
ON CONFLICT DO NOTHING;

INSERT INTO mailings (tenant_id, cause, made, mails, unreached)
SELECT tenant_id, concat('edition/', kind, '.', occasion, '.', edition), now(), 0, '{}' FROM editions
ON CONFLICT DO NOTHING;

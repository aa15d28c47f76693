-- What was sent, frozen: one row per edition of a pack, written in the transaction of its edition_issued. Nobody updates or
-- deletes here; a correction is the next edition, a PDF is a row of its own beside.
CREATE TABLE IF NOT EXISTS editions (
    tenant_id varchar COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    -- Meeting id, or forum and month.
    occasion text COLLATE "C" NOT NULL,
    edition int NOT NULL CHECK (edition > 0),
    forum text NOT NULL,
    meeting text NULL,
    -- The meeting's day as it stood: a meeting moved after its pack was sent gets another edition.
    meeting_on date NULL,
    -- Position in the log up to which the facts count.
    cut_off bigint NOT NULL,
    -- The instant printed as "opgjort pr."; with the cut-off it determines every byte of html.
    issued_at timestamptz NOT NULL,
    html bytea NOT NULL,
    -- SHA-256 of html, lower-case hex.
    content_hash text NOT NULL,
    fingerprint text NOT NULL,
    -- Which build of the pages wrote it: another build may set the same facts in other words.
    program text NOT NULL,
    why text NULL,
    CONSTRAINT pk_editions PRIMARY KEY (tenant_id, kind, occasion, edition)
);

CREATE INDEX IF NOT EXISTS ix_editions_newest ON editions (tenant_id, issued_at DESC);

-- What was made from an edition's html: printed later, and printed again when the printer has become better.
CREATE TABLE IF NOT EXISTS edition_files (
    tenant_id varchar COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    occasion text COLLATE "C" NOT NULL,
    edition int NOT NULL,
    format text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    content bytea NOT NULL,
    content_hash text NOT NULL,
    CONSTRAINT pk_edition_files PRIMARY KEY (tenant_id, kind, occasion, edition, format, made_at),
    CONSTRAINT fk_edition_files_edition FOREIGN KEY (tenant_id, kind, occasion, edition) REFERENCES editions
);

SELECT protect_tenant_table('editions', 'SELECT, INSERT');
SELECT protect_tenant_table('edition_files', 'SELECT, INSERT');

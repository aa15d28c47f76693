-- What a person is to the cluster beyond seats in forums, and who may act in their place; as the domain writes them.
ALTER TABLE people ADD COLUMN IF NOT EXISTS roles jsonb NOT NULL DEFAULT '[]';
ALTER TABLE people ADD COLUMN IF NOT EXISTS deputies jsonb NOT NULL DEFAULT '[]';

-- Signing in finds people by address in every cluster at once.
CREATE INDEX IF NOT EXISTS ix_people_mail ON people (lower(mail));

-- Who is signed in, on the server: ended by deleting the row. The browser holds the token, we its SHA-256.
-- A session is for a proven address (and so for every entry of the register that has it: changing an entry's address moves no session),
-- or, by a task's link, for one person's one task.
CREATE TABLE IF NOT EXISTS sessions (
    id bytea NOT NULL,
    mail text NULL,
    tenant_id varchar COLLATE "C" NULL,
    person_id text COLLATE "C" NULL,
    task_initiative text COLLATE "C" NULL,
    task_meeting text COLLATE "C" NULL,
    -- Goes with every form of the session and comes back with it; another site cannot know it.
    form_key text NOT NULL,
    -- mail, persona, task, or the name of the organisation's provider.
    how text NOT NULL,
    -- What the provider needs to be told at sign-out.
    provider_hint text NULL,
    agent text NOT NULL,
    made timestamptz NOT NULL,
    seen timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT ck_sessions_whose CHECK ((mail IS NOT NULL AND task_initiative IS NULL) OR (tenant_id IS NOT NULL AND person_id IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS ix_sessions_mail ON sessions (mail);
CREATE INDEX IF NOT EXISTS ix_sessions_expires ON sessions (expires);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO initiatives_system;

-- Links asked for on the sign-in page: single use, fifteen minutes, only in the browser that asked.
CREATE TABLE IF NOT EXISTS sign_in_links (
    hash bytea NOT NULL,
    mail text NOT NULL,
    browser bytea NOT NULL,
    made timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    CONSTRAINT pk_sign_in_links PRIMARY KEY (hash)
);
CREATE INDEX IF NOT EXISTS ix_sign_in_links_mail ON sign_in_links (mail, made);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_links TO initiatives_system;

-- Links in mails: one person, one initiative, one round. Several uses until the round is over, because mail programs open links too.
CREATE TABLE IF NOT EXISTS task_links (
    hash bytea NOT NULL,
    tenant_id varchar COLLATE "C" NOT NULL,
    person_id text COLLATE "C" NOT NULL,
    initiative text COLLATE "C" NOT NULL,
    meeting text COLLATE "C" NOT NULL,
    made timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    revoked timestamptz NULL,
    CONSTRAINT pk_task_links PRIMARY KEY (hash)
);
SELECT protect_tenant_table('task_links');

-- Made by a person for themselves, or by the secretariat for another system. Shown once; we keep the SHA-256.
CREATE TABLE IF NOT EXISTS api_tokens (
    tenant_id varchar COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    -- Whose rights it has; null for an integration's own.
    person_id text COLLATE "C" NULL,
    -- What an integration may: reader or secretariat.
    role text NULL,
    may_write boolean NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    made timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    last_used timestamptz NULL,
    revoked timestamptz NULL,
    CONSTRAINT pk_api_tokens PRIMARY KEY (tenant_id, id),
    CONSTRAINT ck_api_tokens_whose CHECK ((person_id IS NULL) <> (role IS NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS ux_api_tokens_hash ON api_tokens (hash);
SELECT protect_tenant_table('api_tokens');

-- The key ring that every node shares: what one node has encrypted, another must read.
CREATE TABLE IF NOT EXISTS data_protection_keys (
    name text NOT NULL,
    xml text NOT NULL,
    CONSTRAINT pk_data_protection_keys PRIMARY KEY (name)
);
GRANT SELECT, INSERT ON data_protection_keys TO initiatives_system;

-- Nodes keep callers in memory for a moment; who is signed out or shut out must not linger there.
CREATE OR REPLACE FUNCTION tell_of_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('initiatives_sign_in', '');
    RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER tell_of_sessions AFTER DELETE ON sessions FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sign_in();
CREATE OR REPLACE TRIGGER tell_of_people AFTER INSERT OR UPDATE OR DELETE ON people FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sign_in();
CREATE OR REPLACE TRIGGER tell_of_tokens AFTER INSERT OR UPDATE OF revoked, expires ON api_tokens FOR EACH STATEMENT EXECUTE FUNCTION tell_of_sign_in();

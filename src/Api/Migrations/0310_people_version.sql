-- A cluster's register of people is not in the log, so no position tells that somebody changed their name or was forgotten.
-- This number does, in the transaction of the change; whoever keeps names (a page, a cache) keeps it beside them.
CREATE TABLE IF NOT EXISTS people_version (
    tenant_id varchar COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_people_version PRIMARY KEY (tenant_id)
) WITH (fillfactor = 50);

SELECT protect_tenant_table('people_version', 'SELECT, INSERT, UPDATE');

-- The same for one entry: what If-Match is held against.
ALTER TABLE people ADD COLUMN IF NOT EXISTS version bigint NOT NULL DEFAULT 1;

CREATE OR REPLACE FUNCTION person_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    _tenant text := coalesce(NEW.tenant_id, OLD.tenant_id);
BEGIN
    INSERT INTO people_version AS v (tenant_id, version) VALUES (_tenant, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = v.version + 1;
    -- One word per transaction and cluster, however many entries an import changes.
    PERFORM pg_notify('initiatives_people', _tenant);
    RETURN NULL;
END
$$;

-- What is written as it was is no change.
DROP TRIGGER IF EXISTS person_changes ON people;
CREATE TRIGGER person_changes BEFORE UPDATE ON people FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION person_changes();

-- After, not before: an INSERT that becomes an UPDATE (ON CONFLICT) would be told of twice.
DROP TRIGGER IF EXISTS people_came_or_went ON people;
CREATE TRIGGER people_came_or_went AFTER INSERT OR DELETE ON people FOR EACH ROW EXECUTE FUNCTION people_changed();

DROP TRIGGER IF EXISTS people_changed ON people;
CREATE TRIGGER people_changed AFTER UPDATE ON people FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION people_changed();

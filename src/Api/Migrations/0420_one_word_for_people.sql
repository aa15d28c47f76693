-- A change in the register of people was told on a channel of its own, which nobody hears, and again, for each statement, on the log's. One word is enough:
-- position 0 on the log's channel says that something has changed which is not in the log.
CREATE OR REPLACE FUNCTION people_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    _tenant text := coalesce(NEW.tenant_id, OLD.tenant_id);
BEGIN
    INSERT INTO people_version AS v (tenant_id, version) VALUES (_tenant, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET version = v.version + 1;
    -- One word per transaction, however many entries an import changes.
    PERFORM pg_notify('initiatives_log', '0');
    RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS tell_of_people ON people;

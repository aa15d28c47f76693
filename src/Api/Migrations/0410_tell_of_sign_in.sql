-- What nodes keep in memory ends with any news. That somebody was signed out, shut out or given another role is news as much as a fact is,
-- so it goes over the log's own channel: position 0 says that something has changed which is not in the log.
CREATE OR REPLACE FUNCTION tell_of_sign_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('initiatives_log', '0');
    RETURN NULL;
END
$$;

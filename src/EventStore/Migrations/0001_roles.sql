-- Two roles that nobody logs in as. The service logs in as the owner and steps down: requests become initiatives_app,
-- which sees one cluster at a time; jobs, verification and rebuilds become initiatives_system, which sees all of them.
-- Neither owns a table, so row-level security binds both and neither can change a fact that was written.
DO $$
DECLARE
    _role text;
BEGIN
    FOREACH _role IN ARRAY ARRAY['initiatives_app', 'initiatives_system'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = _role) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', _role);
            EXCEPTION
                -- Roles belong to the server: the migration of another database on it may have come first.
                WHEN duplicate_object OR unique_violation THEN NULL;
                WHEN insufficient_privilege THEN
                    RAISE EXCEPTION 'The role % is missing and % may not create it.', _role, current_user
                        USING ERRCODE = 'insufficient_privilege',
                              HINT = 'Run deploy/roles.sql once as a superuser of this server, then start again.';
            END;
        END IF;

        IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
            BEGIN
                EXECUTE format('GRANT %I TO %I', _role, current_user);
            EXCEPTION
                WHEN unique_violation THEN NULL;
                WHEN insufficient_privilege THEN
                    IF NOT pg_has_role(current_user, _role, 'MEMBER') THEN
                        RAISE EXCEPTION '% may not become the role %.', current_user, _role
                            USING ERRCODE = 'insufficient_privilege',
                                  HINT = 'Run deploy/roles.sql once as a superuser of this server, then start again.';
                    END IF;
            END;
        END IF;

        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), _role);
    END LOOP;
END
$$;

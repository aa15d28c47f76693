-- Every database role of an installation on a PostgreSQL of your own (15 or later). Run once as a superuser, before the
-- first start; running it again changes nothing but passwords:
--
--   psql --set ON_ERROR_STOP=1 --file roles.sql postgres
--
-- Passwords come from the environment, so that none stands in a file or in the shell's history: INITIATIVES_OWNER_PASSWORD,
-- INITIATIVES_SERVICE_PASSWORD, INITIATIVES_BACKUP_PASSWORD. A role without one cannot log in by password, only by
-- what pg_hba.conf lets it (peer, certificate).
--
--   initiatives_owner    logs in for "initiatives migrate" and for a restore, and owns every table
--   initiatives_service  logs in for "initiatives serve" and every other verb: owns nothing, creates nothing
--   initiatives_backup   logs in for deploy/backup: reads everything, changes nothing
--   initiatives_app      nobody logs in as it: a request, which sees one cluster and cannot change a fact
--   initiatives_system   nobody logs in as it: jobs, verification and rebuilds, which see all clusters and cannot change a fact

\getenv owner_password INITIATIVES_OWNER_PASSWORD
\getenv service_password INITIATIVES_SERVICE_PASSWORD
\getenv backup_password INITIATIVES_BACKUP_PASSWORD

-- Statements that carry a password are kept out of the server's log.
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';
SET password_encryption = 'scram-sha-256';

SELECT format('CREATE ROLE %I NOLOGIN', role)
FROM unnest(ARRAY['initiatives_app', 'initiatives_system', 'initiatives_owner', 'initiatives_service', 'initiatives_backup']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) \gexec

ALTER ROLE initiatives_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE initiatives_service LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 90;
-- A dump must hold every cluster's rows (hence BYPASSRLS), a base backup is a replication connection.
ALTER ROLE initiatives_backup LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE REPLICATION BYPASSRLS CONNECTION LIMIT 5;

GRANT initiatives_app, initiatives_system TO initiatives_owner, initiatives_service;
GRANT pg_read_all_data TO initiatives_backup;

\if :{?owner_password}
ALTER ROLE initiatives_owner PASSWORD :'owner_password';
\endif
\if :{?service_password}
ALTER ROLE initiatives_service PASSWORD :'service_password';
\endif
\if :{?backup_password}
ALTER ROLE initiatives_backup PASSWORD :'backup_password';
\endif

-- The database. Keys are compared byte by byte, which never changes with the operating system; Danish order is asked for
-- where people read it.
SELECT 'CREATE DATABASE initiatives OWNER initiatives_owner TEMPLATE template0 ENCODING ''UTF8'' LC_COLLATE ''C'' LC_CTYPE ''C.UTF-8'''
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'initiatives') \gexec

REVOKE ALL ON DATABASE initiatives FROM PUBLIC;
GRANT CONNECT ON DATABASE initiatives TO initiatives_service, initiatives_backup;

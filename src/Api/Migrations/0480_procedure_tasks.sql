-- A task's link, and the session that comes of it, is for one initiative's status in one round, or for one person's answer to one
-- written procedure: never for both, and never for anything else.
ALTER TABLE task_links ALTER COLUMN initiative DROP NOT NULL;
ALTER TABLE task_links ALTER COLUMN meeting DROP NOT NULL;
ALTER TABLE task_links ADD COLUMN IF NOT EXISTS procedure text COLLATE "C" NULL;
ALTER TABLE task_links DROP CONSTRAINT IF EXISTS ck_task_links_for_what;
ALTER TABLE task_links ADD CONSTRAINT ck_task_links_for_what CHECK ((initiative IS NULL) = (meeting IS NULL) AND (initiative IS NULL) <> (procedure IS NULL));

ALTER TABLE sessions ADD COLUMN IF NOT EXISTS task_procedure text COLLATE "C" NULL;
ALTER TABLE sessions DROP CONSTRAINT IF EXISTS ck_sessions_whose;
ALTER TABLE sessions ADD CONSTRAINT ck_sessions_whose CHECK (
    (mail IS NOT NULL AND task_initiative IS NULL AND task_procedure IS NULL)
    OR (tenant_id IS NOT NULL AND person_id IS NOT NULL AND (task_initiative IS NULL) <> (task_procedure IS NULL)));

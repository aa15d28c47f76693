-- A node whose login owns nothing looks whether the schema is in place before it serves. Which scripts have run is no secret.
GRANT SELECT ON schema_migrations TO initiatives_app, initiatives_system;

SELECT protect_tenant_table('mt_streams', 'SELECT, INSERT, UPDATE');
SELECT protect_tenant_table('mt_events', 'SELECT, INSERT');
SELECT protect_tenant_table('stream_states', 'SELECT, INSERT, UPDATE');

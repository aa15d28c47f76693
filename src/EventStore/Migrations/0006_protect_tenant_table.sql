-- The wall between clusters, for any table with a tenant_id: initiatives_app sees and writes only the rows of the cluster
-- named in the setting initiatives.tenant (no setting, no rows); initiatives_system sees all. A migration that adds a
-- read model ends with: SELECT protect_tenant_table('board_rows');
CREATE OR REPLACE FUNCTION protect_tenant_table(_table regclass, _privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', _table);
    EXECUTE format('DROP POLICY IF EXISTS one_tenant ON %s', _table);
    EXECUTE format(
        'CREATE POLICY one_tenant ON %s TO initiatives_app '
        'USING (tenant_id = current_setting(''initiatives.tenant'', true)) '
        'WITH CHECK (tenant_id = current_setting(''initiatives.tenant'', true))', _table);
    EXECUTE format('DROP POLICY IF EXISTS all_tenants ON %s', _table);
    EXECUTE format('CREATE POLICY all_tenants ON %s TO initiatives_system USING (true) WITH CHECK (true)', _table);
    EXECUTE format('GRANT %s ON %s TO initiatives_app, initiatives_system', _privileges, _table);
END
$$;

REVOKE EXECUTE ON FUNCTION protect_tenant_table(regclass, text) FROM PUBLIC;

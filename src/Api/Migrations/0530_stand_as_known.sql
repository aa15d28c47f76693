-- Asked ahead of the facts that were decided on what a node has in memory: does all of it still hold? Each stream at its mark (hash
-- of its head and how often a rebuild has folded it anew), and the plan that was drawn up last, when initiatives were looked for in it.
-- Names the tenant for row-level security until the transaction ends.
-- SQLSTATE IN409: something has moved, so nothing of this transaction may stand.
--
-- One plan for all calls: PostgreSQL would plan anew each time, for it takes an array whose length it knows to be cheaper than one it does
-- not know, and planning costs three times what the answer does.
CREATE OR REPLACE FUNCTION stand_as_known(_tenant text, _streams text[], _marks text[], _plan text)
RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    PERFORM set_config('initiatives.tenant', _tenant, true);
    IF cardinality(_streams) <> (
        SELECT count(*) FROM stream_states
        WHERE tenant_id = _tenant AND stream_id = ANY (_streams) AND hash || refolded = ANY (_marks))
    THEN
        RAISE EXCEPTION 'A stream has moved.' USING ERRCODE = 'IN409';
    END IF;
    IF _plan IS NOT NULL AND 'plan/' || _plan IS DISTINCT FROM (
        SELECT id FROM mt_streams WHERE tenant_id = _tenant AND type = 'plan' ORDER BY created DESC, id DESC LIMIT 1)
    THEN
        RAISE EXCEPTION 'Another plan is in hand.' USING ERRCODE = 'IN409';
    END IF;
END
$$;

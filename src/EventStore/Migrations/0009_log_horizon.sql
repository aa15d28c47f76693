-- For readers of the whole log. Three readings, in this order, each with a snapshot of its own (hence VOLATILE):
--   last    the newest position ever handed out;
--   fence   a transaction number taken after that: whoever holds a position up to last has a lower one;
--   oldest  the oldest transaction still running.
-- Once oldest, now or in any later call, has reached fence, nothing up to last can still appear. No writer waits.
-- fence is null when last is the position the caller already knows: an idle reader uses up no transaction numbers.
CREATE OR REPLACE FUNCTION log_horizon(_known bigint, OUT last bigint, OUT fence xid8, OUT oldest xid8)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF pg_current_xact_id_if_assigned() IS NOT NULL THEN
        RAISE EXCEPTION 'log_horizon must be asked before the transaction writes: its own number would be too old a fence.';
    END IF;

    SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO last FROM mt_events_sequence;
    IF last <> _known THEN
        fence := pg_current_xact_id();
    END IF;
    oldest := pg_snapshot_xmin(pg_current_snapshot());
END
$$;

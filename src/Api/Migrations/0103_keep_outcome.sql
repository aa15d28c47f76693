-- Keeps an answer in the transaction of the facts it answers for. An answer older than _forget_before is replaced.
-- SQLSTATE IN410: the key was taken in the meantime, so nothing of this transaction may stand.
CREATE OR REPLACE FUNCTION keep_outcome(
    _tenant text, _actor text, _key text, _fingerprint bytea, _status smallint, _etag text, _location text, _body text,
    _answered timestamptz, _forget_before timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO request_outcomes AS kept (tenant_id, actor, key, fingerprint, status, etag, location, body, answered)
    VALUES (_tenant, _actor, _key, _fingerprint, _status, _etag, _location, _body, _answered)
    ON CONFLICT (tenant_id, actor, key) DO UPDATE
    SET fingerprint = EXCLUDED.fingerprint, status = EXCLUDED.status, etag = EXCLUDED.etag, location = EXCLUDED.location,
        body = EXCLUDED.body, answered = EXCLUDED.answered
    WHERE kept.answered <= _forget_before;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The key % has an answer already.', _key USING ERRCODE = 'IN410';
    END IF;
END
$$;

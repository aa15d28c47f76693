-- Appends to one stream: checks the head the writer decided on, moves it, writes the facts, keeps the folded state.
-- Names the tenant for row-level security until the transaction ends, so that what follows in it needs not.
-- Returns the position of the last fact. SQLSTATE IN409: the stream is no longer at the head the writer saw.
--
-- The head is moved before the first nextval: from then on the transaction has its number, which is what lets a reader
-- know when no fact with a lower position can still appear (see log_horizon).
CREATE OR REPLACE FUNCTION append_events(
    _tenant text,
    _stream text,
    _stream_type text,
    _expected_version bigint,
    _expected_hash text,
    _ids uuid[],
    _types text[],
    _timestamps timestamptz[],
    _data jsonb[],
    _headers jsonb[],
    _correlations text[],
    _causations text[],
    _hash text,
    _state json)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    _count constant int := cardinality(_ids);
    _position bigint;
BEGIN
    PERFORM set_config('initiatives.tenant', _tenant, true);

    IF _expected_version = 0 THEN
        INSERT INTO mt_streams (tenant_id, id, type, version)
        VALUES (_tenant, _stream, _stream_type, _count)
        ON CONFLICT DO NOTHING;
        IF FOUND THEN
            INSERT INTO stream_states (tenant_id, stream_id, version, hash, data)
            VALUES (_tenant, _stream, _count, _hash, _state);
        END IF;
    ELSE
        UPDATE stream_states SET version = _expected_version + _count, hash = _hash, data = _state
        WHERE tenant_id = _tenant AND stream_id = _stream AND version = _expected_version AND hash = _expected_hash;
        IF FOUND THEN
            UPDATE mt_streams SET version = _expected_version + _count, timestamp = now()
            WHERE tenant_id = _tenant AND id = _stream AND version = _expected_version;
        END IF;
    END IF;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Stream % is no longer at version %.', _stream, _expected_version USING ERRCODE = 'IN409';
    END IF;

    -- One by one and not from unnest: positions must ascend with versions, and nearly every append is one fact.
    FOR _i IN 1 .. _count LOOP
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id,
                               correlation_id, causation_id, headers)
        VALUES (nextval('mt_events_sequence'), _ids[_i], _stream, _expected_version + _i, _data[_i], _types[_i],
                _timestamps[_i], _tenant, _correlations[_i], _causations[_i], _headers[_i])
        RETURNING seq_id INTO _position;
    END LOOP;

    RETURN _position;
END
$$;

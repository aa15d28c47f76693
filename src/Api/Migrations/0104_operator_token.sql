-- The installation's own way in until people sign in: the hash of one token, made at the first start. No cluster owns it.
CREATE TABLE IF NOT EXISTS operator_token (
    only_one boolean NOT NULL DEFAULT true,
    hash bytea NOT NULL,
    made timestamptz NOT NULL,
    CONSTRAINT pk_operator_token PRIMARY KEY (only_one),
    CONSTRAINT ck_operator_token_only_one CHECK (only_one)
);

GRANT SELECT, INSERT ON operator_token TO initiatives_system;

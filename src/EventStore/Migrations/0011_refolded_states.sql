-- How often a rebuild has replaced what the writers left at a stream's head. Whoever keeps states in memory knows them by the
-- head's hash and this number: the hash alone says that no fact was added, and a rebuild adds none.
ALTER TABLE stream_states ADD COLUMN IF NOT EXISTS refolded int NOT NULL DEFAULT 0;

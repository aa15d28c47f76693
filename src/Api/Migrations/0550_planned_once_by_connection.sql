-- The service's connections ask for one plan for all calls by themselves; a function that sets it sets it anew in every call, which took
-- two fifths of this one's time.
ALTER FUNCTION stand_as_known(text, text[], text[], text) RESET plan_cache_mode;

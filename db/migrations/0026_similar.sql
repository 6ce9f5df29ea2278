-- What people say that they can help with and care about, to be found by somebody who begins something like it.
CREATE FUNCTION profile_words(helps_with text[], skills text[], interests text[]) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_to_string(helps_with, ' '), '') || ' ' || coalesce(array_to_string(skills, ' '), '')
    || ' ' || coalesce(array_to_string(interests, ' '), '')
$$;
CREATE INDEX profiles_by_words ON profiles USING gin (to_tsvector('english', profile_words(helps_with, skills, interests)));

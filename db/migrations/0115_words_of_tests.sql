-- What is typed with a slip was mended from the words of changes alone: what only a question, a prediction or a lesson
-- says, or the title or a topic of the plan, could not be found again. And after the first words none was ever added:
-- what looks whether a word is known compared each known word with itself.

-- What can be meant by a slip: neither short words nor what has a figure in it.
CREATE FUNCTION telling_words(said text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT word FROM regexp_split_to_table(search_words(left(said, 8000)), '\s+') AS word
  WHERE length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
$$;

CREATE OR REPLACE FUNCTION tests_keep_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO test_words (word)
    SELECT DISTINCT told FROM written w,
      telling_words(concat_ws(' ', w.change, w.question, w.prediction, w.learning)) AS told
    WHERE NOT EXISTS (SELECT FROM test_words known WHERE known.word = told)
    ORDER BY told
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Whether a word is the beginning of one that is known.
CREATE INDEX test_words_by_beginning ON test_words (word text_pattern_ops);

CREATE FUNCTION plans_keep_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO test_words (word)
    SELECT told FROM telling_words(concat_ws(' ', NEW.title, array_to_string(NEW.topics, ' '))) AS told
    WHERE NOT EXISTS (SELECT FROM test_words known WHERE known.word = told)
    ORDER BY told
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER plans_keep_words AFTER INSERT OR UPDATE OF title, topics ON plans
  FOR EACH ROW EXECUTE FUNCTION plans_keep_words();

-- The same for all that is there: a text that many have is taken apart once.
CREATE FUNCTION keep_all_words() RETURNS void
LANGUAGE sql AS $$
  INSERT INTO test_words (word)
  SELECT DISTINCT told FROM (
    SELECT DISTINCT said FROM tests t, unnest(ARRAY[t.change, t.question, t.prediction, t.learning]) AS said
    UNION SELECT p.title FROM plans p
    UNION SELECT unnest(p.topics) FROM plans p
  ) texts, telling_words(texts.said) AS told
  ON CONFLICT DO NOTHING
$$;
SELECT keep_all_words();

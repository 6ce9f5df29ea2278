-- What is typed with a slip was mended from the words of changes alone: what only a question, a prediction or a lesson
-- says, or the title or a topic of the plan, could not be found again. And after the first words none was ever added:
-- what looks whether a word is known compared each known word with itself.
CREATE OR REPLACE FUNCTION tests_keep_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO test_words (word)
    SELECT DISTINCT said FROM written w,
      regexp_split_to_table(search_words(left(concat_ws(' ', w.change, w.question, w.prediction, w.learning), 8000)), '\s+') AS said
    WHERE length(said) BETWEEN 4 AND 40 AND said !~ '[0-9]'
      AND NOT EXISTS (SELECT FROM test_words known WHERE known.word = said)
    ORDER BY said
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Whether a word is the beginning of one that is known.
CREATE INDEX test_words_by_beginning ON test_words (word text_pattern_ops);

CREATE FUNCTION plans_keep_words() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO test_words (word)
    SELECT DISTINCT said FROM regexp_split_to_table(search_words(concat_ws(' ', NEW.title, array_to_string(NEW.topics, ' '))), '\s+') AS said
    WHERE length(said) BETWEEN 4 AND 40 AND said !~ '[0-9]'
      AND NOT EXISTS (SELECT FROM test_words known WHERE known.word = said)
    ORDER BY said
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER plans_keep_words AFTER INSERT OR UPDATE OF title, topics ON plans
  FOR EACH ROW EXECUTE FUNCTION plans_keep_words();

-- The same for all that is there: a text that many have is taken apart once.
CREATE FUNCTION keep_all_words() RETURNS void
LANGUAGE sql AS $$
  INSERT INTO test_words (word)
  SELECT DISTINCT word FROM (
    SELECT DISTINCT said FROM tests t, unnest(ARRAY[t.change, t.question, t.prediction, t.learning]) AS said
    UNION SELECT p.title FROM plans p
    UNION SELECT unnest(p.topics) FROM plans p
  ) texts, regexp_split_to_table(search_words(left(texts.said, 8000)), '\s+') AS word
  WHERE length(word) BETWEEN 4 AND 40 AND word !~ '[0-9]'
  ON CONFLICT DO NOTHING
$$;
SELECT keep_all_words();

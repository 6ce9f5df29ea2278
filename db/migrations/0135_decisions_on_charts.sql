-- What a team decided of a test stood on its charts as a word at the end of a label, and was read out of it again.
-- The label stays as it is: reports that were frozen show it.
ALTER TABLE annotations ADD COLUMN decision text CHECK (decision IN ('adopt', 'adapt', 'expand', 'abandon'));

UPDATE annotations SET decision = substring(label FROM '\((adopt|adapt|expand|abandon)\)$')
WHERE source LIKE 'test:%' AND label ~ '\((adopt|adapt|expand|abandon)\)$';

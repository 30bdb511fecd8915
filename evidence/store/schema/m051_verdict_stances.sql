-- verdict_evidence without the words of its passages: for counting, which should not read every text.
CREATE VIEW verdict_stances AS
SELECT u.verdict_id, u.claim_id, u.evidence_id, u.passage_id, s.label AS stance,
       CASE WHEN starts_with(s.judge, 'person:') THEN substr(s.judge, 8) ELSE 'machine' END AS stance_by,
       u.rank, u.after_as_of, u.source_group, g.url, g.title, g.publisher, g.published_on, g.language, g.fetched_at,
       u.page_id, g.body_sha256 AS snapshot_sha256, g.text_sha256
FROM verdict_use u
JOIN stance s ON s.stance_id = u.stance_id
JOIN page g ON g.page_id = u.page_id;
COMMENT ON VIEW verdict_stances IS 'What each page says of each verdict, as verdict_evidence without words, notes and removals: faster to count on';
COMMENT ON COLUMN verdict_stances.verdict_id IS 'The verdict of the machine';
COMMENT ON COLUMN verdict_stances.claim_id IS 'Its claim';
COMMENT ON COLUMN verdict_stances.evidence_id IS 'One use of one passage for one claim';
COMMENT ON COLUMN verdict_stances.passage_id IS 'The passage; its words are in passage_text';
COMMENT ON COLUMN verdict_stances.stance IS 'supports, refutes or context';
COMMENT ON COLUMN verdict_stances.stance_by IS 'machine, or the name of the person who read it so';
COMMENT ON COLUMN verdict_stances.rank IS 'Its place among those that bear on the claim, 1 first';
COMMENT ON COLUMN verdict_stances.after_as_of IS 'Whether the page was published after the date judged';
COMMENT ON COLUMN verdict_stances.source_group IS 'Pages that tell one source again share it';
COMMENT ON COLUMN verdict_stances.url IS 'Address of the page';
COMMENT ON COLUMN verdict_stances.title IS 'Its title';
COMMENT ON COLUMN verdict_stances.publisher IS 'Who published it';
COMMENT ON COLUMN verdict_stances.published_on IS 'When, none where it says no date';
COMMENT ON COLUMN verdict_stances.language IS 'Language of the page';
COMMENT ON COLUMN verdict_stances.fetched_at IS 'When it was read, UTC';
COMMENT ON COLUMN verdict_stances.page_id IS 'The page as read then';
COMMENT ON COLUMN verdict_stances.snapshot_sha256 IS 'SHA-256 of its bytes';
COMMENT ON COLUMN verdict_stances.text_sha256 IS 'SHA-256 of its text';

COMMENT ON COLUMN machine_verdicts.confidence IS '0 to 1, calibrated for the three verdicts that say something; of not_enough_evidence it is no probability';
COMMENT ON COLUMN current_verdicts.confidence IS '0 to 1, calibrated for the three verdicts that say something; of not_enough_evidence it is no probability; none for a person''s decision';
COMMENT ON COLUMN verdict_history.confidence IS '0 to 1, calibrated for the three verdicts that say something; of not_enough_evidence it is no probability; none for a person''s decision';

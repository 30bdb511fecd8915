-- The digest of an article's bytes as a watch read them: the same bytes need not be read as an article again.
ALTER TABLE watch_entry ADD COLUMN body_sha256 VARCHAR DEFAULT '';
COMMENT ON COLUMN watch_entry.body_sha256 IS 'SHA-256 of the bytes that were read; empty where none were, or by an older program';

CREATE OR REPLACE VIEW watch_entries AS
SELECT watch_id, entry, mark, text_sha256, article_id, run_id, state, reason, seen_at, seq,
       (SELECT count(*) FROM watch_entry f WHERE f.watch_id = e.watch_id AND f.entry = e.entry AND f.mark = e.mark
        AND f.state = 'failed')::INTEGER AS failures, body_sha256
FROM watch_entry e QUALIFY row_number() OVER (PARTITION BY watch_id, entry ORDER BY seq DESC) = 1;
COMMENT ON VIEW watch_entries IS 'Every article that a watch came upon, as it was seen last';
COMMENT ON COLUMN watch_entries.watch_id IS 'The watch';
COMMENT ON COLUMN watch_entries.entry IS 'Address or path of the article';
COMMENT ON COLUMN watch_entries.mark IS 'What tells without reading that it changed';
COMMENT ON COLUMN watch_entries.text_sha256 IS 'SHA-256 of the text that was checked';
COMMENT ON COLUMN watch_entries.article_id IS 'The revision that was checked';
COMMENT ON COLUMN watch_entries.run_id IS 'The run that came upon it';
COMMENT ON COLUMN watch_entries.state IS 'checked, unchanged or failed';
COMMENT ON COLUMN watch_entries.reason IS 'Why it failed, empty otherwise';
COMMENT ON COLUMN watch_entries.seen_at IS 'When, UTC';
COMMENT ON COLUMN watch_entries.seq IS 'Order of writing';
COMMENT ON COLUMN watch_entries.failures IS 'How often this state of it failed';
COMMENT ON COLUMN watch_entries.body_sha256 IS 'SHA-256 of the bytes that were read';

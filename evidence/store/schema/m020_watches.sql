-- What is watched, what each look found, what was judged again, and what was told to whom.
CREATE TABLE watch (
    watch_id VARCHAR NOT NULL, target VARCHAR NOT NULL, kind VARCHAR NOT NULL CHECK (kind IN ('page', 'feed', 'folder')),
    every_seconds BIGINT NOT NULL, cron VARCHAR NOT NULL, timezone VARCHAR NOT NULL, pages VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log'),
    CHECK ((every_seconds > 0) <> (cron <> ''))
);
COMMENT ON TABLE watch IS 'Where new and corrected articles are looked for, and how often';
COMMENT ON COLUMN watch.watch_id IS 'Digest of target and time';
COMMENT ON COLUMN watch.target IS 'Address of a page, feed or sitemap, or path of a folder';
COMMENT ON COLUMN watch.kind IS 'page, feed or folder';
COMMENT ON COLUMN watch.every_seconds IS 'Seconds between two looks; 0 where cron says when';
COMMENT ON COLUMN watch.cron IS 'Times of looks as cron writes them; empty where every_seconds says how often';
COMMENT ON COLUMN watch.timezone IS 'The zone in which cron is meant';
COMMENT ON COLUMN watch.pages IS 'A file of reference addresses for these articles; empty for the one in the settings';
COMMENT ON COLUMN watch.added_at IS 'When it was added, UTC';
COMMENT ON COLUMN watch.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE watch_change (
    watch_id VARCHAR NOT NULL, state VARCHAR NOT NULL CHECK (state IN ('active', 'paused', 'removed')),
    changed_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE watch_change IS 'Pausing, resuming and removing; the last row of a watch holds';
COMMENT ON COLUMN watch_change.watch_id IS 'The watch';
COMMENT ON COLUMN watch_change.state IS 'active, paused or removed';
COMMENT ON COLUMN watch_change.changed_at IS 'Since when, UTC';
COMMENT ON COLUMN watch_change.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE watch_entry (
    watch_id VARCHAR NOT NULL, entry VARCHAR NOT NULL, mark VARCHAR NOT NULL, text_sha256 VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL, run_id VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('checked', 'unchanged', 'failed')), reason VARCHAR NOT NULL,
    seen_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE watch_entry IS 'Every article that a watch came upon and what became of it; the last row of an entry holds';
COMMENT ON COLUMN watch_entry.watch_id IS 'The watch';
COMMENT ON COLUMN watch_entry.entry IS 'Address or path of the article';
COMMENT ON COLUMN watch_entry.mark IS 'What tells without reading that it changed: date in the feed, size and time of the file; may be empty';
COMMENT ON COLUMN watch_entry.text_sha256 IS 'SHA-256 of the text that was checked; empty where it could not be read';
COMMENT ON COLUMN watch_entry.article_id IS 'The revision that was checked; empty where it could not be read';
COMMENT ON COLUMN watch_entry.run_id IS 'The run that came upon it';
COMMENT ON COLUMN watch_entry.state IS 'checked; unchanged: the mark changed and the text did not; failed: it will be tried again';
COMMENT ON COLUMN watch_entry.reason IS 'Why it failed, empty otherwise';
COMMENT ON COLUMN watch_entry.seen_at IS 'When, UTC';
COMMENT ON COLUMN watch_entry.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE watch_look (
    watch_id VARCHAR NOT NULL, run_id VARCHAR NOT NULL, entries INTEGER NOT NULL, checked INTEGER NOT NULL,
    unchanged INTEGER NOT NULL, failed INTEGER NOT NULL, looked_at TIMESTAMP NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE watch_look IS 'One row a look that came to its end, with what it did';
COMMENT ON COLUMN watch_look.watch_id IS 'The watch';
COMMENT ON COLUMN watch_look.run_id IS 'The run that checked what was new; empty where nothing was';
COMMENT ON COLUMN watch_look.entries IS 'Articles that stood there';
COMMENT ON COLUMN watch_look.checked IS 'Of these, new or changed ones that were checked';
COMMENT ON COLUMN watch_look.unchanged IS 'Of these, those that had been checked as they stand';
COMMENT ON COLUMN watch_look.failed IS 'Of these, those that could not be read or checked';
COMMENT ON COLUMN watch_look.looked_at IS 'When it ended, UTC';
COMMENT ON COLUMN watch_look.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE rejudging (
    article_key VARCHAR NOT NULL, work_digest VARCHAR NOT NULL, run_id VARCHAR NOT NULL, claims INTEGER NOT NULL,
    judged INTEGER NOT NULL, moved INTEGER NOT NULL, done_at TIMESTAMP NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE rejudging IS 'Articles whose claims were judged again on stored pages; the same work is done once';
COMMENT ON COLUMN rejudging.article_key IS 'The article';
COMMENT ON COLUMN rejudging.work_digest IS 'Digest of revision, pages, evidence by people, models, rules and settings';
COMMENT ON COLUMN rejudging.run_id IS 'The run that did it';
COMMENT ON COLUMN rejudging.claims IS 'Claims of the article';
COMMENT ON COLUMN rejudging.judged IS 'Of these, those whose evidence or rule had changed';
COMMENT ON COLUMN rejudging.moved IS 'Of these, those whose label changed';
COMMENT ON COLUMN rejudging.done_at IS 'When, UTC';
COMMENT ON COLUMN rejudging.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE telling (
    channel VARCHAR NOT NULL, subject VARCHAR NOT NULL, told_upto BIGINT NOT NULL, told_at TIMESTAMP NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE telling IS 'How far each channel was told, so that nothing is told twice and nothing is left out';
COMMENT ON COLUMN telling.channel IS 'webhook, or another way of telling';
COMMENT ON COLUMN telling.subject IS 'What was told of: changes, failures or review';
COMMENT ON COLUMN telling.told_upto IS 'The seq up to which everything was told';
COMMENT ON COLUMN telling.told_at IS 'When, UTC';
COMMENT ON COLUMN telling.seq IS 'Order of writing; times may tie, this never does';

CREATE VIEW watch_entries AS
SELECT watch_id, entry, mark, text_sha256, article_id, run_id, state, reason, seen_at, seq,
       (SELECT count(*) FROM watch_entry f WHERE f.watch_id = e.watch_id AND f.entry = e.entry AND f.mark = e.mark
        AND f.state = 'failed')::INTEGER AS failures
FROM watch_entry e QUALIFY row_number() OVER (PARTITION BY watch_id, entry ORDER BY seq DESC) = 1;
COMMENT ON VIEW watch_entries IS 'Every article that a watch came upon, as it was seen last';

CREATE VIEW watches AS
SELECT w.watch_id, w.target, w.kind, w.every_seconds, w.cron, w.timezone, w.pages, w.added_at,
       coalesce(c.state, 'active') AS state, l.looked_at, coalesce(n.entries, 0) AS articles,
       coalesce(n.failed, 0) AS failing, w.seq
FROM watch w
LEFT JOIN (SELECT watch_id, max_by(state, seq) AS state FROM watch_change GROUP BY watch_id) c ON c.watch_id = w.watch_id
LEFT JOIN (SELECT watch_id, max(looked_at) AS looked_at FROM watch_look GROUP BY watch_id) l ON l.watch_id = w.watch_id
LEFT JOIN (SELECT watch_id, count(*)::INTEGER AS entries, (count(*) FILTER (WHERE state = 'failed'))::INTEGER AS failed
           FROM watch_entries GROUP BY watch_id) n ON n.watch_id = w.watch_id;
COMMENT ON VIEW watches IS 'Everything that is, or was, watched, with its state and last look';

CREATE VIEW verdict_changes AS
WITH machine AS (
    SELECT j.seq, j.claim_id, j.occurrence_id, j.judged_at AS changed_at, v.label AS new_label, v.confidence,
           v.rationale, j.verdict_id, j.run_id, 'machine' AS decided_by,
           lag(v.label) OVER line AS old_label, lag(j.verdict_id) OVER line AS old_verdict_id
    FROM judgement j JOIN verdict v ON v.verdict_id = j.verdict_id
    WINDOW line AS (PARTITION BY j.claim_id ORDER BY j.seq)
),
change AS (
    SELECT * FROM machine WHERE old_label <> new_label
    UNION ALL
    SELECT d.seq, d.claim_id, d.occurrence_id, d.decided_at, d.label, NULL, d.reason, d.decision_id, '', d.decided_by,
           m.new_label, m.verdict_id
    FROM decision d
    ASOF JOIN machine m ON m.claim_id = d.claim_id AND d.seq > m.seq
    WHERE d.label <> m.new_label
)
SELECT x.seq, x.changed_at, x.claim_id, x.old_label, x.new_label, x.decided_by, o.claim_text, x.rationale, x.confidence,
       a.article_key, a.title AS article_title, a.url AS article_url, a.language AS article_language,
       coalesce(r.command, 'decide') AS command, x.run_id, x.verdict_id, x.old_verdict_id
FROM change x
JOIN claim_occurrence o ON o.occurrence_id = x.occurrence_id
JOIN article a ON a.article_id = o.article_id
LEFT JOIN run r ON r.run_id = x.run_id;
COMMENT ON VIEW verdict_changes IS 'Every change of a label: the machine''s against its own last one, a person''s against the machine''s';

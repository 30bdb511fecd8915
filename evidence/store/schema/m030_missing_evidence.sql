-- What each claim went without: searches made for it and pages named for it that were not had.
ALTER TABLE failure ADD COLUMN claim_id VARCHAR DEFAULT '';
COMMENT ON COLUMN failure.claim_id IS 'The claim that it was for, empty where it was for more than one';

COMMENT ON TABLE page_text IS 'Extracted texts by digest; a row goes when its page is removed on request';

CREATE OR REPLACE VIEW failures AS
SELECT run_id, stage, subject, reason, failed_at AS "at", check_id, seq, claim_id FROM failure;
COMMENT ON VIEW failures IS 'What runs did not get, and why';
COMMENT ON COLUMN failures.run_id IS 'The run';
COMMENT ON COLUMN failures.stage IS 'The stage that met it';
COMMENT ON COLUMN failures.subject IS 'The URL, claim or query that it concerns';
COMMENT ON COLUMN failures.reason IS 'A closed word, then a sentence';
COMMENT ON COLUMN failures."at" IS 'When, UTC';
COMMENT ON COLUMN failures.check_id IS 'The check of an article, empty for work of the whole run';
COMMENT ON COLUMN failures.seq IS 'Order of writing';
COMMENT ON COLUMN failures.claim_id IS 'The claim that it was for, empty where it was for more than one';

CREATE VIEW missing_evidence AS
WITH latest AS (
    SELECT claim_id, check_id FROM outcome WHERE check_id <> ''
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY seq DESC) = 1
)
SELECT l.claim_id, f.run_id, f.stage, f.subject, f.reason, f.failed_at AS "at", f.seq
FROM failure f JOIN latest l ON l.check_id = f.check_id AND l.claim_id = f.claim_id
UNION ALL
SELECT l.claim_id, f.run_id, f.stage, f.subject, f.reason, f.failed_at, f.seq
FROM failure f
JOIN latest l ON l.check_id = f.check_id
JOIN (SELECT DISTINCT claim_id, url FROM hit) h ON h.claim_id = l.claim_id AND h.url = f.subject
WHERE f.claim_id = '' AND f.stage = 'fetch';
COMMENT ON VIEW missing_evidence IS 'What the latest check of each claim went without: failed searches and pages not had';
COMMENT ON COLUMN missing_evidence.claim_id IS 'The claim';
COMMENT ON COLUMN missing_evidence.run_id IS 'The run';
COMMENT ON COLUMN missing_evidence.stage IS 'search and the name of the source, or fetch';
COMMENT ON COLUMN missing_evidence.subject IS 'Address of the page or of the search';
COMMENT ON COLUMN missing_evidence.reason IS 'A closed word, then a sentence';
COMMENT ON COLUMN missing_evidence."at" IS 'When, UTC';
COMMENT ON COLUMN missing_evidence.seq IS 'Order of writing';

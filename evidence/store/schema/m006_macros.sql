-- Questions that take one word: SELECT * FROM why('3f2a91'); a prefix of a claim id is enough.
CREATE MACRO claim_history(id) AS TABLE
SELECT seq, decided_at AS happened_at, entry AS what, decided_by AS who, label, rationale AS detail, claim_id
FROM verdict_history WHERE starts_with(claim_id, id)
UNION ALL
SELECT seq, added_at, 'evidence added', added_by, stance, quote, claim_id
FROM evidence_by_people WHERE starts_with(claim_id, id)
UNION ALL
SELECT r.seq, r.retracted_at, 'evidence retracted', r.retracted_by, m.stance, r.reason, m.claim_id
FROM evidence_retraction r JOIN manual_evidence m ON m.evidence_id = r.evidence_id
WHERE starts_with(m.claim_id, id)
UNION ALL
SELECT w.seq, w.withdrawn_at, 'decision withdrawn', w.withdrawn_by, d.label, w.reason, d.claim_id
FROM decision_withdrawal w JOIN decision d ON d.decision_id = w.decision_id
WHERE starts_with(d.claim_id, id)
ORDER BY seq;

CREATE MACRO why(id) AS TABLE
WITH v AS (SELECT * FROM current_verdicts WHERE starts_with(claim_id, id)),
e AS (
    SELECT x.*, row_number() OVER (PARTITION BY x.claim_id ORDER BY x.rank, x.evidence_id) AS place
    FROM verdict_evidence x JOIN v ON x.verdict_id = v.machine_verdict_id
    WHERE starts_with(x.claim_id, id)  -- said again, so that only these rows are read
)
SELECT claim_id, step, what, detail, proof FROM (
    SELECT claim_id, 10 AS n, 1 AS step, 'claim' AS what, claim_text AS detail, claim_id AS proof FROM v
    UNION ALL
    SELECT claim_id, 20, 2, 'quote', quote, article_id || ' ' || quote_start || '-' || quote_end FROM v
    UNION ALL
    SELECT claim_id, 30, 3, 'verdict by ' || decided_by, label || ': ' || rationale, verdict_id FROM v
    UNION ALL
    SELECT claim_id, 40 + place * 10, 4, stance || ' by ' || stance_by,
           coalesce(passage_text, '(removed on ' || removed_at || ')'),
           text_sha256 || ' ' || passage_start || '-' || passage_end FROM e
    UNION ALL
    SELECT claim_id, 41 + place * 10, 5, 'page read ' || strftime(fetched_at, '%Y-%m-%d %H:%M'),
           title || ' ' || url, snapshot_sha256 FROM e
    UNION ALL
    SELECT v.claim_id, 1000000, 6, 'run by ' || r.judge || ', ' || r.embedder, r.code_version, r.run_id
    FROM v JOIN machine_verdicts m ON m.claim_id = v.claim_id JOIN run r ON r.run_id = m.run_id
    WHERE starts_with(m.claim_id, id)
) ORDER BY claim_id, n;

-- What people ask. The order of columns is a promise; more may come behind, none may move.
CREATE VIEW present_claims AS
SELECT o.claim_id, o.occurrence_id, k.article_key, k.check_id
FROM outcome o
JOIN (SELECT article_key, max_by(check_id, seq) AS check_id FROM article_check GROUP BY article_key) k
    ON o.check_id = k.check_id;
COMMENT ON VIEW present_claims IS 'Claims that the latest check of their article found there; a corrected article drops some';

CREATE VIEW machine_verdicts AS
SELECT j.seq, j.claim_id, j.verdict_id, j.run_id, j.occurrence_id, j.judged_at,
       v.label, v.confidence, v.rationale, v.as_of, v.judge, v.rule_version
FROM (SELECT * FROM judgement WHERE verdict_id IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY seq DESC) = 1) j
JOIN verdict v ON v.verdict_id = j.verdict_id;
COMMENT ON VIEW machine_verdicts IS 'The latest verdict of the machine on each claim, whatever people decided';

CREATE VIEW last_failures AS
SELECT j.seq, j.claim_id, j.undecided_id, j.run_id, j.occurrence_id, j.reached_at AS judged_at, u.reason, u.as_of
FROM (SELECT * FROM outcome QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY seq DESC) = 1) j
JOIN undecided u ON u.undecided_id = j.undecided_id;
COMMENT ON VIEW last_failures IS 'Claims whose latest judging failed, with the reason; an earlier verdict stands beside it';

CREATE VIEW standing_decisions AS
SELECT d.*
FROM (SELECT * FROM decision
      QUALIFY row_number() OVER (PARTITION BY claim_id, decided_by ORDER BY seq DESC) = 1) d
WHERE d.decision_id NOT IN (SELECT decision_id FROM decision_withdrawal);
COMMENT ON VIEW standing_decisions IS 'The latest decision of each person on each claim, unless they took it back';

CREATE VIEW current_decisions AS
SELECT * FROM standing_decisions QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY seq DESC) = 1;
COMMENT ON VIEW current_decisions IS 'Of several people, the one who decided last';

CREATE VIEW current_verdicts AS
SELECT
    p.claim_id,
    coalesce(d.decision_id, m.verdict_id, u.undecided_id) AS verdict_id,
    c.kind,
    a.article_id,
    a.article_key,
    a.title AS article_title,
    a.language AS article_language,
    a.published_on,
    o.quote,
    o.quote_start,
    o.quote_end,
    o.quote_spans,
    o.claim_text,
    o.attributed_to,
    coalesce(d.label, m.label, 'undecided') AS label,
    CASE WHEN d.decision_id IS NULL THEN m.confidence END AS confidence,
    coalesce(d.reason, m.rationale, u.reason) AS rationale,
    coalesce(m.as_of, u.as_of, a.published_on) AS as_of,
    coalesce(d.decided_by, 'machine') AS decided_by,
    CASE WHEN d.decision_id IS NULL THEN m.judge ELSE 'person:' || d.decided_by END AS judge,
    CASE WHEN d.decision_id IS NULL THEN m.rule_version END AS rule_version,
    CASE WHEN d.decision_id IS NULL THEN nullif(coalesce(m.run_id, u.run_id), '') END AS run_id,
    coalesce(d.decided_at, m.judged_at, u.judged_at) AS decided_at,
    o.language,
    o.polarity,
    o.modality,
    o.worth_category,
    o.worth_score,
    m.verdict_id AS machine_verdict_id,
    m.label AS machine_label,
    m.confidence AS machine_confidence,
    coalesce(d.seq, m.seq, u.seq) AS seq
FROM present_claims p
JOIN claim c ON c.claim_id = p.claim_id
JOIN claim_occurrence o ON o.occurrence_id = p.occurrence_id
JOIN article a ON a.article_id = o.article_id
LEFT JOIN machine_verdicts m ON m.claim_id = p.claim_id
LEFT JOIN last_failures u ON u.claim_id = p.claim_id
LEFT JOIN current_decisions d ON d.claim_id = p.claim_id;
COMMENT ON VIEW current_verdicts IS 'One row a claim of every article as it now stands: a person''s decision, else the machine''s latest verdict, else undecided';

CREATE VIEW verdict_history AS
WITH entry AS (
    SELECT j.seq, j.claim_id, j.occurrence_id, coalesce(j.verdict_id, j.undecided_id) AS verdict_id,
           coalesce(v.label, 'undecided') AS label, v.confidence, coalesce(v.rationale, u.reason) AS rationale,
           coalesce(v.as_of, u.as_of) AS as_of, 'machine' AS decided_by, v.judge, v.rule_version,
           nullif(j.run_id, '') AS run_id, j.judged_at AS decided_at, j.superseded_by,
           CASE WHEN j.verdict_id IS NULL THEN 'undecided' ELSE 'verdict' END AS entry,
           NULL::TIMESTAMP AS withdrawn_at, NULL::VARCHAR AS withdrawn_by, NULL::VARCHAR AS withdrawn_why
    FROM (SELECT *, lead(verdict_id IGNORE NULLS) OVER (PARTITION BY claim_id ORDER BY seq) AS superseded_by
          FROM judgement) j
    LEFT JOIN verdict v ON v.verdict_id = j.verdict_id
    LEFT JOIN undecided u ON u.undecided_id = j.undecided_id
    UNION ALL
    SELECT d.seq, d.claim_id, d.occurrence_id, d.decision_id, d.label, NULL, d.reason, NULL, d.decided_by,
           'person:' || d.decided_by, NULL, NULL, d.decided_at,
           lead(d.decision_id) OVER (PARTITION BY d.claim_id, d.decided_by ORDER BY d.seq),
           'decision', w.withdrawn_at, w.withdrawn_by, w.reason
    FROM decision d LEFT JOIN decision_withdrawal w ON w.decision_id = d.decision_id
)
SELECT
    e.claim_id, e.verdict_id, c.kind, a.article_id, a.article_key, a.title AS article_title,
    a.language AS article_language, a.published_on, o.quote, o.quote_start, o.quote_end, o.quote_spans,
    o.claim_text, o.attributed_to, e.label, e.confidence, e.rationale, coalesce(e.as_of, a.published_on) AS as_of,
    e.decided_by, e.judge, e.rule_version, e.run_id, e.decided_at, e.superseded_by, e.entry, e.withdrawn_at,
    e.withdrawn_by, e.withdrawn_why, e.seq
FROM entry e
JOIN claim c ON c.claim_id = e.claim_id
JOIN claim_occurrence o ON o.occurrence_id = e.occurrence_id
JOIN article a ON a.article_id = o.article_id;
COMMENT ON VIEW verdict_history IS 'Every verdict, decision and failed judging ever; superseded_by names what came after in the same line: the machine''s next verdict, or the same person''s next decision';

CREATE VIEW verdict_evidence AS
SELECT
    u.verdict_id,
    u.claim_id,
    u.evidence_id,
    u.passage_id,
    s.label AS stance,
    CASE WHEN starts_with(s.judge, 'person:') THEN substr(s.judge, 8) ELSE 'machine' END AS stance_by,
    u.relevance,
    u.rank,
    t.text AS passage_text,
    p.start_at AS passage_start,
    p.end_at AS passage_end,
    g.url,
    g.title,
    g.publisher,
    g.published_on,
    u.after_as_of,
    g.fetched_at,
    g.body_sha256 AS snapshot_sha256,
    g.text_sha256,
    p.language,
    CASE WHEN m.evidence_id IS NULL THEN g.origin ELSE 'manual' END AS origin,
    m.added_by,
    m.note,
    r.retracted_at,
    s.probability AS stance_probability,
    s.reason AS stance_reason,
    s.judge,
    t.heading,
    u.source_group,
    u.page_id,
    g.snapshot_id,
    g.extractor,
    g.modified_on,
    x.removed_at
FROM verdict_use u
JOIN stance s ON s.stance_id = u.stance_id
JOIN passage p ON p.passage_id = u.passage_id
JOIN page g ON g.page_id = u.page_id
LEFT JOIN passage_text t ON t.passage_id = u.passage_id
LEFT JOIN manual_evidence m ON m.evidence_id = u.evidence_id
LEFT JOIN evidence_retraction r ON r.evidence_id = u.evidence_id
LEFT JOIN (SELECT text_sha256, max(removed_at) AS removed_at FROM removal GROUP BY text_sha256) x
    ON x.text_sha256 = g.text_sha256 AND t.text IS NULL;
COMMENT ON VIEW verdict_evidence IS 'The passages that each verdict of the machine rests on; a person''s stance stands here in place of the machine''s';

CREATE VIEW evidence_by_people AS
SELECT m.evidence_id, m.claim_id, m.stance, t.text AS quote, p.start_at AS quote_start, p.end_at AS quote_end,
       g.url, g.title, g.publisher, g.published_on, g.fetched_at, g.body_sha256 AS snapshot_sha256,
       m.added_by, m.note, m.added_at, r.retracted_at, r.retracted_by, r.reason AS retracted_why, m.page_id, m.seq
FROM manual_evidence m
JOIN passage p ON p.passage_id = m.passage_id
JOIN page g ON g.page_id = m.page_id
LEFT JOIN passage_text t ON t.passage_id = m.passage_id
LEFT JOIN evidence_retraction r ON r.evidence_id = m.evidence_id;
COMMENT ON VIEW evidence_by_people IS 'All evidence that people brought, retracted or not, used by a verdict or not';

CREATE VIEW verdict_sources AS
SELECT u.verdict_id, u.claim_id,
       count(DISTINCT u.source_group) AS sources,
       count(DISTINCT u.source_group) FILTER (WHERE s.label = 'supports') AS supporting,
       count(DISTINCT u.source_group) FILTER (WHERE s.label = 'refutes') AS refuting,
       count(*) AS passages
FROM verdict_use u JOIN stance s ON s.stance_id = u.stance_id
GROUP BY u.verdict_id, u.claim_id;
COMMENT ON VIEW verdict_sources IS 'On how many independent sources each verdict of the machine rests';

CREATE VIEW page_changes AS
SELECT o.url, o.page_id AS old_page_id, n.page_id AS new_page_id, o.text_sha256 AS old_text_sha256,
       n.text_sha256 AS new_text_sha256, o.fetched_at AS old_fetched_at, n.fetched_at AS new_fetched_at
FROM page o
JOIN (SELECT url, max_by(page_id, seq) AS page_id, max_by(text_sha256, seq) AS text_sha256,
             max_by(fetched_at, seq) AS fetched_at, max_by(extractor, seq) AS extractor
      FROM page GROUP BY url) n
    ON n.url = o.url AND n.text_sha256 <> o.text_sha256 AND n.extractor = o.extractor;
COMMENT ON VIEW page_changes IS 'Pages whose newest text differs from one that was read before by the same extractor';

CREATE VIEW disagreements AS
SELECT d.claim_id, d.label AS person_label, d.decided_by, d.reason, d.decided_at, m.label AS machine_label,
       m.confidence AS machine_confidence, m.judged_at, m.verdict_id AS machine_verdict_id,
       m.seq > d.seq AS machine_spoke_last
FROM standing_decisions d JOIN machine_verdicts m ON m.claim_id = d.claim_id
WHERE d.label <> m.label;
COMMENT ON VIEW disagreements IS 'Where a standing decision and the machine''s latest verdict differ';

CREATE VIEW needs_review AS
SELECT claim_id, 'undecided: ' || reason AS reason, judged_at AS since FROM last_failures
UNION ALL
SELECT claim_id, 'people disagree', max(decided_at) FROM standing_decisions
GROUP BY claim_id HAVING count(DISTINCT label) > 1
UNION ALL
SELECT claim_id, 'machine disagrees with ' || decided_by, judged_at FROM disagreements WHERE machine_spoke_last
UNION ALL
SELECT claim_id, 'conflicting evidence', judged_at FROM machine_verdicts
WHERE label = 'conflicting_evidence' AND claim_id NOT IN (SELECT claim_id FROM standing_decisions)
UNION ALL
SELECT m.claim_id, 'evidence changed since the verdict', max(m.changed_at)
FROM (SELECT claim_id, seq, added_at AS changed_at FROM manual_evidence
      UNION ALL
      SELECT e.claim_id, r.seq, r.retracted_at FROM evidence_retraction r
      JOIN manual_evidence e ON e.evidence_id = r.evidence_id) m
JOIN (SELECT claim_id, max(seq) AS seq FROM outcome
      WHERE claim_id IN (SELECT claim_id FROM manual_evidence) GROUP BY claim_id) o
    ON o.claim_id = m.claim_id AND m.seq > o.seq
GROUP BY m.claim_id
UNION ALL
SELECT u.claim_id, 'a page of its evidence was removed', max(x.removed_at)
FROM removal x
JOIN page g ON g.text_sha256 = x.text_sha256
JOIN verdict_use u ON u.page_id = g.page_id
JOIN machine_verdicts m ON m.verdict_id = u.verdict_id
WHERE x.text_sha256 NOT IN (SELECT text_sha256 FROM page_text)
GROUP BY u.claim_id
UNION ALL
SELECT d.claim_id, 'decided by a person, but no longer in the article', max(k.checked_at)
FROM standing_decisions d
JOIN claim c ON c.claim_id = d.claim_id
JOIN article_check k ON k.article_key = c.article_key
WHERE d.claim_id NOT IN (SELECT claim_id FROM present_claims)
GROUP BY d.claim_id;
COMMENT ON VIEW needs_review IS 'Claims that a person should look at, and why; one claim may stand here for several reasons';

CREATE VIEW runs AS
SELECT
    r.run_id, r.started_at, f.finished_at, coalesce(f.status, 'running') AS status, r.code_version, r.config_sha256,
    r.embedder, r.embedder_sha256, r.judge, r.judge_sha256,
    coalesce(k.articles, 0) AS articles,
    coalesce(k.claims, 0) AS claims,
    coalesce(s.pages - s.cached, 0) AS pages_fetched,
    coalesce(s.cached, 0) AS pages_from_cache,
    coalesce(s.failures, 0) AS pages_failed,
    f.seconds,
    r.command,
    r.engine_id,
    coalesce(k.undecided, 0) AS undecided,
    coalesce(s.requests, 0) AS requests,
    coalesce(s.bytes, 0) AS bytes,
    r.seq
FROM run r
LEFT JOIN (SELECT * FROM run_finish QUALIFY row_number() OVER (PARTITION BY run_id ORDER BY seq DESC) = 1) f
    ON f.run_id = r.run_id
LEFT JOIN (SELECT run_id, count(DISTINCT article_id) AS articles, sum(claims)::BIGINT AS claims,
                  sum(undecided)::BIGINT AS undecided
           FROM article_check GROUP BY run_id) k ON k.run_id = r.run_id
LEFT JOIN (SELECT run_id, sum(items) FILTER (WHERE stage = 'fetch')::BIGINT AS pages,
                  sum(cached) FILTER (WHERE stage = 'fetch')::BIGINT AS cached,
                  sum(failures) FILTER (WHERE stage = 'fetch')::BIGINT AS failures,
                  sum(requests)::BIGINT AS requests, sum(bytes)::BIGINT AS bytes
           FROM stage_count GROUP BY run_id) s ON s.run_id = r.run_id;
COMMENT ON VIEW runs IS 'Every run with what it did; status running also where it was killed';

CREATE VIEW run_stages AS
SELECT run_id, stage, sum(items)::BIGINT AS items, sum(failures)::BIGINT AS failures,
       sum(requests)::BIGINT AS requests, sum(bytes)::BIGINT AS bytes, sum(seconds) AS seconds,
       sum(cached)::BIGINT AS cached
FROM stage_count GROUP BY run_id, stage;
COMMENT ON VIEW run_stages IS 'What each stage of each run did and cost';

CREATE VIEW run_articles AS
SELECT k.run_id, k.article_id, k.seconds, k.article_key, k.claims, k.undecided, k.checked_at,
       coalesce(s.requests, 0) AS requests, coalesce(s.bytes, 0) AS bytes, k.check_id, k.seq
FROM article_check k
LEFT JOIN (SELECT check_id, sum(requests)::BIGINT AS requests, sum(bytes)::BIGINT AS bytes
           FROM stage_count WHERE check_id <> '' GROUP BY check_id) s ON s.check_id = k.check_id;
COMMENT ON VIEW run_articles IS 'What each article cost in each run';

CREATE VIEW failures AS
SELECT run_id, stage, subject, reason, failed_at AS "at", check_id, seq FROM failure;
COMMENT ON VIEW failures IS 'What runs did not get, and why';

CREATE VIEW articles AS
SELECT a.article_key, a.article_id, a.title, a.language, a.published_on, a.source, a.url, a.text_sha256, a.seen_at,
       count(*) OVER (PARTITION BY a.article_key) AS revisions, a.seq
FROM article a
QUALIFY row_number() OVER (PARTITION BY a.article_key ORDER BY a.seq DESC) = 1;
COMMENT ON VIEW articles IS 'Every article in its latest revision';

-- The first sentence of the article's body, which names whom a claim far below means.
ALTER TABLE claim_occurrence ADD COLUMN lead_start INTEGER;
ALTER TABLE claim_occurrence ADD COLUMN lead_end INTEGER;
COMMENT ON COLUMN claim_occurrence.lead_start IS 'First code point of the first sentence of the article''s body, with which the claim is read too; none where setting_start is not behind it, where it is very long, and in rows of an older program';
COMMENT ON COLUMN claim_occurrence.lead_end IS 'The code point after it';

CREATE OR REPLACE MACRO setting_text(title, article, lead_first, lead_after, first, after) AS
    CASE WHEN first > 0 AND title <> '' THEN title || ' … ' ELSE '' END
    || coalesce(trim(regexp_replace(substr(article, lead_first + 1, lead_after - lead_first), '\s+', ' ', 'g')) || ' … ', '')
    || trim(regexp_replace(substr(article, first + 1, after - first), '\s+', ' ', 'g'));
COMMENT ON MACRO setting_text IS 'A span of an article in one line, behind the title where it does not begin with the article, and behind a lead where there is one';

CREATE OR REPLACE VIEW current_verdicts AS
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
    coalesce(d.seq, m.seq, u.seq) AS seq,
    setting_text(a.title, a.text, o.lead_start, o.lead_end, o.setting_start, o.setting_end) AS setting
FROM present_claims p
JOIN claim c ON c.claim_id = p.claim_id
JOIN claim_occurrence o ON o.occurrence_id = p.occurrence_id
JOIN article a ON a.article_id = o.article_id
LEFT JOIN machine_verdicts m ON m.claim_id = p.claim_id
LEFT JOIN last_failures u ON u.claim_id = p.claim_id
LEFT JOIN current_decisions d ON d.claim_id = p.claim_id;

CREATE OR REPLACE VIEW verdict_history AS
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
    e.withdrawn_by, e.withdrawn_why, e.seq,
    setting_text(a.title, a.text, o.lead_start, o.lead_end, o.setting_start, o.setting_end) AS setting
FROM entry e
JOIN claim c ON c.claim_id = e.claim_id
JOIN claim_occurrence o ON o.occurrence_id = e.occurrence_id
JOIN article a ON a.article_id = o.article_id;

COMMENT ON VIEW current_verdicts IS 'One row a claim of every article as it now stands: a person''s decision, else the machine''s latest verdict, else undecided';
COMMENT ON VIEW verdict_history IS 'Every verdict, decision and failed judging ever; superseded_by names what came after in the same line: the machine''s next verdict, or the same person''s next decision';
COMMENT ON COLUMN current_verdicts.claim_id IS 'The claim';
COMMENT ON COLUMN current_verdicts.verdict_id IS 'The verdict, the decision where a person decided, or what names the failure';
COMMENT ON COLUMN current_verdicts.kind IS 'content: is it so? speech: did this person say it?';
COMMENT ON COLUMN current_verdicts.article_id IS 'The revision of the article';
COMMENT ON COLUMN current_verdicts.article_key IS 'The article';
COMMENT ON COLUMN current_verdicts.article_title IS 'Its title';
COMMENT ON COLUMN current_verdicts.article_language IS 'Its language tag';
COMMENT ON COLUMN current_verdicts.published_on IS 'When it was published, where known';
COMMENT ON COLUMN current_verdicts.quote IS 'Exactly the text of the article from quote_start to quote_end';
COMMENT ON COLUMN current_verdicts.quote_start IS 'First code point of the quote in the text of the article';
COMMENT ON COLUMN current_verdicts.quote_end IS 'The code point after its last';
COMMENT ON COLUMN current_verdicts.quote_spans IS 'The parts that the claim is made of';
COMMENT ON COLUMN current_verdicts.claim_text IS 'The claim so that it reads alone; what was filled in stands in [brackets]';
COMMENT ON COLUMN current_verdicts.attributed_to IS 'Who says it, where the article names someone';
COMMENT ON COLUMN current_verdicts.label IS 'One of the four verdicts; undecided only where there is no verdict';
COMMENT ON COLUMN current_verdicts.confidence IS '0 to 1, calibrated for the three verdicts that say something; of not_enough_evidence it is no probability; none for a person''s decision';
COMMENT ON COLUMN current_verdicts.rationale IS 'Why, in words; a person''s reason where a person decided';
COMMENT ON COLUMN current_verdicts.as_of IS 'The date for which truth is judged';
COMMENT ON COLUMN current_verdicts.decided_by IS 'machine, or the name of a person';
COMMENT ON COLUMN current_verdicts.judge IS 'Name and version of the judge; person:NAME for a person';
COMMENT ON COLUMN current_verdicts.rule_version IS 'Version of the rule; none for a person';
COMMENT ON COLUMN current_verdicts.run_id IS 'The run that reached it; none for a person';
COMMENT ON COLUMN current_verdicts.decided_at IS 'When, UTC';
COMMENT ON COLUMN current_verdicts.language IS 'Language tag of the claim';
COMMENT ON COLUMN current_verdicts.polarity IS 'affirmed or negated';
COMMENT ON COLUMN current_verdicts.modality IS 'asserted, predicted, conditional or opinion';
COMMENT ON COLUMN current_verdicts.worth_category IS 'Why it is, or is not, worth checking';
COMMENT ON COLUMN current_verdicts.worth_score IS '0 to 1, to sort by';
COMMENT ON COLUMN current_verdicts.machine_verdict_id IS 'The machine''s latest verdict, also under a person''s decision';
COMMENT ON COLUMN current_verdicts.machine_label IS 'Its label';
COMMENT ON COLUMN current_verdicts.machine_confidence IS 'Its confidence';
COMMENT ON COLUMN current_verdicts.seq IS 'Order of writing of what is current';
COMMENT ON COLUMN verdict_history.claim_id IS 'The claim';
COMMENT ON COLUMN verdict_history.verdict_id IS 'The verdict, the decision where a person decided, or what names the failure';
COMMENT ON COLUMN verdict_history.kind IS 'content: is it so? speech: did this person say it?';
COMMENT ON COLUMN verdict_history.article_id IS 'The revision of the article';
COMMENT ON COLUMN verdict_history.article_key IS 'The article';
COMMENT ON COLUMN verdict_history.article_title IS 'Its title';
COMMENT ON COLUMN verdict_history.article_language IS 'Its language tag';
COMMENT ON COLUMN verdict_history.published_on IS 'When it was published, where known';
COMMENT ON COLUMN verdict_history.quote IS 'Exactly the text of the article from quote_start to quote_end';
COMMENT ON COLUMN verdict_history.quote_start IS 'First code point of the quote in the text of the article';
COMMENT ON COLUMN verdict_history.quote_end IS 'The code point after its last';
COMMENT ON COLUMN verdict_history.quote_spans IS 'The parts that the claim is made of';
COMMENT ON COLUMN verdict_history.claim_text IS 'The claim so that it reads alone; what was filled in stands in [brackets]';
COMMENT ON COLUMN verdict_history.attributed_to IS 'Who says it, where the article names someone';
COMMENT ON COLUMN verdict_history.label IS 'One of the four verdicts; undecided only where there is no verdict';
COMMENT ON COLUMN verdict_history.confidence IS '0 to 1, calibrated for the three verdicts that say something; of not_enough_evidence it is no probability; none for a person''s decision';
COMMENT ON COLUMN verdict_history.rationale IS 'Why, in words; a person''s reason where a person decided';
COMMENT ON COLUMN verdict_history.as_of IS 'The date for which truth is judged';
COMMENT ON COLUMN verdict_history.decided_by IS 'machine, or the name of a person';
COMMENT ON COLUMN verdict_history.judge IS 'Name and version of the judge; person:NAME for a person';
COMMENT ON COLUMN verdict_history.rule_version IS 'Version of the rule; none for a person';
COMMENT ON COLUMN verdict_history.run_id IS 'The run that reached it; none for a person';
COMMENT ON COLUMN verdict_history.decided_at IS 'When, UTC';
COMMENT ON COLUMN verdict_history.superseded_by IS 'What came after in the same line: the machine''s next verdict, or the same person''s next decision';
COMMENT ON COLUMN verdict_history.entry IS 'verdict, undecided or decision';
COMMENT ON COLUMN verdict_history.withdrawn_at IS 'When a decision was taken back, UTC';
COMMENT ON COLUMN verdict_history.withdrawn_by IS 'Who took it back';
COMMENT ON COLUMN verdict_history.withdrawn_why IS 'Why';
COMMENT ON COLUMN verdict_history.seq IS 'Order of writing: history is read by it, not by time';
COMMENT ON COLUMN current_verdicts.setting IS 'Title, first sentence of the body, and the words before and around the claim''s sentence, as they stand in the article: for reading it alone';
COMMENT ON COLUMN verdict_history.setting IS 'Title, first sentence of the body, and the words before and around the claim''s sentence, as they stand in the article: for reading it alone';

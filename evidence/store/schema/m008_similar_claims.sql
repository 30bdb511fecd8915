-- Claims worded like a given text: shared words, rare ones counting more. It sees words, not meaning.
CREATE MACRO claim_words(words) AS
    list_distinct(list_transform(
        regexp_extract_all(
            translate(lower(strip_accents(words)), 'أإآٱىةیکۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااىهيكه01234567890123456789'),
            '[\p{L}\p{N}]+'
        ),
        lambda word: regexp_replace(word, '^(?:وال|بال|كال|فال|لل|ال)(.{2,})$', '\1')
    ));

CREATE MACRO similar_claims(words) AS TABLE
WITH total AS (SELECT count(*) + 1 AS claims FROM present_claims),
said AS (
    SELECT p.claim_id, unnest(claim_words(o.claim_text)) AS word
    FROM present_claims p JOIN claim_occurrence o ON o.occurrence_id = p.occurrence_id
),
asked AS (SELECT unnest(claim_words(words)) AS word),
weight AS (SELECT s.word, ln(1 + any_value(t.claims) / count(*)) AS w FROM said s, total t GROUP BY s.word),
asked_weight AS (
    SELECT a.word, coalesce(w.w, ln(1 + t.claims)) AS w FROM asked a CROSS JOIN total t LEFT JOIN weight w USING (word)
),
shared AS (SELECT s.claim_id, sum(a.w) AS w FROM said s JOIN asked_weight a USING (word) GROUP BY s.claim_id),
best AS (SELECT claim_id, w FROM shared ORDER BY w DESC LIMIT 500),
own AS (SELECT s.claim_id, sum(w.w) AS w FROM said s JOIN weight w USING (word)
        WHERE s.claim_id IN (SELECT claim_id FROM best) GROUP BY s.claim_id),
scored AS (
    SELECT b.claim_id, b.w / (o.w + (SELECT sum(w) FROM asked_weight) - b.w) AS likeness
    FROM best b JOIN own o USING (claim_id) ORDER BY likeness DESC LIMIT 20
)
SELECT round(s.likeness, 3) AS likeness, v.claim_text, v.label, v.confidence, v.decided_by, v.decided_at,
       v.article_title, v.claim_id
FROM current_verdicts v JOIN scored s ON s.claim_id = v.claim_id
ORDER BY likeness DESC, v.claim_id;

COMMENT ON MACRO claim_words IS 'The words of a text as claims are compared: without vowel signs, case, article and letter variants';
COMMENT ON MACRO TABLE similar_claims IS 'The 20 claims already checked that share the most telling words with a text';
COMMENT ON MACRO TABLE why IS 'From a claim''s label back to the digests of bytes; takes an id or its beginning';
COMMENT ON MACRO TABLE claim_history IS 'Everything that happened to a claim, in order; takes an id or its beginning';

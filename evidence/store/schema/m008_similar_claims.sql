-- Claims worded like a given text: shared words, rare ones counting more. It sees words, not meaning.
CREATE MACRO claim_fold(words) AS
    translate(lower(strip_accents(words)), 'أإآٱىةیکۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااىهيكه01234567890123456789');

CREATE MACRO claim_words(words) AS
    list_distinct(list_transform(
        regexp_extract_all(claim_fold(words), '[\p{L}\p{N}]+'),
        lambda word: regexp_replace(word, '^(?:وال|بال|كال|فال|لل|ال)(.{2,})$', '\1')
    ));

CREATE MACRO similar_claims(words) AS TABLE
WITH folded AS MATERIALIZED (
    SELECT p.claim_id, o.claim_text, claim_fold(o.claim_text) AS folded
    FROM present_claims p JOIN claim_occurrence o ON o.occurrence_id = p.occurrence_id
),
asked AS MATERIALIZED (SELECT unnest(claim_words(words)) AS word),
met AS MATERIALIZED (SELECT a.word, f.claim_id FROM asked a JOIN folded f ON contains(f.folded, a.word)),
weight AS MATERIALIZED (
    SELECT a.word, ln(1 + (SELECT count(*) + 1 FROM folded) / greatest(count(m.claim_id), 1)) AS w
    FROM asked a LEFT JOIN met m USING (word) GROUP BY a.word
),
-- a word may be met inside another one: the few that come first are looked at word by word
likely AS (SELECT m.claim_id FROM met m JOIN weight USING (word) GROUP BY m.claim_id ORDER BY sum(w) DESC LIMIT 300),
said AS (
    SELECT f.claim_id, unnest(claim_words(f.claim_text)) AS word FROM folded f WHERE f.claim_id IN (FROM likely)
),
scored AS (
    SELECT s.claim_id,
           coalesce(sum(w.w), 0) / ((SELECT sum(w) FROM weight)
               + count(*) FILTER (WHERE w.w IS NULL) * (SELECT avg(w) FROM weight)) AS likeness
    FROM said s LEFT JOIN weight w USING (word) GROUP BY s.claim_id
    ORDER BY likeness DESC, s.claim_id LIMIT 20
)
SELECT round(s.likeness, 3) AS likeness, v.claim_text, v.label, v.confidence, v.decided_by, v.decided_at,
       v.article_title, v.claim_id
FROM current_verdicts v JOIN scored s ON s.claim_id = v.claim_id
WHERE s.likeness > 0
ORDER BY s.likeness DESC, v.claim_id;

COMMENT ON MACRO claim_fold IS 'A text without vowel signs, case and letter variants, with Western digits';
COMMENT ON MACRO claim_words IS 'The words of a text as claims are compared: folded, and without the Arabic article';
COMMENT ON MACRO TABLE similar_claims IS 'The 20 claims already checked that share the most telling words with a text';
COMMENT ON MACRO TABLE why IS 'From a claim''s label back to the digests of bytes; takes an id or its beginning';
COMMENT ON MACRO TABLE claim_history IS 'Everything that happened to a claim, in order; takes an id or its beginning';

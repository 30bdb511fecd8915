-- The words of each claim, folded once when it is stored: folding 100,000 claims for every question took seconds.
CREATE OR REPLACE MACRO claim_fold(words) AS
    translate(lower(strip_accents(words)), 'أإآٱىةیکۀ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'اااايهيكه01234567890123456789');

-- What is written together with a word of Arabic script is taken off both ends, so that one word is found in all
-- its forms; three letters are left at the least. Words of other scripts stay whole.
CREATE OR REPLACE MACRO claim_words(words) AS
    list_distinct(list_transform(
        regexp_extract_all(claim_fold(words), '[\p{L}\p{N}]+'),
        lambda word: regexp_replace(
            regexp_replace(
                regexp_replace(word, '^[وف]?(?:ال|بال|كال|لل)(\p{Arabic}{3,})$', '\1'),
                '^(\p{Arabic}{3,}?)(?:هما|ها|هم|ات|ان|ون|ين|يه|ه|ا|ي)$', '\1'
            ),
            '^و(\p{Arabic}{4,})$', '\1'  -- at the head of a shorter word it is more often a letter of its own
        )
    ));

CREATE TABLE claim_wording (
    occurrence_id VARCHAR NOT NULL, said VARCHAR[] NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE claim_wording IS 'The words of a claim as similar_claims compares them';
COMMENT ON COLUMN claim_wording.occurrence_id IS 'The claim as it stands in a revision';
COMMENT ON COLUMN claim_wording.said IS 'Its words, each once: folded, and without what is written together with them';
COMMENT ON COLUMN claim_wording.seq IS 'Order of writing; times may tie, this never does';
INSERT INTO claim_wording (occurrence_id, said) SELECT occurrence_id, claim_words(claim_text) FROM claim_occurrence;

CREATE OR REPLACE MACRO similar_claims(words) AS TABLE
WITH asked AS MATERIALIZED (SELECT unnest(claim_words(words)) AS word),
standing AS MATERIALIZED (
    SELECT p.claim_id, w.said FROM present_claims p JOIN claim_wording w ON w.occurrence_id = p.occurrence_id
),
met AS MATERIALIZED (
    SELECT claim_id, len(said) AS length, list_intersect(said, (SELECT list(word) FROM asked)) AS hits
    FROM standing WHERE list_has_any(said, (SELECT list(word) FROM asked))
),
weight AS MATERIALIZED (
    SELECT a.word, ln(1 + ((SELECT count(*) FROM standing) + 1) / greatest(count(m.word), 1)) AS w
    FROM asked a LEFT JOIN (SELECT unnest(hits) AS word FROM met) m USING (word) GROUP BY a.word
),
-- shared weight in all that either says; a word that was not asked for weighs as much as the middle one asked for
scored AS (
    SELECT claim_id, sum(w) / ((SELECT sum(w) FROM weight)
               + (any_value(length) - count(*)) * (SELECT avg(w) FROM weight)) AS likeness
    FROM (SELECT claim_id, length, unnest(hits) AS word FROM met) JOIN weight USING (word)
    GROUP BY claim_id ORDER BY likeness DESC, claim_id LIMIT 20
)
SELECT round(s.likeness, 3) AS likeness, v.claim_text, v.label, v.confidence, v.decided_by, v.decided_at,
       v.article_title, v.claim_id
FROM current_verdicts v JOIN scored s ON s.claim_id = v.claim_id
WHERE s.likeness >= 0.1  -- below, claims share a year or a preposition
ORDER BY s.likeness DESC, v.claim_id;
COMMENT ON MACRO claim_fold IS 'A text without vowel signs, case and letter variants, with Western digits';
COMMENT ON MACRO claim_words IS 'The words of a text as claims are compared: folded, and without what Arabic writes together with them';
COMMENT ON MACRO TABLE similar_claims IS 'Up to 20 claims already checked that share the most telling words with a text';

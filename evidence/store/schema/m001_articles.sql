-- What was read: articles, their revisions, and the claims that they make.
CREATE SEQUENCE seq_log;

CREATE TABLE schema_version (
    version INTEGER NOT NULL, name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE schema_version IS 'One row a migration that was applied to this file';
COMMENT ON COLUMN schema_version.version IS 'Number of the migration';
COMMENT ON COLUMN schema_version.name IS 'File name of the migration';
COMMENT ON COLUMN schema_version.applied_at IS 'When it was applied, UTC';

CREATE TABLE label (code VARCHAR PRIMARY KEY, meaning VARCHAR NOT NULL);
COMMENT ON TABLE label IS 'The verdicts that there are, and what each means';
COMMENT ON COLUMN label.code IS 'The word used in every label column';
COMMENT ON COLUMN label.meaning IS 'What it means';
INSERT INTO label VALUES
    ('supported', 'sound sources bear it out'),
    ('refuted', 'sound sources contradict it'),
    ('not_enough_evidence', 'everything was read and nothing settles it'),
    ('conflicting_evidence', 'sound sources disagree; not: we are unsure'),
    ('undecided', 'no verdict: a part failed; shown as a label only while a claim has no verdict at all');

CREATE TABLE stance_label (code VARCHAR PRIMARY KEY, meaning VARCHAR NOT NULL);
COMMENT ON TABLE stance_label IS 'What a passage can say about a claim';
COMMENT ON COLUMN stance_label.code IS 'The word used in every stance column';
COMMENT ON COLUMN stance_label.meaning IS 'What it means';
INSERT INTO stance_label VALUES
    ('supports', 'the passage says that it is so'),
    ('refutes', 'the passage says that it is not so'),
    ('context', 'the passage says neither');

CREATE TABLE origin (code VARCHAR PRIMARY KEY, meaning VARCHAR NOT NULL);
COMMENT ON TABLE origin IS 'How a page can come to us';
COMMENT ON COLUMN origin.code IS 'The word used in every origin column';
COMMENT ON COLUMN origin.meaning IS 'What it means';
INSERT INTO origin VALUES
    ('fetched', 'read from the web by us'),
    ('library', 'from a folder of saved pages'),
    ('manual', 'brought by a person');

CREATE TABLE article_source (
    source VARCHAR NOT NULL, article_key VARCHAR NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE article_source IS 'Paths and URLs under which an article was given, so that it keeps its key';
COMMENT ON COLUMN article_source.source IS 'The path or URL';
COMMENT ON COLUMN article_source.article_key IS 'Key of the article seen there first';
COMMENT ON COLUMN article_source.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE article (
    article_id VARCHAR NOT NULL, article_key VARCHAR NOT NULL, source VARCHAR NOT NULL, url VARCHAR NOT NULL,
    title VARCHAR NOT NULL, language VARCHAR NOT NULL, published_on DATE, text VARCHAR NOT NULL,
    text_sha256 VARCHAR NOT NULL, blocks JSON NOT NULL, seen_at TIMESTAMP NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE article IS 'One row a revision of an article; a corrected text is a new revision of the same key';
COMMENT ON COLUMN article.article_id IS 'Digest of key and text: the revision';
COMMENT ON COLUMN article.article_key IS 'Canonical URL, else SHA-256 of the file when it was first seen';
COMMENT ON COLUMN article.source IS 'The path or URL that was given';
COMMENT ON COLUMN article.url IS 'Canonical URL, empty for none';
COMMENT ON COLUMN article.title IS 'Title, empty for none';
COMMENT ON COLUMN article.language IS 'Language tag of the text';
COMMENT ON COLUMN article.published_on IS 'Date of publication where known';
COMMENT ON COLUMN article.text IS 'The text in which all offsets of claims count, in Unicode code points';
COMMENT ON COLUMN article.text_sha256 IS 'SHA-256 of the text in UTF-8';
COMMENT ON COLUMN article.blocks IS 'Stretches of the text and what each is: kind, start, end';
COMMENT ON COLUMN article.seen_at IS 'When this revision was first stored, UTC';
COMMENT ON COLUMN article.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE claim (
    claim_id VARCHAR NOT NULL, article_key VARCHAR NOT NULL, kind VARCHAR NOT NULL CHECK (kind IN ('content', 'speech')),
    occurrence INTEGER NOT NULL, quote_normal VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE claim IS 'Identity of a claim: it outlives corrections of the article and better splitters';
COMMENT ON COLUMN claim.claim_id IS 'Digest of article key, normalised quote, occurrence and kind';
COMMENT ON COLUMN claim.article_key IS 'The article that makes the claim';
COMMENT ON COLUMN claim.kind IS 'content: is it so? speech: did this person say it?';
COMMENT ON COLUMN claim.occurrence IS '1 for the first claim of this kind with this quote in the article';
COMMENT ON COLUMN claim.quote_normal IS 'The quote with white space folded, as it enters the digest';
COMMENT ON COLUMN claim.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE claim_occurrence (
    occurrence_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, article_id VARCHAR NOT NULL, splitter VARCHAR NOT NULL,
    language VARCHAR NOT NULL, quote VARCHAR NOT NULL, quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,
    quote_spans JSON NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,
    claim_text VARCHAR NOT NULL, attributed_to VARCHAR, attribution JSON, polarity VARCHAR NOT NULL,
    modality VARCHAR NOT NULL, worth_category VARCHAR NOT NULL, worth_score DOUBLE NOT NULL,
    worth_reason VARCHAR NOT NULL, quantities JSON NOT NULL, times JSON NOT NULL, names JSON NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log'), CHECK (quote_start <= quote_end)
);
COMMENT ON TABLE claim_occurrence IS 'A claim as one splitter cut it from one revision of the article';
COMMENT ON COLUMN claim_occurrence.occurrence_id IS 'Digest of this row';
COMMENT ON COLUMN claim_occurrence.claim_id IS 'The claim';
COMMENT ON COLUMN claim_occurrence.article_id IS 'The revision of the article';
COMMENT ON COLUMN claim_occurrence.splitter IS 'Name and version of what cut it';
COMMENT ON COLUMN claim_occurrence.language IS 'Language tag of the claim';
COMMENT ON COLUMN claim_occurrence.quote IS 'Exactly the text of the article from quote_start to quote_end';
COMMENT ON COLUMN claim_occurrence.quote_start IS 'First code point of the quote';
COMMENT ON COLUMN claim_occurrence.quote_end IS 'The code point after its last';
COMMENT ON COLUMN claim_occurrence.quote_spans IS 'The parts that the claim is made of: start, end';
COMMENT ON COLUMN claim_occurrence.sentence_start IS 'First code point of the sentence around it';
COMMENT ON COLUMN claim_occurrence.sentence_end IS 'The code point after the sentence';
COMMENT ON COLUMN claim_occurrence.claim_text IS 'The claim so that it reads alone; what was filled in stands in [brackets]';
COMMENT ON COLUMN claim_occurrence.attributed_to IS 'Who says it, where the article names someone';
COMMENT ON COLUMN claim_occurrence.attribution IS 'Speaker, verb, place in the text, outer speakers';
COMMENT ON COLUMN claim_occurrence.polarity IS 'affirmed or negated';
COMMENT ON COLUMN claim_occurrence.modality IS 'asserted, predicted, conditional or opinion';
COMMENT ON COLUMN claim_occurrence.worth_category IS 'Why it is, or is not, worth checking';
COMMENT ON COLUMN claim_occurrence.worth_score IS '0 to 1, to sort by';
COMMENT ON COLUMN claim_occurrence.worth_reason IS 'The same in words';
COMMENT ON COLUMN claim_occurrence.quantities IS 'Numbers with comparator, unit and place in the text';
COMMENT ON COLUMN claim_occurrence.times IS 'Dates and periods with their bounds and place in the text';
COMMENT ON COLUMN claim_occurrence.names IS 'Named things with kind, role and place in the text';
COMMENT ON COLUMN claim_occurrence.seq IS 'Order of writing; times may tie, this never does';

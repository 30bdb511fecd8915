-- What was searched, fetched and read. Texts stand apart from their digests, so that a page can be removed.
CREATE TABLE query (
    query_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, language VARCHAR NOT NULL, text VARCHAR NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE query IS 'A search that was made for a claim in one language';
COMMENT ON COLUMN query.query_id IS 'Digest of claim, language and text';
COMMENT ON COLUMN query.claim_id IS 'The claim';
COMMENT ON COLUMN query.language IS 'Language tag of the words searched for';
COMMENT ON COLUMN query.text IS 'The words searched for';
COMMENT ON COLUMN query.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE hit (
    hit_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, query_id VARCHAR NOT NULL, url VARCHAR NOT NULL,
    title VARCHAR NOT NULL, language VARCHAR NOT NULL, source VARCHAR NOT NULL, rank INTEGER NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE hit IS 'A page that a source named for a claim';
COMMENT ON COLUMN hit.hit_id IS 'Digest of claim, query, URL, source and rank';
COMMENT ON COLUMN hit.claim_id IS 'The claim';
COMMENT ON COLUMN hit.query_id IS 'The query that led to it, empty for none';
COMMENT ON COLUMN hit.url IS 'Address of the page';
COMMENT ON COLUMN hit.title IS 'Title as the source gave it';
COMMENT ON COLUMN hit.language IS 'Language tag as the source gave it';
COMMENT ON COLUMN hit.source IS 'The source that named it';
COMMENT ON COLUMN hit.rank IS 'Its place in the answer, 1 first';
COMMENT ON COLUMN hit.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE snapshot (
    snapshot_id VARCHAR NOT NULL, url VARCHAR NOT NULL, final_url VARCHAR NOT NULL, redirects JSON NOT NULL,
    status INTEGER NOT NULL, headers JSON NOT NULL, media_type VARCHAR NOT NULL, fetched_at TIMESTAMP NOT NULL,
    body_sha256 VARCHAR NOT NULL, body_bytes BIGINT NOT NULL, origin VARCHAR NOT NULL REFERENCES origin (code),
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE snapshot IS 'One answer to one request; its bytes lie in the folder beside this file under their SHA-256';
COMMENT ON COLUMN snapshot.snapshot_id IS 'Digest of URL, bytes and time';
COMMENT ON COLUMN snapshot.url IS 'Address asked for';
COMMENT ON COLUMN snapshot.final_url IS 'Address after redirects';
COMMENT ON COLUMN snapshot.redirects IS 'Every address passed through, in order';
COMMENT ON COLUMN snapshot.status IS 'HTTP status';
COMMENT ON COLUMN snapshot.headers IS 'Headers of the answer: name and value';
COMMENT ON COLUMN snapshot.media_type IS 'Media type without parameters';
COMMENT ON COLUMN snapshot.fetched_at IS 'When it was fetched, UTC';
COMMENT ON COLUMN snapshot.body_sha256 IS 'SHA-256 of the bytes as fetched';
COMMENT ON COLUMN snapshot.body_bytes IS 'How many bytes';
COMMENT ON COLUMN snapshot.origin IS 'fetched, library or manual';
COMMENT ON COLUMN snapshot.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE page (
    page_id VARCHAR NOT NULL, snapshot_id VARCHAR NOT NULL, body_sha256 VARCHAR NOT NULL, url VARCHAR NOT NULL,
    title VARCHAR NOT NULL, publisher VARCHAR NOT NULL, language VARCHAR NOT NULL, published_on DATE,
    published_how VARCHAR NOT NULL, modified_on DATE, fetched_at TIMESTAMP NOT NULL,
    origin VARCHAR NOT NULL REFERENCES origin (code), text_sha256 VARCHAR NOT NULL, extractor VARCHAR NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE page IS 'What an extractor made of a snapshot';
COMMENT ON COLUMN page.page_id IS 'Digest of snapshot, extractor and text';
COMMENT ON COLUMN page.snapshot_id IS 'The snapshot it was made from';
COMMENT ON COLUMN page.body_sha256 IS 'SHA-256 of the bytes it was made from';
COMMENT ON COLUMN page.url IS 'Address of the page';
COMMENT ON COLUMN page.title IS 'Title of the page';
COMMENT ON COLUMN page.publisher IS 'Who publishes it';
COMMENT ON COLUMN page.language IS 'Language tag of the text';
COMMENT ON COLUMN page.published_on IS 'Date of publication, where one was found';
COMMENT ON COLUMN page.published_how IS 'Where that date was found, empty for nowhere';
COMMENT ON COLUMN page.modified_on IS 'Date of the last change, where one was found';
COMMENT ON COLUMN page.fetched_at IS 'When the snapshot was fetched, UTC';
COMMENT ON COLUMN page.origin IS 'fetched, library or manual';
COMMENT ON COLUMN page.text_sha256 IS 'SHA-256 of the extracted text in UTF-8';
COMMENT ON COLUMN page.extractor IS 'Name and version of what makes this text again from the bytes';
COMMENT ON COLUMN page.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE page_text (
    text_sha256 VARCHAR NOT NULL, text VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE page_text IS 'Extracted texts by digest; a row goes when its page is removed or pruned';
COMMENT ON COLUMN page_text.text_sha256 IS 'SHA-256 of the text in UTF-8';
COMMENT ON COLUMN page_text.text IS 'The text in which all offsets of passages count, in Unicode code points';
COMMENT ON COLUMN page_text.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE passage (
    passage_id VARCHAR NOT NULL, text_sha256 VARCHAR NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
    language VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log'), CHECK (start_at <= end_at)
);
COMMENT ON TABLE passage IS 'A stretch of an extracted text that some verdict or person used';
COMMENT ON COLUMN passage.passage_id IS 'Digest of text, start and end';
COMMENT ON COLUMN passage.text_sha256 IS 'SHA-256 of the text it stands in';
COMMENT ON COLUMN passage.start_at IS 'First code point of the passage';
COMMENT ON COLUMN passage.end_at IS 'The code point after its last';
COMMENT ON COLUMN passage.language IS 'Language tag of the passage';
COMMENT ON COLUMN passage.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE passage_text (
    passage_id VARCHAR NOT NULL, text VARCHAR NOT NULL, heading VARCHAR NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE passage_text IS 'The words of a passage, so that reading one needs not its whole page; goes when its page is removed';
COMMENT ON COLUMN passage_text.passage_id IS 'The passage';
COMMENT ON COLUMN passage_text.text IS 'Exactly the page text from start_at to end_at';
COMMENT ON COLUMN passage_text.heading IS 'The heading it stands under, empty for none';
COMMENT ON COLUMN passage_text.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE removal (
    body_sha256 VARCHAR NOT NULL, text_sha256 VARCHAR NOT NULL, url VARCHAR NOT NULL, removed_by VARCHAR NOT NULL,
    reason VARCHAR NOT NULL, removed_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE removal IS 'Tombstones: bytes and texts that were taken away; their digests stay';
COMMENT ON COLUMN removal.body_sha256 IS 'SHA-256 of the bytes that went';
COMMENT ON COLUMN removal.text_sha256 IS 'SHA-256 of the text that went, empty where only bytes did';
COMMENT ON COLUMN removal.url IS 'Address of the page';
COMMENT ON COLUMN removal.removed_by IS 'Who asked';
COMMENT ON COLUMN removal.reason IS 'Why';
COMMENT ON COLUMN removal.removed_at IS 'When, UTC';
COMMENT ON COLUMN removal.seq IS 'Order of writing; times may tie, this never does';

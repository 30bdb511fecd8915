-- Who did the work: runs, checks of articles, what each cost and what failed.
CREATE TABLE run (
    run_id VARCHAR PRIMARY KEY, started_at TIMESTAMP NOT NULL, command VARCHAR NOT NULL, code_version VARCHAR NOT NULL,
    config_sha256 VARCHAR NOT NULL, embedder VARCHAR NOT NULL, embedder_sha256 VARCHAR NOT NULL,
    judge VARCHAR NOT NULL, judge_sha256 VARCHAR NOT NULL, engine_id VARCHAR NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE run IS 'One row a run as it began';
COMMENT ON COLUMN run.run_id IS 'The run';
COMMENT ON COLUMN run.started_at IS 'When it began, UTC';
COMMENT ON COLUMN run.command IS 'What was asked for: check, refresh, ...';
COMMENT ON COLUMN run.code_version IS 'Version of this program';
COMMENT ON COLUMN run.config_sha256 IS 'SHA-256 of the settings that decide outcomes';
COMMENT ON COLUMN run.embedder IS 'Name of the model that ranks';
COMMENT ON COLUMN run.embedder_sha256 IS 'Its digest';
COMMENT ON COLUMN run.judge IS 'Name of the judge';
COMMENT ON COLUMN run.judge_sha256 IS 'Its digest';
COMMENT ON COLUMN run.engine_id IS 'Id of the run in the engine that carried it out, empty for none';
COMMENT ON COLUMN run.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE run_finish (
    run_id VARCHAR NOT NULL, finished_at TIMESTAMP NOT NULL, status VARCHAR NOT NULL, seconds DOUBLE NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE run_finish IS 'How a run ended; a run without a row here is running, or was killed';
COMMENT ON COLUMN run_finish.run_id IS 'The run';
COMMENT ON COLUMN run_finish.finished_at IS 'When it ended, UTC';
COMMENT ON COLUMN run_finish.status IS 'finished, failed, cancelled or what else the caller says';
COMMENT ON COLUMN run_finish.seconds IS 'How long it took';
COMMENT ON COLUMN run_finish.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE article_check (
    check_id VARCHAR NOT NULL, run_id VARCHAR NOT NULL, article_id VARCHAR NOT NULL, article_key VARCHAR NOT NULL,
    work_digest VARCHAR NOT NULL, claims INTEGER NOT NULL, undecided INTEGER NOT NULL, seconds DOUBLE NOT NULL,
    checked_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE article_check IS 'One article checked by one run, finished; what resuming rests on';
COMMENT ON COLUMN article_check.check_id IS 'Digest of run, article and outcomes';
COMMENT ON COLUMN article_check.run_id IS 'The run';
COMMENT ON COLUMN article_check.article_id IS 'The revision of the article';
COMMENT ON COLUMN article_check.article_key IS 'The article';
COMMENT ON COLUMN article_check.work_digest IS 'Digest of everything that decides the outcome';
COMMENT ON COLUMN article_check.claims IS 'Claims that went in, and outcomes that came out';
COMMENT ON COLUMN article_check.undecided IS 'Of these, claims without a verdict: with any, the work is not done';
COMMENT ON COLUMN article_check.seconds IS 'How long it took';
COMMENT ON COLUMN article_check.checked_at IS 'When it was stored, UTC';
COMMENT ON COLUMN article_check.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE outcome (
    check_id VARCHAR NOT NULL, run_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, occurrence_id VARCHAR NOT NULL,
    verdict_id VARCHAR, undecided_id VARCHAR, reached_at TIMESTAMP NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log'), CHECK ((verdict_id IS NULL) <> (undecided_id IS NULL))
);
COMMENT ON TABLE outcome IS 'What each claim came to in each check, changed or not: exactly one row a claim';
COMMENT ON COLUMN outcome.check_id IS 'The check, empty where one claim was judged again';
COMMENT ON COLUMN outcome.run_id IS 'The run, empty where one claim was judged again for a person';
COMMENT ON COLUMN outcome.claim_id IS 'The claim';
COMMENT ON COLUMN outcome.occurrence_id IS 'The claim as it stood in the article';
COMMENT ON COLUMN outcome.verdict_id IS 'The verdict, or';
COMMENT ON COLUMN outcome.undecided_id IS 'what failed';
COMMENT ON COLUMN outcome.reached_at IS 'When, UTC';
COMMENT ON COLUMN outcome.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE check_page (
    check_id VARCHAR NOT NULL, page_id VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE check_page IS 'The pages that a check read, used or not';
COMMENT ON COLUMN check_page.check_id IS 'The check';
COMMENT ON COLUMN check_page.page_id IS 'The page';
COMMENT ON COLUMN check_page.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE stage_count (
    run_id VARCHAR NOT NULL, check_id VARCHAR NOT NULL, stage VARCHAR NOT NULL, items BIGINT NOT NULL,
    failures BIGINT NOT NULL, cached BIGINT NOT NULL, requests BIGINT NOT NULL, bytes BIGINT NOT NULL,
    seconds DOUBLE NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE stage_count IS 'What each stage did and cost';
COMMENT ON COLUMN stage_count.run_id IS 'The run';
COMMENT ON COLUMN stage_count.check_id IS 'The check of an article, empty for work of the whole run';
COMMENT ON COLUMN stage_count.stage IS 'The stage';
COMMENT ON COLUMN stage_count.items IS 'Things that came out';
COMMENT ON COLUMN stage_count.failures IS 'Things that did not';
COMMENT ON COLUMN stage_count.cached IS 'Of the items, those taken from what was already kept';
COMMENT ON COLUMN stage_count.requests IS 'Requests sent';
COMMENT ON COLUMN stage_count.bytes IS 'Bytes received';
COMMENT ON COLUMN stage_count.seconds IS 'How long it took';
COMMENT ON COLUMN stage_count.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE failure (
    run_id VARCHAR NOT NULL, check_id VARCHAR NOT NULL, stage VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    reason VARCHAR NOT NULL, failed_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE failure IS 'What a run did not get, and why';
COMMENT ON COLUMN failure.run_id IS 'The run';
COMMENT ON COLUMN failure.check_id IS 'The check of an article, empty for work of the whole run';
COMMENT ON COLUMN failure.stage IS 'The stage that met it';
COMMENT ON COLUMN failure.subject IS 'The URL, claim or query that it concerns';
COMMENT ON COLUMN failure.reason IS 'A closed word, then a sentence';
COMMENT ON COLUMN failure.failed_at IS 'When, UTC';
COMMENT ON COLUMN failure.seq IS 'Order of writing; times may tie, this never does';

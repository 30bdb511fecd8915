-- What was made of it: stances, verdicts, decisions and evidence by people.
CREATE TABLE stance (
    stance_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, passage_id VARCHAR NOT NULL,
    label VARCHAR NOT NULL REFERENCES stance_label (code), probability DOUBLE NOT NULL, reason VARCHAR NOT NULL,
    judge VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE stance IS 'What one judge says of one passage and one claim';
COMMENT ON COLUMN stance.stance_id IS 'Digest of claim, passage and judge; the evidence id where a person says it';
COMMENT ON COLUMN stance.claim_id IS 'The claim';
COMMENT ON COLUMN stance.passage_id IS 'The passage';
COMMENT ON COLUMN stance.label IS 'supports, refutes or context';
COMMENT ON COLUMN stance.probability IS 'Of the label, calibrated';
COMMENT ON COLUMN stance.reason IS 'In words';
COMMENT ON COLUMN stance.judge IS 'Name and version of the judge; person:NAME for a person';
COMMENT ON COLUMN stance.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE verdict (
    verdict_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, label VARCHAR NOT NULL REFERENCES label (code),
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1), rationale VARCHAR NOT NULL, as_of DATE NOT NULL,
    judge VARCHAR NOT NULL, rule_version VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE verdict IS 'What the stances bear out, by the machine';
COMMENT ON COLUMN verdict.verdict_id IS 'Digest of claim, label, evidence, judge, rule version and as-of date';
COMMENT ON COLUMN verdict.claim_id IS 'The claim';
COMMENT ON COLUMN verdict.label IS 'One of the four verdicts';
COMMENT ON COLUMN verdict.confidence IS '0 to 1, calibrated';
COMMENT ON COLUMN verdict.rationale IS 'Why, in words';
COMMENT ON COLUMN verdict.as_of IS 'The date for which truth is judged';
COMMENT ON COLUMN verdict.judge IS 'Name and version of the judge';
COMMENT ON COLUMN verdict.rule_version IS 'Version of the rule that made one verdict of the stances';
COMMENT ON COLUMN verdict.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE verdict_use (
    verdict_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, evidence_id VARCHAR NOT NULL, passage_id VARCHAR NOT NULL,
    page_id VARCHAR NOT NULL, stance_id VARCHAR NOT NULL, rank INTEGER NOT NULL, relevance DOUBLE NOT NULL,
    signals JSON NOT NULL, source_group VARCHAR NOT NULL, after_as_of BOOLEAN NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE verdict_use IS 'The passages that a verdict rests on';
COMMENT ON COLUMN verdict_use.verdict_id IS 'The verdict';
COMMENT ON COLUMN verdict_use.claim_id IS 'Its claim';
COMMENT ON COLUMN verdict_use.evidence_id IS 'Digest of claim, page and passage; the id of the evidence where a person brought it';
COMMENT ON COLUMN verdict_use.passage_id IS 'The passage';
COMMENT ON COLUMN verdict_use.page_id IS 'The page that it was read on';
COMMENT ON COLUMN verdict_use.stance_id IS 'What was taken to be its stance';
COMMENT ON COLUMN verdict_use.rank IS 'Its place among those that bear on the claim, 1 first';
COMMENT ON COLUMN verdict_use.relevance IS '0 to 1';
COMMENT ON COLUMN verdict_use.signals IS 'What each ranking signal said: name and value';
COMMENT ON COLUMN verdict_use.source_group IS 'Pages that tell one source again share it';
COMMENT ON COLUMN verdict_use.after_as_of IS 'Whether the page was published after the as-of date';
COMMENT ON COLUMN verdict_use.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE undecided (
    undecided_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, reason VARCHAR NOT NULL, as_of DATE NOT NULL,
    seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE undecided IS 'A part failed, so the claim got no new verdict';
COMMENT ON COLUMN undecided.undecided_id IS 'Digest that names it';
COMMENT ON COLUMN undecided.claim_id IS 'The claim';
COMMENT ON COLUMN undecided.reason IS 'What failed, in words';
COMMENT ON COLUMN undecided.as_of IS 'The date for which truth was to be judged';
COMMENT ON COLUMN undecided.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE judgement (
    claim_id VARCHAR NOT NULL, verdict_id VARCHAR, undecided_id VARCHAR, run_id VARCHAR NOT NULL,
    occurrence_id VARCHAR NOT NULL, judged_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log'),
    CHECK ((verdict_id IS NULL) <> (undecided_id IS NULL))
);
COMMENT ON TABLE judgement IS 'History: one row each time that the machine changed its mind or could not make it up';
COMMENT ON COLUMN judgement.claim_id IS 'The claim';
COMMENT ON COLUMN judgement.verdict_id IS 'The verdict from here on, or';
COMMENT ON COLUMN judgement.undecided_id IS 'what failed';
COMMENT ON COLUMN judgement.run_id IS 'The run that judged, empty where a person had one claim judged again';
COMMENT ON COLUMN judgement.occurrence_id IS 'The claim as it then stood in the article';
COMMENT ON COLUMN judgement.judged_at IS 'When, UTC';
COMMENT ON COLUMN judgement.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE manual_evidence (
    evidence_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, passage_id VARCHAR NOT NULL, page_id VARCHAR NOT NULL,
    stance VARCHAR NOT NULL REFERENCES stance_label (code), added_by VARCHAR NOT NULL, note VARCHAR NOT NULL,
    added_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE manual_evidence IS 'Evidence that people brought; the passage is the proven quote';
COMMENT ON COLUMN manual_evidence.evidence_id IS 'Digest of claim, passage, stance, person and time';
COMMENT ON COLUMN manual_evidence.claim_id IS 'The claim';
COMMENT ON COLUMN manual_evidence.passage_id IS 'The quote';
COMMENT ON COLUMN manual_evidence.page_id IS 'The page that it stands in';
COMMENT ON COLUMN manual_evidence.stance IS 'What the person says that it says';
COMMENT ON COLUMN manual_evidence.added_by IS 'Who';
COMMENT ON COLUMN manual_evidence.note IS 'What they noted, empty for nothing';
COMMENT ON COLUMN manual_evidence.added_at IS 'When, UTC';
COMMENT ON COLUMN manual_evidence.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE evidence_retraction (
    evidence_id VARCHAR NOT NULL, retracted_by VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    retracted_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE evidence_retraction IS 'Manual evidence that was taken back; the evidence stays on record';
COMMENT ON COLUMN evidence_retraction.evidence_id IS 'The evidence';
COMMENT ON COLUMN evidence_retraction.retracted_by IS 'Who';
COMMENT ON COLUMN evidence_retraction.reason IS 'Why';
COMMENT ON COLUMN evidence_retraction.retracted_at IS 'When, UTC';
COMMENT ON COLUMN evidence_retraction.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE decision (
    decision_id VARCHAR NOT NULL, claim_id VARCHAR NOT NULL, label VARCHAR NOT NULL REFERENCES label (code),
    decided_by VARCHAR NOT NULL, reason VARCHAR NOT NULL, decided_at TIMESTAMP NOT NULL,
    occurrence_id VARCHAR NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log'), CHECK (label <> 'undecided')
);
COMMENT ON TABLE decision IS 'Verdicts by people';
COMMENT ON COLUMN decision.decision_id IS 'Digest of claim, label, person, reason and time';
COMMENT ON COLUMN decision.claim_id IS 'The claim';
COMMENT ON COLUMN decision.label IS 'One of the four verdicts';
COMMENT ON COLUMN decision.decided_by IS 'Who';
COMMENT ON COLUMN decision.reason IS 'Why';
COMMENT ON COLUMN decision.decided_at IS 'When, UTC';
COMMENT ON COLUMN decision.occurrence_id IS 'The claim as it then stood in the article';
COMMENT ON COLUMN decision.seq IS 'Order of writing; times may tie, this never does';

CREATE TABLE decision_withdrawal (
    decision_id VARCHAR NOT NULL, withdrawn_by VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP NOT NULL, seq BIGINT NOT NULL DEFAULT nextval('seq_log')
);
COMMENT ON TABLE decision_withdrawal IS 'Decisions that were taken back';
COMMENT ON COLUMN decision_withdrawal.decision_id IS 'The decision';
COMMENT ON COLUMN decision_withdrawal.withdrawn_by IS 'Who';
COMMENT ON COLUMN decision_withdrawal.reason IS 'Why';
COMMENT ON COLUMN decision_withdrawal.withdrawn_at IS 'When, UTC';
COMMENT ON COLUMN decision_withdrawal.seq IS 'Order of writing; times may tie, this never does';

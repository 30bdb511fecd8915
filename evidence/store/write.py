"""What a run puts into the store; every function runs inside a transaction of its caller."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from claims.digests import digest
from claims.records import Article
from evidence.errors import StoreError
from evidence.records import (
    ArticleResult,
    EvidenceUse,
    Failure,
    Hit,
    Kept,
    Page,
    Passage,
    Run,
    Snapshot,
    StageCount,
    Undecided,
    Verdict,
)
from evidence.store.bulk import Row, insert
from evidence.store.claim_rows import add_claims
from evidence.store.codec import plain
from evidence.store.connect import Connection
from evidence.store.proof import prove

Outcome = Verdict | Undecided


def now() -> str:
    """The moment in UTC as DuckDB reads it."""
    return str(plain(datetime.now(UTC)))


def add_run(connection: Connection, run: Run) -> None:
    """Keep how a run was set up."""
    insert(connection, "run", [_renamed(run, id="run_id")])


def add_finish(connection: Connection, run_id: str, *, status: str, stages: Sequence[StageCount]) -> None:
    """Keep how a run ended."""
    started = connection.execute("SELECT started_at FROM run WHERE run_id = ?", [run_id]).fetchone()
    if started is None:
        raise StoreError(f"There is no run {run_id} in this store, so it cannot be finished.")
    finished = datetime.now(UTC).replace(tzinfo=None)
    insert(connection, "run_finish", [{
        "run_id": run_id, "finished_at": plain(finished), "status": status,
        "seconds": (finished - started[0]).total_seconds(),
    }])  # fmt: skip
    add_stages(connection, run_id, "", stages)


def add_result(connection: Connection, run_id: str, result: ArticleResult) -> bool:
    """Keep all that a run made of an article; False where that very result is already kept."""
    prove(result)
    article = result.article
    made = sorted([*(each.id for each in result.outcomes), *(each.verdict_id for each in result.kept)])
    check_id = digest(run_id, article.id, result.work_digest, tuple(made))
    if connection.execute("SELECT 1 FROM article_check WHERE check_id = ?", [check_id]).fetchone():
        return False
    add_article(connection, article)
    occurrences = add_claims(connection, article, result.claims)
    insert(connection, "query", [_renamed(query, id="query_id") for query in result.queries], key=["query_id"])
    insert(connection, "hit", [_hit(hit) for hit in result.hits], key=["hit_id"])
    add_pages(connection, result.snapshots, result.pages)
    insert(connection, "article_check", [{
        "check_id": check_id, "run_id": run_id, "article_id": article.id, "article_key": article.key,
        "work_digest": result.work_digest, "claims": len(result.claims),
        "undecided": sum(isinstance(outcome, Undecided) for outcome in result.outcomes),
        "seconds": result.seconds, "checked_at": now(),
    }])  # fmt: skip
    add_outcomes(connection, result.outcomes, occurrences, run_id=run_id, check_id=check_id)
    add_kept(connection, result.kept, occurrences, run_id=run_id, check_id=check_id)
    pages = dict.fromkeys([*(page.id for page in result.pages), *_pages_of(connection, result.kept_from)])
    insert(connection, "check_page", [{"check_id": check_id, "page_id": page_id} for page_id in pages])
    add_stages(connection, run_id, check_id, result.stages)
    add_failures(connection, run_id, check_id, result.failures)
    return True


def add_article(connection: Connection, article: Article) -> None:
    """Keep a revision, and under which path and URL it was given."""
    places = dict.fromkeys(place for place in (article.source, article.url) if place and place != "-")
    insert(
        connection,
        "article_source",
        [{"source": each, "article_key": article.key} for each in places],
        key=["source"],
    )
    row = _renamed(article, id="article_id", key="article_key")
    insert(connection, "article", [{**row, "seen_at": now()}], key=["article_id"])


def add_pages(connection: Connection, snapshots: Iterable[Snapshot], pages: Iterable[Page]) -> None:
    """Keep snapshots, what was extracted from them, and the texts."""
    pages = list(pages)
    insert(connection, "snapshot", [_renamed(each, id="snapshot_id") for each in snapshots], key=["snapshot_id"])
    rows = [_renamed(page, id="page_id") for page in pages]
    gone = _taken_away(connection, [page.text_sha256 for page in pages])
    texts = [{"text_sha256": row["text_sha256"], "text": row.pop("text")} for row in rows]
    texts = [row for row in texts if row["text_sha256"] not in gone]
    insert(connection, "page", rows, key=["page_id"])
    insert(connection, "page_text", texts, key=["text_sha256"])


def add_outcomes(
    connection: Connection,
    outcomes: Sequence[Outcome],
    occurrences: dict[str, str],
    *,
    run_id: str,
    check_id: str = "",
) -> None:
    """Keep what each claim came to; history gets a row only where something changed."""
    if not outcomes:
        return
    before = _standing(connection, [each.claim_id for each in outcomes])
    verdicts = [each for each in outcomes if isinstance(each, Verdict)]
    failed = [each for each in outcomes if isinstance(each, Undecided)]
    _add_verdicts(connection, verdicts)
    insert(connection, "undecided", [_renamed(each, id="undecided_id") for each in failed], key=["undecided_id"])
    rows, changes = [], []
    for each in outcomes:
        decided = isinstance(each, Verdict)
        row = {
            "run_id": run_id,
            "claim_id": each.claim_id,
            "occurrence_id": occurrences[each.claim_id],
            "verdict_id": each.id if decided else None,
            "undecided_id": None if decided else each.id,
        }
        at = now()
        rows.append({**row, "check_id": check_id, "reached_at": at})
        # a failure is compared with the last row, a verdict with the last verdict: it stands through failures
        if each.id != before.get(each.claim_id, ("", ""))[0 if decided else 1]:
            changes.append({**row, "judged_at": at})
    insert(connection, "outcome", rows)
    insert(connection, "judgement", changes)


def add_kept(
    connection: Connection, kept: Sequence[Kept], occurrences: dict[str, str], *, run_id: str, check_id: str
) -> None:
    """Keep that verdicts stand for the claims of a corrected article; nothing changed, so history gets no row."""
    insert(connection, "outcome", [{
        "run_id": run_id, "claim_id": each.claim_id, "occurrence_id": occurrences[each.claim_id],
        "verdict_id": each.verdict_id, "check_id": check_id, "reached_at": now(),
    } for each in kept])  # fmt: skip


def _pages_of(connection: Connection, check_id: str) -> list[str]:
    found = connection.execute("SELECT page_id FROM check_page WHERE check_id = ? ORDER BY seq", [check_id]).fetchall()
    return [row[0] for row in found]


def add_stages(connection: Connection, run_id: str, check_id: str, stages: Sequence[StageCount]) -> None:
    """Keep what each stage did and cost."""
    insert(
        connection,
        "stage_count",
        [{"run_id": run_id, "check_id": check_id, **plain(each)} for each in stages],
    )


def add_failures(connection: Connection, run_id: str, check_id: str, failures: Sequence[Failure]) -> None:
    """Keep what was not had, and why."""
    rows = [{"run_id": run_id, "check_id": check_id, **_renamed(each, at="failed_at")} for each in failures]
    insert(connection, "failure", rows)


def occurrences_of(connection: Connection, claim_ids: Sequence[str]) -> dict[str, str]:
    """How each claim stood when it was judged last."""
    return dict(
        connection.execute(
            "SELECT claim_id, max_by(occurrence_id, seq) FROM outcome "
            "WHERE claim_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY claim_id",
            [list(claim_ids)],
        ).fetchall()
    )


def add_passages(connection: Connection, passages: Iterable[tuple[Passage, Page]]) -> None:
    """Keep the passages that something rests on."""
    pairs = list(passages)
    gone = _taken_away(connection, [page.text_sha256 for _, page in pairs])
    insert(connection, "passage", [{
        "passage_id": passage.id, "text_sha256": page.text_sha256, "start_at": passage.start,
        "end_at": passage.end, "language": passage.language,
    } for passage, page in pairs], key=["passage_id"])  # fmt: skip
    insert(connection, "passage_text", [{
        "passage_id": passage.id, "text": passage.text, "heading": passage.heading,
    } for passage, page in pairs if page.text_sha256 not in gone], key=["passage_id"])  # fmt: skip


def _taken_away(connection: Connection, texts: Sequence[str]) -> set[str]:
    """Of these texts, those removed on request: they are not kept again."""
    found = connection.execute(
        "SELECT text_sha256 FROM removal WHERE text_sha256 IN (SELECT unnest($1::VARCHAR[]))", [list(texts)]
    ).fetchall()
    return {row[0] for row in found}


def _add_verdicts(connection: Connection, verdicts: Sequence[Verdict]) -> None:
    uses = [(verdict, use) for verdict in verdicts for use in verdict.evidence]
    add_pages(connection, [], {use.ranked.page.id: use.ranked.page for _, use in uses}.values())
    add_passages(connection, ((use.ranked.passage, use.ranked.page) for _, use in uses))
    insert(connection, "stance", [_renamed(use.stance, id="stance_id") for _, use in uses], key=["stance_id"])
    insert(
        connection,
        "verdict_use",
        [_use(verdict, use) for verdict, use in uses],
        key=["verdict_id", "evidence_id"],
    )
    insert(connection, "verdict", [{
        "verdict_id": verdict.id, "claim_id": verdict.claim_id, "label": verdict.label.value,
        "confidence": verdict.confidence, "rationale": verdict.rationale, "as_of": plain(verdict.as_of),
        "judge": verdict.judge, "rule_version": verdict.rule_version,
    } for verdict in verdicts], key=["verdict_id"])  # fmt: skip


def _standing(connection: Connection, claim_ids: list[str]) -> dict[str, tuple[str, str]]:
    """The verdict that stands for each claim, and the failure that came last, if it came after it."""
    rows = connection.execute(
        "SELECT claim_id, max_by(verdict_id, seq) FILTER (WHERE verdict_id IS NOT NULL), "
        "arg_max_null(undecided_id, seq) FROM judgement "
        "WHERE claim_id IN (SELECT unnest($1::VARCHAR[])) GROUP BY claim_id",
        [claim_ids],
    ).fetchall()
    return {claim_id: (verdict_id or "", undecided_id or "") for claim_id, verdict_id, undecided_id in rows}


def _use(verdict: Verdict, use: EvidenceUse) -> Row:
    ranked, by_person = use.ranked, use.stance.judge.startswith("person:")
    return {
        "verdict_id": verdict.id,
        "claim_id": verdict.claim_id,
        "evidence_id": use.stance.id if by_person else digest(verdict.claim_id, ranked.page.id, ranked.passage.id),
        "passage_id": ranked.passage.id,
        "page_id": ranked.page.id,
        "stance_id": use.stance.id,
        "rank": ranked.rank,
        "relevance": ranked.relevance,
        "signals": plain(ranked.signals),
        "source_group": ranked.source_group,
        "after_as_of": use.after_as_of,
    }


def _hit(hit: Hit) -> Row:
    return {"hit_id": digest(hit.claim_id, hit.query_id, hit.url, hit.source, hit.rank), **plain(hit)}


def _renamed(record: Any, **names: str) -> dict[str, Any]:
    return {names.get(name, name): value for name, value in plain(record).items()}

"""What must come out equal of two runs, and what must stand nowhere twice."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.soak.desk import Step
from evidence.store import open_store
from evidence.store.watches import ask_live

EQUAL = {
    "verdicts": "SELECT claim_id, kind, article_key, quote, quote_start, quote_end, claim_text, label, confidence, "
    "rationale, as_of, decided_by, judge, rule_version, CASE WHEN label = 'undecided' THEN '' ELSE verdict_id END AS v "
    "FROM current_verdicts ORDER BY ALL",
    "evidence": "SELECT claim_id, verdict_id, passage_id, stance, rank, url, passage_text, snapshot_sha256, "
    "text_sha256 "
    "FROM verdict_evidence WHERE verdict_id IN (SELECT verdict_id FROM current_verdicts) ORDER BY ALL",
    "history": "SELECT claim_id, verdict_id, label FROM verdict_history WHERE entry = 'verdict' ORDER BY ALL",
    "articles": "SELECT article_key, article_id, title, language, revisions FROM articles ORDER BY ALL",
}
ONCE = {
    "article": "article_id",
    "claim": "claim_id",
    "claim_occurrence": "occurrence_id",
    "verdict": "verdict_id",
    "stance": "stance_id",
    "page": "page_id",
    "page_text": "text_sha256",
    "passage": "passage_id",
    "outcome": "check_id, claim_id",
    "judgement": "claim_id, coalesce(verdict_id, undecided_id), run_id",
}


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The tables that must be equal."""
    store = open_store(path, review=False)
    return {name: [tuple(map(str, row.values())) for row in ask_live(store, sql)] for name, sql in EQUAL.items()}


def doubled(path: Path) -> dict[str, int]:
    """Rows that stand twice, by table; empty where none does."""
    store = open_store(path, review=False)
    found = {}
    for table, key in ONCE.items():
        sql = f"SELECT coalesce(sum(n - 1), 0)::BIGINT AS more FROM (SELECT count(*) AS n FROM {table} GROUP BY {key})"
        if more := ask_live(store, sql)[0]["more"]:
            found[table] = int(more)
    return found


def figures(path: Path) -> dict[str, Any]:
    """Sizes and costs of one store."""
    store = open_store(path)
    store.close()
    spent = [row["seconds"] for row in ask_live(store, "SELECT seconds FROM run_articles ORDER BY seq")]
    tenth = max(1, len(spent) // 10)
    disk = sum(each.stat().st_size for each in store.folder.rglob("*") if each.is_file() and "review" not in each.parts)
    counted = ask_live(
        store,
        "SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM current_verdicts) AS claims, "
        "(SELECT count(*) FROM current_verdicts WHERE label = 'undecided') AS undecided, "
        "(SELECT count(*) FROM page) AS pages, (SELECT count(*) FROM article_check) AS checks, "
        "(SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM failures) AS failures",
    )[0]
    return {
        **counted,
        "seconds_per_article": round(sum(spent) / max(1, len(spent)), 4),
        "first_tenth": round(sum(spent[:tenth]) / tenth, 4),
        "last_tenth": round(sum(spent[-tenth:]) / tenth, 4),
        "store_bytes": store.path.stat().st_size,
        "review_bytes": store.names.review.stat().st_size,
        "folder_bytes": disk,
    }


def course(steps: Sequence[Step], parts: int = 10) -> list[dict[str, float]]:
    """How a run went, in so many parts of equal length: seconds an article, memory, and the sizes at its end."""
    size = max(1, len(steps) // parts)
    found = []
    for first in range(0, len(steps) - size + 1, size):
        part = steps[first : first + size]
        since = steps[first - 1] if first else None
        taken = len(part) if since else max(1, len(part) - 1)
        since = since or part[0]
        found.append({
            "articles": first + len(part),
            "seconds": round((part[-1].at - since.at) / taken, 3),
            "processor_seconds": round((part[-1].processor - since.processor) / taken, 3),
            "memory_mb": round(max(step.memory for step in part) / 1e6),
            "store_bytes": part[-1].store,
            "review_bytes": part[-1].review,
        })  # fmt: skip
    return found

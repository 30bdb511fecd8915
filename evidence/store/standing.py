"""Articles as they stand: their claims, the newest text of every page that was read for them, their verdicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from claims.records import Article, Claim
from evidence.errors import StoreError
from evidence.records import ManualEvidence, Page
from evidence.store.bulk import insert
from evidence.store.connect import Connection
from evidence.store.read import article_at, claim_at, manual_of, pages_at, rows
from evidence.store.store import Store
from evidence.store.write import now


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """A page on which a current verdict rests, with what says when it is due again."""

    page_id: str
    asked: str  #: the address that was asked for
    body_sha256: str
    text_sha256: str
    published_on: date | None
    fetched_at: datetime
    media_type: str
    origin: str
    source: str  #: the source that named it, "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingClaim:
    """A claim with where it stands for the machine."""

    claim: Claim
    label: str  #: "" where it has no verdict
    verdict_id: str
    as_of: date | None
    passages: tuple[str, ...]  #: of the verdict, by rank, without those that only people brought
    pages: frozenset[str]  #: addresses of the verdict's pages
    manual: tuple[ManualEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingArticle:
    """The latest check of an article, with the pages of today."""

    article: Article
    work_digest: str
    claims: tuple[StandingClaim, ...]
    pages: tuple[Page, ...]
    newer: frozenset[str]  #: ids of those pages that are newer than the check and read otherwise


def standing_keys(store: Store, named: str | None = None) -> list[str]:
    """The keys of all checked articles, or of the one that is named."""
    with store.connection() as connection:
        if named is not None:
            return [article_at(connection, named).key]
        found = connection.execute("SELECT article_key FROM article_check GROUP BY article_key ORDER BY min(seq)")
        return [row[0] for row in found.fetchall()]


def evidence_pages(store: Store, keys: Sequence[str]) -> list[EvidencePage]:
    """The newest version of every fetched or library page behind the current verdicts of these articles."""
    with store.connection() as connection:
        found = rows(
            connection,
            "WITH used AS (SELECT DISTINCT g.url FROM present_claims p JOIN machine_verdicts m USING (claim_id) "
            "JOIN verdict_use u ON u.verdict_id = m.verdict_id JOIN page g ON g.page_id = u.page_id "
            "WHERE g.origin <> 'manual' AND p.article_key IN (SELECT unnest($1::VARCHAR[]))), "
            "newest AS (SELECT * FROM page WHERE url IN (SELECT url FROM used) AND origin <> 'manual' "
            "QUALIFY row_number() OVER (PARTITION BY url ORDER BY seq DESC) = 1) "
            "SELECT n.page_id, s.url AS asked, n.body_sha256, n.text_sha256, n.published_on, n.fetched_at, "
            "s.media_type, n.origin, coalesce(h.source, '') AS source FROM newest n "
            "JOIN (SELECT DISTINCT snapshot_id, url, media_type FROM snapshot) s ON s.snapshot_id = n.snapshot_id "
            "LEFT JOIN (SELECT url, min(source) AS source FROM hit GROUP BY url) h ON h.url = s.url ORDER BY s.url",
            [list(keys)],
        )
    return [EvidencePage(**{**row, "fetched_at": row["fetched_at"].replace(tzinfo=UTC)}) for row in found]


def load_standing(store: Store, key: str) -> StandingArticle:
    """One article as it stands."""
    with store.connection() as connection:
        check = rows(
            connection,
            "SELECT check_id, article_id, work_digest FROM article_check WHERE article_key = ? "
            "ORDER BY seq DESC LIMIT 1",
            [key],
        )
        if not check:
            raise StoreError(f"Article {key} was never checked, so there is nothing to judge again.")
        read = rows(
            connection,
            "SELECT c.page_id, g.url, g.text_sha256 FROM check_page c JOIN page g USING (page_id) "
            "WHERE c.check_id = ? ORDER BY c.seq",
            [check[0]["check_id"]],
        )
        latest = _latest(connection, [row["url"] for row in read])
        ids = [latest.get(row["url"], (row["page_id"], row["text_sha256"])) for row in read]
        pages = pages_at(connection, [page_id for page_id, _ in ids])
        newer = {page_id for row, (page_id, text) in zip(read, ids, strict=True) if text != row["text_sha256"]}
        claim_ids = connection.execute(
            "SELECT claim_id FROM outcome WHERE check_id = ? ORDER BY seq", [check[0]["check_id"]]
        ).fetchall()
        return StandingArticle(
            article=article_at(connection, check[0]["article_id"]),
            work_digest=check[0]["work_digest"],
            claims=tuple(_claim(connection, row[0]) for row in claim_ids),
            pages=tuple(page for page_id, _ in ids if (page := pages[page_id]).text),
            newer=frozenset(newer),
        )


def _latest(connection: Connection, urls: Sequence[str]) -> dict[str, tuple[str, str]]:
    found = connection.execute(
        "SELECT url, max_by(page_id, seq), max_by(text_sha256, seq) FROM page "
        "WHERE origin <> 'manual' AND url IN (SELECT unnest($1::VARCHAR[])) GROUP BY url",
        [list(urls)],
    ).fetchall()
    return {url: (page_id, text) for url, page_id, text in found}


def _claim(connection: Connection, claim_id: str) -> StandingClaim:
    stands = rows(connection, "SELECT verdict_id, label, as_of FROM machine_verdicts WHERE claim_id = ?", [claim_id])
    failed = rows(connection, "SELECT as_of FROM last_failures WHERE claim_id = ?", [claim_id])
    used = rows(
        connection,
        "SELECT u.passage_id, g.url FROM verdict_use u JOIN stance s USING (stance_id) JOIN page g USING (page_id) "
        "WHERE u.verdict_id = ? AND NOT starts_with(s.judge, 'person:') ORDER BY u.rank, u.seq",
        [stands[0]["verdict_id"] if stands else ""],
    )
    return StandingClaim(
        claim=claim_at(connection, claim_id),
        label=stands[0]["label"] if stands else "",
        verdict_id=stands[0]["verdict_id"] if stands else "",
        as_of=(stands or failed or [{"as_of": None}])[0]["as_of"],
        passages=tuple(row["passage_id"] for row in used),
        pages=frozenset(row["url"] for row in used),
        manual=tuple(manual_of(connection, claim_id)),
    )


def keys_with_newer_pages(store: Store, keys: Sequence[str]) -> list[str]:
    """Of these articles, those of whose pages one was read again after the check and reads otherwise."""
    with store.connection() as connection:
        found = connection.execute(
            "WITH newest AS (SELECT url, max_by(text_sha256, seq) AS text_sha256 FROM page WHERE origin <> 'manual' "
            "GROUP BY url), last AS (SELECT article_key, max_by(check_id, seq) AS check_id FROM article_check "
            "WHERE article_key IN (SELECT unnest($1::VARCHAR[])) GROUP BY article_key) "
            "SELECT DISTINCT l.article_key FROM last l JOIN check_page c USING (check_id) JOIN page g USING (page_id) "
            "JOIN newest n ON n.url = g.url AND n.text_sha256 <> g.text_sha256",
            [list(keys)],
        ).fetchall()
    wanted = {row[0] for row in found}
    return [key for key in keys if key in wanted]


def last_rejudging(store: Store, key: str) -> str | None:
    """The work digest of the last judging again since the last check of this article; None where there was none."""
    with store.connection() as connection:
        found = connection.execute(
            "SELECT max_by(work_digest, seq) FROM rejudging WHERE article_key = $1 "
            "AND seq > (SELECT max(seq) FROM article_check WHERE article_key = $1)",
            [key],
        ).fetchone()
    return str(found[0]) if found and found[0] is not None else None


def note_rejudged(
    store: Store, key: str, work_digest: str, *, run_id: str, claims: int, judged: int, moved: int
) -> None:
    """Keep that an article was judged again."""
    with store.writing() as connection:
        insert(connection, "rejudging", [{
            "article_key": key, "work_digest": work_digest, "run_id": run_id, "claims": claims, "judged": judged,
            "moved": moved, "done_at": now(),
        }])  # fmt: skip


def snapshots_behind(store: Store, named: str) -> tuple[str, ...]:
    """Ids of the snapshots that an article's checks, verdicts and people's evidence rest on."""
    with store.connection() as connection:
        key = article_at(connection, named).key
        found = connection.execute(
            "SELECT DISTINCT g.snapshot_id FROM page g WHERE g.page_id IN "
            "(SELECT p.page_id FROM check_page p JOIN article_check c USING (check_id) WHERE c.article_key = $1 "
            "UNION ALL SELECT u.page_id FROM verdict_use u JOIN claim m USING (claim_id) WHERE m.article_key = $1 "
            "UNION ALL SELECT e.page_id FROM manual_evidence e JOIN claim m USING (claim_id) WHERE m.article_key = $1) "
            "ORDER BY 1",
            [key],
        ).fetchall()
    return tuple(row[0] for row in found)


def needed_bodies(store: Store) -> frozenset[str]:
    """Digests of bytes on which a check, a verdict or a person's evidence rests."""
    with store.connection() as connection:
        found = connection.execute(
            "SELECT DISTINCT g.body_sha256 FROM page g WHERE g.page_id IN "
            "(SELECT page_id FROM check_page UNION ALL SELECT page_id FROM verdict_use UNION ALL "
            "SELECT page_id FROM manual_evidence)"
        ).fetchall()
    return frozenset(row[0] for row in found)

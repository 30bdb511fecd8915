"""What a desk leaves in a large store, so that every question of docs/sql.md has rows to find.

Decisions by people of different minds, evidence brought by hand, claims judged anew, corrected articles, pages that
changed and one that was removed.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from benchmarks.store.make import Maker
from claims.digests import digest, sha256_of
from evidence.records import (
    ArticleResult,
    Label,
    ManualEvidence,
    Origin,
    Page,
    Passage,
    Snapshot,
    StanceLabel,
    Verdict,
)
from evidence.store import Store, people, write
from evidence.store.connect import transaction
from evidence.store.read import pages_at, snapshots_at, uses_of

NAMES = ("Mona", "علي", "Sami")
DECISIONS, EVIDENCE, JUDGED_ANEW, CHANGED, CORRECTED = 600, 300, 200, 500, 20


def work(store: Store, maker: Maker, *, first: int) -> None:
    """All of it; `first` is a number that no article has had."""
    some = [
        row[0] for row in store.query("SELECT claim_id FROM claim ORDER BY hash(claim_id) LIMIT 2000")[1]
    ]  # drawn, yet the same from the same store
    _decide(store, maker, some[:DECISIONS])
    _bring(store, maker, some[500 : 500 + EVIDENCE])
    _judge_anew(store, some[1000 : 1000 + JUDGED_ANEW])
    _change_pages(store)
    _correct(store, maker, first)
    url = store.query("SELECT g.url FROM page g JOIN verdict_use u USING (page_id) ORDER BY g.seq LIMIT 1")[1][0][0]
    store.remove_page(url, by="Mona", reason="asked for")


def _decide(store: Store, maker: Maker, claims: list[str]) -> None:
    labels = list(Label)
    with store.connection() as connection, transaction(connection):
        for number, claim in enumerate(claims):
            for name in NAMES[: 1 + number % 2]:  # every other claim has two people
                people.add_decision(connection, claim, maker.random.choice(labels), by=name, reason="as I read it")
        for claim in claims[::20]:
            people.withdraw(connection, claim, by=NAMES[0], reason="misread", decided_by=NAMES[0])


def _bring(store: Store, maker: Maker, claims: list[str]) -> None:
    at = datetime.now(UTC)
    added = []
    for number, claim in enumerate(claims):
        snapshot, page = _page(maker, f"https://archive.example/{number}", at)
        passage = Passage(
            id=digest(page.text_sha256, 0, 80), page_id=page.id, start=0, end=80, text=page.text[:80],
            language=page.language, heading="",
        )  # fmt: skip
        by, says = NAMES[number % 3], maker.random.choice(list(StanceLabel))
        added.append(
            ManualEvidence(
                id=digest(claim, passage.id, says.value, by), claim_id=claim, stance=says, passage=passage, page=page,
                snapshot=snapshot, added_by=by, note="from the archive", added_at=at,
            )
        )  # fmt: skip
    store.add_evidence(*added)


def _page(maker: Maker, url: str, at: datetime) -> tuple[Snapshot, Page]:
    text = maker.words(["archive", "record", "bridge", "year", "cost"], 60)
    sha, body = sha256_of(text), sha256_of("<p>" + text)
    snapshot = Snapshot(
        id=digest(url, body), url=url, final_url=url, redirects=(), status=200, headers=(), media_type="text/html",
        fetched_at=at, body_sha256=body, body_bytes=len(text), origin=Origin.MANUAL,
    )  # fmt: skip
    return snapshot, Page(
        id=digest(snapshot.id, sha), snapshot_id=snapshot.id, body_sha256=body, url=url, title="Archive",
        publisher="archive.example", language="en", published_on=None, published_how="", modified_on=None,
        fetched_at=at, origin=Origin.MANUAL, text=text, text_sha256=sha, extractor="bench-1",
    )  # fmt: skip


def _judge_anew(store: Store, claims: list[str]) -> None:
    known = store.query(
        "SELECT claim_id, verdict_id, label, as_of FROM machine_verdicts WHERE claim_id IN (SELECT unnest($1))",
        [claims],
    )[1]
    with store.connection() as connection:
        uses = {verdict: tuple(uses_of(connection, verdict)) for _, verdict, _, _ in known}
    store.save_verdicts([
        Verdict(
            id=digest(claim, "anew"), claim_id=claim, confidence=0.9, rationale="judged anew", as_of=as_of,
            label=Label.REFUTED if label != "refuted" else Label.SUPPORTED, judge="bench-2", rule_version="rule-2",
            evidence=uses[verdict],
        )
        for claim, verdict, label, as_of in known
    ])  # fmt: skip


def _change_pages(store: Store) -> None:
    ids = store.query(f"SELECT page_id FROM page WHERE origin = 'fetched' ORDER BY hash(page_id) LIMIT {CHANGED}")[1]
    with store.connection() as connection, transaction(connection):
        found = pages_at(connection, [row[0] for row in ids])
        snapshots = snapshots_at(connection, [page.snapshot_id for page in found.values()])
        pairs = [_changed(page, snapshots[page.snapshot_id]) for page in found.values()]
        write.add_pages(connection, [each for each, _ in pairs], [page for _, page in pairs])


def _changed(page: Page, snapshot: Snapshot) -> tuple[Snapshot, Page]:
    text, at = page.text + " Corrected.", page.fetched_at + timedelta(days=2)
    sha = sha256_of(text)
    later = replace(snapshot, id=digest(snapshot.id, sha), fetched_at=at, body_sha256=sha256_of("<p>" + text))
    return later, replace(
        page, id=digest(later.id, sha), snapshot_id=later.id, body_sha256=later.body_sha256, text=text, text_sha256=sha,
        fetched_at=at,
    )  # fmt: skip


def _correct(store: Store, maker: Maker, first: int) -> None:
    run = store.start_run(
        code_version="bench", config_sha256="c", embedder="e", embedder_sha256="e", judge="bench-1", judge_sha256="j"
    )
    for number in range(first, first + CORRECTED):
        whole = maker.article(number)
        store.save_article(run.id, whole)
        store.save_article(run.id, _shorter(whole))
    store.finish_run(run.id)


def _shorter(whole: ArticleResult) -> ArticleResult:
    """The article without its last sentence."""
    gone = whole.claims[-1]
    text = whole.article.text[: gone.quote_start].rstrip()
    sha = sha256_of(text)
    article = replace(whole.article, id=digest(whole.article.key, sha), text=text, text_sha256=sha)
    return replace(
        whole, article=article, work_digest=digest("work", article.id),
        claims=tuple(replace(each, article_id=article.id) for each in whole.claims[:-1]),
        queries=tuple(each for each in whole.queries if each.claim_id != gone.id),
        hits=tuple(each for each in whole.hits if each.claim_id != gone.id),
        outcomes=tuple(each for each in whole.outcomes if each.claim_id != gone.id),
    )  # fmt: skip

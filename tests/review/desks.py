"""A store with an article checked against pages whose bytes are really there."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claims.digests import digest
from claims.records import Article, Claim
from evidence.pages import extract_page
from evidence.records import EvidenceUse, Page, Passage, RankedPassage, Snapshot, Stance, StanceLabel, Verdict
from evidence.rules import load_thresholds
from evidence.snapshots import Snapshots
from evidence.store import Store, open_store
from evidence.tiers import load_tiers
from evidence.verdict import reach_verdict
from review.acts import Desk
from tests.evidence.store_samples import QUOTES, article, claim, result, run_of, undecided

URL = "https://en.wikipedia.org/wiki/Old_Bridge"
HTML = (
    "<!doctype html><html lang=en><head><title>Old Bridge</title>"
    '<meta property="article:published_time" content="2020-05-01"></head><body><article><h1>Old Bridge</h1>'
    "<p>The Old Bridge was opened to traffic in 1950 after four years of work by the city.</p>"
    "<p>It is 620 metres long, and it cost 31 million pounds, which the city paid back over twenty years.</p>"
    "<script>alert(1)</script></article></body></html>"
)
AS_OF = date(2026, 11, 19)


@dataclass(frozen=True)
class Checked:
    """The desk and what lies on it."""

    desk: Desk
    article: Article
    claims: tuple[Claim, ...]
    snapshot: Snapshot
    page: Page

    @property
    def store(self) -> Store:
        return self.desk.store


def checked(folder: Path, *, failing: bool = False, name: str = "desk") -> Checked:
    """Three claims: supported, refuted, not enough evidence; with `failing`, the last is undecided."""
    store = open_store(folder / f"{name}.duckdb")
    snapshots = Snapshots(store.folder)
    snapshot = snapshots.put(url=URL, body=HTML.encode(), media_type="text/html")
    page = extract_page(snapshot, HTML.encode())
    of = article()
    claims = tuple(claim(of, quote) for quote in QUOTES)
    outcomes = [
        _verdict(claims[0], [_use(claims[0], page, "opened to traffic in 1950", StanceLabel.SUPPORTS)]),
        _verdict(claims[1], [_use(claims[1], page, "It is 620 metres long", StanceLabel.REFUTES)]),
        undecided(claims[2])
        if failing
        else _verdict(claims[2], [_use(claims[2], page, "opened to traffic in 1950", StanceLabel.NEITHER)]),
    ]
    made = result(of, claims, tuple(outcomes), ((snapshot, page),))
    run = run_of(store)
    store.save_article(run.id, made)
    store.finish_run(run.id)
    return Checked(desk=desk_on(store, snapshots), article=of, claims=claims, snapshot=snapshot, page=page)


def desk_on(store: Store, snapshots: Snapshots) -> Desk:
    """A desk that reaches no network: what was fetched before is all there is."""

    def get(url: str) -> Snapshot:
        found = snapshots.latest(url)
        assert found is not None, f"{url} was never fetched"
        return found

    return Desk(store=store, snapshots=snapshots, get=get, tiers=load_tiers(), thresholds=load_thresholds())


def _verdict(of: Claim, uses: list[EvidenceUse]) -> Verdict:
    pairs = [(use.ranked, use.stance) for use in uses]
    return reach_verdict(of, pairs, as_of=AS_OF, judge="slots-1")


def _use(of: Claim, page: Page, quote: str, says: StanceLabel) -> EvidenceUse:
    start = page.text.index(quote)
    cut = Passage(
        id=digest(page.text_sha256, start, start + len(quote)),
        page_id=page.id,
        start=start,
        end=start + len(quote),
        text=quote,
        language="en",
        heading="",
    )
    ranked = RankedPassage(
        claim_id=of.id,
        passage=cut,
        page=page,
        rank=1,
        relevance=0.8,
        signals=(("bm25", 0.5),),
        source_group=page.publisher,
    )
    stance = Stance(
        id=digest(of.id, cut.id, "slots-1"),
        claim_id=of.id,
        passage_id=cut.id,
        label=says,
        probability=0.97,
        reason="1950 = 1950",
        judge="slots-1",
    )
    return EvidenceUse(ranked=ranked, stance=stance, after_as_of=False)

"""Evidence fetched again when due: conditional requests, both snapshots kept, only changed evidence judged."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from evidence.store.standing import EvidencePage
from flows.due import is_due, kind_of
from flows.looking import run_look
from flows.refresh import Refreshed, refresh
from flows.settings import Settings
from flows.watch import begin_watch, reader_of
from flows.wiring import Parts
from tests.flows.changing import ChangingSite, changing_site
from tests.flows.test_watch import NEWS, RIVER, verdict_rows

LAKE = "بحيرة سالم بحيرة عذبة تقع قرب مدينة سالم."


@pytest.fixture
def site() -> Iterator[ChangingSite]:
    with changing_site() as site:
        site.put("/wiki/warda", "نهر وردة", RIVER)
        site.put("/wiki/salim", "بحيرة سالم", LAKE)
        site.results = ["/wiki/warda", "/wiki/salim"]
        yield site


@pytest.fixture
def settings(site: ChangingSite, tmp_path: Path) -> Settings:
    """A desk with one checked article."""
    from flows.settings import load_settings

    made = load_settings(
        store=tmp_path / "desk.duckdb",
        sources=["search_api"],
        search_api=f"{site.base}/search",
        allow_hosts=[site.host],
        requests_per_second=500.0,
        embedder="none",
        engine_home=tmp_path / "engine",
    )
    address = site.put("/news/1", "فيضان", NEWS, published="2025-03-10")
    reader = reader_of(Parts(made))
    watch = begin_watch(address, reader, every="1h", cron=None, timezone="UTC", pages=None)
    assert run_look(watch, made, plain=True).checked == 1
    site.answers.clear()
    return made


def run(settings: Settings, *, now: bool = True) -> Refreshed:
    return refresh(Parts(settings), now=now)


def test_pages_that_did_not_change_cost_no_body_and_no_verdict(site: ChangingSite, settings: Settings) -> None:
    """The server says 304; nothing is judged and no row is written."""
    before = verdict_rows(settings)
    done = run(settings)
    assert done.asked == done.pages >= 1
    assert (done.unchanged, done.changed, done.failed) == (done.asked, 0, 0)
    assert done.bytes == 0
    assert (done.judged, done.moved) == (0, ())
    assert site.bodies() == []
    assert {status for _, status in site.answers} == {304}
    assert verdict_rows(settings) == before


def test_a_page_that_is_not_due_is_not_asked_for(site: ChangingSite, settings: Settings) -> None:
    """A page without a date is due after a week."""
    done = run(settings, now=False)
    assert (done.asked, done.requests) == (0, 0)
    assert site.answers == []


def test_a_changed_page_moves_the_verdict_and_both_texts_stay(site: ChangingSite, settings: Settings) -> None:
    """What moved is listed with the page that moved it; the claims whose evidence stayed keep their rows."""
    parts = Parts(settings)
    rows = {row["quote"]: row["label"] for row in parts.store.current_verdicts()}
    dam = next(quote for quote in rows if "1975" in quote)
    assert rows[dam] == "refuted"
    site.put("/wiki/warda", "نهر وردة", RIVER.replace("1961", "1975"))
    done = run(settings)
    assert (done.changed, done.failed) == (1, 0)
    assert [moved.before for moved in done.moved] == ["refuted"]
    assert done.moved[0].after in ("supported", "not_enough_evidence")  # what the page says now refutes nothing
    assert "/wiki/warda" in done.moved[0].why
    assert done.judged <= done.claims
    after = {row["quote"]: row["label"] for row in parts.store.current_verdicts()}
    assert after[dam] == done.moved[0].after
    assert {quote: after[quote] for quote in after if quote != dam} == {
        quote: label for quote, label in rows.items() if quote != dam
    }
    url = f"{site.base}/wiki/warda"
    kept = parts.store.query(
        "SELECT count(DISTINCT body_sha256), count(DISTINCT text_sha256) FROM page WHERE url = ?", [url]
    )
    assert kept[1] == [(2, 2)]
    bodies = parts.store.query("SELECT body_sha256 FROM page WHERE url = ?", [url])[1]
    texts = [parts.snapshots.read(body).decode() for (body,) in bodies]
    assert any("1961" in text for text in texts)
    assert any("1975" in text for text in texts)
    again = run(settings)
    assert (again.changed, again.judged, again.moved) == (0, 0, ())


def test_a_page_that_is_gone_leaves_its_verdict_and_is_listed(site: ChangingSite, settings: Settings) -> None:
    """An error is never a verdict."""
    before = verdict_rows(settings)
    site.failing.add("/wiki/warda")
    done = run(settings)
    assert done.failed == 1
    assert verdict_rows(settings) == before
    reasons = Parts(settings).store.query("SELECT stage, reason FROM failures WHERE stage = 'refetch'")[1]
    assert len(reasons) == 1
    assert reasons[0][1].startswith("http_status")


def test_a_refresh_that_was_killed_between_fetching_and_judging_is_finished(
    site: ChangingSite, settings: Settings
) -> None:
    """The page is not due again, but what was fetched is known by its snapshot."""
    site.put("/wiki/warda", "نهر وردة", RIVER.replace("1961", "1975"))
    parts = Parts(settings)
    reader_of(parts).fetcher.get(f"{site.base}/wiki/warda")  # and then the power went
    site.answers.clear()
    done = run(settings, now=False)
    assert site.answers == []
    assert done.changed == 1
    assert [moved.before for moved in done.moved] == ["refuted"]


@pytest.mark.parametrize(
    ("source", "published", "media_type", "kind"),
    [
        ("wikipedia", None, "text/html", "wiki"),
        ("wikidata", None, "application/json", "data"),
        ("search", date(2026, 11, 1), "text/html", "news"),
        ("search", date(2025, 3, 10), "text/html", "old_news"),
        ("search", None, "application/pdf", "document"),
        ("", None, "text/html", "other"),
    ],
)
def test_when_a_page_is_due_goes_by_the_kind_of_its_source(
    source: str, published: date | None, media_type: str, kind: str
) -> None:
    """And an operator's hours win over ours."""
    now = datetime(2026, 11, 20, tzinfo=UTC)
    page = EvidencePage(
        page_id="p", asked="https://a.example/", body_sha256="b", text_sha256="t", published_on=published,
        fetched_at=now, media_type=media_type, origin="fetched", source=source,
    )  # fmt: skip
    assert kind_of(page, now) == kind
    assert not is_due(page, now - timedelta(hours=2), {}, now)
    assert is_due(page, now - timedelta(hours=2), {kind: 1.0}, now)
    assert is_due(page, None, {}, now)

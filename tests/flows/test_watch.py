"""Watching: new and corrected articles are found and checked once, and nothing else is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.errors import StoreError
from evidence.store.watches import Look, Watch, seen, set_state, watches
from flows.errors import BadInput
from flows.looking import run_look
from flows.settings import Settings, load_settings
from flows.watch import begin_watch, read_every, reader_of
from flows.wiring import Parts
from tests.flows.changing import ChangingSite, changing_site

RIVER = (
    "نهر وردة نهر في إقليم سالم، وطول نهر وردة 212 كيلومتراً، ومنبعه في جبال الشمال. "
    "بُني أول سد على نهر وردة في عام 1961 قرب المدينة القديمة. يزرع الفلاحون على ضفتيه القمح والزيتون."
)
NEWS = "يبلغ طول نهر وردة 212 كيلومتراً. بُني أول سد على نهر وردة عام 1975."


@pytest.fixture
def site() -> Iterator[ChangingSite]:
    with changing_site() as site:
        site.put("/wiki/warda", "نهر وردة", RIVER)
        site.results = ["/wiki/warda"]
        yield site


@pytest.fixture
def settings(site: ChangingSite, tmp_path: Path) -> Settings:
    return load_settings(
        store=tmp_path / "desk.duckdb",
        sources=["search_api"],
        search_api=f"{site.base}/search",
        allow_hosts=[site.host],
        requests_per_second=500.0,
        embedder="none",
        engine_home=tmp_path / "engine",
    )


def begin(target: str, settings: Settings, every: str = "1h") -> Watch:
    return begin_watch(target, reader_of(Parts(settings)), every=every, cron=None, timezone="UTC", pages=None)


def look(watch: Watch, settings: Settings) -> Look:
    return run_look(watch, settings, plain=True)


def did(done: Look) -> tuple[int, int, int]:
    return done.checked, done.unchanged, done.failed


def test_a_new_entry_of_a_feed_is_checked_once_and_never_twice(site: ChangingSite, settings: Settings) -> None:
    """The second look reads the listing and no article, and writes no verdict."""
    site.put("/news/1", "فيضان", NEWS, published="2025-03-10")
    feed = site.put_feed("/feed", {"/news/1": "Mon, 10 Mar 2025 08:00:00 GMT"})
    watch = begin(feed, settings)
    assert watch.kind == "feed"
    first = look(watch, settings)
    assert did(first) == (1, 0, 0)
    before = verdict_rows(settings)
    assert before[0] >= 2
    site.answers.clear()
    second = look(watch, settings)
    assert did(second) == (0, 1, 0)
    assert site.bodies() == []
    assert verdict_rows(settings) == before
    site.put("/news/2", "سد", "بُني أول سد على نهر وردة عام 1961.", published="2025-03-11")
    site.put_feed("/feed", {"/news/2": "Tue, 11 Mar 2025 08:00:00 GMT", "/news/1": "Mon, 10 Mar 2025 08:00:00 GMT"})
    assert did(look(watch, settings)) == (1, 1, 0)


def test_a_corrected_article_keeps_its_history(site: ChangingSite, settings: Settings) -> None:
    """The claims that stayed keep their rows; the corrected one is new, and the old one stays in the history."""
    address = site.put("/news/1", "فيضان", NEWS, published="2025-03-10")
    watch = begin(address, settings)
    assert watch.kind == "page"
    assert did(look(watch, settings)) == (1, 0, 0)
    assert did(look(watch, settings)) == (0, 1, 0)
    parts = Parts(settings)
    before = {row["quote"]: row["claim_id"] for row in parts.store.current_verdicts()}
    history = verdict_rows(settings)[1]
    site.put("/news/1", "فيضان", "قالت الصحيفة إن النهر ارتفع. " + NEWS.replace("1975", "1961"), published="2025-03-10")
    site.answers.clear()
    assert did(look(watch, settings)) == (1, 0, 0)
    after = {row["quote"]: row["claim_id"] for row in parts.store.current_verdicts()}
    stayed = before.keys() & after.keys()
    assert stayed
    assert all(before[quote] == after[quote] for quote in stayed)
    new = len(after.keys() - before.keys())
    assert new
    assert verdict_rows(settings)[1] == history + new
    revisions = parts.store.query("SELECT revisions FROM articles")[1]
    assert revisions == [(2,)]
    stages = dict(
        parts.store.query(
            "SELECT stage, items FROM run_stages WHERE run_id = (SELECT run_id FROM runs ORDER BY seq DESC LIMIT 1)"
        )[1]
    )
    assert (stages["keep"], stages["search"]) == (len(stayed), new)
    assert not [
        path for path, _ in site.answers if path.startswith("/wiki")
    ]  # its page is fresh, and is not read again
    for claim_id in (
        after[quote] for quote in stayed
    ):  # a claim that was left stands where it now stands, and is proven
        shown = parts.store.why(claim_id)
        assert shown.article.id == parts.store.load_article(address).id


def test_a_correction_under_other_settings_is_checked_whole(site: ChangingSite, settings: Settings) -> None:
    """What was judged by another rule does not stand beside what is judged by this one."""
    address = site.put("/news/1", "فيضان", NEWS, published="2025-03-10")
    watch = begin(address, settings)
    look(watch, settings)
    claims = len(Parts(settings).store.current_verdicts())
    site.put("/news/1", "فيضان", NEWS.replace("1975", "1961"), published="2025-03-10")
    look(watch, settings.model_copy(update={"passages_per_claim": 3}))
    found = Parts(settings).store.query(
        "SELECT stage, items FROM run_stages WHERE run_id = (SELECT run_id FROM runs ORDER BY seq DESC LIMIT 1)"
    )[1]
    assert "keep" not in dict(found)
    assert dict(found)["search"] == claims


def test_an_article_that_fails_does_not_keep_the_others_from_being_read(site: ChangingSite, settings: Settings) -> None:
    """It is tried again at the next look, and its reason is kept."""
    site.put("/news/1", "فيضان", NEWS, published="2025-03-10")
    feed = site.put_feed("/feed", {"/news/0": "", "/news/1": ""})
    watch = begin(feed, settings)
    assert did(look(watch, settings)) == (1, 0, 1)
    entry = seen(Parts(settings).store, watch.id)[f"{site.base}/news/0"]
    assert entry.state == "failed"
    assert "404" in entry.reason
    site.put("/news/0", "سد", "بُني أول سد على نهر وردة عام 1961.", published="2025-03-10")
    assert did(look(watch, settings)) == (1, 1, 0)


def test_a_folder_is_watched_by_size_and_time(settings: Settings, tmp_path: Path) -> None:
    """A file that was touched and reads the same is not checked again."""
    folder = tmp_path / "articles"
    folder.mkdir()
    article = folder / "a.txt"
    article.write_text(f"فيضان\n\nسالم – 2025/03/10\n\n{NEWS}\n", "utf-8")
    (folder / ".half.txt").write_text("…", "utf-8")
    watch = begin(str(folder), settings)
    assert did(look(watch, settings)) == (1, 0, 0)
    assert did(look(watch, settings)) == (0, 1, 0)
    article.touch()
    done = look(watch, settings)
    assert done.checked == 0
    assert [entry.state for entry in seen(Parts(settings).store, watch.id).values()] == ["unchanged"]


def test_a_watch_is_paused_resumed_and_removed_by_its_prefix(settings: Settings, tmp_path: Path) -> None:
    """What was removed can be watched anew; what is watched cannot be watched twice."""
    watch = begin(str(tmp_path), settings)
    store = Parts(settings).store
    assert set_state(store, watch.id[:8], "paused").state == "paused"
    assert set_state(store, watch.id[:8], "active").state == "active"
    with pytest.raises(StoreError, match="watched already"):
        begin(str(tmp_path), settings)
    set_state(store, watch.id[:8], "removed")
    assert watches(store) == []
    assert begin(str(tmp_path), settings).id != watch.id


@pytest.mark.parametrize("text", ["soon", "5s", "-1h", "1 fortnight", ""])
def test_times_that_are_none_are_said(text: str) -> None:
    """What was given and what was expected."""
    with pytest.raises(BadInput, match="--every is"):
        read_every(text)


def test_a_wrong_cron_is_said_before_it_is_kept(settings: Settings, tmp_path: Path) -> None:
    """A schedule that never comes would be silence for years."""
    with pytest.raises(BadInput, match="--cron"):
        begin_watch(str(tmp_path), Parts(settings), every=None, cron="61 * * *", timezone="UTC", pages=None)


def verdict_rows(settings: Settings) -> tuple[int, int]:
    """How many verdicts stand, and how many there ever were."""
    rows = Parts(settings).store.query(
        "SELECT (SELECT count(*) FROM current_verdicts), (SELECT count(*) FROM verdict_history)"
    )[1]
    return rows[0][0], rows[0][1]

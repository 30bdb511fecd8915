"""Articles checked on a real Dask cluster of two workers; one process writes the store."""

import os
from pathlib import Path

import pytest

from evidence.store.watches import seen
from flows.engine import Engine
from flows.looking import run_look
from flows.settings import load_settings
from flows.watch import begin_watch, reader_of
from flows.wiring import Parts
from tests.flows.changing import changing_site
from tests.flows.test_watch import NEWS, RIVER, verdict_rows

pytestmark = pytest.mark.system


def test_two_workers_check_what_one_machine_would_have(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same verdicts as without a cluster, each once; nothing waits in the spool; a second look is no work."""
    home = tmp_path_factory.getbasetemp().parent / "engine"
    monkeypatch.setattr(os, "environ", {**os.environ, "OMP_NUM_THREADS": "1"})
    with changing_site() as site:
        site.put("/wiki/warda", "نهر وردة", RIVER)
        site.results = ["/wiki/warda"]
        for number in range(6):
            site.put(
                f"/news/{number}", f"فيضان {number}", NEWS.replace("1975", str(1961 + number)), published="2025-03-10"
            )
        feed = site.put_feed("/feed", {f"/news/{number}": "Mon, 10 Mar 2025 08:00:00 GMT" for number in range(6)})
        given = {
            "sources": ["search_api"],
            "search_api": f"{site.base}/search",
            "allow_hosts": [site.host],
            "requests_per_second": 500.0,
            "embedder": "none",
            "engine_home": home,
            "engine_idle_minutes": 1.0,
        }
        Engine("", home, 1.0).url()
        settings = load_settings(store=tmp_path / "many.duckdb", fan_out="dask", dask_workers=2, **given)
        reader = reader_of(Parts(settings))
        watch = begin_watch(feed, reader, every="1h", cron=None, timezone="UTC", pages=None)
        done = run_look(watch, settings)
        assert (done.checked, done.failed) == (6, 0), seen(Parts(settings).store, watch.id)
        alone = load_settings(store=tmp_path / "alone.duckdb", **given)
        watch_alone = begin_watch(feed, reader_of(Parts(alone)), every="1h", cron=None, timezone="UTC", pages=None)
        assert run_look(watch_alone, alone, plain=True).checked == 6
        assert _verdicts(Parts(settings)) == _verdicts(Parts(alone))
        assert not list((Parts(settings).folder / "spool").glob("*"))
        before = verdict_rows(settings)
        again = run_look(watch, settings)
        assert (again.checked, again.unchanged) == (0, 6)
        assert verdict_rows(settings) == before
        site.put("/news/0", "فيضان 0", NEWS.replace("1975", "1980"), published="2025-03-10")
        site.put_feed("/feed", {"/news/0": "Tue, 11 Mar 2025 08:00:00 GMT"})
        assert run_look(watch, settings).checked == 1
        kept = Parts(settings).store.query("SELECT items FROM run_stages WHERE stage = 'keep' AND items > 0")[1]
        assert len(kept) == 1, "a worker leaves the claims alone that a correction did not touch"


def _verdicts(parts: Parts) -> list[tuple[object, ...]]:
    rows = parts.store.current_verdicts()
    return sorted((row["claim_id"], row["verdict_id"], row["label"], row["confidence"], row["quote"]) for row in rows)

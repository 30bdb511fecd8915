"""One look at the world's feed, as a scheduled run would take it.

    python -m benchmarks.soak.worker STORE SITE ENGINE_HOME [--file-limit BYTES] [--progress FILE]

With --file-limit no file may grow past so many bytes: what a full disk looks like to a program. The progress
file gets a line for every article that is done.
"""

import argparse
import logging
import os
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

from evidence.store.watches import watches
from flows.logs import LOG
from flows.looking import run_look
from flows.settings import Settings, load_settings
from flows.watch import begin_watch, reader_of
from flows.wiring import Parts


class Progress(logging.Handler):
    """A line an article, and one at the end: when, processor seconds, memory, sizes of store and copy, state."""

    def __init__(self, place: Path, store: Path) -> None:
        super().__init__()
        self.out = place.open("a", encoding="utf-8")
        self.store = store

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line where the record tells of an article."""
        event, _, state = record.getMessage().partition(" ")
        if event == "article":
            self.write(state)

    def write(self, state: str) -> None:
        """One line."""
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        review = self.store.with_name(f"{self.store.stem}.review.duckdb")
        fields = (
            f"{time.time():.3f}", f"{time.process_time():.4f}", pages * os.sysconf("SC_PAGE_SIZE"),
            self.store.stat().st_size, review.stat().st_size if review.exists() else 0, state,
        )  # fmt: skip
        self.out.write("\t".join(map(str, fields)) + "\n")
        self.out.flush()


def settings_of(store: Path, site: str, home: Path) -> Settings:
    """A desk whose only source is the site's search."""
    return load_settings(
        store=store,
        contact=f"{store.parent.name}@soak.example",
        sources=["search_api"],
        search_api=f"{site}/search",
        allow_hosts=[site.removeprefix("http://")],
        requests_per_second=2000.0,
        embedder="none",
        engine_home=home,
        engine_idle_minutes=3.0,
        workers=4,
        webhook="",
    )


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("store", type=Path)
    asked.add_argument("site")
    asked.add_argument("home", type=Path)
    asked.add_argument("--file-limit", type=int, default=0)
    asked.add_argument("--progress", type=Path)
    given = asked.parse_args()
    progress = Progress(given.progress, given.store) if given.progress else None
    if progress:
        LOG.addHandler(progress)
        LOG.setLevel(logging.INFO)
        LOG.propagate = False
    settings = settings_of(given.store, given.site, given.home)
    parts = Parts(settings)
    found = watches(parts.store)
    watch = found[0] if found else begin_watch(
        f"{given.site}/feed", reader_of(parts), every="1h", cron=None, timezone="UTC", pages=None
    )  # fmt: skip
    if given.file_limit:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (given.file_limit, given.file_limit))
    try:
        done = run_look(watch, settings)
    except BaseException:  # noqa: BLE001  (whatever it was, this process ends)
        traceback.print_exc()
        os._exit(1)  # with the engine gone, Prefect would try for minutes to send what it still holds
    print(f"{done.entries} {done.checked} {done.unchanged} {done.failed}")
    parts.store.close()
    if progress:
        progress.write("end")
    sys.exit(0)


if __name__ == "__main__":
    main()

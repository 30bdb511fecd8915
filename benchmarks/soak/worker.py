"""One look at the world's feed, as a scheduled run would take it.

    python -m benchmarks.soak.worker STORE SITE ENGINE_HOME [--file-limit BYTES]

With --file-limit no file may grow past so many bytes: what a full disk looks like to a program.
"""

import argparse
import os
import resource
import signal
import sys
import traceback
from pathlib import Path

from evidence.store.watches import watches
from flows.engine import Engine
from flows.looking import run_look
from flows.settings import Settings, load_settings
from flows.watch import begin_watch, reader_of
from flows.wiring import Parts


def settings_of(store: Path, site: str, home: Path) -> Settings:
    """A desk whose only source is the site's search."""
    return load_settings(
        store=store,
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
    given = asked.parse_args()
    settings = settings_of(given.store, given.site, given.home)
    Engine("", settings.engine_home, settings.engine_idle_minutes).url()
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
    sys.exit(0)


if __name__ == "__main__":
    main()

"""What is done to a run at work, and what must follow: each fault says whether it struck.

- worker: killed with -9 at a random moment
- writer: killed with -9 while it holds the store
- engine: the flow engine's server killed with -9; the worker goes on, and is killed at its next article or later
- locked: a stranger, who knows nothing of our lock, holds the live file open for longer than a writer waits
- full: no file may grow further, as on a full disk
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.soak.desk import Desk, waited

KILLS = ("worker", "writer", "engine")
FULL = 300_000  #: bytes
LONGEST = 900.0  #: seconds for one fault; a busy machine needs a minute to load the models


def disturb(desk: Desk, fault: str, *, after: int, delay: float, held: float) -> str:
    """One run with one fault in it, so many articles and seconds after its start; what happened."""
    # the log that DuckDB writes ahead is full after some articles, and can be taken over into the file by none
    more = [f"--file-limit={FULL}"] if fault == "full" else []
    process = desk.start(*more)
    began = desk.runs

    def ended() -> bool:
        return process.poll() is not None

    def done() -> int:
        return len(desk.steps(began))

    if fault != "full":
        waited(LONGEST, lambda: ended() or done() >= after)
        waited(delay, ended)
    if ended() and fault != "full":
        return f"{fault}: missed, the run had ended with {process.returncode}"
    if fault == "writer":
        waited(60, lambda: desk.is_writing() or ended(), step=0.0005)
    elif fault == "engine":
        _kill_engine(desk.home)
        before = done()
        waited(LONGEST, lambda: ended() or done() > before)
    elif fault == "locked":
        _hold(desk.store, held)
        before = done()
        waited(LONGEST, lambda: ended() or done() > before)
    elif fault == "full":
        waited(LONGEST, ended)
    if not ended():
        process.kill()
        process.wait()
        return f"{fault}: killed" if fault in KILLS else f"{fault}: went on, then killed"
    return f"{fault}: ended with {process.returncode}"


def _kill_engine(home: Path) -> None:
    try:
        pid = int(json.loads((home / "engine.json").read_text())["pid"])
    except (OSError, ValueError):
        return
    os.kill(pid, signal.SIGKILL)
    (home / "engine.json").unlink(missing_ok=True)


def _hold(store: Path, seconds: float) -> None:
    """Open the live file as a stranger would, and hold it."""
    script = (
        "import sys, time, duckdb\n"
        "for _ in range(20000):\n"
        "    try:\n        kept = duckdb.connect(sys.argv[1])\n        break\n"
        "    except duckdb.Error:\n        time.sleep(0.003)\n"
        "else:\n    sys.exit('never got hold of it')\n"
        "time.sleep(float(sys.argv[2]))\n"
    )
    subprocess.run([sys.executable, "-c", script, str(store), str(seconds)], check=True, timeout=LONGEST)
    time.sleep(0.1)

"""Where the flow engine runs: the address in the settings, else a local server that runs share.

Prefect's own ephemeral server costs seven to twelve seconds for every command. This one is started
once, while the models load, and is reused until it has been idle for a while.
"""

import fcntl
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import requests

from flows.errors import EngineFailed

START_SECONDS = 600.0  #: one that is still coming up on a busy machine is waited for; a dead one is not

# Quiet, silent on the network, and batched as SQLite likes it: with Prefect's own batch sizes its
# recorder lags 20 s behind a burst and answers 503 meanwhile.
ENVIRONMENT = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # failures are rows of the store; nobody reads a traceback
    "PREFECT_INTERNAL_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_RESULTS_DEFAULT_SERIALIZER": "json",
    "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1.0",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TRIGGERS_READ_BATCH_SIZE": "100",
    # Prefect keeps old runs for ever unless told; the audit trail is the store, not the engine.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}


class Engine:
    """A Prefect API that is up or coming up; `url()` waits for it."""

    def __init__(self, address: str, home: Path, idle_minutes: float) -> None:
        """Start the local server unless an address is given or one already runs; returns at once."""
        self._address = address
        self._home = home.expanduser()
        self._idle_seconds = idle_minutes * 60
        self._process: subprocess.Popen[bytes] | None = None
        for name, value in ENVIRONMENT.items():
            os.environ.setdefault(name, value)
        if not address:
            self._start_if_needed()

    def url(self) -> str:
        """The address of the API once it answers; Prefect in this process is pointed at it.

        Raises EngineFailed when it does not come up.
        """
        address = self._address or self._wait()
        os.environ["PREFECT_API_URL"] = address
        if not _answers(address):
            raise EngineFailed(
                f"The Prefect API at {address} does not answer. Start it, or leave the setting 'engine' out to "
                "use the local one."
            )
        return address

    def touch(self) -> None:
        """Say that the engine is in use, so that it does not stop as idle."""
        if not self._address:
            (self._home / "last-used").touch()

    def _start_if_needed(self) -> None:
        try:
            self._home.mkdir(parents=True, exist_ok=True)
            self.touch()
        except OSError as error:
            raise EngineFailed(
                f"The folder {self._home} of the flow engine cannot be written ({error.strerror}). Set "
                "'engine_home' to a folder that can."
            ) from None
        os.environ["PREFECT_HOME"] = str(self._home)
        with _locked(self._home / "engine.lock"):
            if self._running() or self._starting():
                return
            with (self._home / "engine.log").open("ab") as log:
                command = [sys.executable, "-m", "flows.engine_server", str(self._home)]
                self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
                    [*command, str(self._idle_seconds)],
                    env=dict(os.environ),
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    start_new_session=True,
                )
            (self._home / "starting").write_text(str(self._process.pid))

    def _starting(self) -> bool:
        """Whether another command has just started the server and it is still coming up."""
        try:
            mark = self._home / "starting"
            pid = int(mark.read_text())
            return time.time() - mark.stat().st_mtime < START_SECONDS and _alive(pid)
        except (OSError, ValueError):
            return False

    def _running(self) -> str:
        """The address of the running local server, or ""."""
        try:
            state = json.loads((self._home / "engine.json").read_text())
        except (OSError, ValueError):
            return ""
        address = str(state["url"])
        return address if _alive(int(state["pid"])) and _answers(address) else ""

    def _wait(self) -> str:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if address := self._running():
                self.touch()
                return address
            if self._process is not None and self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise EngineFailed(
            f"The flow engine did not start; its words are in {self._home / 'engine.log'}. Remove that folder "
            "and try again, or set 'engine' to the address of a Prefect server."
        )


@contextmanager
def kept_awake(home: Path, idle_minutes: float) -> Iterator[None]:
    """Keep the local server from stopping as idle while the block works, however long that takes."""
    every = min(20.0, idle_minutes * 60 / 4)  # seconds; often enough for a server that waits for less
    ended = threading.Event()
    mark = home.expanduser() / "last-used"

    def touch() -> None:
        while not ended.wait(every):
            with suppress(OSError):
                mark.touch()

    keeper = threading.Thread(target=touch, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()


def stop_engine(home: Path) -> bool:
    """Stop the local server; whether one ran."""
    try:
        pid = int(json.loads((home.expanduser() / "engine.json").read_text())["pid"])
        os.kill(pid, 15)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def _answers(address: str) -> bool:
    try:
        return requests.get(f"{address}/health", timeout=2).ok
    except requests.RequestException:
        return False


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a lock that the kernel frees when this process ends."""
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield

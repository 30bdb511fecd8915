"""Opening DuckDB files: always with the same settings, briefly, and with errors that say what next."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from evidence.errors import StoreBusy, StoreError, StoreTooNew, StoreUnwritable
from evidence.store.lock import PATIENCE, Notice, quiet, write_lock
from evidence.store.names import Names

Connection = Any  # duckdb's stubs know neither from_json's rows nor what execute gives back

CONFIG = {
    # nothing of ours needs an extension from the network, and a missing one must not be asked for
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    # read by 1.5 and 2.0; the default is older, and its checkpoints after each commit cost four times as much
    "storage_compatibility_version": "v1.5.0",
}
NO_ROOM = re.compile("No space left|File too large|quota exceeded", re.IGNORECASE)
ROW_GROUP = 8192
#: A DuckDB without a file, to be given one: starting and ending it costs as much as opening the file does.
IDLE: list[Connection] = []
INHERITED: list[Connection] = []
HOLDER = re.compile(r"Conflicting lock is held in (?P<program>.*?) ?\(PID (?P<pid>\d+)\)")


@contextmanager
def connected(names: Names, *, wait_seconds: float, notice: Notice = quiet) -> Iterator[Connection]:
    """A connection to the live file under the store's lock, closed again with the block."""
    until = time.monotonic() + wait_seconds
    with write_lock(names, until=until, notice=notice):
        connection = _connect(names.live, until=until, notice=notice)
        try:
            yield connection
        except duckdb.Error as error:
            connection.close()  # a fault may have left DuckDB in a state that outlasts the file
            if NO_ROOM.search(str(error)):
                raise StoreUnwritable(
                    f"There is no room left for {names.live} on its disk. What was stored before stands, nothing "
                    "of this was stored. Make room, then run the same again."
                ) from None
            raise
        except BaseException:
            connection.close()
            raise
        _released(connection)


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """All of the block is written, or nothing of it."""
    connection.execute("BEGIN")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def open_file(path: Path) -> Connection:
    """A connection to one DuckDB file, at once or not at all; the error is DuckDB's own.

    Attached and not opened, because only so can the size of row groups be set, and it is not kept in the file.
    Each checkpoint writes a table's last row group anew: with the default of 122,880 rows a commit to a store of
    100,000 claims took 1.4 s of work, with this one 0.1 s.
    """
    try:
        connection = IDLE.pop()
    except IndexError:
        connection = duckdb.connect(config=dict(CONFIG))
    try:
        quoted = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS store (ROW_GROUP_SIZE {ROW_GROUP})")
        connection.execute("USE store")
    except BaseException:
        connection.close()
        raise
    return connection


def _released(connection: Connection) -> None:
    """Let go of the file, as closing would; DuckDB itself is kept for the next call."""
    try:
        connection.execute("USE memory")
        connection.execute("DETACH store")
    except duckdb.Error:  # the block closed it before
        connection.close()
        return
    if IDLE:
        connection.close()
    else:
        IDLE.append(connection)


def _after_fork() -> None:
    """A child has none of its parent's threads: what it inherits is neither used nor closed."""
    INHERITED.extend(IDLE)
    IDLE.clear()


os.register_at_fork(after_in_child=_after_fork)


def _connect(path: Path, *, until: float, notice: Notice) -> Connection:
    told, started = False, time.monotonic()
    while True:
        try:
            # a process's own locks do not stop it: whoever holds the file here holds it behind our back
            if not held_here(path, unsure=False):
                return open_file(path)
            message = f"Conflicting lock is held in this very process (PID {os.getpid()})"
        except duckdb.Error as error:
            message = str(error)
            if "Could not set lock" not in message:
                raise explained(error, path) from None
        now = time.monotonic()
        holder = HOLDER.search(message)
        who = f"{holder['program'] or 'a program'} (PID {holder['pid']})" if holder else "another program"
        if now >= until:
            raise StoreBusy(
                f"{path} is held open by {who}, and was not released within {now - started:.0f} s. "
                f"Nothing was changed. Close it there; to read while runs go on, open {_review(path)} instead."
            ) from None
        if not told and now - started > PATIENCE:
            notice(f"Waiting for {who}, which holds {path} open. To read, open {_review(path)} instead.")
            told = True
        time.sleep(0.05)


def held_here(path: Path, *, unsure: bool) -> bool:
    """Whether this very process has the file open; its own locks would not stop it from writing there.

    `unsure` is the answer on systems that do not tell.
    """
    try:
        wanted = path.stat()
    except FileNotFoundError:
        return False
    try:
        handles = os.listdir("/proc/self/fd")  # noqa: PTH208
    except FileNotFoundError:
        return unsure
    for handle in handles:
        try:
            found = os.stat(f"/proc/self/fd/{handle}")  # noqa: PTH116
        except OSError:
            continue
        if (found.st_ino, found.st_dev) == (wanted.st_ino, wanted.st_dev):
            return True
    return False


def explained(error: duckdb.Error, path: Path) -> StoreError:
    """DuckDB's refusal as one sentence with what to do next."""
    message = str(error)
    if "Trying to read a database file with version number" in message:
        return StoreTooNew(
            f"{path} was written by a newer DuckDB than {duckdb.__version__}. "
            "Use the version of this program that wrote it, or give another --store."
        )
    if "not a valid DuckDB database file" in message or "Could not read enough bytes" in message:
        return StoreError(f"{path} is not a DuckDB file. Give a --store that is one, or a name that is free.")
    if "Permission denied" in message or "Read-only file system" in message or "Operation not permitted" in message:
        return StoreUnwritable(f"{path} cannot be written. Give a --store in a directory that you may write to.")
    if "No such file or directory" in message:
        return StoreUnwritable(f"There is no folder {path.parent}. Make it, or give a --store elsewhere.")
    return StoreError(f"{path} could not be opened: {message.splitlines()[0]}")


def _review(path: Path) -> str:
    return f"{path.name.removesuffix('.duckdb')}.review.duckdb"

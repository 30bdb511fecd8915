"""How a review copy is made and changes places with the one that readers see."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

import duckdb

from evidence.store.connect import Connection, open_file

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def write_copy(live: Path, target: Path) -> None:
    """The whole file, by the file system's own means where it has them."""
    with live.open("rb") as source, target.open("wb") as out:
        try:
            import fcntl

            fcntl.ioctl(out.fileno(), 0x40049409, source.fileno())  # FICLONE: shares the blocks, costs nothing
        except OSError:
            shutil.copyfileobj(source, out, 1 << 20)


def add_new_rows(live: Path, spare: Path) -> bool:
    """Give an earlier copy the rows added since; False where it cannot take them, and is to be made anew."""
    if not spare.exists():
        return False
    try:
        connection = open_file(spare)
    except duckdb.Error:  # a reader still has it open
        return False
    try:
        quoted = str(live).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS live (READ_ONLY)")
        if not _same_schema(connection):
            return False
        connection.execute("BEGIN")
        for table in _tables(connection):
            connection.execute(
                f"INSERT INTO {table} FROM live.{table} "  # noqa: S608
                f"WHERE seq > (SELECT coalesce(max(seq), 0) FROM {table})"
            )
        connection.execute("COMMIT")
        connection.execute("DETACH live")
    except duckdb.Error:
        return False
    finally:
        connection.close()
    return not wal_of(spare).exists()


def exchange(spare: Path, review: Path) -> bool:
    """Let two files change names in one step; False where the system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    done = rename(AT_FDCWD, os.fsencode(spare), AT_FDCWD, os.fsencode(review), RENAME_EXCHANGE)
    return bool(done == 0)


def put_in_place(spare: Path, review: Path) -> None:
    """Let a file take the place of another in one step, also from another file system."""
    try:
        spare.replace(review)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = review.with_name(f".{review.name}.new")
        shutil.copyfile(spare, beside)
        beside.replace(review)


def wal_of(path: Path) -> Path:
    """Where DuckDB writes ahead for a file."""
    return path.with_name(path.name + ".wal")


def _same_schema(connection: Connection) -> bool:
    versions = "SELECT list(version ORDER BY version) FROM {}schema_version"
    here = connection.execute(versions.format("")).fetchone()
    there = connection.execute(versions.format("live.")).fetchone()
    return bool(here == there)


def _tables(connection: Connection) -> list[str]:
    found = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'live' AND table_name IN "
        "(SELECT table_name FROM duckdb_columns() WHERE database_name = 'live' AND column_name = 'seq') "
        "ORDER BY table_oid"
    ).fetchall()
    return [str(row[0]) for row in found]

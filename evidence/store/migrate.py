"""The schema in numbered steps; a file knows which of them it has."""

import re
from datetime import UTC, datetime
from importlib.resources import files

from evidence.errors import StoreError, StoreTooNew
from evidence.store.connect import Connection, transaction
from evidence.store.names import Names

STEP = re.compile(r"m(\d{3})_\w+\.sql")


def steps() -> list[tuple[int, str, str]]:
    """Number, file name and SQL of every migration, in order."""
    found = [
        (int(match[1]), entry.name, entry.read_text(encoding="utf-8"))
        for entry in files("evidence.store").joinpath("schema").iterdir()
        if (match := STEP.fullmatch(entry.name))
    ]
    return sorted(found)


def newest() -> int:
    """The number of the last migration that this program knows."""
    return steps()[-1][0]


def migrate(connection: Connection, names: Names) -> bool:
    """Bring the file to the newest schema; True where something had to be done."""
    have = version_of(connection, names)
    known = steps()
    if have > known[-1][0]:
        raise StoreTooNew(
            f"{names.live} has schema {have} and this program knows {known[-1][0]}. "
            "Install the newer version, or give another --store."
        )
    if have == known[-1][0]:
        return False
    with transaction(connection):
        for number, name, sql in known:
            if number > have:
                connection.execute(sql)
                connection.execute(
                    "INSERT INTO schema_version VALUES (?, ?, ?)",
                    [number, name, datetime.now(UTC).replace(tzinfo=None)],
                )
    return True


def version_of(connection: Connection, names: Names) -> int:
    """The schema that the file has, 0 for an empty file."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return 0
    if "schema_version" not in tables or "judgement" not in tables:
        raise StoreError(
            f"{names.live} is a DuckDB file with other tables in it, not a store of this program. "
            "Give a --store of its own."
        )
    return int(connection.execute("SELECT max(version) FROM schema_version").fetchone()[0])

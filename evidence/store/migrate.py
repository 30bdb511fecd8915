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
    have, known = versions_of(connection, names), steps()
    unknown = sorted(have - {number for number, _, _ in known})
    if unknown:
        raise StoreTooNew(
            f"{names.live} has schema {unknown[-1]} and this program knows {known[-1][0]}. "
            "Install the newer version, or give another --store."
        )
    missing = [step for step in known if step[0] not in have]
    if not missing:
        return False
    with transaction(connection):
        for number, name, sql in missing:
            connection.execute(sql)
            connection.execute(
                "INSERT INTO schema_version VALUES (?, ?, ?)",
                [number, name, datetime.now(UTC).replace(tzinfo=None)],
            )
    return True


def versions_of(connection: Connection, names: Names) -> set[int]:
    """The migrations that the file has had, none for an empty file."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return set()
    if "schema_version" not in tables or "judgement" not in tables:
        raise StoreError(
            f"{names.live} is a DuckDB file with other tables in it, not a store of this program. "
            "Give a --store of its own."
        )
    return {int(row[0]) for row in connection.execute("SELECT version FROM schema_version").fetchall()}

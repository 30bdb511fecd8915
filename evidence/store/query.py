"""SQL for people: on the review copy, reading only, and shut off from every other file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from evidence.errors import StoreError
from evidence.store.connect import CONFIG, explained


def ask(review: Path, sql: str, given: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows; an error in the SQL is a StoreError with DuckDB's own words."""
    # attached, not opened: connections of one process to one path share what the first of them saw,
    # even after the file was replaced
    connection = duckdb.connect(config=dict(CONFIG))
    try:
        _attach(connection, review)
        try:
            cursor = connection.execute(sql, list(given))
            return [each[0] for each in cursor.description or []], cursor.fetchall()
        except duckdb.Error as error:
            raise StoreError(f"The query was not answered. {error}") from None
    finally:
        connection.close()


def _attach(connection: Any, review: Path) -> None:
    quoted = str(review).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS store (READ_ONLY)")
        connection.execute("USE store")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        raise explained(error, review) from None

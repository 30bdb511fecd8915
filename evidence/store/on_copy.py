"""Several questions on one state of the review copy: what a page for people is made from."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from evidence.store.connect import CONFIG, Connection
from evidence.store.query import _attach


@contextmanager
def on_copy(review: Path) -> Iterator[Connection]:
    """A connection to the copy, reading only; what replaces the copy meanwhile is not seen by it."""
    connection = duckdb.connect(config=dict(CONFIG))
    try:
        _attach(connection, review)
        yield connection
    finally:
        connection.close()

"""Every view as a file that other programs read."""

from pathlib import Path

import duckdb

from evidence.errors import StoreError, StoreUnwritable
from evidence.store.connect import CONFIG

FORMATS = {"parquet": "FORMAT parquet, COMPRESSION zstd", "csv": "FORMAT csv, HEADER"}


def export_views(review: Path, folder: Path, form: str) -> list[Path]:
    """The files written, one a view, named after it; each replaces an older one whole."""
    if form not in FORMATS:
        raise StoreError(f"{form!r} is no format to export to. Known: {', '.join(FORMATS)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnwritable(f"{folder} cannot be written ({error.strerror}). Give another folder.") from None
    connection = duckdb.connect(config=dict(CONFIG))
    try:
        connection.execute(f"ATTACH {_quoted(review)} AS store (READ_ONLY)")
        connection.execute("USE store")
        names = connection.execute(
            "SELECT view_name FROM duckdb_views() WHERE NOT internal AND database_name = 'store' ORDER BY 1"
        ).fetchall()
        return [_export(connection, str(name), folder, form) for (name,) in names]
    except duckdb.IOException as error:
        raise StoreUnwritable(f"The export to {folder} stopped: {str(error).splitlines()[0]}") from None
    finally:
        connection.close()


def _export(connection: duckdb.DuckDBPyConnection, name: str, folder: Path, form: str) -> Path:
    target, beside = folder / f"{name}.{form}", folder / f".{name}.{form}"
    connection.execute(f"COPY (FROM {name}) TO {_quoted(beside)} ({FORMATS[form]})")
    beside.replace(target)
    return target


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"

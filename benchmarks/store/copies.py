"""A store grown by copies of its own rows, each under ids of its own: what takes hours to make, in minutes.

Texts repeat, so DuckDB might press them together better than new ones; `grow` prints bytes a claim at each size,
by which that is seen. Ids of copies are digests of the old ids, so rows that belonged together still do.
"""

from typing import Any

from evidence.store import Store

LOG = "seq"  #: the column that each table of records has
_ADDRESSES = {"url", "final_url", "article_key", "source"}
_SHARED = {"run_id"}


def _copied(column: str, tag: int) -> str:
    """The column of a copy, in SQL."""
    if column in _ADDRESSES:
        return f"CASE {column} WHEN '' THEN '' ELSE {column} || '?{tag}' END"
    if column.endswith(("_id", "_sha256")) and column not in _SHARED:
        return f"CASE {column} WHEN '' THEN '' ELSE left(sha256({column} || '-{tag}'), length({column})) END"
    return column


def copy_all(store: Store, tag: int) -> None:
    """Copies once more all that stood in the store when `tag` was 1."""
    with store.connection() as connection:
        tables = _tables(connection)
        if tag == 1:
            for table in tables:
                connection.execute(f"CREATE TABLE IF NOT EXISTS first_{table} AS SELECT * FROM {table}")
        for table, columns in tables.items():
            names = ", ".join(columns)
            values = ", ".join(_copied(column, tag) for column in columns)
            connection.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM first_{table}")


def forget_first(store: Store) -> None:
    """Drops what the copies were taken from."""
    with store.connection() as connection:
        for table in _tables(connection):
            connection.execute(f"DROP TABLE IF EXISTS first_{table}")


def _tables(connection: Any) -> dict[str, list[str]]:
    """Each table of records with its columns, but the one that counts rows."""
    rows = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() JOIN duckdb_tables() "
        "USING (table_name, database_name) WHERE NOT starts_with(table_name, 'first_') "
        f"GROUP BY table_name HAVING list_contains(list(column_name), '{LOG}')"
    ).fetchall()
    return {
        table: [column for column in columns if column != LOG] for table, columns in rows if not table.startswith("run")
    }

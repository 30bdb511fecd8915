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


def multiply(store: Store, times: int) -> None:
    """The store grown to so many times what it holds."""
    with store.connection() as connection:
        tables = _tables(connection)
        for table in tables:
            connection.execute(f"CREATE TABLE first_{table} AS SELECT * FROM {table}")
        for tag in range(1, times):
            for table, columns in tables.items():
                names, values = ", ".join(columns), ", ".join(_copied(column, tag) for column in columns)
                connection.execute(f"INSERT INTO {table} ({names}) SELECT {values} FROM first_{table}")
        for table in tables:
            connection.execute(f"DROP TABLE first_{table}")


def _tables(connection: Any) -> dict[str, list[str]]:
    """Each table of records with its columns, but the one that counts rows."""
    rows = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() JOIN duckdb_tables() "
        "USING (table_name, database_name) "
        f"GROUP BY table_name HAVING list_contains(list(column_name), '{LOG}')"
    ).fetchall()
    return {
        table: [column for column in columns if column != LOG] for table, columns in rows if not table.startswith("run")
    }

"""Taking a page away on request: the only deletes there are.

Digests, addresses and a tombstone stay; bytes and words go, from the file itself too.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence.errors import StoreError
from evidence.snapshots import Snapshots
from evidence.store.bulk import insert
from evidence.store.connect import Connection, open_file
from evidence.store.people import named, reasoned
from evidence.store.write import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What went, and what it leaves to be looked at."""

    bodies: tuple[str, ...]  #: SHA-256 of the bytes that went
    texts: tuple[str, ...]  #: SHA-256 of the texts that went
    urls: tuple[str, ...]  #: every address under which the same bytes or text had been read
    claims: tuple[str, ...]  #: claims with a verdict that rests on it


def mark_removed(connection: Connection, url: str, *, by: str, reason: str) -> Removed:
    """Delete the texts of a page and leave tombstones; the caller then takes the bytes and rebuilds the file."""
    named(by, "a removal")
    reasoned(reason, "A removal")
    bodies = _column(
        connection,
        "SELECT DISTINCT body_sha256 FROM snapshot WHERE url = $1 OR final_url = $1 "
        "UNION SELECT body_sha256 FROM page WHERE url = $1 ORDER BY 1",
        [url],
    )
    if not bodies:
        raise StoreError(f"No page was ever read at {url}, so nothing was removed. Give the address as stored.")
    same = "body_sha256 IN (SELECT unnest($1::VARCHAR[]))"
    texts = _column(connection, f"SELECT DISTINCT text_sha256 FROM page WHERE {same} ORDER BY 1", [bodies])  # noqa: S608
    urls = _column(
        connection,
        f"SELECT url FROM page WHERE {same} OR text_sha256 IN (SELECT unnest($2::VARCHAR[])) "  # noqa: S608
        f"UNION SELECT url FROM snapshot WHERE {same} ORDER BY 1",
        [bodies, texts],
    )
    claims = _column(
        connection,
        "SELECT DISTINCT u.claim_id FROM verdict_use u JOIN page g ON g.page_id = u.page_id "
        "WHERE g.text_sha256 IN (SELECT unnest($1::VARCHAR[])) ORDER BY 1",
        [texts],
    )
    _tombstones(connection, bodies, by=by, reason=reason)
    _delete_texts(connection, texts)
    return Removed(bodies=tuple(bodies), texts=tuple(texts), urls=tuple(urls), claims=tuple(claims))


def take_bytes(folder: Path, bodies: tuple[str, ...], *, why: str) -> None:
    """Take the bytes away; their tombstones stand in the folder too."""
    snapshots = Snapshots(folder)
    for body in bodies:
        snapshots.remove(body, why=why)


def rebuild(live: Path, beside: Path) -> None:
    """Write the file anew, so that deleted words are in no block of it; the caller holds the lock."""
    beside.unlink(missing_ok=True)
    connection = open_file(beside)
    try:
        quoted = str(live).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS old (READ_ONLY)")
        # not COPY FROM DATABASE alone: it fills tables in an order that breaks foreign keys
        connection.execute(f'COPY FROM DATABASE old TO "{_catalog(connection)}" (SCHEMA)')
        tables = _column(
            connection, "SELECT table_name FROM duckdb_tables() WHERE database_name = 'old' ORDER BY table_oid", []
        )
        for table in tables:
            connection.execute(f"INSERT INTO {table} FROM old.{table}")
        connection.execute("DETACH old")
    finally:
        connection.close()
    beside.replace(live)


def _catalog(connection: Connection) -> str:
    return str(connection.execute("SELECT current_database()").fetchone()[0])


def _tombstones(connection: Connection, bodies: list[str], *, by: str, reason: str) -> None:
    made = connection.execute(
        "SELECT DISTINCT s.body_sha256, coalesce(g.text_sha256, ''), s.url FROM snapshot s "
        "LEFT JOIN page g ON g.body_sha256 = s.body_sha256 WHERE s.body_sha256 IN (SELECT unnest($1::VARCHAR[]))",
        [bodies],
    ).fetchall()
    insert(connection, "removal", [{
        "body_sha256": body, "text_sha256": text, "url": url, "removed_by": by.strip(), "reason": reason.strip(),
        "removed_at": now(),
    } for body, text, url in made])  # fmt: skip


def _delete_texts(connection: Connection, texts: list[str]) -> None:
    connection.execute(
        "DELETE FROM passage_text WHERE passage_id IN "
        "(SELECT passage_id FROM passage WHERE text_sha256 IN (SELECT unnest($1::VARCHAR[])))",
        [texts],
    )
    connection.execute("DELETE FROM page_text WHERE text_sha256 IN (SELECT unnest($1::VARCHAR[]))", [texts])


def _column(connection: Connection, sql: str, given: list[Any]) -> list[str]:
    return [str(row[0]) for row in connection.execute(sql, given).fetchall()]

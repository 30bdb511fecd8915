import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from evidence.errors import StoreError, StoreTooNew, StoreUnwritable
from evidence.store import open_store
from evidence.store.migrate import newest, steps

PROMISED = {
    "current_verdicts": "claim_id, verdict_id, kind, article_id, article_key, article_title, article_language, "
    "published_on, quote, quote_start, quote_end, quote_spans, claim_text, attributed_to, label, confidence, "
    "rationale, as_of, decided_by, judge, rule_version, run_id, decided_at",
    "verdict_history": "claim_id, verdict_id, kind, article_id, article_key, article_title, article_language, "
    "published_on, quote, quote_start, quote_end, quote_spans, claim_text, attributed_to, label, confidence, "
    "rationale, as_of, decided_by, judge, rule_version, run_id, decided_at, superseded_by",
    "verdict_evidence": "verdict_id, claim_id, evidence_id, passage_id, stance, stance_by, relevance, rank, "
    "passage_text, passage_start, passage_end, url, title, publisher, published_on, after_as_of, fetched_at, "
    "snapshot_sha256, text_sha256, language, origin, added_by, note, retracted_at",
    "runs": "run_id, started_at, finished_at, status, code_version, config_sha256, embedder, embedder_sha256, judge, "
    "judge_sha256, articles, claims, pages_fetched, pages_from_cache, pages_failed, seconds",
    "run_stages": "run_id, stage, items, failures, requests, bytes, seconds",
    "run_articles": "run_id, article_id, seconds",
    "failures": "run_id, stage, subject, reason, at",
    "needs_review": "claim_id, reason, since",
}  # fmt: skip


@pytest.mark.parametrize("view", PROMISED)
def test_views_have_the_promised_columns_in_the_promised_order(tmp_path: Path, view: str) -> None:
    """Others write SQL against these; more may come behind."""
    store = open_store(tmp_path / "a.duckdb")
    promised = PROMISED[view].split(", ")
    assert store.query(f"FROM {view} LIMIT 0")[0][: len(promised)] == promised


def test_every_table_view_and_column_is_explained(tmp_path: Path) -> None:
    """COMMENT ON, so that a stranger can read the file without us."""
    store = open_store(tmp_path / "a.duckdb")
    assert store.query(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'store' AND coalesce(comment, '') = '' "
        "UNION ALL SELECT view_name FROM duckdb_views() WHERE database_name = 'store' AND NOT internal "
        "AND coalesce(comment, '') = '' UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() "
        "WHERE database_name = 'store' AND NOT internal AND coalesce(comment, '') = ''"
    )[1] == []  # fmt: skip


def test_our_code_changes_no_row_except_to_remove_a_page() -> None:
    """Append-only: a new row supersedes, nothing is replaced."""
    folder = Path(sys.modules["evidence.store"].__file__ or "").parent
    found = [
        (place.name, match[0])
        for place in [*folder.glob("*.py"), *folder.glob("schema/*.sql")]
        for match in re.finditer(
            r"\b(?:UPDATE\s+\w+\s+SET|DELETE\s+FROM|TRUNCATE|INSERT\s+OR\s+REPLACE|ON\s+CONFLICT|DROP\s+\w+)\b[^\"]{0,30}",
            place.read_text(encoding="utf-8"),
        )
    ]
    assert {name for name, _ in found} == {"removal.py"}
    assert sorted(what.split()[2] for _, what in found) == ["page_text", "passage_text"]


def test_every_table_that_grows_is_numbered(tmp_path: Path) -> None:
    """Order is told by seq, never by time; the review copy takes what has a higher number."""
    store = open_store(tmp_path / "a.duckdb")
    lookups = {"schema_version", "label", "stance_label", "origin"}
    tables = {row[0] for row in store.query("SELECT table_name FROM duckdb_tables()")[1]}
    numbered = store.query("SELECT DISTINCT table_name FROM duckdb_columns() WHERE column_name = 'seq'")[1]
    assert tables - {row[0] for row in numbered} == lookups


def test_a_second_opening_changes_nothing(tmp_path: Path) -> None:
    """Migrations that were applied are not applied again."""
    open_store(tmp_path / "a.duckdb").close()
    before = (tmp_path / "a.duckdb").stat().st_mtime_ns
    store = open_store(tmp_path / "a.duckdb")
    assert (tmp_path / "a.duckdb").stat().st_mtime_ns == before
    assert [row[0] for row in store.query("SELECT version FROM schema_version ORDER BY 1")[1]] == [
        number for number, _, _ in steps()
    ]


def test_an_older_store_gets_the_steps_it_lacks(tmp_path: Path) -> None:
    """A store of an earlier version opens, whichever steps it has had."""
    path = tmp_path / "a.duckdb"
    with duckdb.connect(str(path)) as connection:
        for number, name, sql in steps()[:-1]:
            connection.execute(sql)
            connection.execute("INSERT INTO schema_version VALUES (?, ?, now()::TIMESTAMP)", [number, name])
    store = open_store(path)
    assert store.query("SELECT max(version) FROM schema_version")[1] == [(newest(),)]


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    """One sentence with what to do, and no change."""
    path = tmp_path / "a.duckdb"
    open_store(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_version VALUES (9999, 'm9999_later.sql', now()::TIMESTAMP)")
    with pytest.raises(StoreTooNew, match="schema 9999"):
        open_store(path)


@pytest.mark.parametrize("content", [b"this is no database", b"PK\x03\x04" + b"x" * 9000])
def test_a_file_that_is_no_database_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    """And left as it was."""
    path = tmp_path / "a.duckdb"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is not a DuckDB file"):
        open_store(path)
    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused(tmp_path: Path) -> None:
    """A store has its file to itself."""
    path = tmp_path / "a.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE invoices(x INTEGER)")
    with pytest.raises(StoreError, match="not a store of this program"):
        open_store(path)


def test_the_copy_for_readers_is_no_store(tmp_path: Path) -> None:
    """Writing there would be lost."""
    with pytest.raises(StoreError, match="a copy for readers"):
        open_store(tmp_path / "a.review.duckdb")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A typing error makes no folders."""
    with pytest.raises(StoreUnwritable, match="no folder"):
        open_store(tmp_path / "no" / "a.duckdb")


def test_a_directory_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    """Tried as a user without rights, since root may write anywhere."""
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if parent.stat().st_mode & 0o005 != 0o005 and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    (tmp_path / "ro").mkdir(mode=0o555)
    code = (
        "import os, sys\n"
        "from evidence.errors import StoreUnwritable\n"
        "from evidence.store import open_store\n"
        "from pathlib import Path\n"
        "if os.getuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except StoreUnwritable as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "ro" / "a.duckdb")], capture_output=True, text=True, check=True
    )
    assert "cannot be written" in done.stdout
    assert "Give a --store" in done.stdout

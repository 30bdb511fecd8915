"""The store: records in, records out, each call one short transaction under the store's lock."""

import shutil
import tempfile
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from claims.records import Article, Claim
from evidence.errors import StoreUnwritable
from evidence.records import (
    ArticleResult,
    EvidenceUse,
    Failure,
    ManualEvidence,
    Page,
    Provenance,
    Run,
    Snapshot,
    StageCount,
    Undecided,
    Verdict,
)
from evidence.store import archive, export, read, removal, write
from evidence.store.before import Before, before_check
from evidence.store.by_people import ByPeople
from evidence.store.connect import Connection, transaction
from evidence.store.evidence_for import evidence_of
from evidence.store.lock import Notice, quiet
from evidence.store.migrate import migrate
from evidence.store.names import names_of
from evidence.store.proof import prove_uses
from evidence.store.provenance import provenance_of
from evidence.store.query import ask
from evidence.store.removal import Removed
from evidence.store.review_copy import ReviewCopy


def open_store(path: Path, *, wait_seconds: float = 30.0, review: bool = True, notice: Notice = quiet) -> "Store":
    """The store in this DuckDB file, made or brought to the newest schema where need be.

    `notice` is told in a sentence when a wait for another program grows long.
    """
    names = names_of(path)
    if not names.live.parent.is_dir():
        raise StoreUnwritable(f"There is no folder {names.live.parent}. Make it, or give a --store elsewhere.")
    store = Store(names, wait_seconds=wait_seconds, review=review, notice=notice)
    with store.connection() as connection:
        changed = migrate(connection, names)
    if changed:
        store.committed()
    return store


def restore_store(source: Path, path: Path) -> int:
    """Make a store again from an archive; how many files it held. An existing store is never overwritten."""
    names = names_of(path)
    if not names.live.parent.is_dir():
        raise StoreUnwritable(f"There is no folder {names.live.parent}. Make it, or give a --store elsewhere.")
    found = archive.read_archive(source, names)
    open_store(path).close()
    return found


class Store(ByPeople):
    """One store; holds no file open between calls, so that others can write in turn."""

    # articles and runs

    def article_key(self, source: str, default: str) -> str:
        """The key under which this path or URL is known, else the default."""
        with self.connection() as connection:
            row = connection.execute(
                "SELECT article_key FROM article_source WHERE source = ? ORDER BY seq LIMIT 1", [source]
            ).fetchone()
        return str(row[0]) if row else default

    def start_run(
        self,
        *,
        code_version: str,
        config_sha256: str,
        embedder: str,
        embedder_sha256: str,
        judge: str,
        judge_sha256: str,
        command: str = "check",
        engine_id: str = "",
        run_id: str = "",
    ) -> Run:
        """A new run, kept as it was set up."""
        run = Run(
            id=run_id or uuid.uuid4().hex,
            started_at=datetime.now(UTC),
            command=command,
            code_version=code_version,
            config_sha256=config_sha256,
            embedder=embedder,
            embedder_sha256=embedder_sha256,
            judge=judge,
            judge_sha256=judge_sha256,
            engine_id=engine_id,
        )
        with self.writing() as connection:
            write.add_run(connection, run)
        return run

    def finish_run(self, run_id: str, *, status: str = "finished", stages: Sequence[StageCount] = ()) -> None:
        """Keep how a run ended, and what its stages did outside of single articles."""
        with self.writing() as connection:
            write.add_finish(connection, run_id, status=status, stages=stages)

    def save_article(self, run_id: str, result: ArticleResult) -> bool:
        """Keep all that a run made of an article, or nothing; False where it was kept already."""
        with self.writing() as connection:
            return write.add_result(connection, run_id, result)

    def save_verdicts(
        self,
        outcomes: Sequence[Verdict | Undecided],
        *,
        run_id: str = "",
        snapshots: Sequence[Snapshot] = (),
        pages: Sequence[Page] = (),
        failures: Sequence[Failure] = (),
    ) -> None:
        """Keep what judging stored claims again came to; a verdict that stands already adds none."""
        for outcome in outcomes:
            prove_uses(outcome)
        with self.writing() as connection:
            write.add_pages(connection, snapshots, pages)
            known = write.occurrences_of(connection, [each.claim_id for each in outcomes])
            write.add_outcomes(connection, outcomes, known, run_id=run_id)
            write.add_failures(connection, run_id, "", failures)

    def save_verdict(self, outcome: Verdict | Undecided, *, run_id: str = "") -> None:
        """Keep what judging one stored claim again came to."""
        self.save_verdicts([outcome], run_id=run_id)

    def record_failures(self, run_id: str, failures: Sequence[Failure]) -> None:
        """Keep what a run did not get, where no article's result holds it."""
        with self.writing() as connection:
            write.add_failures(connection, run_id, "", failures)

    def work_done(self, work_digest: str, *, within: timedelta | None = None) -> bool:
        """Whether the latest check of the article was this very work, ended without an undecided claim.

        With `within`, also whether it is no older than that.
        """
        with self.connection() as connection:
            row = connection.execute(
                "SELECT checked_at, undecided FROM article_check WHERE work_digest = $1 AND seq = "
                "(SELECT max(seq) FROM article_check WHERE article_key = "
                "(SELECT any_value(article_key) FROM article_check WHERE work_digest = $1))",
                [work_digest],
            ).fetchone()
        if row is None or row[1]:
            return False
        return within is None or datetime.now(UTC) - row[0].replace(tzinfo=UTC) <= within

    # reading

    def load_claim(self, prefix: str) -> Claim:
        """The one claim whose id begins with these 6 or more characters."""
        with self.connection() as connection:
            return read.claim_at(connection, read.find_claim(connection, prefix))

    def load_article(self, named: str) -> Article:
        """An article by revision id, key, source, URL or a prefix of 6 or more characters."""
        with self.connection() as connection:
            return read.article_at(connection, named)

    def load_evidence(self, claim_id: str) -> tuple[EvidenceUse, ...]:
        """What a claim is to be judged on again: its verdict's passages and what people brought."""
        with self.connection() as connection:
            return evidence_of(connection, claim_id)

    def load_manual(self, claim_id: str, *, standing: bool = True) -> tuple[ManualEvidence, ...]:
        """Evidence that people brought for a claim."""
        with self.connection() as connection:
            return tuple(read.manual_of(connection, claim_id, standing=standing))

    def before(self, article_key: str, article_id: str) -> Before:
        """What is known of an article before this revision of it is checked."""
        with self.connection() as connection:
            return before_check(connection, article_key, article_id)

    def as_of(self, claim_id: str) -> date | None:
        """The date for which the claim was judged last."""
        with self.connection() as connection:
            row = connection.execute(
                "SELECT as_of FROM verdict_history WHERE claim_id = ? AND entry <> 'decision' "
                "ORDER BY seq DESC LIMIT 1",
                [claim_id],
            ).fetchone()
        return row[0] if row else None

    def why(self, prefix: str) -> Provenance:
        """Everything that the current verdict on a claim rests on."""
        with self.connection() as connection:
            return provenance_of(connection, read.find_claim(connection, prefix))

    def current_verdicts(self, article: str | None = None) -> list[dict[str, Any]]:
        """The rows of current_verdicts, each with its evidence; of one article by its revision or key, else all."""
        from evidence.store.listing import listed

        with self.connection() as connection:
            return listed(connection, article)

    def query(self, sql: str, given: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Columns and rows of a question in SQL, asked of the review copy."""
        self._fresh()
        return ask(self.names.review, sql, given)

    # keeping

    def remove_page(self, url: str, *, by: str, reason: str) -> Removed:
        """Take away the bytes and words read at an address; digests and a tombstone stay."""
        removed = self._without(lambda connection: removal.mark_removed(connection, url, by=by, reason=reason))
        removal.take_bytes(self.folder, removed.bodies, why=f"{reason.strip()} ({by.strip()})")
        return removed

    def removed_urls(self) -> frozenset[str]:
        """Addresses whose pages were taken away on request, and are not to be fetched again."""
        with self.connection() as connection:
            found = connection.execute("SELECT url FROM removal").fetchall()
        return frozenset(row[0] for row in found)

    def backup(self, target: Path) -> int:
        """Write one archive of the store and its snapshots; how many files it holds."""
        with tempfile.TemporaryDirectory(dir=self.folder, prefix="backup-") as room:
            copy = Path(room) / archive.DATABASE
            with self.connection() as connection:
                connection.execute("CHECKPOINT")
                connection.close()  # closing the copy's handle would free DuckDB's lock on the file
                shutil.copyfile(self.path, copy)
            return archive.write_archive(self.names, copy, target)

    def export(self, folder: Path, form: str = "parquet") -> list[Path]:
        """Every view as a file in this folder, "parquet" or "csv"."""
        self._fresh()
        return export.export_views(self.names.review, folder, form)

    def _without(self, mark: Callable[[Connection], Removed]) -> Removed:
        """Delete rows in a transaction, then write the file anew so that they are in no block of it."""
        with self.connection() as connection:
            ReviewCopy(self.names).forget()  # first, and under the lock: a kill from here on leaves no old copy
            with transaction(connection):
                removed = mark(connection)
            connection.close()
            if removed.texts:
                removal.rebuild(self.names.live, self.names.folder / "rebuilt.duckdb")
        self._fresh()
        return removed

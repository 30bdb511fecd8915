"""Where results go: into the store at once, or as files that the one process which owns the store takes in.

A worker on another machine must not open the DuckDB file. It writes each result whole into a folder that
both see; `ingest` stores it and takes the file away, in that order, so that a kill between the two only
makes the same result come twice, and the store keeps it once. Anything else that can keep a result, a Quack
server or DuckLake on a Postgres catalogue, is a third `Sink`.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Protocol, get_type_hints

from evidence.records import ArticleResult, Undecided, Verdict
from evidence.store.codec import plain, record, typed
from evidence.store.store import Store

FORM = 1  #: changes whenever a file of the last version could not be read


class Sink(Protocol):
    """Keeps the result of an article, whole or not at all."""

    def save_article(self, run_id: str, result: ArticleResult) -> bool:
        """Keep it; False where this very result is kept already."""


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder of results that wait to be stored."""

    folder: Path

    def save_article(self, run_id: str, result: ArticleResult) -> bool:
        """Write the result beside its place, then name it: a reader never sees half of one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        place = self.folder / f"{run_id[:12]}-{result.article.id}.json"
        handle, beside = tempfile.mkstemp(dir=self.folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(packed(run_id, result))
                out.flush()
                os.fsync(out.fileno())
            Path(beside).replace(place)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
        return True


def spool_of(store: Store) -> Spool:
    """The spool beside a store."""
    return Spool(store.folder / "spool")


def ingest(spool: Spool, sink: Sink) -> list[str]:
    """Store everything that waits, oldest first; the ids of the articles.

    A file that cannot be read is set aside with the ending `.bad` and named in the error when all others
    are stored: one spoilt result holds none of the others back.
    """
    done, bad = [], []
    for place in sorted(spool.folder.glob("[!.]*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name)):
        try:
            run_id, result = unpacked(place.read_bytes())
        except (ValueError, TypeError, KeyError) as error:
            place.replace(place.with_suffix(".bad"))
            bad.append(f"{place.with_suffix('.bad')} ({type(error).__name__}: {error})")
            continue
        sink.save_article(run_id, result)
        place.unlink()
        done.append(result.article.id)
    if bad:
        raise ValueError(
            f"{len(bad)} spooled results could not be read and were set aside; all others are stored. Check the "
            f"articles again. First: {bad[0]}"
        )
    return done


def packed(run_id: str, result: ArticleResult) -> bytes:
    """A result as JSON; outcomes say which of the two records they are."""
    fields_of = plain(result)
    fields_of["outcomes"] = [
        {"is": "verdict" if isinstance(each, Verdict) else "undecided", **plain(each)} for each in result.outcomes
    ]
    return json.dumps({"form": FORM, "run_id": run_id, "result": fields_of}, ensure_ascii=False).encode()


def unpacked(content: bytes) -> tuple[str, ArticleResult]:
    """The run and the result, as they were packed."""
    whole = json.loads(content)
    if whole["form"] != FORM:
        raise ValueError(f"it was written in form {whole['form']} and this program reads {FORM}")
    given = whole["result"]
    hints = get_type_hints(ArticleResult)
    values: dict[str, Any] = {
        each.name: _outcomes(given["outcomes"])
        if each.name == "outcomes"
        else typed(hints[each.name], given[each.name])
        for each in fields(ArticleResult)
        if each.name in given  # fields that came later have their defaults
    }
    return str(whole["run_id"]), ArticleResult(**values)


def _outcomes(given: list[Mapping[str, Any]]) -> tuple[Verdict | Undecided, ...]:
    return tuple(record(Verdict, each) if each["is"] == "verdict" else record(Undecided, each) for each in given)

"""Manual evidence by the hundred, from a CSV, JSON Lines or Excel file: all of it, or a list of the bad rows.

Columns: claim, one of url, file or text, quote, stance, and where wanted by and note.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evidence.errors import EvidenceError
from evidence.manual import manual_evidence
from evidence.records import ManualEvidence, Page, Snapshot, StanceLabel

COLUMNS = ("claim", "url", "file", "text", "quote", "stance", "by", "note")
NEEDED = ("claim", "quote", "stance")
MOST_SHOWN = 20


class BadRows(EvidenceError):
    """Rows that cannot be taken, by line and reason; nothing of the file was kept."""

    def __init__(self, message: str, *, rows: tuple[tuple[int, str], ...]) -> None:
        super().__init__(message)
        self.rows = rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the file; exactly one of url, file and text is filled."""

    line: int
    claim: str
    url: str
    file: str
    text: str
    quote: str
    stance: str
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The page that a row names; exactly one is filled."""

    url: str
    file: str
    text: str


def import_evidence(
    path: Path,
    *,
    claim_of: Callable[[str], str],
    page_of: Callable[[Wanted], tuple[Snapshot, Page]],
    refused: Callable[[ManualEvidence], str] = lambda _: "",
    by: str = "",
    at: datetime | None = None,
) -> tuple[ManualEvidence, ...]:
    """The evidence of every row, each quote proven; raises BadRows when any row is bad.

    `claim_of` finds the id of a claim by its prefix, `page_of` fetches or reads a page once, `refused` says why
    a piece of evidence is not wanted, "" where it is.
    """
    rows, bad = read_rows(path)
    total = len(rows) + len(bad)
    pages: dict[Wanted, tuple[Snapshot, Page] | EvidenceError] = {}
    out: list[ManualEvidence] = []
    moment = at or datetime.now(UTC)
    for row in rows:
        try:
            taken = _taken(row, claim_of, page_of, pages, by, moment)
        except EvidenceError as error:
            bad.append((row.line, str(error)))
            continue
        why_not = refused(taken)
        if why_not:
            bad.append((row.line, why_not))
        out.append(taken)
    seen: dict[str, int] = {}
    for row, each in zip(rows, out, strict=False) if not bad else ():
        if each.id in seen:
            bad.append((row.line, f"the same evidence stands in line {seen[each.id]} already"))
        seen[each.id] = row.line
    if bad:
        raise BadRows(_report(path, bad, total), rows=tuple(sorted(bad)))
    return tuple(out)


def read_rows(path: Path) -> tuple[list[Row], list[tuple[int, str]]]:
    """The rows of a file, and those that lack something, by line and reason."""
    try:
        found = list(_READERS[path.suffix.lower()](path))
    except KeyError:
        raise EvidenceError(f"{path} is none of .csv, .jsonl and .xlsx. Save it as one of these.") from None
    except FileNotFoundError:
        raise EvidenceError(f"There is no file {path}. Name a .csv, .jsonl or .xlsx file.") from None
    except UnicodeDecodeError:
        raise EvidenceError(f"{path} is not in UTF-8. Save it as CSV UTF-8, or as .xlsx.") from None
    if not found:
        raise EvidenceError(f"{path} holds no rows. It needs a header with {', '.join(COLUMNS)} and a line a row.")
    rows, bad = [], []
    for line, values in found:
        if isinstance(values, str):
            bad.append((line, values))
            continue
        reasons = _faults(values)
        if reasons:
            bad.append((line, "; ".join(reasons)))
        else:
            rows.append(Row(line=line, **{name: values.get(name, "") for name in COLUMNS}))
    return rows, bad


def _faults(values: Mapping[str, str]) -> list[str]:
    reasons = [f"no {name}" for name in NEEDED if not values.get(name)]
    given = [name for name in ("url", "file", "text") if values.get(name)]
    if len(given) != 1:
        reasons.append(f"give one of url, file and text, not {' and '.join(given) or 'none'}")
    stances = [each.value for each in StanceLabel]
    if values.get("stance") and values["stance"].lower() not in stances:
        reasons.append(f"stance {values['stance']!r} is none of {', '.join(stances)}")
    return reasons


def _taken(
    row: Row,
    claim_of: Callable[[str], str],
    page_of: Callable[[Wanted], tuple[Snapshot, Page]],
    pages: dict[Wanted, tuple[Snapshot, Page] | EvidenceError],
    by: str,
    moment: datetime,
) -> ManualEvidence:
    claim_id, who = claim_of(row.claim), row.by or by
    if not who.strip():
        raise EvidenceError("nobody is named: fill the column by, or give --by NAME")
    wanted = Wanted(url=row.url, file=row.file, text=row.text)
    if wanted not in pages:
        try:
            pages[wanted] = page_of(wanted)
        except EvidenceError as error:
            pages[wanted] = error
    had = pages[wanted]
    if isinstance(had, EvidenceError):
        raise had
    return manual_evidence(
        claim_id=claim_id,
        snapshot=had[0],
        page=had[1],
        quote=row.quote,
        stance=StanceLabel(row.stance.lower()),
        by=who,
        note=row.note,
        at=moment,
    )


def _report(path: Path, bad: list[tuple[int, str]], total: int) -> str:
    lines = [f"line {line}: {reason}" for line, reason in sorted(bad)[:MOST_SHOWN]]
    if len(bad) > MOST_SHOWN:
        lines.append(f"and {len(bad) - MOST_SHOWN} more")
    return (
        f"{path} was not imported, no row of it: {len(bad)} of {total} rows {'is' if len(bad) == 1 else 'are'} bad. "
        "Correct them and import the whole file again.\n" + "\n".join(lines)
    )


Found = Iterator[tuple[int, dict[str, str] | str]]  # line, and its values or what is wrong with it


def _csv(path: Path) -> Found:
    text = path.read_text(encoding="utf-8-sig")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)  # spreadsheets of some countries save with semicolons
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = _header(path, next(reader, []))
    line = reader.line_num + 1
    for cells in reader:
        start, line = line, reader.line_num + 1
        if any(cell.strip() for cell in cells):
            yield start, _values(header, cells)


def _jsonl(path: Path) -> Found:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            yield number, f"not JSON: {error}"
            continue
        unknown = sorted(set(value) - set(COLUMNS)) if isinstance(value, dict) else []
        if not isinstance(value, dict):
            yield number, "not a JSON object"
        elif unknown:
            yield number, f"unknown field {unknown[0]!r}; known are {', '.join(COLUMNS)}"
        else:
            yield number, {name: _cell(each) for name, each in value.items()}


def _xlsx(path: Path) -> Found:
    import zipfile

    from openpyxl import load_workbook

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError):
        raise EvidenceError(f"{path} is not an Excel file. Save it again as .xlsx, or as .csv.") from None
    try:
        rows = enumerate(book.worksheets[0].iter_rows(values_only=True), start=1)
        header = _header(path, [_cell(each) for each in next(rows, (0, ()))[1]])
        for number, cells in rows:
            if any(_cell(each).strip() for each in cells):
                yield number, _values(header, [_cell(each) for each in cells])
    finally:
        book.close()


def _header(path: Path, cells: Iterable[str]) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    unknown = [name for name in names if name and name not in COLUMNS]
    missing = [name for name in NEEDED if name not in names]
    if unknown or missing or len({name for name in names if name}) != len([name for name in names if name]):
        what = (
            f"has a column {unknown[0]!r}"
            if unknown
            else f"lacks the column {missing[0]!r}"
            if missing
            else "names a column twice"
        )
        raise EvidenceError(f"The first row of {path} {what}. Known columns: {', '.join(COLUMNS)}.")
    return names


def _values(header: list[str], cells: Iterable[str]) -> dict[str, str] | str:
    cells = list(cells)
    if any(cell.strip() for cell in cells[len(header) :]):
        return f"{len(cells)} cells under {len(header)} columns; put quotation marks around text with commas"
    return {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}


def _cell(value: Any) -> str:
    return "" if value is None else str(value).strip()


_READERS: dict[str, Callable[[Path], Found]] = {".csv": _csv, ".jsonl": _jsonl, ".xlsx": _xlsx}

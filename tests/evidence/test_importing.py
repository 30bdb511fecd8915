import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from evidence.errors import EvidenceError, PageRefused, StoreError
from evidence.importing import BadRows, Wanted, import_evidence
from evidence.records import ManualEvidence, Page, Snapshot, StanceLabel
from tests.evidence.store_samples import desk, page

TEXT = "The bridge was opened in 1951, says the archive. It is long."


class Pages:
    """Pages by URL, and how often each was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, wanted: Wanted) -> tuple[Snapshot, Page]:
        self.asked.append(wanted.url or wanted.file or wanted.text)
        if "down" in wanted.url:
            raise PageRefused(f"{wanted.url} answered 404.", url=wanted.url, reason="status")
        return page(wanted.text or TEXT, url=wanted.url or f"file://disk/{wanted.file}")


def _claim_of(prefix: str) -> str:
    if prefix.startswith("zz"):
        raise StoreError(f"No claim begins with {prefix!r}.")
    return prefix * 4


def _taken(path: Path, by: str = "Mona") -> tuple[ManualEvidence, ...]:
    return import_evidence(path, claim_of=_claim_of, page_of=Pages(), by=by)


ROWS = [
    {"claim": "abcdef12", "url": "https://a.example/", "quote": "opened in 1951", "stance": "refutes", "note": "n, m"},
    {"claim": "abcdef34", "file": "b.html", "quote": "It is long.", "stance": "Supports", "by": "علي"},
    {"claim": "abcdef56", "text": "كلام «من وثيقة»\nسطر ثان", "quote": "من وثيقة", "stance": "context"},
]


def _write(folder: Path, form: str, rows: list[dict[str, str]]) -> Path:
    path = folder / f"rows.{form}"
    columns = ["claim", "url", "file", "text", "quote", "stance", "by", "note"]
    if form == "jsonl":
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    elif form == "csv":

        def cell(value: str) -> str:
            return '"' + value.replace('"', '""') + '"' if value else ""

        lines = [",".join(columns), *(",".join(cell(row.get(name, "")) for name in columns) for row in rows)]
        path.write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8", newline="")
    else:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(name) for name in columns])
        book.save(path)
    return path


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_good_rows_are_all_taken(tmp_path: Path, form: str) -> None:
    """The same rows from each kind of file give the same evidence."""
    taken = _taken(_write(tmp_path, form, ROWS))
    assert [each.passage.text for each in taken] == ["opened in 1951", "It is long.", "من وثيقة"]
    assert [each.stance for each in taken] == [StanceLabel.REFUTES, StanceLabel.SUPPORTS, StanceLabel.NEITHER]
    assert [each.added_by for each in taken] == ["Mona", "علي", "Mona"]
    assert [each.note for each in taken] == ["n, m", "", ""]


BAD = [
    ROWS[0],
    {**ROWS[0], "quote": "opened in 1950"},
    {**ROWS[0], "stance": "maybe"},
    {**ROWS[0], "file": "b.html"},
    {**ROWS[0], "url": "https://down.example/"},
    {**ROWS[0], "claim": "zz1234"},
    {**ROWS[0], "quote": ""},
]


@pytest.mark.parametrize("form", ["csv", "jsonl", "xlsx"])
def test_one_bad_row_refuses_the_file_and_every_bad_row_is_told(tmp_path: Path, form: str) -> None:
    """By line and reason, so that one correction is enough."""
    with pytest.raises(BadRows) as refused:
        _taken(_write(tmp_path, form, BAD))
    first = 1 if form == "jsonl" else 2
    reasons = dict(refused.value.rows)
    assert sorted(reasons) == [first + number for number in range(1, 7)]
    assert "closest passage" in reasons[first + 1]
    assert "none of supports, refutes, context" in reasons[first + 2]
    assert "one of url, file and text, not url and file" in reasons[first + 3]
    assert "404" in reasons[first + 4]
    assert "No claim begins" in reasons[first + 5]
    assert "no quote" in reasons[first + 6]
    assert f"line {first + 1}: " in str(refused.value)
    assert "was not imported" in str(refused.value)


def test_lines_are_counted_as_an_editor_shows_them(tmp_path: Path) -> None:
    """Also behind cells of several lines."""
    path = tmp_path / "a.csv"
    path.write_text('claim,text,quote,stance\nabcdef,"one\ntwo\nthree",two,supports\nabcdef,x,y,supports\n')
    with pytest.raises(BadRows) as refused:
        _taken(path)
    assert [line for line, _ in refused.value.rows] == [5]


def test_a_page_is_fetched_once_for_many_rows(tmp_path: Path) -> None:
    """Also where it is refused."""
    pages = Pages()
    path = _write(tmp_path, "csv", [{**ROWS[0], "claim": f"abcde{n}"} for n in range(5)])
    import_evidence(path, claim_of=_claim_of, page_of=pages, by="Mona")
    assert pages.asked == ["https://a.example/"]


def test_semicolons_and_tabs_part_cells_too(tmp_path: Path) -> None:
    """As spreadsheets of many countries save them."""
    for mark in (";", "\t"):
        path = tmp_path / "a.csv"
        path.write_text(mark.join(("claim", "url", "quote", "stance")) + "\n" + mark.join(
            ("abcdef", "https://a.example/", "It is long.", "supports")
        ))  # fmt: skip
        assert len(_taken(path)) == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"claim,url,qoute,stance\n", "has a column 'qoute'"),
        ("a.csv", b"claim,url,quote\n", "lacks the column 'stance'"),
        ("a.csv", b"claim,url,quote,stance\n", "holds no rows"),
        ("a.csv", "claim,url,quote,stance\nabcdef,u,كلام,supports".encode("cp1256"), "not in UTF-8"),
        ("a.xlsx", b"no workbook", "not an Excel file"),
        ("a.txt", b"x", "none of .csv, .jsonl and .xlsx"),
        ("a.jsonl", b'{"claim": "abcdef"\n[1]\n{"clam": 1}', "unknown field 'clam'"),
        ("a.csv", b"claim,url,quote,stance\nabcdef,u,one, two,supports\n", "5 cells under 4 columns"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    """What is wrong, and what was expected."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(EvidenceError) as refused:
        _taken(tmp_path / name)
    assert says in str(refused.value)
    with pytest.raises(EvidenceError, match="no file"):
        _taken(tmp_path / f"absent{Path(name).suffix}") if name != "a.txt" else _taken(tmp_path / "absent.csv")


def test_nobody_is_named(tmp_path: Path) -> None:
    """Every row has a person behind it."""
    with pytest.raises(BadRows, match="nobody is named"):
        _taken(_write(tmp_path, "csv", ROWS), by="")


def test_the_same_row_twice_is_told(tmp_path: Path) -> None:
    """A copied line is a mistake."""
    with pytest.raises(BadRows, match="in line 2 already"):
        _taken(_write(tmp_path, "csv", [ROWS[0], ROWS[0]]))


def test_imported_evidence_goes_into_the_store_in_one_piece(tmp_path: Path) -> None:
    """From a file to load_evidence."""
    kept = desk(tmp_path)
    path = _write(tmp_path, "csv", [{**ROWS[0], "claim": each.id[:10]} for each in kept.result.claims])
    with kept.store.connection() as connection:
        from evidence.store.read import find_claim

        def claim_of(prefix: str) -> str:
            return find_claim(connection, prefix)

        taken = import_evidence(path, claim_of=claim_of, page_of=Pages(), by="Mona")
    kept.store.add_evidence(*taken)
    assert kept.store.query("SELECT count(*), count(DISTINCT claim_id) FROM evidence_by_people")[1] == [(3, 3)]

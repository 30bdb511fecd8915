"""Bad input gets one clear sentence and exit code 2; nothing half-written, nothing lost."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.flows.conftest import Desk

Prepare = Callable[[Path], list[str]]


def _write(name: str, data: bytes) -> Prepare:
    def prepare(folder: Path) -> list[str]:
        (folder / name).write_bytes(data)
        return ["check", name]

    return prepare


def _pages(folder: Path) -> list[str]:
    (folder / "pages.txt").write_text("http://example.org/a\nnot an address\n", "utf-8")
    return ["check", "ar.txt", "--pages", "pages.txt"]


def _newer(folder: Path) -> list[str]:
    with duckdb.connect(str(folder / "newer.duckdb")) as connection:
        connection.execute(
            "CREATE TABLE schema_version(version INTEGER, name VARCHAR, applied_at TIMESTAMP, app VARCHAR)"
        )
        connection.execute("INSERT INTO schema_version VALUES (9999, 'm9999_future', now()::TIMESTAMP, '9.0')")
    return ["check", "ar.txt", "--store", "newer.duckdb"]


CASES: dict[str, tuple[Prepare, str]] = {
    "no such file": (lambda _: ["check", "nowhere.txt"], "no file nowhere.txt"),
    "a folder": (lambda _: ["check", "."], "folder"),
    "an empty file": (_write("empty.txt", b""), "empty"),
    "a binary file": (_write("binary.txt", bytes(range(256)) * 40), "binary.txt"),
    "50 MB of text": (_write("large.txt", "كلمة ".encode() * 6_000_000), "large.txt"),
    "an impossible date": (lambda _: ["check", "ar.txt", "--published", "2025-02-30"], "--published"),
    "an unreachable address": (
        lambda _: ["check", "http://127.0.0.1:9/a", "--allow-host", "127.0.0.1:9"],
        "127.0.0.1:9",
    ),
    "a private address": (lambda _: ["check", "http://10.0.0.1/a"], "10.0.0.1"),
    "a broken line in --pages": (_pages, "line 2"),
    "no such --pages": (lambda _: ["check", "ar.txt", "--pages", "none.txt"], "none.txt"),
    "no such --library": (lambda _: ["check", "ar.txt", "--library", "none"], "none"),
    "an unknown source": (lambda _: ["check", "ar.txt", "--source", "wikipedai"], "wikipedai"),
    "a store from a newer version": (_newer, "newer"),
    "a missing folder for the store": (lambda _: ["check", "ar.txt", "--store", "none/a.duckdb"], "none"),
    "a file that is no store": (_write("ar.duckdb", b"not a database" * 1000), ""),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_bad_input_is_one_sentence(desk: Desk, case: str) -> None:
    """What, where, what was expected."""
    prepare, words = CASES[case]
    arguments = prepare(desk.folder)
    if case == "a file that is no store":
        arguments, words = ["check", "ar.txt", "--store", "ar.duckdb"], "ar.duckdb"
    done = desk.run(*arguments)
    assert done.returncode == 2, (done.stdout, done.stderr)
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    assert words in lines[0]
    assert done.stdout == ""


def test_a_relative_date_without_a_publication_date_asks_for_it(desk: Desk) -> None:
    """Asked for in one sentence, with the option's name."""
    (desk.folder / "undated.txt").write_text("افتُتح جسر وردة العام الماضي وبلغ طوله 40 متراً.\n", "utf-8")
    done = desk.run("check", "undated.txt")
    assert done.returncode == 2
    assert "--published" in done.stderr
    assert desk.run("check", "undated.txt", "--published", "2025-03-10").returncode == 0


def test_a_directory_that_cannot_be_written_is_one_sentence(desk: Desk) -> None:
    """/proc is read-only for everybody, root included."""
    done = desk.run("check", "ar.txt", "--store", "/proc/tabayyun.duckdb")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1

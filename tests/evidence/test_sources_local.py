"""Sources that are files of the newsroom's own: a list of addresses, a folder of pages."""

from pathlib import Path

import pytest

from evidence.errors import PageRefused, ReferenceUnreadable
from evidence.records import Origin
from evidence.snapshots import Snapshots
from evidence.sources import (
    Library,
    UrlList,
    read_urls,
)
from evidence.sources.library import read_library
from tests.evidence.api_server import CLAIM, QUERIES
from tests.evidence.hostile_server import make_fetcher
from tests.evidence.makers import make_claim


def test_a_list_of_addresses_is_read_line_by_line(tmp_path: Path) -> None:
    """Comments, empty lines and repeats are passed over; order stays."""
    path = tmp_path / "pages.txt"
    path.write_text(
        "\ufeff# مراجع\nhttps://b.example/\n\n  https://a.example/صفحة  \nhttps://b.example/\n", encoding="utf-8"
    )
    assert read_urls(path) == ["https://b.example/", "https://a.example/صفحة"]
    assert [hit.rank for hit in UrlList(read_urls(path)).find(CLAIM, [], fetcher=None)] == [1, 1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line", ["example.org/page", "ftp://a.example/", "https://", "https://u:p@a.example/", "https://a.example/a b"]
)
def test_a_broken_line_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    """File, line, what stands there, what was expected."""
    path = tmp_path / "pages.txt"
    path.write_text(f"https://a.example/\n\n{line}\n", encoding="utf-8")
    with pytest.raises(ReferenceUnreadable, match=r"pages\.txt, line 3"):
        read_urls(path)


def test_a_list_that_is_not_there_or_no_text_is_one_sentence(tmp_path: Path) -> None:
    """Missing, a folder, or binary."""
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.txt", tmp_path, tmp_path / "b.txt"):
        with pytest.raises(ReferenceUnreadable):
            read_urls(path)


def test_a_folder_becomes_snapshots_once(tmp_path: Path) -> None:
    """HTML, text and PDF are taken; pictures, hidden files and links are not; unchanged files keep their snapshot."""
    folder = tmp_path / "library"
    (folder / "فرع").mkdir(parents=True)
    (folder / "فرع" / "صفحة.html").write_text("<p>نص</p>", encoding="utf-8")
    (folder / "note.TXT").write_text("سطر", encoding="utf-8")
    (folder / "fake.pdf").write_bytes(b"\x89PNG\r\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    (folder / ".hidden.txt").write_text("x")
    (folder / "empty.txt").write_text("")
    (folder / "link.txt").symlink_to("/etc/passwd")
    snapshots = Snapshots(tmp_path / "store.d")
    first = read_library(folder, snapshots)
    assert [one.url for one in first] == ["file:note.TXT", "file:%D9%81%D8%B1%D8%B9/%D8%B5%D9%81%D8%AD%D8%A9.html"]
    assert {one.origin for one in first} == {Origin.LIBRARY}
    assert read_library(folder, snapshots) == first
    (folder / "note.TXT").write_text("سطر آخر", encoding="utf-8")
    assert read_library(folder, snapshots)[0].id != first[0].id
    hits = Library(first).find(CLAIM, [], fetcher=None)  # type: ignore[arg-type]
    assert [hit.url for hit in hits] == [one.url for one in first]


def test_of_a_large_folder_the_pages_that_speak_of_the_claim_come_first(tmp_path: Path) -> None:
    """Rare words count most; a page that shares none is not offered."""
    folder = tmp_path / "library"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.html").write_text(
            f"<p>صفحة عن موضوع آخر رقم {number} في عام 1869.</p>", encoding="utf-8"
        )
    (folder / "zz.html").write_text("<p>تاريخ القناة والسويس وما جاورها.</p>", encoding="utf-8")
    fetcher = make_fetcher(tmp_path, network=False)
    pages = read_library(folder, fetcher.snapshots)
    hits = Library(pages, hits_per_claim=5).find(CLAIM, QUERIES, fetcher=fetcher)
    assert [hit.rank for hit in hits] == [1, 2, 3, 4, 5]
    assert hits[0].url == "file:zz.html"
    assert Library(pages).find(make_claim("غيوم فوق باريس."), [], fetcher=fetcher) == []


def test_library_pages_are_got_like_any_page_and_without_network(tmp_path: Path) -> None:
    """The fetcher answers `file:` from the snapshots and never from the disk."""
    (tmp_path / "l").mkdir()
    (tmp_path / "l" / "a.txt").write_text("نص", encoding="utf-8")
    fetcher = make_fetcher(tmp_path, network=False)
    (page,) = read_library(tmp_path / "l", fetcher.snapshots)
    assert fetcher.get(page.url).snapshot == page
    with pytest.raises(PageRefused):
        fetcher.get("file:///etc/passwd")


@pytest.mark.parametrize("what", ["missing", "a file", "nothing to read"])
def test_a_library_that_cannot_be_used_is_one_sentence(tmp_path: Path, what: str) -> None:
    """Missing, a file, or without a page."""
    folder = tmp_path / "x"
    if what == "a file":
        folder.write_text("x")
    elif what == "nothing to read":
        folder.mkdir()
    with pytest.raises(ReferenceUnreadable):
        read_library(folder, Snapshots(tmp_path / "s"))

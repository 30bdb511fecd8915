"""The MediaWiki source against a real MediaWiki: search, fetch, extraction, language links."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from claims.digests import digest
from evidence.errors import PageRefused
from evidence.fetch import Fetcher, Limits
from evidence.name_table import NameTable
from evidence.pages import extract_page
from evidence.records import Hit, Page, Query
from evidence.snapshots import Snapshots
from evidence.sources import MediaWiki
from flows import steps
from flows.limits import limit_of
from flows.settings import load_settings
from flows.wiring import Parts
from tests.evidence.hostile_server import make_fetcher
from tests.evidence.makers import make_claim

pytestmark = pytest.mark.system
SCRIPT = Path(__file__).with_name("mediawiki.sh")
READY = 120.0


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a running wiki; a machine without its packages fails here."""
    assert shutil.which("php"), "php is missing: run tests/system/install.sh"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("wiki")
    server = subprocess.Popen(["sh", str(SCRIPT), str(folder), str(port)], start_new_session=True)
    try:
        deadline = time.monotonic() + READY
        while True:
            assert server.poll() is None, "mediawiki.sh ended; its words stand above"
            assert time.monotonic() < deadline, "the wiki did not answer in time"
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield port
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)


@pytest.fixture
def fetcher(wiki: int, tmp_path: Path) -> Fetcher:
    return Fetcher(
        snapshots=Snapshots(tmp_path / "store.d"),
        locks=tmp_path / "locks",
        contact="tests@example.org",
        allow_hosts=[f"127.0.0.1:{wiki}"],
        rate=50.0,
        freshness=timedelta(hours=1),
        limits=Limits(deadline_seconds=30.0),
    )


def source(wiki: int) -> MediaWiki:
    return MediaWiki(api=f"http://127.0.0.1:{wiki}/{{language}}/api.php", languages=("en", "ar"))


def search(wiki: int, fetcher: Fetcher, language: str, text: str) -> list[Hit]:
    claim = make_claim("", language=language)
    query = Query(id=digest(text), claim_id=claim.id, language=language, text=text)
    return source(wiki).find(claim, [query], fetcher=fetcher)


def read(fetcher: Fetcher, url: str) -> Page:
    fetched = fetcher.get(url)
    return extract_page(fetched.snapshot, fetcher.body(fetched.snapshot))


def test_a_search_finds_the_page_and_the_same_page_in_english(wiki: int, fetcher: Fetcher) -> None:
    """Rank 1 is the page; its language link stands at the same rank."""
    hits = search(wiki, fetcher, "ar", "جسر الملك فهد")
    assert [(hit.language, hit.title, hit.rank) for hit in hits] == [
        ("ar", "جسر الملك فهد", 1),
        ("en", "King Fahd Causeway", 1),
    ]


def test_the_page_reads_as_facts_without_marks(wiki: int, fetcher: Fetcher) -> None:
    """Infobox and table rows are lines; reference marks, edit links, contents, references and categories are gone."""
    page = read(fetcher, search(wiki, fetcher, "ar", "جسر الملك فهد")[0].url)
    assert page.title == "جسر الملك فهد"
    assert page.language == "ar"
    lines = page.text.splitlines()
    assert "جسر الملك فهد — الطول: 25 كيلومترًا" in lines
    assert "جسر الملك فهد — الافتتاح: 26 نوفمبر 1986" in lines
    assert "المدينة: الخبر; الدولة: السعودية" in lines
    assert "# الإنشاء" in lines
    assert "# مراجع" not in lines
    assert not any(mark in page.text for mark in ("[1]", "عدل", "نشرة", "تصنيف"))
    assert page.modified_on is not None
    assert page.published_on is None


def test_the_english_page_behind_the_link_is_read_too(wiki: int, fetcher: Fetcher) -> None:
    """What a language link leads to is a page like any other."""
    page = read(fetcher, search(wiki, fetcher, "ar", "جسر الملك فهد")[1].url)
    assert page.language == "en"
    assert "King Fahd Causeway — Opened: 26 November 1986" in page.text


def test_every_word_must_stand_in_the_page(wiki: int, fetcher: Fetcher) -> None:
    """MediaWiki's search joins words by AND, which is why queries go down to single names."""
    assert search(wiki, fetcher, "ar", "نهر دجلة")[0].title == "نهر دجلة"
    assert search(wiki, fetcher, "ar", "دجلة مستحيلات") == []


def test_language_links_make_a_name_table(wiki: int, fetcher: Fetcher) -> None:
    """Titles linked to each other are the names of one thing; a redirect to a page names it, one into a page does not."""
    names = ["جسر الملك فهد", "جسر السعودية والبحرين", "أرصفة العقبة", "لا وجود له", "ميناء العقبة"]
    table = source(wiki).names(names, "ar", ["en", "fr"], fetcher=fetcher)
    forms = [table.of(name, "en") for name in names]
    assert forms == [("King Fahd Causeway",), ("King Fahd Causeway",), (), (), ("Port of Aqaba",)]
    assert table.of("ميناء العقبة", "fr") == ()


def test_links_that_do_not_fit_one_answer_are_asked_for(wiki: int, fetcher: Fetcher) -> None:
    """The wiki says where its answer broke off, and goes on from there."""
    address = f"http://127.0.0.1:{wiki}/{{language}}/api.php"
    one_by_one = MediaWiki(api=address, languages=("en", "fr"), links_per_answer=1)
    claim = make_claim("", language="ar")
    query = Query(id=digest("x"), claim_id=claim.id, language="ar", text="بحري")
    hits = one_by_one.find(claim, [query], fetcher=fetcher)
    assert sum(hit.language == "ar" for hit in hits) == sum(hit.language == "en" for hit in hits) >= 2


def test_an_arabic_claim_finds_an_english_page_that_no_arabic_page_links_to(wiki: int, tmp_path: Path) -> None:
    """The names go over by the wiki's language links, and the English wiki is searched for them."""
    settings = load_settings(
        None, store=tmp_path / "s.duckdb", sources=["wikipedia"], allow_hosts=[f"127.0.0.1:{wiki}"],
        mediawiki_api=f"http://127.0.0.1:{wiki}/{{language}}/api.php", requests_per_second=50.0,
        engine_home=tmp_path / "engine" / "home",
    )  # fmt: skip
    parts = Parts(settings)
    claim = make_claim(
        "كانت الشاحنة تدفع عشرة أمثال رسم السيارة على جسر الملك فهد ثم في ميناء العقبة.",
        names=("جسر الملك فهد", "ميناء العقبة"),
    )
    assert "Lorry tolls" not in {
        hit.title for hit in steps.find_pages(claim, parts, NameTable(), limit=limit_of("search", {})).hits
    }
    before = parts.fetcher.counts().requests
    named = steps.find_names([claim], parts)
    assert parts.fetcher.counts().requests == before + 1
    found = steps.find_pages(claim, parts, named.table, limit=limit_of("search", {}))
    assert [query.text for query in found.queries if query.language == "en"] == [
        "King Fahd Causeway Port of Aqaba", "King Fahd Causeway", "Port of Aqaba",
    ]  # fmt: skip
    (url,) = {hit.url for hit in found.hits if hit.title == "Lorry tolls"}
    assert "250 riyals" in steps.read_page(url, parts, limit=limit_of("fetch", {})).page.text
    assert (named.failures, found.failures) == ((), ())


def test_robots_holds_for_pages_and_not_for_the_api(wiki: int, fetcher: Fetcher) -> None:
    """The wiki closes index.php to robots; its API is asked under its own terms."""
    with pytest.raises(PageRefused) as caught:
        fetcher.get(f"http://127.0.0.1:{wiki}/ar/index.php?title=X")
    assert caught.value.reason == "robots"


def test_a_second_look_makes_no_request(wiki: int, fetcher: Fetcher) -> None:
    """Searches and pages are answered from the snapshots while they are fresh."""
    for _ in range(2):
        for hit in search(wiki, fetcher, "ar", "نهر دجلة"):
            read(fetcher, hit.url)
        before = fetcher.counts().requests
    assert fetcher.counts().requests == before == 3  # the search, robots.txt, the page


def test_a_wiki_says_of_a_stale_page_that_nothing_changed(wiki: int, fetcher: Fetcher, tmp_path: Path) -> None:
    """After the freshness window a page costs a conditional request, and its snapshot stays."""
    (hit, *_) = search(wiki, fetcher, "ar", "نهر دجلة")
    first = fetcher.get(hit.url).snapshot
    stale = make_fetcher(tmp_path, wiki, freshness=timedelta(0), limits={"deadline_seconds": 30.0})
    assert stale.get(hit.url).snapshot == first
    assert stale.counts().unchanged == 1

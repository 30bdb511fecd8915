"""Each source against a server of its own shape on loopback; failures are told, never swallowed."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.digests import digest
from evidence.errors import PageRefused, TryLater
from evidence.fetch import Fetcher
from evidence.fetch.journal import Journal
from evidence.records import Failure, Query
from evidence.sources import (
    FactCheckApi,
    Feeds,
    Gdelt,
    MediaWiki,
    SearchApi,
    Source,
    Wikidata,
)
from evidence.sources.wayback import Wayback
from flows.demo_site import serve_site
from tests.evidence.api_server import CLAIM, QUERIES, Api
from tests.evidence.hostile_server import hostile, make_fetcher

SITE = {
    "index.json": [
        {
            "language": "ar",
            "title": "قناة السويس",
            "path": "ar/a.html",
            "langlinks": [{"language": "en", "path": "en/a.html"}],
        },
        {"language": "ar", "title": "نهر النيل", "path": "ar/b.html", "langlinks": []},
        {
            "language": "en",
            "title": "Suez Canal",
            "path": "en/a.html",
            "langlinks": [{"language": "ar", "path": "ar/a.html"}],
        },
    ],
    "ar/a.html": "<title>قناة</title><nav>قائمة سرية</nav><p>وافتُتحت القناة عام 1869.</p>",
    "ar/b.html": "<p>يجري النيل في مصر.</p>",
    "en/a.html": "<p>The canals of Egypt.</p>",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, content in SITE.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            content if isinstance(content, str) else json.dumps(content, ensure_ascii=False), encoding="utf-8"
        )
    return tmp_path / "site"


def query(text: str, language: str = "ar") -> Query:
    return Query(id=digest(text), claim_id=CLAIM.id, language=language, text=text)


def test_the_wiki_source_searches_and_follows_language_links(site: Path, tmp_path: Path) -> None:
    """One request a query; a hit's twin in a wanted language stands beside it."""
    log: list[str] = []
    with serve_site(site, log) as base:
        fetcher = make_fetcher(tmp_path, int(base.rpartition(":")[2]))
        wiki = MediaWiki(api=base + "/{language}/w/api.php", languages=("en",))
        hits = wiki.find(CLAIM, [query("القناة 1869"), query("نهر النيل"), query("القناة مستحيلة")], fetcher=fetcher)
        assert [(hit.language, hit.title, hit.rank) for hit in hits] == [
            ("ar", "قناة السويس", 1), ("en", "Suez Canal", 1), ("ar", "نهر النيل", 1),
        ]  # fmt: skip
        assert hits[0].query_id == digest("القناة 1869")
        assert len(log) == 3
        assert wiki.names(["قناة السويس"], "ar", ["en"], fetcher=fetcher).of("قناة السويس", "en") == ("Suez Canal",)
        assert fetcher.get(hits[1].url).snapshot.status == 200


def test_the_demo_site_answers_like_a_wiki(site: Path, tmp_path: Path) -> None:
    """list=search, titles, pageids, errors and robots.txt; menus are not in the index."""
    with serve_site(site) as base:
        fetcher = make_fetcher(tmp_path, int(base.rpartition(":")[2]))

        def ask(language: str, **asked: str) -> Any:
            url = f"{base}/{language}/w/api.php?format=json&formatversion=2&" + "&".join(
                f"{k}={v}" for k, v in asked.items()
            )
            return json.loads(fetcher.body(fetcher.get(url, purpose="api").snapshot))

        found = ask("ar", action="query", list="search", srsearch="السويس", srlimit="1")["query"]["search"]
        assert [row["title"] for row in found] == ["قناة السويس"]
        assert ask("ar", action="query", list="search", srsearch="سرية")["query"]["search"] == []
        assert ask("en", action="query", list="search", srsearch="السويس")["query"]["search"] == []
        pages = ask("ar", action="query", titles="نهر النيل|لا شيء", prop="info", inprop="url")["query"]["pages"]
        assert pages[0]["fullurl"] == f"{base}/ar/b.html"
        assert pages[1]["missing"] is True
        linked = ask("en", action="query", pageids="3", prop="langlinks")["query"]["pages"][0]["langlinks"]
        assert linked == [{"lang": "ar", "title": "قناة السويس"}]
        assert ask("ar", action="query", list="search")["error"]["code"] == "missingparam"
        with pytest.raises(PageRefused):
            fetcher.get(f"{base}/../../etc/passwd")
        with pytest.raises(PageRefused):
            fetcher.get(f"{base}/index.json")


def test_a_search_api_is_asked_in_each_language(api: Api, fetcher: Fetcher) -> None:
    """The fullest queries of each language; only http addresses; each once."""
    api.answers["search"] = {"results": [
        {"url": "https://a.example/1", "title": "أول"}, {"url": "ftp://a.example/2"}, "x",
        {"url": "https://a.example/3"},
    ]}  # fmt: skip
    hits = SearchApi(address=api.url, queries_per_language=1).find(CLAIM, QUERIES, fetcher=fetcher)
    assert [(hit.url, hit.rank) for hit in hits] == [("https://a.example/1", 1), ("https://a.example/3", 2)]
    assert [(asked["language"], asked["format"]) for asked in api.questions("/search")] == [
        ("ar", "json"),
        ("en", "json"),
    ]


def test_gdelt_is_asked_for_the_time_of_the_claim(api: Api, fetcher: Fetcher) -> None:
    """One query a language that it reads, around the claim's dates."""
    api.answers["doc"] = {"articles": [{"url": "https://n.example/a", "title": "خبر", "language": "Arabic"}]}
    hits = Gdelt(address=f"{api.url}/doc").find(CLAIM, QUERIES, fetcher=fetcher)
    assert [hit.url for hit in hits] == ["https://n.example/a"]
    asked = api.questions("/doc")
    assert [one["query"].rpartition(" ")[2] for one in asked] == ["sourcelang:arabic", "sourcelang:english"]
    assert asked[0]["startdatetime"] == "18681202000000"


def test_fact_checks_need_a_key_that_is_never_stored(api: Api, tmp_path: Path) -> None:
    """Without one nothing is asked; with one it goes in a header and into no file."""
    api.answers["claims_search"] = {
        "claims": [{"text": "ادعاء", "claimReview": [{"url": "https://check.example/1", "title": "تحقق"}]}]
    }
    fetcher = make_fetcher(tmp_path, api.port)
    assert FactCheckApi(key="", address=f"{api.url}/claims-search").find(CLAIM, QUERIES, fetcher=fetcher) == []
    assert api.asked == []
    source = FactCheckApi(key="s3cret-key", address=f"{api.url}/claims-search")
    assert [hit.url for hit in source.find(CLAIM, QUERIES, fetcher=fetcher)] == ["https://check.example/1"]
    assert api.heads[0]["x-goog-api-key"] == "s3cret-key"
    assert not any(b"s3cret-key" in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


RSS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>
<title>قناة السويس تحتفل بذكرى افتتاحها &x;</title><link>https://n.example/1</link><pubDate>x</pubDate></item>
<item><title>أخبار الرياضة</title><link>https://n.example/2</link></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Suez</title><summary>عن قناة السويس</summary>
<link rel="self" href="/self"/><link href="/atom/1"/></entry></feed>"""

MAPS = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{base}/map</loc>
<lastmod>2025-01-01</lastmod></sitemap></sitemapindex>"""

MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://n.example/%D9%82%D9%86%D8%A7%D8%A9-%D8%A7%D9%84%D8%B3%D9%88%D9%8A%D8%B3</loc></url>
<url><loc>https://n.example/other</loc></url></urlset>"""


def test_feeds_and_sitemaps_name_entries_that_speak_of_the_claim(api: Api, fetcher: Fetcher) -> None:
    """RSS, Atom and sitemaps one step deep; no entity of the feed reads a file."""
    api.answers |= {
        "rss": RSS.encode(),
        "atom": ATOM.encode(),
        "maps": MAPS.format(base=api.url).encode(),
        "map": MAP.encode(),
    }
    source = Feeds([f"{api.url}/{name}" for name in ("rss", "atom", "maps")])
    hits = source.find(CLAIM, [], fetcher=fetcher)
    assert {hit.url.rpartition("/")[2][:6] for hit in hits} == {"1", "%D9%82"}
    assert f"{api.url}/atom/1" in {hit.url for hit in hits}
    assert not any("root:" in hit.title for hit in hits)


@pytest.mark.parametrize("content", [b"<html><p>x</p></html>", b"not xml", b"", b"\x00\x01"])
def test_what_is_no_feed_is_a_worded_failure(api: Api, fetcher: Fetcher, content: bytes) -> None:
    """A wrong address in the settings is told by name."""
    api.answers["rss"] = content
    with pytest.raises(PageRefused) as caught:
        Feeds([f"{api.url}/rss"]).find(CLAIM, [], fetcher=fetcher)
    assert caught.value.reason in ("bad_answer", "not_text")


def sources(api: Api) -> list[Source]:
    return [
        MediaWiki(api=f"{api.url}/wiki"), Wikidata(api=f"{api.url}/wiki"), SearchApi(address=f"{api.url}/search"),
        Gdelt(address=f"{api.url}/doc"), FactCheckApi(key="k", address=f"{api.url}/check"), Feeds([f"{api.url}/rss"]),
    ]  # fmt: skip


@pytest.mark.parametrize("number", range(6))
@pytest.mark.parametrize(
    "answer",
    [{"status": "404 Not Found"}, {"status": "503 Service Unavailable"}, b"<html>", [], {"error": {"code": "x"}}],
    ids=["404", "503", "html", "list", "error"],
)  # fmt: skip
def test_a_source_that_fails_wholly_raises(api: Api, fetcher: Fetcher, number: int, answer: Any) -> None:
    """ "Not reached" is not "nothing found"; every failed search is told once."""
    api.answers = {"wiki": answer, "search": answer, "doc": answer, "check": answer, "rss": answer}
    failures: list[Failure] = []
    source = sources(api)[number]
    with pytest.raises((PageRefused, TryLater)):
        source.find(CLAIM, QUERIES, fetcher=fetcher, failures=failures)
    assert failures
    assert all(failure.stage == f"search {source.name}" and ": " in failure.reason for failure in failures)


def test_a_source_that_fails_in_part_gives_what_it_has(api: Api, fetcher: Fetcher) -> None:
    """The failed search is a row; the others' hits are there."""
    api.answers["search"] = lambda asked: (
        {"status": "404 x"} if asked["language"] == "ar" else {"results": [{"url": "https://a.example/"}]}
    )
    failures: list[Failure] = []
    hits = SearchApi(address=api.url).find(CLAIM, QUERIES, fetcher=fetcher, failures=failures)
    assert [hit.url for hit in hits] == ["https://a.example/"]
    assert {failure.reason.partition(":")[0] for failure in failures} == {"http_status"}


def test_a_wiki_that_lags_is_asked_again_later(api: Api, tmp_path: Path) -> None:
    """What MediaWiki says with status 200 is still "later": it is waited for, and never kept as the answer."""
    lags = {"error": {"code": "maxlag", "info": "Waiting for a database"}}
    journal = Journal(tmp_path / "run.jsonl")
    fetcher = make_fetcher(tmp_path, api.port, journal=journal)
    held: list[float] = []
    fetcher.pace.hold = lambda _, seconds: held.append(seconds)  # type: ignore[method-assign]
    api.answers["wiki"] = lags
    wiki = MediaWiki(api=f"{api.url}/wiki")
    with pytest.raises(TryLater):
        wiki.find(CLAIM, QUERIES[:1], fetcher=fetcher)
    assert held == [5.0]
    assert {outcome.reason for outcome in journal.read().values()} == {"try_later"}
    with pytest.raises(TryLater):
        wiki.find(CLAIM, QUERIES[:1], fetcher=make_fetcher(tmp_path, api.port, replay=journal.read()))
    asked = len(api.asked)
    api.answers["wiki"] = {"query": {"pages": [{"title": "x", "index": 1, "fullurl": "https://a.example/"}]}}
    assert len(wiki.find(CLAIM, QUERIES[:1], fetcher=fetcher)) == 1
    assert len(api.asked) == asked + 1
    answers = iter([lags, {"query": {"pages": []}}])
    api.answers["wiki"] = lambda _: next(answers)
    patient = make_fetcher(tmp_path / "b", api.port, limits={"attempts": 2})
    patient.pace.hold = lambda *_: None  # type: ignore[method-assign]
    assert wiki.find(CLAIM, QUERIES[:1], fetcher=patient) == []


def test_line_ends_within_an_answer_are_no_fault(api: Api, fetcher: Fetcher) -> None:
    """GDELT's titles carry them unescaped."""
    api.answers["doc"] = b'{"articles": [{"url": "https://n.example/a", "title": "two\nlines"}]}'
    hits = Gdelt(address=f"{api.url}/doc").find(CLAIM, QUERIES, fetcher=fetcher)
    assert [hit.title for hit in hits] == ["two\nlines"]


def test_an_archived_copy_is_found_near_its_date(api: Api, fetcher: Fetcher) -> None:
    """The copy as archived, without the archive's own frame; none where there is none."""
    closest = {
        "available": True,
        "url": "http://web.archive.org/web/20250330101010/https://gone.example/x",
        "timestamp": "20250330101010",
    }
    api.answers["available"] = lambda asked: {
        "archived_snapshots": {"closest": closest} if "gone" in asked["url"] else {}
    }
    archive = Wayback(address=f"{api.url}/available")
    copy = archive.copy_of("https://gone.example/x", near=date(2025, 3, 28), fetcher=fetcher)
    assert copy == "https://web.archive.org/web/20250330101010id_/https://gone.example/x"
    assert api.questions("/available")[0]["timestamp"] == "20250328"
    assert archive.copy_of("https://never.example/", near=None, fetcher=fetcher) is None


def test_hostile_answers_break_no_source(tmp_path: Path) -> None:
    """Wherever an API should be there may be anything."""
    with hostile() as server:
        fetcher = make_fetcher(tmp_path, server.port, limits={"deadline_seconds": 0.3, "dead_after": 99})
        for path in ("garbage", "drip-body", "bomb", "loop", "picture", "hangs-up", "deep"):
            with pytest.raises(PageRefused):
                SearchApi(address=f"{server.url}/{path}?x=1").find(CLAIM, QUERIES, fetcher=fetcher)

"""Names carried into other languages: by language links, by labels, once an article and never by guessing."""

from typing import Any

import pytest

from claims.digests import digest
from evidence.errors import PageRefused
from evidence.fetch import Fetcher
from evidence.name_table import NameTable, fold
from evidence.queries import build_queries
from evidence.records import Failure, Query
from evidence.sources import MediaWiki, Wikidata, name_table
from evidence.sources.mediawiki import MOST_FOREIGN
from evidence.sources.naming import MOST_NAMES, MOST_TARGETS
from evidence.sources.wikidata import MOST_LOOKED_UP
from tests.evidence.api_server import CLAIM, QUERIES, Api
from tests.evidence.makers import make_claim


def wiki_page(title: str, **links: str) -> dict[str, Any]:
    return {"title": title, "langlinks": [{"lang": lang, "title": other} for lang, other in links.items()]}


def test_names_of_a_wiki_come_without_what_tells_namesakes_apart(api: Api, fetcher: Fetcher) -> None:
    """Redirects lead on; lists of namesakes, redirects into the middle of a page and unknown names lead nowhere."""
    api.answers["wiki"] = {
        "query": {
            "normalized": [{"from": "مدينة  سالم", "to": "مدينة سالم"}],
            "redirects": [
                {"from": "مدينة سالم", "to": "سالم"}, {"from": "رصيف سالم", "to": "سالم", "tofragment": "الأرصفة"},
            ],
            "pages": [
                wiki_page("سالم", en="Salim (city)"), {"title": "لا شيء", "missing": True},
                wiki_page("وردة", en="Warda") | {"pageprops": {"disambiguation": ""}},
            ],
        }
    }  # fmt: skip
    names = ["مدينة  سالم", "رصيف سالم", "وردة", "لا شيء"]
    table = MediaWiki(api=f"{api.url}/wiki").names(names, "ar", ["en"], fetcher=fetcher)
    assert [table.of(name, "en") for name in names] == [("Salim",), (), (), ()]
    (asked,) = api.questions("/wiki")
    assert asked["lllang"] == "en"
    assert asked["titles"].split("|") == names


def test_fifty_names_are_one_question(api: Api, fetcher: Fetcher) -> None:
    """And no address is longer than servers take."""
    api.answers["wiki"] = {"query": {"pages": []}}
    MediaWiki(api=f"{api.url}/wiki").names([f"n{n}" for n in range(120)], "ar", ["en", "fr"], fetcher=fetcher)
    assert [len(asked["titles"].split("|")) for asked in api.questions("/wiki")] == [50, 50, 50, 50, 20, 20]
    api.asked.clear()
    MediaWiki(api=f"{api.url}/wiki").names([f"{n}{'ة' * 60}" for n in range(50)], "ar", ["en"], fetcher=fetcher)
    assert all(len(path) < 6_000 for path in api.asked)
    assert sum(len(asked["titles"].split("|")) for asked in api.questions("/wiki")) == 50


def test_links_that_did_not_fit_are_asked_for_and_further_hits_are_not(api: Api, fetcher: Fetcher) -> None:
    """An answer holds 500 language links: those of the best hit may stand in the next one."""
    best = {"title": "قناة السويس", "index": 1, "fullurl": f"{api.url}/s", "pagelanguage": "ar"}
    other = {"title": "قناة", "index": 2, "fullurl": f"{api.url}/q", "pagelanguage": "ar"}
    english = {"langlinks": [{"lang": "en", "title": "Suez Canal", "url": f"{api.url}/en"}]}

    def answer(asked: dict[str, str]) -> Any:
        if "llcontinue" in asked:
            return {"continue": {"gsroffset": 2}, "query": {"pages": [best | english, other]}}
        return {"continue": {"llcontinue": "7|en", "continue": "||info"}, "query": {"pages": [other, best]}}

    api.answers["wiki"] = answer
    query = Query(id=digest("x"), claim_id=CLAIM.id, language="ar", text="قناة السويس")
    wiki = MediaWiki(api=f"{api.url}/wiki", languages=("en", "fr"))
    hits = wiki.find(CLAIM, [query], fetcher=fetcher)
    assert [(hit.language, hit.rank) for hit in hits] == [("ar", 1), ("en", 1), ("ar", 2)]
    assert len(api.asked) == 2


def test_lists_of_namesakes_are_no_hits(api: Api, fetcher: Fetcher) -> None:
    """They say of nothing whether it is so."""
    pages = [
        {"title": "سالم", "index": 1, "fullurl": f"{api.url}/list", "pageprops": {"disambiguation": ""}},
        {"title": "مدينة سالم", "index": 2, "fullurl": f"{api.url}/city"},
    ]
    api.answers["wiki"] = {"query": {"pages": pages}}
    hits = MediaWiki(api=f"{api.url}/wiki").find(CLAIM, QUERIES[:1], fetcher=fetcher)
    assert [(hit.url, hit.rank) for hit in hits] == [(f"{api.url}/city", 1)]


def test_other_languages_are_asked_a_few_searches_each(api: Api, fetcher: Fetcher) -> None:
    """What a claim costs a wiki is bounded."""
    names = ("نهر وردة", "مدينة سالم", "جسر سالم", "بحيرة سالم")
    claim = make_claim("، ".join(names), names=names)
    table = NameTable({fold(name): {"en": (f"Thing {number}",)} for number, name in enumerate(names)})
    queries = build_queries(claim, ["en"], table)
    for language in ("ar", "en"):
        api.answers[f"{language}_api_php"] = {"query": {"pages": []}}
    MediaWiki(api=api.url + "/{language}/api.php").find(claim, queries, fetcher=fetcher)
    asked = [path.split("/")[1] for path in api.asked]
    assert asked.count("en") == MOST_FOREIGN < sum(query.language == "en" for query in queries)


def wikidata(api: Api) -> Wikidata:
    return Wikidata(api=f"{api.url}/w/api.php", page=api.url + "/wiki/{id}?uselang={language}")


def items(asked: dict[str, str]) -> Any:
    if asked["action"] == "wbsearchentities":
        longer = {"id": "Q1", "label": f"{asked['search']} الجديدة", "match": {"text": f"{asked['search']} الجديدة"}}
        return {"search": [longer, {"id": "Q899", "label": "قناة السويس", "match": {"text": asked["search"]}}]}
    labels = {"labels": {"en": {"value": "Suez Canal"}}, "aliases": {"en": [{"value": "Canal of Suez"}]}}
    return {"entities": {"Q899": {"id": "Q899"} | labels}}


def test_wikidata_names_items_and_their_labels(api: Api, fetcher: Fetcher) -> None:
    """The item whose label is the whole name, not one that begins so; its labels and aliases are the name table."""
    api.answers["w_api_php"] = items
    source = wikidata(api)
    hits = source.find(CLAIM, QUERIES, fetcher=fetcher)
    assert [(hit.url, hit.title) for hit in hits] == [(f"{api.url}/wiki/Q899?uselang=ar", "قناة السويس")]
    table = source.names(["قناة السويس"], "ar", ("en", "fr"), fetcher=fetcher)
    assert table.of("قناة السويس", "en") == ("Suez Canal", "Canal of Suez")
    assert table.of("قناة السويس", "fr") == ()


def test_labels_are_asked_for_what_the_wiki_did_not_know(api: Api, fetcher: Fetcher) -> None:
    """One question to the wiki, one for each name left and one for their labels; countries are known without."""
    claims = [
        make_claim("نهر وردة في مصر.", names=("نهر وردة", "مصر")),
        make_claim("قناة السويس ونهر وردة.", names=("قناة السويس", "نهر وردة")),
    ]
    api.answers["wiki"] = {"query": {"pages": [wiki_page("نهر وردة", en="Warda River")]}}
    api.answers["w_api_php"] = items
    failures: list[Failure] = []
    namings = [MediaWiki(api=f"{api.url}/wiki"), wikidata(api)]
    table = name_table(claims, ["ar", "en"], namings, fetcher=fetcher, failures=failures)
    assert table.of("نهر وردة", "en") == ("Warda River",)
    assert table.of("قناة السويس", "en")[0] == "Suez Canal"
    assert failures == []
    assert api.questions("/wiki")[0]["titles"].split("|")[:2] == ["نهر وردة", "قناة السويس"]
    assert [asked.get("search") for asked in api.questions("/w/api.php")] == ["قناة السويس", None]
    found = [query.text for query in build_queries(claims[1], ["en"], table) if query.language == "en"]
    assert found == ["Suez Canal Warda River", "Suez Canal", "Warda River"]


def test_an_article_full_of_names_costs_a_known_number_of_requests(api: Api, fetcher: Fetcher) -> None:
    """However many names and languages there are."""
    names = [f"اسم {number}" for number in range(500)]
    claims = [make_claim(name, names=(name,)) for name in names]
    api.answers["wiki"] = {"query": {"pages": []}}
    api.answers["w_api_php"] = {"search": []}
    languages = ["en", "fr", "de", "es", "ru", "zh", "hi", "tr"]
    name_table(claims, languages, [MediaWiki(api=f"{api.url}/wiki"), wikidata(api)], fetcher=fetcher, failures=[])
    assert len(api.questions("/wiki")) == MOST_NAMES / 50 * MOST_TARGETS
    assert len(api.questions("/w/api.php")) == MOST_LOOKED_UP


def test_a_naming_that_fails_is_told_and_the_next_one_asked(api: Api, fetcher: Fetcher) -> None:
    """Searching goes on with what is known."""
    api.answers["wiki"] = {"status": "404 Not Found"}
    api.answers["w_api_php"] = items
    failures: list[Failure] = []
    namings = [MediaWiki(api=f"{api.url}/wiki"), wikidata(api)]
    table = name_table([CLAIM], ["ar", "en"], namings, fetcher=fetcher, failures=failures)
    assert table.of("قناة السويس", "en")[0] == "Suez Canal"
    assert [(failure.stage, failure.reason.partition(":")[0]) for failure in failures] == [
        ("search wikipedia", "http_status")
    ]


def test_a_wikidata_that_fails_wholly_is_told_when_it_is_searched(api: Api, fetcher: Fetcher) -> None:
    """As for every source."""
    api.answers["w_api_php"] = b"<html>"
    with pytest.raises(PageRefused):
        wikidata(api).find(CLAIM, QUERIES, fetcher=fetcher)

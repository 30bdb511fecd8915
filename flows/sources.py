"""The sources by the names that the setting `sources` gives them."""

from collections.abc import Callable
from urllib.parse import urljoin

from evidence.snapshots import Snapshots
from evidence.sources import (
    FactCheckApi,
    Feeds,
    Gdelt,
    Library,
    MediaWiki,
    Naming,
    SearchApi,
    Source,
    UrlList,
    Wikidata,
    read_urls,
)
from evidence.sources.library import read_library
from flows.errors import BadInput
from flows.settings import Settings


def _wikipedia(settings: Settings) -> MediaWiki:
    return MediaWiki(
        api=settings.mediawiki_api,
        hits_per_query=settings.hits_per_query,
        languages=("en", *settings.source_languages),
    )


def _wikidata(settings: Settings) -> Wikidata:
    api = settings.wikidata_api
    return Wikidata(api=api, page=urljoin(api, "/wiki/{id}?uselang={language}"))


def _search_api(settings: Settings) -> Source:
    _require(settings.search_api, "search_api", "the address of a SearXNG-like search API")
    return SearchApi(address=settings.search_api, hits_per_query=settings.hits_per_query)


def _feeds(settings: Settings) -> Source:
    _require(settings.feeds, "feeds", "one or more addresses of RSS, Atom or sitemap files")
    return Feeds(settings.feeds)


def _factcheck(settings: Settings) -> Source:
    key = settings.factcheck_key.get_secret_value()
    _require(key, "factcheck_key", "a key of the Google Fact Check Tools API")
    return FactCheckApi(key=key, hits_per_query=settings.hits_per_query)


SOURCES: dict[str, Callable[[Settings], Source]] = {
    "wikipedia": _wikipedia,
    "wikidata": _wikidata,
    "factcheck": _factcheck,
    "gdelt": lambda _: Gdelt(),
    "feeds": _feeds,
    "search_api": _search_api,
}
#: Sources that know what named things are called in other languages, in the order in which they are asked.
NAMINGS: dict[str, Callable[[Settings], Naming]] = {"wikipedia": _wikipedia, "wikidata": _wikidata}


def make_sources(settings: Settings, snapshots: Snapshots) -> list[Source]:
    """The sources that the settings name, then the pages and the library that a person gave.

    Raises BadInput for a name that no source has, or for one whose own setting is missing.
    """
    made: list[Source] = []
    for name in settings.sources:
        if name not in SOURCES:
            raise BadInput(f"There is no source '{name}' (setting 'sources'). Known: {', '.join(SOURCES)}.")
        made.append(SOURCES[name](settings))
    if settings.pages is not None:
        made.append(UrlList(read_urls(settings.pages)))
    if settings.library is not None:
        made.append(Library(read_library(settings.library, snapshots)))
    return made


def make_namings(settings: Settings) -> list[Naming]:
    """What is asked for names in other languages: what `name_sources` names, and those of the sources that know names.

    Raises BadInput for a name that is none of them.
    """
    wrong = [name for name in settings.name_sources if name not in NAMINGS]
    if wrong:
        raise BadInput(f"'{wrong[0]}' knows no names (setting 'name_sources'). Known: {', '.join(NAMINGS)}.")
    return [make(settings) for name, make in NAMINGS.items() if name in (*settings.name_sources, *settings.sources)]


def _require(value: object, setting: str, expected: str) -> None:
    if not value:
        raise BadInput(f"The source in 'sources' needs the setting '{setting}': {expected}. Set it and run again.")

"""Where pages that may bear on a claim are looked for; one file a source, behind one protocol.

In reading order: source, answers, then the sources themselves.
"""

from evidence.sources.factcheck import FactCheckApi
from evidence.sources.feeds import Feeds
from evidence.sources.gdelt import Gdelt
from evidence.sources.library import Library
from evidence.sources.mediawiki import MediaWiki
from evidence.sources.search_api import SearchApi
from evidence.sources.source import Source
from evidence.sources.urls import UrlList, read_urls
from evidence.sources.wikidata import Wikidata

__all__ = [
    "FactCheckApi",
    "Feeds",
    "Gdelt",
    "Library",
    "MediaWiki",
    "SearchApi",
    "Source",
    "UrlList",
    "Wikidata",
    "read_urls",
]

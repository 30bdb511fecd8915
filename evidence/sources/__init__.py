"""Where pages that may bear on a claim are looked for; one file a source, behind one protocol.

In reading order: source, answers, the sources themselves, then naming.
"""

from evidence.sources.factcheck import FactCheckApi
from evidence.sources.feeds import Feeds
from evidence.sources.gdelt import Gdelt
from evidence.sources.library import Library
from evidence.sources.mediawiki import MediaWiki
from evidence.sources.naming import Naming, name_table
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
    "Naming",
    "SearchApi",
    "Source",
    "UrlList",
    "Wikidata",
    "name_table",
    "read_urls",
]

"""A snapshot becomes a page: its text, and what it says of itself.

In reading order: clean, tables, jsonld, dates, about, mediawiki, wikibase, generic, pdf, extract, selfcite.
"""

from evidence.pages.extract import EXTRACTOR, extract_page
from evidence.pages.selfcite import is_self_citation

__all__ = ["EXTRACTOR", "extract_page", "is_self_citation"]

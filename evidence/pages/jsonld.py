"""What a page says of itself in JSON-LD: titles, dates, publishers, fact-checks."""

import json
from typing import Any

from bs4 import BeautifulSoup, Tag

MOST_NODES = 500
ARTICLES = ("NewsArticle", "Article", "BlogPosting", "Report", "ReportageNewsArticle", "WebPage")


def jsonld_nodes(soup: BeautifulSoup) -> list[dict[str, Any]]:
    """Every object in the page's JSON-LD, outer ones first; broken blocks are passed over."""
    nodes: list[dict[str, Any]] = []
    for script in soup.find_all("script", type=lambda kind: bool(kind) and "ld+json" in kind.lower()):
        if not isinstance(script, Tag):
            continue
        try:
            loaded = json.loads(script.get_text().strip().strip("<!->\n "), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [loaded]
        while waiting and len(nodes) < MOST_NODES:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting.extend(one)
            elif isinstance(one, dict):
                nodes.append(one)
                waiting.extend(value for value in one.values() if isinstance(value, dict | list))
    return nodes


def has_type(node: dict[str, Any], *names: str) -> bool:
    """Whether a node is of one of these types."""
    kinds = node.get("@type", "")
    found = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).rpartition("/")[2] in names for kind in found)


def article_node(nodes: list[dict[str, Any]]) -> dict[str, Any]:
    """The node that describes the page as an article; the nearest that there is, else an empty one."""
    for name in ARTICLES:
        for node in nodes:
            if has_type(node, name):
                return node
    return {}


def text_at(node: dict[str, Any], *path: str) -> str:
    """The text at a path of keys; the first one where a list stands there."""
    here: Any = node
    for key in path:
        if isinstance(here, list):
            here = here[0] if here else {}
        here = here.get(key, "") if isinstance(here, dict) else ""
    if isinstance(here, list):
        here = here[0] if here else ""
    return here.strip() if isinstance(here, str) else ""


def review_lines(nodes: list[dict[str, Any]]) -> list[str]:
    """One line for each ClaimReview: who checked which claim of whom, and what came out."""
    out = []
    for node in nodes:
        if not has_type(node, "ClaimReview"):
            continue
        claim = text_at(node, "claimReviewed")
        rating = text_at(node, "reviewRating", "alternateName") or text_at(node, "reviewRating", "name")
        if not claim or not rating:
            continue
        said = text_at(node, "itemReviewed", "author", "name") or text_at(node, "author", "name")
        checker = text_at(node, "publisher", "name") or text_at(node, "author", "name")
        parts = [f"claimReviewed: {claim}", f"rating: {rating}"]
        parts += [f"claimant: {said}"] if said and said != checker else []
        parts += [f"reviewer: {checker}"] if checker else []
        out.append("; ".join(parts))
    return list(dict.fromkeys(out))

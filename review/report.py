"""The report of one article: a self-contained HTML file, Markdown or JSON."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from claims.records import Article
from review.bidi import bdi, direction, voices_in
from review.certainty import SAYS_SOMETHING, certainty
from review.chart import verdict_bar
from review.inplace import URGENCY, in_order, lines_of
from review.markdown import as_markdown
from review.times import when
from review.words import LABELS, SIGNS, words_for

Row = Mapping[str, Any]
FORMS = ("html", "markdown", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One page that verdicts of this article rest on."""

    url: str
    title: str
    publisher: str
    language: str
    published_on: date | str | None
    fetched_at: datetime | str
    snapshot_sha256: str
    text_sha256: str
    claims: tuple[int, ...]  #: numbers of the claims that use it


def write_report(article: Article, rows: Sequence[Row], *, form: str, made_at: datetime | None = None) -> str:
    """The report as text; `rows` are current verdicts of this article, each with its evidence.

    The same rows give the same text: the time it was made stands in it only where it is given.
    """
    claims = in_order(rows)
    if form == "json":
        return _as_json(article, claims, made_at)
    sources = sources_of(claims)
    words = words_for(article.language)
    if form == "markdown":
        return as_markdown(article, claims, sources, words, made_at=made_at)
    if form != "html":
        raise ValueError(f"There is no report form {form!r}; known: {', '.join(FORMS)}.")
    return (
        environment()
        .get_template("report.html")
        .render(
            article=article,
            title=article.title or article.key,
            claims=claims,
            counts=counts_of(claims),
            chart=verdict_bar(counts_of(claims), words),
            lines=lines_of(article, claims),
            sources=sources,
            w=words,
            findings=findings_of(claims),
            decided_by_people=sum(row["decided_by"] != "machine" for row in claims),
            labels=LABELS,
            signs=SIGNS,
            made_at=made_at,
        )
    )


def findings_of(claims: Sequence[Row]) -> list[tuple[int, Row]]:
    """The claims of which something was found, by number: refuted first, then conflicting, then supported."""
    numbered = enumerate(claims, start=1)
    found = [(number, row) for number, row in numbered if row["label"] in SAYS_SOMETHING]
    return sorted(found, key=lambda each: (URGENCY.index(each[1]["label"]), each[0]))


def counts_of(rows: Sequence[Row]) -> dict[str, int]:
    """How many claims have each label, in the order of LABELS."""
    found = Counter(row["label"] for row in rows)
    return {label: found[label] for label in LABELS if found[label]}


def sources_of(claims: Sequence[Row]) -> list[SourceLine]:
    """Every page used, once a snapshot, with the claims that rest on it."""
    used: dict[tuple[str, str], tuple[Row, dict[int, None]]] = {}
    for number, row in enumerate(claims, start=1):
        for use in row["evidence"]:
            _, numbers = used.setdefault((use["url"], use["snapshot_sha256"]), (use, {}))
            numbers[number] = None
    return [
        SourceLine(
            **{name: use[name] for name in SourceLine.__dataclass_fields__ if name != "claims"},
            claims=tuple(numbers),
        )
        for use, numbers in used.values()
    ]


@cache
def environment() -> Environment:
    """Templates with every value escaped and every unknown name an error."""
    made = Environment(
        loader=PackageLoader("review"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "bdi": bdi, "direction": direction, "voice": voices_in, "when": when,
        "sure": lambda confidence, label: certainty(label, confidence),
    }  # fmt: skip
    made.globals |= {"web_address": web_address}
    return made


def web_address(url: str) -> bool:
    """Whether it may stand in a link: a stored page can name any scheme, `javascript:` too."""
    return url.lower().startswith(("http://", "https://"))


def _as_json(article: Article, claims: Sequence[Row], made_at: datetime | None) -> str:
    about = {
        "id": article.id,
        "key": article.key,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "published_on": article.published_on,
        "text_sha256": article.text_sha256,
    }
    whole = {
        "article": about,
        "verdicts": counts_of(claims),
        "claims": claims,
        "sources": [asdict(source) for source in sources_of(claims)],
        **({"made_at": made_at} if made_at else {}),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, default=_plain) + "\n"


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot stand in JSON")

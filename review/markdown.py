"""The report of one article as Markdown."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claims.records import Article
from review.certainty import certainty
from review.times import when
from review.words import LABELS, SIGNS

if TYPE_CHECKING:
    from review.report import SourceLine

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def as_markdown(
    article: Article,
    claims: Sequence[Mapping[str, Any]],
    sources: Sequence["SourceLine"],
    words: Mapping[str, str],
    *,
    made_at: datetime | None,
) -> str:
    """Summary, claims with their quotes, sources; readable as plain text."""
    counts = Counter(row["label"] for row in claims)
    out = [f"# {_flat(article.title or article.key)}", "", f"{words['report']}."]
    facts = [
        (words["article"], article.url or article.key),
        (words["published"], when(article.published_on)),
        (words["revision"], article.id),
        (words["made_on"], when(made_at)),
    ]
    out += ["", *(f"- {name}: {_flat(value)}" for name, value in facts if value)]
    out += ["", f"## {words['summary']}", ""]
    out += [f"- {SIGNS[label]} {words[label]}: {counts[label]}" for label in LABELS if counts[label]]
    out += [] if claims else [words["no_claims"]]
    out += ["", f"## {words['claims']}"]
    for number, row in enumerate(claims, start=1):
        out += _claim(number, row, words)
    out += ["", f"## {words['sources']}", ""]
    for place, source in enumerate(sources, start=1):
        published = when(source.published_on) or words["no_date"]
        out.append(
            f"{place}. {_flat(source.title or source.url)} — <{source.url}>, {words['published']}: {published}, "
            f"{words['fetched']}: {when(source.fetched_at)}, "
            f"{words['snapshot']}: `{source.snapshot_sha256}`, {words['text_digest']}: `{source.text_sha256}`"
        )
    return "\n".join(out) + "\n"


def _claim(number: int, row: Mapping[str, Any], words: Mapping[str, str]) -> list[str]:
    by = words["machine"] if row["decided_by"] == "machine" else _flat(row["decided_by"])
    figure = certainty(row["label"], row["confidence"])
    sure = f" ({figure})" if figure else ""
    out = ["", f"### {number}. {SIGNS[row['label']]} {words[row['label']]}{sure}", ""]
    out += [f"> {_flat(row['quote'])}", ""]
    if row["claim_text"] != row["quote"]:
        out += [f"{words['claim']}: {_flat(row['claim_text'])}", ""]
    out += [f"{words['rationale']}: {_flat(row['rationale'] or '')}", ""]
    out += [f"{words['decided_by']}: {by}; {words['judged_as_of']}: {when(row['as_of'])}; `{row['claim_id']}`", ""]
    for use in row["evidence"]:
        marks = [words[use["stance"]], use["language"]]
        marks += [words["after_as_of"]] if use["after_as_of"] else []
        marks += [words["retracted"]] if use["retracted_at"] else []
        text = _flat(use["passage_text"]) if use["passage_text"] else words["removed"]
        out.append(
            f"- {', '.join(marks)}: “{text}” — {_flat(use['title'])} <{use['url']}> "
            f"({words['characters']} {use['passage_start']}–{use['passage_end']})"
        )
    out += [] if row["evidence"] else [words["no_evidence"]]
    if row["missing"]:
        out += ["", f"{words['without']}:", *(f"- {_flat(each['reason'])}" for each in row["missing"])]
    return out


def _flat(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))

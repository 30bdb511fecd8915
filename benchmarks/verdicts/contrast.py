"""Contrast tests in five languages: one thing changed, taken out, or said otherwise.

`python -m benchmarks.verdicts.contrast`. The sentences are ours and simple; they show whether the judge
reacts to a change at all, not how it fares on prose. Claim and page are in one language or in two.
"""

import argparse
import json
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.verdicts.cases import claim_of
from benchmarks.verdicts.measures import provenance, share
from claims.digests import digest, sha256_of
from evidence.judges import load_judge
from evidence.records import Origin, Page, Passage, RankedPassage, Verdict
from evidence.stance import Judge
from evidence.verdict import judge_claim

FILE = Path(__file__).parent / "contrast.toml"
RESULTS = Path(__file__).parents[1] / "results"
LANGUAGES = ("ar", "en", "fr", "es", "de")
AS_OF = date(2020, 6, 1)


@dataclass(frozen=True, slots=True)
class Contrast:
    """One claim and one page, with what was done to them."""

    group: str  #: what ties the variants of one pair together
    change: str  #: "none", "number", "date", "place", "person", "denied", "unit", "gone", "other words"
    claim: str
    claim_language: str
    page: str
    page_language: str
    title: str


def contrasts() -> list[Contrast]:
    """Every pair with its variants."""
    data = tomllib.loads(FILE.read_text("utf-8"))
    names, filler = data["names"], data["filler"]
    made = []
    for relation, row in data.items():
        if relation in {"names", "filler"}:
            continue
        for at in range(3):
            for mine in LANGUAGES:
                for theirs in (mine, "en" if mine != "en" else "ar"):
                    made += _variants(relation, row, names, filler, at, mine, theirs)
    return made


def _variants(relation: str, row: Any, names: Any, filler: Any, at: int, mine: str, theirs: str) -> list[Contrast]:
    """The pair and what is made of it."""

    def fill(template: str, language: str, *, value: int, person: int, place: int) -> str:
        subject = names[row["subject"]][language][at]
        text = template.format(
            s=subject, v=value, p=names["person"][language][person], q=names["place"][language][place]
        )
        return text[0].upper() + text[1:]

    value = row["values"][at]
    right: dict[str, int] = {"value": value, "person": at, "place": at}
    other = (at + 1) % 3
    page = fill(row[theirs]["page"], theirs, **right)
    title = names[row["subject"]][theirs][at]
    title = title[0].upper() + title[1:]
    group = f"{relation}-{at}-{mine}-{theirs}"

    def make(change: str, claim: str, text: str = page) -> Contrast:
        return Contrast(group, change, claim, mine, f"{text} {filler[theirs]}", theirs, title)

    made = [
        make("none", fill(row[mine]["claim"], mine, **right)),
        make("other words", fill(row[mine]["other"], mine, **right)),
        make("denied", fill(row[mine]["denied"], mine, **right)),
        make("gone", fill(row[mine]["claim"], mine, **right), ""),
    ]
    wrong_value = value + 13 if row["kind"] in {"date", "place"} else value * 2 + 3
    if value:
        kind = "date" if row["kind"] in {"date", "place"} else "number"
        made.append(make(kind, fill(row[mine]["claim"], mine, **{**right, "value": wrong_value})))
    if row["kind"] == "place":
        made.append(make("place", fill(row[mine]["claim"], mine, **{**right, "place": other})))
    if row["kind"] == "person":
        made.append(make("person", fill(row[mine]["claim"], mine, **{**right, "person": other})))
    if "unit" in row[mine]:
        made.append(make("unit", fill(row[mine]["unit"], mine, **right)))
    return made


def ranked_of(
    text: str, title: str, language: str, claim_id: str, *, published_on: date | None = date(2020, 5, 1)
) -> RankedPassage:
    """A passage of a page that holds nothing else."""
    sha = sha256_of(text)
    page = Page(
        id=digest(sha, title), snapshot_id=sha[:32], body_sha256=sha, url=f"https://contrast.test/{sha[:12]}",
        title=title, publisher="Contrast", language=language, published_on=published_on, published_how="meta",
        modified_on=None, fetched_at=datetime(2020, 6, 1, tzinfo=UTC), origin=Origin.LIBRARY, text=text,
        text_sha256=sha, extractor="none",
    )  # fmt: skip
    passage = Passage(
        id=digest(sha, 0, len(text)), page_id=page.id, start=0, end=len(text), text=text, language=language, heading=""
    )
    return RankedPassage(
        claim_id=claim_id, passage=passage, page=page, rank=1, relevance=1.0, signals=(), source_group=page.id
    )


def said_of(one: Contrast, judge: Judge) -> str:
    """The label of the verdict on one pair."""
    claim = claim_of(one.claim, one.claim_language, AS_OF, digest(one.group, one.change))
    ranked = ranked_of(one.page, one.title, one.page_language, claim.id)
    verdict = judge_claim(claim, [ranked], judge=judge, as_of=AS_OF, run_id="benchmark")
    return str(verdict.label) if isinstance(verdict, Verdict) else "undecided"


def summary(results: list[tuple[Contrast, str]]) -> dict[str, Any]:
    """What became of the pairs that were supported to begin with."""
    supported = {one.group for one, said in results if one.change == "none" and said == "supported"}
    groups = {one.group for one, _ in results}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one, said in results:
        if one.group in supported and one.change != "none":
            counts[one.change][said] += 1
    changed = Counter[str]()
    for change in ("number", "date", "place", "person", "denied", "unit"):
        changed += counts[change]
    total = sum(changed.values())
    return {
        "supported_to_begin_with": share(len(supported), len(groups)),
        "changed_flips_or_abstains": share(total - changed["supported"], total),
        "changed_flips": share(changed["refuted"], total),
        "gone_abstains": share(
            sum(counts["gone"].values()) - counts["gone"]["supported"] - counts["gone"]["refuted"],
            sum(counts["gone"].values()),
        ),
        "other_words_stands": share(counts["other words"]["supported"], sum(counts["other words"].values())),
        "by_change": {change: dict(count) for change, count in sorted(counts.items())},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--judge", default="default")
    parser.add_argument("--out", type=Path, default=RESULTS)
    args = parser.parse_args()
    judge = load_judge(args.judge)
    results = [(one, said_of(one, judge)) for one in contrasts()]
    made = provenance(data_sha256=sha256_of(FILE.read_bytes()), judge=judge.name, all=summary(results))
    for language in LANGUAGES:
        made[language] = summary([row for row in results if row[0].claim_language == language])
    made["two languages"] = summary([row for row in results if row[0].claim_language != row[0].page_language])
    for name in ("all", *LANGUAGES, "two languages"):
        print(
            name,
            json.dumps(
                {k: v if k == "by_change" else (v["share"], v["of"]) for k, v in made[name].items()}, ensure_ascii=False
            ),
        )
    args.out.mkdir(exist_ok=True)
    (args.out / "verdicts-contrast.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()

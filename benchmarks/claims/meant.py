"""Who or what is meant: how often a claim's marked fills say it rightly, wrongly or not at all.

    python -m benchmarks.claims.meant [--split seen] [--only en] [--cases]

Gold's `subject` says what a pronoun, a dropped subject or a bare "the company" of a claim stands for. Of the gold
claims that have one and were found: `right`, the claim's own words or a fill hold a name or head noun of it, by
`gold/aliases.json` where the article has two names for one thing; `wrong`, another thing was filled and not this
one; `marked`, the claim says that it is open; `none`. Of found claims without a `subject`, `filled` counts those with
a fill: gold names one subject at most, so such a fill may be right, and is read by eye.
"""

import argparse
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import regex

from benchmarks.claims.matching import matched, united
from benchmarks.claims.score import GOLD, gold_of, texts
from claims.article import read_article
from claims.extract import extract_claims
from claims.folding import folded

_FILL = regex.compile(r"\[([^\]]*)\]")
_WORD = regex.compile(r"\p{Han}{2}|[\p{L}\p{M}\p{N}\u200c]+")
_SMALL = frozenset(
    "the a an of and in der die das des dem den ein eine el la los las un una le les l une du de d في من على".split()  # noqa: SIM905
)
_OPEN = "?"
ALIASES = GOLD / "aliases.json"


def stems(text: str) -> set[str]:
    """What tells two wordings of one name: each word's beginning, without the Arabic article."""
    made = set()
    for word in _WORD.findall(folded(text), overlapped=True):
        if word in _SMALL:
            continue
        bare = regex.sub(r"^(?:[وف]?[بكل]?ال|لل)(?=\p{Arabic}{3})", "", word)
        made.add(bare[:5])
    return made


def verdict(claim_text: str, subject: str, aliases: list[list[str]]) -> str:
    """How a claim tells what gold says it is about."""
    wanted = stems(subject)
    for group in aliases:
        if any(stems(one) & stems(subject) for one in group):
            wanted |= {stem for one in group for stem in stems(one)}
    fills = _FILL.findall(claim_text)
    if any(wanted & stems(fill) for fill in fills) or stems(subject) <= stems(_FILL.sub(" ", claim_text)):
        return "right"
    if any(fill != _OPEN for fill in fills):
        return "wrong"
    return "marked" if fills else "none"


def count(gold_path: Path, text_path: Path, *, cases: bool) -> tuple[str, Counter[str]]:
    """The counts of one text."""
    meta = json.loads(gold_path.read_text("utf-8"))
    data = text_path.read_bytes()
    article = read_article(data, source=text_path.name, published_on=date.fromisoformat(meta["published"]))
    gold = gold_of(gold_path, data.decode("utf-8"))
    claims = extract_claims(article)
    rows = united(claims, gold, article.text, article.language)
    pairs = matched(gold, rows, text=article.text, language=article.language)
    aliases = json.loads(ALIASES.read_text("utf-8")).get(gold_path.stem, [])
    tally: Counter[str] = Counter()
    for i, j in sorted(pairs.items()):
        text = claims[rows[j][3][0]].text
        subject = gold[i].get("subject")
        if subject:
            found = verdict(text, str(subject), aliases)
            tally[found] += 1
        else:
            found = "filled" if regex.search(r"\[[^?\]]", text) else "marked bare" if "[?]" in text else "bare"
            tally[found] += 1
        if cases and found not in {"right", "bare"}:
            print(f"  {found.upper():12} {text}   <= {subject or ''}")
    return meta["language"], tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("seen", "unseen", "fresh"), default="seen")
    parser.add_argument("--only", default="", help="only files whose name begins so")
    parser.add_argument("--cases", action="store_true", help="print each claim that is not told rightly")
    given = parser.parse_args()
    by_language: dict[str, Counter[str]] = defaultdict(Counter)
    for gold_path, text_path in texts(given.split):
        if gold_path.name.startswith(given.only):
            if given.cases:
                print(gold_path.stem)
            language, tally = count(gold_path, text_path, cases=given.cases)
            by_language[language] += tally
    by_language["all"] = sum(by_language.values(), Counter())
    for language, tally in by_language.items():
        asked = sum(tally[one] for one in ("right", "wrong", "marked", "none"))
        rest = sum(tally[one] for one in ("filled", "bare", "marked bare"))
        shares = " ".join(f"{one} {tally[one] / max(1, asked):.2f}" for one in ("right", "wrong", "marked", "none"))
        print(
            f"{language}: {asked} with a subject: {shares}; {rest} without: filled {tally['filled'] / max(1, rest):.2f}"
        )


if __name__ == "__main__":
    main()

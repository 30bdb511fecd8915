"""Pairs of our own writing told of other years, figures and names: `python -m training.encoder.vary --work WORK`.

Reads `own.jsonl`, which `prepare` writes, and adds the varied pairs to `pairs.npz`. What claim and passage share is
changed in both alike, so that the label stays; what is learnt then is to compare, not to know by heart. Needs numpy
and `tokenizers` only, so that it runs where a GPU is lent and little can be carried to.
"""

import argparse
import json
import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import regex

from evidence.encoder_rows import PairRows
from training.encoder.switching import switched
from training.encoder.texts import Texts

_YEAR = regex.compile(r"(?<![\p{L}\p{N}.,])(?:1[5-9]|20)\p{Nd}{2}(?![\p{L}\p{N}])")
_NUMBER = regex.compile(r"(?<![\p{L}\p{N}.,])[0-9][0-9.,]*[0-9]|(?<![\p{L}\p{N}.,])[2-9](?![\p{L}\p{N}.,])")
#: where a decade or a century is told in words, years cannot be moved
_AGES = regex.compile(
    r"centur|decade|siècle|décenn|années|siglo|década|años|jahrh|jahrzehnt|век|столет|-х годов|yüzyıl|世纪|年代|\d0s"
    r"|ties\b|قرن|عقد|عقود|ينات|ینات|قرن|دهه|today|now\b|ago\b|aujourd|hoy\b|اليوم|millenn|نصف|half|demi|medi[oa]"
)
_NAME = regex.compile(r"(?<![\p{L}.!?]\s)(?<!^)(?<!\p{L})\p{Lu}\p{Ll}{3,}(?![\p{L}’'])")
LATEST = 2026
PART = 4000  #: pairs that are varied at a time


def moved_years(claim: str, passage: str, rng: random.Random) -> tuple[str, str]:
    """Both texts with every year moved by one number, so that spans and order stay."""
    years = [int(found) for found in _YEAR.findall(claim + " " + passage)]
    if not years or _AGES.search(f"{claim} {passage}".casefold()):
        return claim, passage
    by = rng.choice([n for n in range(-40, 41) if n and max(years) + n <= LATEST and min(years) + n >= 1500] or [0])
    return tuple(_YEAR.sub(lambda m: str(int(m.group()) + by), text) for text in (claim, passage))  # type: ignore[return-value]


def _like(figure: str, rng: random.Random) -> str:
    """Another figure of the same shape: noughts and marks stay; of one or two digits, the first moves by two."""
    near = len(figure) <= 2
    made = []
    for at, sign in enumerate(figure):
        if not sign.isdigit() or (sign == "0" and at):
            made.append(sign)
        elif near and at == 0:
            made.append(str(rng.randint(max(2 if len(figure) == 1 else 1, int(sign) - 2), min(9, int(sign) + 2))))
        else:
            made.append(str(rng.randint(0 if at else 1, 9)))
    return "".join(made)


def other_figures(claim: str, passage: str, rng: random.Random) -> tuple[str, str]:
    """Both texts with each figure that stands in both, and is no year, changed to one of its shape."""
    shared = set(_NUMBER.findall(claim)) & set(_NUMBER.findall(passage))
    changed = {old: _like(old, rng) for old in sorted(shared) if not _YEAR.fullmatch(old)}
    return tuple(_NUMBER.sub(lambda m: changed.get(m.group(), m.group()), text) for text in (claim, passage))  # type: ignore[return-value]


def other_names(claim: str, passage: str, names: list[str], rng: random.Random) -> tuple[str, str]:
    """Both texts with each capitalised name that stands in both changed to another."""
    shared = set(_NAME.findall(claim)) & set(_NAME.findall(passage))
    changed = {old: rng.choice(names) for old in sorted(shared)}
    if not changed:
        return claim, passage
    pattern = regex.compile(r"(?<!\p{L})(?:" + "|".join(map(regex.escape, changed)) + r")(?!\p{L})")
    return tuple(pattern.sub(lambda m: changed[m.group()], text) for text in (claim, passage))  # type: ignore[return-value]


def names_of(rows: list[list[str]]) -> list[str]:
    """The capitalised names of the passages."""
    lower = {word for row in rows for text in row[1:3] for word in regex.findall(r"(?<!\p{L})\p{Ll}+", text)}
    return sorted({name for row in rows for name in _NAME.findall(row[2]) if name.lower() not in lower})


def varied(
    rows: list[list[str]], names: list[str], words: dict[str, dict[str, list[str]]], *, times: int, seed: int
) -> list[list[str]]:
    """Each pair so many times over, told otherwise; one that comes out as it was is left out."""
    rng, made = random.Random(seed), []
    for group, claim, passage, label, mine, theirs in rows:
        for _ in range(times):
            new = claim, passage
            if rng.random() < 0.7:
                new = moved_years(*new, rng)
            if rng.random() < 0.5:
                new = other_figures(*new, rng)
            if rng.random() < 0.7:
                new = other_names(*new, names, rng)
            if rng.random() < 0.35 and "en" in {mine, theirs}:
                language = rng.choice(sorted(words))
                share = rng.uniform(0.2, 0.7)
                new = (
                    switched(new[0], words[language], share, rng) if mine == "en" and rng.random() < 0.7 else new[0],
                    switched(new[1], words[language], share, rng) if theirs == "en" and rng.random() < 0.7 else new[1],
                )
            if new != (claim, passage):
                made.append([group, *new, label])
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--times", type=int, default=6)
    args = parser.parse_args()
    rows = [json.loads(line) for line in (args.work / "own.jsonl").open(encoding="utf-8")]
    words = json.loads((args.work / "words.json").read_text("utf-8"))
    names = names_of(rows)
    with ProcessPoolExecutor() as pool:
        parts = [
            pool.submit(varied, rows[at : at + PART], names, words, times=args.times, seed=at)
            for at in range(0, len(rows), PART)
        ]
        made = [row for part in parts for row in part.result()]
    texts = Texts()
    stored = dict(np.load(args.work / "pairs.npz"))
    first = len(stored["starts"]) - 1
    train = np.array(
        [(first + texts.number(c), first + texts.number(p), int(label), int(group)) for group, c, p, label in made]
    )
    ids, starts = texts.ids(PairRows(args.work / "pieces.json"))
    stored["ids"] = np.concatenate([stored["ids"], ids])
    stored["starts"] = np.concatenate([stored["starts"], stored["starts"][-1] + starts[1:]]).astype(np.int32)
    stored["train"] = np.concatenate([stored["train"], train.astype(np.int32)])
    np.savez(args.work / "pairs.npz", **stored)
    print(len(rows), "pairs,", len(made), "varied ones added")


if __name__ == "__main__":
    main()

"""English texts with words of other languages put in: what is learnt from English pairs then reaches further.

Code switching by dictionary, after Qin et al. (2020), CoSDA-ML, arXiv:2006.06402.
"""

import random
from collections import defaultdict
from pathlib import Path

import regex

from training.encoder.pages import Row

LANGUAGES = {"ar": 3.0, "fr": 1.5, "es": 1.5, "de": 1.0, "ru": 1.0, "tr": 1.0, "fa": 1.0, "zh": 1.0, "hi": 0.4}
SOURCES = frozenset({"wordnet", "wiktionary", "unbis", "countries", "camel_morph", "covid_terms", "wordnet_wikt_auto"})
_WORD = regex.compile(r"(?<![\p{L}'’-])\p{Ll}{3,}(?![\p{L}'’-])")
ENDS = ("s", "ed", "d", "ing")  #: of English words, which a dictionary lists without
_KEPT = frozenset({"the", "and", "was", "were", "are", "not", "has", "had", "have", "been", "for", "its", "his", "her",
                   "who", "that", "this", "with", "from", "but", "nor", "any"})  # fmt: skip


def read_words(data: Path, language: str) -> dict[str, list[str]]:
    """Single English words with what they may be in a language."""
    import zstandard  # what varies pairs where a GPU is lent has none

    found: dict[str, set[str]] = defaultdict(set)
    with zstandard.open(data / "lexicon" / f"{language}.tsv.zst", "rt", encoding="utf-8") as lines:
        for line in lines:
            source, english, text = line.rstrip("\n").split("\t")[:3]
            if source in SOURCES and english.isalpha() and len(english) > 2 and len(text) <= 24 and text.count(" ") < 2:
                found[english.lower()].add(text)
    return {word: sorted(texts)[:6] for word, texts in found.items()}


def switched(text: str, words: dict[str, list[str]], share: float, rng: random.Random) -> str:
    """The text with about that share of its words in the other language, numbers and names as they were."""

    def other(found: "regex.Match[str]") -> str:
        word = found.group()
        if word in _KEPT or rng.random() > share:
            return word
        for form in (word, *(word.removesuffix(end) for end in ENDS)):
            if form in words:
                return rng.choice(words[form])
        return word

    return _WORD.sub(other, text)


def read_dictionaries(data: Path) -> dict[str, dict[str, list[str]]]:
    """The words of each language."""
    return {language: read_words(data, language) for language in LANGUAGES}


def switched_pair(row: Row, words: dict[str, dict[str, list[str]]], rng: random.Random) -> Row | None:
    """An English pair with claim, passage or both partly in another language; None where no word was exchanged."""
    source, claim, mine, passage, theirs, label = row
    if mine != "en" or theirs != "en":
        return None
    language = rng.choices(list(LANGUAGES), list(LANGUAGES.values()))[0]
    share = rng.uniform(0.3, 0.9)
    which = rng.random()
    other = rng.choice(list(LANGUAGES)) if rng.random() < 0.2 else language
    new = switched(claim, words[language], share, rng) if which < 0.7 else claim
    text = switched(passage, words[other], share, rng) if which > 0.45 else passage
    if (new, text) == (claim, passage):
        return None
    mine, theirs = (language if new != claim else "en"), (other if text != passage else "en")
    return f"switched_{source}", new, mine, text, theirs, label

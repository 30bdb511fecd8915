"""Sentences without propositions, on which a network is taught what others see in them (Hinton et al., 2015).

Our own pages and passages, Arabic news of the ANT corpus, passages of TyDi QA and ARCD, PropSegmEnt's articles, and
translated manuals of the `mscurricula` repositories. None comes from a set that is kept for tests.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from claims.digests import digest
from claims.sentences import split_sentences
from training.embedder.collect import MARKUP, read_rows, usable
from training.encoder.pages import PAGES, read_pages
from training.segmenter.propositions import read_sentences
from training.segmenter.written import Written

SHORTEST, LONGEST = 45, 420  #: letters
SHORTEST_HAN = 15
LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "ru", "tr", "zh")
QUESTIONS = (
    ("ar", "arcd/arcd-train.json"),
    ("ar", "tydiqa/tydiqa.goldp.ar.dev.json"),
    ("ru", "tydiqa/tydiqa.goldp.ru.dev.json"),
)
MANUALS = 2500  #: sentences a language


def _passages(data: Path) -> Iterator[tuple[str, str]]:
    """Language and text of everything that is not sorted by the digest first."""
    for page in read_pages():
        yield from ((page.language, text) for text in page.sentences)
        yield from ((language, text) for _, language, text, _ in page.claims)
    for path in sorted(PAGES.parent.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            one = json.loads(line)
            yield one["language"], one["passage"]
    for line in (data / "articles/antcorpus-ar-400.jsonl").read_text("utf-8").splitlines():
        yield from (("ar", text) for text in json.loads(line).values() if isinstance(text, str))
    for language, name in QUESTIONS:
        for article in json.loads((data / "qa" / name).read_text("utf-8"))["data"]:
            yield from ((language, paragraph["context"]) for paragraph in article["paragraphs"])
    yield from (("en", text) for text in read_sentences(data))


def _manuals(data: Path, language: str) -> list[str]:
    """Sentences of translated manuals, picked by their digests."""
    texts = {
        " ".join(text.split())
        for source, english, text in read_rows(data / "parallel" / f"{language}.tsv.zst")
        if source == "mscurricula" and usable(language, english, text) and text.rstrip().endswith((".", "。", "؟"))
    }
    return sorted((text for text in texts if SHORTEST_HAN <= len(text) <= LONGEST), key=digest)[:MANUALS]


def read_unlabelled(data: Path, without: set[str]) -> Iterator[Written]:
    """Each sentence once, but for those in `without`."""
    seen = set(without)
    passages = [
        *_passages(data),
        *((lang, text) for lang in LANGUAGES if lang != "en" for text in _manuals(data, lang)),
    ]
    for language, passage in passages:
        if language not in LANGUAGES:
            continue
        for span in split_sentences(passage, language):
            text = passage[span.start : span.end].strip()
            shortest = SHORTEST_HAN if language == "zh" else SHORTEST
            if text not in seen and shortest <= len(text) <= LONGEST and not MARKUP.search(text):
                seen.add(text)
                yield Written(language, text)

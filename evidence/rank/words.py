"""The terms of a text that word search compares: folded, cut at every change of script, stemmed."""

from functools import lru_cache

import regex
import snowballstemmer

from claims.folding import folded
from claims.languages import base_tag

_RUNS = regex.compile(
    r"\p{N}+(?:[.,]\p{N}+)*|[\p{Han}\p{Hiragana}\p{Katakana}]+|\p{Arabic}+|\p{Devanagari}+"
    r"|[\p{Thai}\p{Lao}\p{Khmer}]+|\p{Latin}+|\p{Cyrillic}+|\p{L}[\p{L}\p{M}]*"
)
_NO_SPACES = regex.compile(r"^[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_SNOWBALL = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "hi": "hindi", "id": "indonesian",
    "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian", "tr": "turkish", "el": "greek",
}  # fmt: skip
_PREFIXES = ("وبال", "فبال", "وكال", "فكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال")
_SUFFIXES = ("هما", "كما", "ات", "ون", "ين", "ان", "ها", "هم", "هن", "كم", "نا", "تي", "ية", "يه", "ه", "ي")


def arabic_stem(word: str) -> str:
    """The word without article, conjunction and ending; never shorter than three letters.

    >>> arabic_stem("والمؤشرات") == arabic_stem("مؤشر")
    True
    """
    word = folded(word)
    if word.startswith("و") and len(word) > 4 and not word.startswith(_PREFIXES):
        word = word[1:]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for _ in range(2):  # "ي" + "ه", "ات" + "ها": endings come in pairs
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
    return word


@lru_cache(maxsize=32)
def _stemmer(language: str) -> object | None:
    name = _SNOWBALL.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    if "\u0620" <= word[0] <= "\u06ff":
        return arabic_stem(word) if language == "ar" else word
    is_latin = word[0] < "\u0250"
    stemmer = _stemmer(language if not is_latin or language in _SNOWBALL else "en")
    return str(stemmer.stemWord(word)) if stemmer is not None else word  # type: ignore[attr-defined]


def terms(text: str, language: str) -> list[str]:
    """The terms of `text`, in order; a script without spaces gives pairs of characters.

    >>> terms("بـDeepSeek و٤٠٪", "ar")
    ['ب', 'deepseek', 'و', '40']
    >>> terms("北京大学", "zh")
    ['北京', '京大', '大学']
    """
    language = base_tag(language)
    found: list[str] = []
    for run in _RUNS.findall(folded(text)):
        if _NO_SPACES.match(run):
            found += [run[i : i + 2] for i in range(max(1, len(run) - 1))]
        elif run[0].isdigit():
            found.append(run.replace(",", ""))
        else:
            found.append(_stem(run, language))
    return found

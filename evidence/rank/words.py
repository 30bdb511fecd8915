"""The terms of a text that word search compares: folded, cut at every change of script, stemmed."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

import regex
import snowballstemmer
from simplemma import Lemmatizer

from claims.folding import folded
from claims.languages import base_tag

_RUNS = regex.compile(
    r"\p{N}+(?:[.,]\p{N}+)*|[\p{Han}\p{Hiragana}\p{Katakana}]+|\p{Arabic}+|\p{Devanagari}+"
    r"|[\p{Thai}\p{Lao}\p{Khmer}]+|\p{Latin}+|\p{Cyrillic}+|\p{L}[\p{L}\p{M}]*"
)
_NO_SPACES = regex.compile(r"^[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
_SNOWBALL = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "id": "indonesian", "it": "italian",
    "nl": "dutch", "pt": "portuguese", "ru": "russian", "el": "greek",
}  # fmt: skip
# Endings in chains, which a stemmer cuts in the wrong place: a dictionary of forms ranked better here.
_BY_DICTIONARY = {"hi", "tr"}
LATIN = "\u024f"  # the last of the Latin letters
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


@cache
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer()


@lru_cache(maxsize=200_000)
def _lemma(word: str, language: str) -> str:
    return folded(_lemmatizer().lemmatize(word, lang=language))


def _lower(text: str, language: str) -> str:
    """Small letters as the dictionary writes them: Turkish has an "i" with a dot and one without."""
    text = unicodedata.normalize("NFC", text)
    return (text.replace("İ", "i").replace("I", "ı") if language == "tr" else text).lower()


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    if "\u0620" <= word[0] <= "\u06ff":
        return arabic_stem(word) if language == "ar" else word
    is_latin = word[0] <= LATIN
    stemmer = _stemmer(language if not is_latin or language in _SNOWBALL else "en")
    return str(stemmer.stemWord(word)) if stemmer is not None else word  # type: ignore[attr-defined]


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(max(1, len(run) - 1))]


def terms(text: str, language: str) -> list[str]:
    """The terms of `text`, in order; a script without spaces gives pairs of characters.

    >>> terms("بـDeepSeek و٤٠٪", "ar")
    ['ب', 'deepseek', 'و', '40']
    >>> terms("北京大学", "zh")
    ['北京', '京大', '大学']
    >>> terms("İstanbul'un şehirlerinden", "tr")
    ['istanbul', 'un', 'sehir']
    """
    return cut_terms(text, language, _pairs)


def cut_terms(text: str, language: str, cut: Callable[[str], Sequence[str]]) -> list[str]:
    """The terms of `text`, in order; `cut` parts a run of a script without spaces."""
    language = base_tag(language)
    by_dictionary = language in _BY_DICTIONARY
    found: list[str] = []
    for run in _RUNS.findall(_lower(text, language) if by_dictionary else folded(text)):
        if _NO_SPACES.match(run):
            found += cut(run)
        elif run[0].isdigit():
            found.append((folded(run) if by_dictionary else run).replace(",", ""))
        else:
            found.append(_lemma(run, language) if by_dictionary else _stem(run, language))
    return found


def as_english(term: str) -> str:
    """A term in Latin letters as an English text has it, names above all; any other as it is."""
    return _stem(term, "en") if term[:1].isalpha() and term[0] <= LATIN else term

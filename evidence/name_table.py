"""What named things are called in other languages: by a table that wikis fill, and countries by CLDR."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

import regex

_MARKS = regex.compile(r"[\u064b-\u065f\u0670\u0640]")
_ALEF = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك"})
_LATIN = regex.compile(r"\p{Latin}")


def fold(text: str) -> str:
    """A name in the form in which it is looked up: no case, no vowel marks, one form of alef and ya.

    >>> fold("الإسكندريّة") == fold("الاسكندرية")
    True
    """
    return " ".join(without_marks(text).casefold().translate(_ALEF).split())


def without_marks(text: str) -> str:
    """The text without the marks that Arabic may be written with or without."""
    return _MARKS.sub("", text)


def is_latin(text: str) -> bool:
    """Whether a text begins with a Latin letter."""
    return _LATIN.match(text) is not None


@dataclass(frozen=True, slots=True)
class NameTable:
    """What named things are called in other languages: folded name -> language -> forms."""

    forms: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def of(self, name: str, language: str) -> tuple[str, ...]:
        """The forms of a name in a language, best first; none where it is not known."""
        folded = fold(name)
        for key in (folded, folded.removeprefix("ال"), f"ال{folded}"):
            known = self.forms.get(key, {}).get(language)
            if known:
                return known
        return ()

    def knows(self, name: str) -> bool:
        """Whether the name, as written, is called something in any language."""
        return bool(self.forms.get(fold(name)))

    def joined(self, other: "NameTable") -> "NameTable":
        """Both tables as one; this one's forms come first."""
        forms = {name: dict(known) for name, known in other.forms.items()}
        for name, known in self.forms.items():
            forms.setdefault(name, {}).update(known)
        return NameTable(forms)


def carried(name: str, source: str, target: str, table: NameTable) -> str:
    """A name in another language, where that is known to be right; else ""."""
    known = table.of(name, target)
    if known:
        return known[0]
    if is_latin(name):  # a name in Latin letters stands so in the pages of most languages
        return name
    return country_name(name, source, target)


def country_name(name: str, source: str, target: str) -> str:
    """A country or a language in another language, by CLDR; "" where the name is neither.

    >>> country_name("مصر", "ar", "en"), country_name("السويس", "ar", "en")
    ('Egypt', '')
    """
    code = _codes(source).get(fold(name), "")
    return _codes_back(target).get(code, "") if code else ""


@cache
def _codes(language: str) -> dict[str, str]:
    return {fold(name): code for code, name in _codes_back(language).items()}


@cache
def _codes_back(language: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    territories = {f"T{code}": name for code, name in locale.territories.items() if code.isalpha()}
    return territories | {f"L{code}": name for code, name in locale.languages.items()}


def country_languages(names: Iterable[str], language: str) -> tuple[str, ...]:
    """The main languages of the countries among these names: what is there is told of in them."""
    codes = _codes(language)
    found = [codes.get(fold(name), "") for name in names]
    languages = [country_language(code[1:]) for code in found if code.startswith("T")]
    return tuple(dict.fromkeys(language for language in languages if language))


@cache
def country_language(territory: str) -> str:
    """The official language that most people of a country speak; "" where CLDR knows none.

    >>> country_language("JP"), country_language("EG")
    ('ja', 'ar')
    """
    from babel.languages import get_official_languages

    official = get_official_languages(territory, de_facto=True)
    return str(official[0]).partition("_")[0] if official else ""

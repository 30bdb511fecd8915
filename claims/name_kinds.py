"""What the words of a name and the words before it tell: its kind, and the role of who bears it."""

from functools import cache

import regex

from claims.closed import Closed, compiled
from claims.folding import folded
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.records import NameKind

CAPITALISED = r"\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.&-]?\p{L}[\p{L}\p{M}\p{N}]*)*"


@cache
def territories(language: str) -> dict[str, NameKind]:
    """The countries of the world in one language."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 -- tables are read when first wanted

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    found = {
        folded(str(name)): NameKind.PLACE for code, name in territories.items() if len(code) == 2 and len(name) > 1
    }
    return {name: kind for name, kind in found.items() if name not in {"oman", "chad"}}


@cache
def territory_pattern(language: str) -> "regex.Pattern[str] | None":
    """The names of countries as they stand in a text of the language."""
    names = sorted(territories(language), key=len, reverse=True)
    if not names:
        return None
    edge = ("", "") if language in {"zh", "ja"} else (r"(?<!\w)", r"(?!\w)")
    clitics = r"(?:[وف]?[بلك]?)" if language == "ar" else ""
    bare = [name.removeprefix("ال") if language == "ar" else name for name in names]
    article = r"(?:ال|ل(?=\p{L}))?" if language == "ar" else ""
    return regex.compile(rf"{edge[0]}{clitics}(?P<q>{article}(?:{'|'.join(map(regex.escape, bare))})){edge[1]}")


class NameGrammar:
    """The patterns of one language."""

    def __init__(self, words: Words) -> None:
        start, end = ("", "") if words.language == "zh" else (r"(?<!\w)", r"(?!\w)")
        self.words = words
        self.title = regex.compile(rf"{start}(?:{words.titles or '(?!)'}){end}")
        self.organisation = regex.compile(rf"{start}(?:{words.organisation or '(?!)'}){end}")
        self.place = regex.compile(rf"{start}(?<!-)(?:{words.place or '(?!)'}){end}(?!-)")
        self.work = regex.compile(rf"{start}(?:{words.work or '(?!)'}){end}")
        links = rf"(?:\s+(?:{words.name_links}))*" if words.name_links else ""
        raw = rf"{CAPITALISED}(?:{links}\s+{CAPITALISED})*"
        self.run = regex.compile(raw)
        self.link = Closed(words.name_links)
        self.verb = Closed(words.verbs)
        self.stop = Closed(rf"(?:{words.preposition or '(?!)'}|{words.relative or '(?!)'}|{words.no_noun or '(?!)'})")


@cache
def name_grammar_of(language: str) -> NameGrammar:
    """The patterns for names of a language."""
    return NameGrammar(words_of(language))


def role_before(before: str, grammar: NameGrammar) -> str:  # noqa: C901, PLR0911
    """The title before a name with what belongs to it: "Hungarian-born engineer", "presidenta del club"."""
    flat = folded(before)
    if len(flat) != len(before):
        return ""
    tail = compiled(
        r"(?:[\p{L}\p{M}'’-]+(?:\s+|'\s?)){1,9}(?:[\p{L}\p{M}'’-]+,\s*)?$|(?:[\p{L}\p{M}'’-]+\s+){0,8}[\p{L}\p{M}'’-]+,\s+$"
    ).search(
        flat,
    )
    if tail is None:
        return ""
    words = [
        (tail.start() + m.start(), tail.start() + m.end(), m.group(0))
        for m in compiled(r"[\p{L}\p{M}'’-]+").finditer(tail.group(0))
    ]
    title = next((at for at in range(len(words) - 1, -1, -1) if grammar.title.fullmatch(words[at][2])), -1)
    if title < 0 or len(words) - title > 7:
        return ""
    between = words[title + 1 :]
    if (
        between
        and compiled(r"of|for|de|del|du|des|d|l|von|für|fur|in|en|à|a|la|le|les|el|los|las").fullmatch(
            between[-1][2].strip("'")
        )
        and not flat.rstrip().endswith(",")
    ):
        return ""  # "the mayor of Nantes": the name is the town's, not the mayor's
    linked = compiled(
        rf"(?:{grammar.words.name_links or '(?!)'}|of|for|de|del|du|des|der|la|le|les|el|los|las|l|d|und|für|et|y)"
    )
    if any(
        grammar.verb.fullmatch(word) and not before[start].isupper() and word not in {"general", "generale"}
        for start, _, word in between
    ):
        return ""
    if any(grammar.stop.fullmatch(word) and not linked.fullmatch(word) for _, _, word in between):
        return ""
    if (
        between
        and not flat.rstrip().endswith(",")
        and len(between) > 2
        and not before[between[-1][0]].isupper()
        and grammar.words.language == "en"
    ):
        return ""
    first = title
    while first > 0 and title - first < 3:
        _start, _, word = words[first - 1]
        if (
            before[words[first - 1][1] : words[first][0]].strip()
            or grammar.stop.fullmatch(word)
            or (grammar.verb.fullmatch(word) and not word.endswith("-born"))
            or word in grammar.words.not_names
        ):
            break
        if compiled(grammar.words.determiner or "(?!)").fullmatch(word) or grammar.words.language == "ru":
            break
        first -= 1
    return before[words[first][0] : words[-1][1]]


def _placed(word: str, grammar: NameGrammar) -> bool:
    """Whether a word for a place opens or closes a name: "Lake Como", "Weir Lane", but not "Penrose Bay Lines"."""
    return any(
        match.start() == 0 or match.end() == len(word) or grammar.words.language in {"fr", "es", "zh", "ar", "fa"}
        for match in grammar.place.finditer(word)
    )


def kind_of(word: str, before: str, role: str, grammar: NameGrammar) -> NameKind:
    """The kind that the name's own words, its role or the word before it tell."""
    flat = folded(before)[-30:]
    if grammar.organisation.search(word):
        return NameKind.ORGANISATION
    if _placed(word, grammar) or word in territories(grammar.words.language):
        return NameKind.PLACE
    if role:
        return NameKind.PERSON
    close = compiled(r"(\p{L}+)[\s“«\"]*$").search(flat)
    if close:
        for pattern, kind in (
            (grammar.organisation, NameKind.ORGANISATION),
            (grammar.place, NameKind.PLACE),
            (grammar.work, NameKind.WORK),
        ):
            if pattern.fullmatch(close.group(1)):
                return kind
    if word.split(maxsplit=1)[0] in grammar.words.given_names:
        return NameKind.PERSON
    return NameKind.UNKNOWN

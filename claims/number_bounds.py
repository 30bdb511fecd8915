"""What bounds a number: "more than 40", "50 at least"; and where such words bound nothing."""

from functools import cache

import regex

from claims.closed import compiled
from claims.lexicon import words_of
from claims.number_grammar import NumberGrammar
from claims.number_joined import among_asked, bounded_above, set_against
from claims.records import Comparator

_TURNED = {Comparator.MORE_THAN: Comparator.AT_MOST, Comparator.LESS_THAN: Comparator.AT_LEAST}
#: who is denied, and no bound: "nobody under 30" is below 30
_NO_PERSON = regex.compile(r"(?:no\s?body|none|nadie|niemand|niemanden|никто|никого)\s+$")
_SPAN = (
    r"(?:\d[\d.,]*\s?\S{0,3}|\p{l}*(?:illion\p{l}*|illiard\p{l}*|thousand|tausend|hundred|hundert|per\s?cent|prozent))"
)
#: English: before "about two earlier deaths", which then is what is asked or told
_ASKED = regex.compile(
    r"(?<!\w)(?:questions?|complaints?|concerns?|allegations?|stor(?:y|ies)|details|doubts?|worries|rumou?rs?|anything|nothing|complained|worried|joked|lied) $"  # noqa: E501
)
#: before "over five years", which then is how long it took: "300 jobs over two years", "spread over two days"
_THROUGH = {
    "en": regex.compile(
        rf"(?:(?<![\w.,]){_SPAN}(?:\s+(?!\p{{l}}+ed\s|is\s|are\s|was\s|were\s|has\s|have\s|had\s|for\s|to\s|in\s|of\s|after\s|by\s)\p{{l}}+){{0,2}}|(?<!\w)(?:spread|staged|held|stretched|phased in|carried out))\s+$"  # noqa: E501
    ),
    "de": regex.compile(
        rf"(?:(?<![\w.,]){_SPAN}(?:\s+(?!seit\s|ist\s|sind\s|war\s|waren\s|und\s|nach\s|vor\s|in\s|fur\s)\p{{l}}+){{0,2}}|(?<!\w)verteilt)\s+$"
    ),
}
_OVER = frozenset({"over", "uber"})


#: a share or number that is more or less than in a year: "ein Fünftel mehr als 2019", "30 Betriebe weniger als 2021"
_BY_SO_MUCH = regex.compile(
    r"(?:%|prozent(?:punkte)?|per\s?cent|por ciento|pour cent|\p{l}*(?:viertel|drittel|funftel|sechstel|zehntel)|halfte|quarters?|thirds?|fifths?|"  # noqa: E501
    r"tercio|quinto|(?<!\p{l})(?:tiers|quart)|(?<!\p{l})\d[\d.,]*(?:\s\p{l}+){1,2})\s+$"
)
_SOME_YEAR = regex.compile(r"(?:19|20)\d\d(?![\d.,]*\d)")
_REACH = 70  #: characters between such a verb and its amount


@cache
def _beyond(language: str) -> "regex.Pattern[str] | None":
    """A verb of exceeding, one thing that exceeds where verbs stand first, adverbials, and the end of the stretch."""
    words = words_of(language)
    if not words.exceeds:
        return None
    close = "|".join(one for one in (words.conjunction, words.that, words.relative) if one)
    word = rf"(?:(?:{words.determiner or '(?!)'})(?!\w)|(?!(?:{close})(?!\w))[\p{{l}}'-]+)"
    led = rf"(?:{words.preposition})(?:\s+|(?<='))(?!(?:{words.preposition})(?!\w)){word}(?:\s+{word}){{0,2}}?"
    subject = rf"(?:\s+(?!(?:{words.preposition})(?!\w))\p{{l}}+){{0,2}}?" if language == "ar" else ""
    article = rf"(?:\s+(?:{words.determiner}))?" if words.determiner else ""
    return regex.compile(rf"(?<!\w)(?:{words.clitics})(?P<q>{words.exceeds}){subject}(?:\s+(?:@+|{led}))+{article}\s*$")


def _bound_far(
    flat: str, grammar: NumberGrammar, start: int, times: tuple[tuple[int, int], ...]
) -> tuple[int, Comparator]:
    """The same for a verb that a time or a place parts from its amount: "exceeded in Rome on Monday 40 degrees"."""
    pattern = _beyond(grammar.language)
    first = max(0, start - _REACH)
    if pattern is None or compiled(words_of(grammar.language).exceeds).search(flat, first, start) is None:
        return start, Comparator.EXACT
    stretch = flat[:start]
    for begin, end in times:
        if first <= begin and end <= start:
            stretch = f"{stretch[:begin]}{'@' * (end - begin)}{stretch[end:]}"
    ahead = pattern.search(stretch, first)
    if ahead is None:
        return start, Comparator.EXACT
    denied = grammar.denied.search(flat, max(0, ahead.start("q") - 20), ahead.start("q"))
    return (denied.start(), Comparator.AT_MOST) if denied else (ahead.start("q"), Comparator.MORE_THAN)


def bound_before(
    flat: str, grammar: NumberGrammar, start: int, times: tuple[tuple[int, int], ...] = ()
) -> tuple[int, Comparator]:
    """Where the words before a number begin that bound it, and how they do; a denial turns them round."""
    for pattern, kind in grammar.before:
        ahead = pattern.search(flat, max(0, start - 45), start)
        if ahead is None:
            continue
        denied = grammar.denied.search(flat, max(0, ahead.start("q") - 20), ahead.start("q"))
        turned = _TURNED.get(kind) if denied and not _NO_PERSON.fullmatch(denied.group(0)) else None
        return (denied.start(), turned) if denied and turned else (ahead.start("q"), kind)
    bound = bounded_above(flat, grammar.language, start)
    return (bound, Comparator.AT_MOST) if bound is not None else _bound_far(flat, grammar, start, times)


def bound_behind(flat: str, grammar: NumberGrammar, end: int) -> tuple[Comparator, int]:
    """What bounds a number from behind its noun, "50 شخصا على الأقل", and where that ends."""
    for pattern, kind in grammar.after_noun:
        tail = pattern.match(flat, end)
        if tail:
            return kind, tail.end()
    return Comparator.EXACT, end


def bounds_nothing(flat: str, language: str, told: Comparator, unit: str, at: tuple[int, int, int]) -> bool:
    """Whether the words that seem to bound a number do not; `at` is where they, the number and its end stand."""
    first, start, end = at
    if told in _TURNED and not unit and _SOME_YEAR.match(flat, start) and _BY_SO_MUCH.search(flat, max(0, first - 40), first):  # noqa: E501  # fmt: skip
        return True
    if language == "ar":  # "تتجاوز الحد المسموح به خمس مرات"
        return told is Comparator.MORE_THAN and unit == "times" and flat.count(" ", first, start) > 2
    if language == "en":
        return told is Comparator.ABOUT and flat[first:start].strip() == "about" and _ASKED.search(flat, max(0, first - 20), first) is not None  # noqa: E501  # fmt: skip
    if language != "de":
        return False
    asked = told is Comparator.LESS_THAN and among_asked(flat, start, end)
    return asked or (told is Comparator.ABOUT and set_against(flat, first, end))


def tells_how_long(flat: str, language: str, first: int, start: int) -> bool:
    """Whether "over" from first to the number of a duration tells how long something took, and bounds nothing."""
    through = _THROUGH.get(language)
    return (
        through is not None
        and flat[first:start].strip() in _OVER
        and through.search(flat, max(0, first - 40), first) is not None
    )

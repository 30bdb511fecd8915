"""What bounds a number: "more than 40", "50 at least"; and where such words bound nothing."""

import regex

from claims.number_grammar import NumberGrammar
from claims.number_joined import bounded_above
from claims.records import Comparator

_TURNED = {Comparator.MORE_THAN: Comparator.AT_MOST, Comparator.LESS_THAN: Comparator.AT_LEAST}
#: who is denied, and no bound: "nobody under 30" is below 30
_NO_PERSON = regex.compile(r"(?:no\s?body|none|nadie|niemand|niemanden|никто|никого)\s+$")
_SPAN = (
    r"(?:\d[\d.,]*\s?\S{0,3}|\p{l}*(?:illion\p{l}*|illiard\p{l}*|thousand|tausend|hundred|hundert|per\s?cent|prozent))"
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


def bound_before(flat: str, grammar: NumberGrammar, start: int) -> tuple[int, Comparator]:
    """Where the words before a number begin that bound it, and how they do; a denial turns them round."""
    for pattern, kind in grammar.before:
        ahead = pattern.search(flat, max(0, start - 45), start)
        if ahead is None:
            continue
        denied = grammar.denied.search(flat, max(0, ahead.start("q") - 20), ahead.start("q"))
        turned = _TURNED.get(kind) if denied and not _NO_PERSON.fullmatch(denied.group(0)) else None
        return (denied.start(), turned) if denied and turned else (ahead.start("q"), kind)
    bound = bounded_above(flat, grammar.language, start)
    return (bound, Comparator.AT_MOST) if bound is not None else (start, Comparator.EXACT)


def bound_behind(flat: str, grammar: NumberGrammar, end: int) -> tuple[Comparator, int]:
    """What bounds a number from behind its noun, "50 شخصا على الأقل", and where that ends."""
    for pattern, kind in grammar.after_noun:
        tail = pattern.match(flat, end)
        if tail:
            return kind, tail.end()
    return Comparator.EXACT, end


def tells_how_long(flat: str, language: str, first: int, start: int) -> bool:
    """Whether "over" from first to the number of a duration tells how long something took, and bounds nothing."""
    through = _THROUGH.get(language)
    return (
        through is not None
        and flat[first:start].strip() in _OVER
        and through.search(flat, max(0, first - 40), first) is not None
    )

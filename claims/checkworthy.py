"""Text -> whether it is worth checking, why or why not, and a score to sort by. Rules, no model."""

from functools import cache, lru_cache

import regex

from claims.closed import compiled
from claims.dates import absolute_and_relative_spans
from claims.folding import fold
from claims.lexicon import words_of
from claims.lexicon.shape import Words
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import RANKS, CheckWorthiness, NameKind, Worthiness
from claims.tokens import tokens_of

_QUESTION = regex.compile(r"[?؟？]\s*[\"'”’»)\]」』]*\s*$")
_QUOTES = regex.compile(r"[“«\"„「][^”»\"“」]*[”»\"“」]")
_WORD = regex.compile(r"[\p{L}\p{M}\u200c]+|\p{N}+")
_HAN = regex.compile(r"\p{Han}")
_TAG = regex.compile(r"[@#]\w+|https?://\S+")

#: Kinds of statements that are nobody's claim, whoever tells them; and those that rules by words leave out besides
NOTHING = frozenset({Worthiness.QUESTION, Worthiness.THANKS, Worthiness.FURNITURE})
DROPPED = NOTHING | {Worthiness.RHETORIC, Worthiness.PERSONAL, Worthiness.OPINION}


class _Grammar:
    """The patterns of one language."""

    def __init__(self, words: Words) -> None:
        start, end = ("", "") if words.language == "zh" else (r"(?<!\w)", r"(?!\w)")
        prefix = r"[وف]?" if words.language == "ar" else ""

        def whole(pattern: str) -> "regex.Pattern[str]":
            return regex.compile(rf"{start}{prefix}(?:{pattern or '(?!)'}){end}")

        self.opinion, self.first_person = (
            whole("|".join(filter(None, (words.opinion, words.view)))),
            whole(words.first_person),
        )
        self.thanks, self.rhetoric = whole(words.thanks), whole(words.rhetoric)
        self.future, self.perhaps = whole(words.future), whole(words.perhaps)
        self.question = regex.compile(rf"^[\s\"“«¿]*(?:{words.question or '(?!)'}){end}")
        self.call = regex.compile(rf"^[\s\"“«¡]*(?:{words.call or '(?!)'}){end}")
        self.verb = whole(words.verbs if words.language == "zh" else "")
        self.say = whole(words.say)
        self.asks = words.language in {"ar", "fa", "ru", "tr", "zh", "ur"}


@cache
def _grammar(language: str) -> _Grammar:
    return _Grammar(words_of(language))


@lru_cache(maxsize=512)
def check_worthiness(text: str, language: str, *, attributed: bool = False) -> CheckWorthiness:  # noqa: PLR0911
    """What kind of statement it is; `attributed` when somebody else is made responsible for it.

    >>> check_worthiness("ارتفع المؤشر بأكثر من 40 في المئة", "ar").category.value
    'factual'
    >>> check_worthiness("لماذا ندفع الثمن؟", "ar").category.value
    'question'
    """
    grammar = _grammar(language.split("-", maxsplit=1)[0])
    bare = _TAG.sub(" ", text)
    flat = fold(bare).text
    outside = fold(_QUOTES.sub(" ", bare)).text if not attributed else flat
    length = (
        (len(_HAN.findall(flat)) + (compiled(r"\d").search(flat) is not None)) // 2
        if language == "zh"
        else len(_WORD.findall(flat))
    )
    if length < 2:
        return CheckWorthiness(category=Worthiness.FURNITURE, score=0.0, reason="too short to assert anything")
    if _QUESTION.search(text) or (grammar.asks and grammar.question.search(flat) and "?" in flat):
        return CheckWorthiness(category=Worthiness.QUESTION, score=0.03, reason="asks, and asserts nothing")
    thanks = grammar.thanks.search(outside)
    if thanks and thanks.start() < 25:
        return CheckWorthiness(category=Worthiness.THANKS, score=0.01, reason=f"courtesy: {thanks.group(0)}")
    score, reasons = _facts(bare, language, flat, grammar, length)
    call = grammar.call.search(flat)
    if call and score < 0.5:
        return CheckWorthiness(
            category=Worthiness.RHETORIC, score=0.05, reason=f"addresses the reader: {call.group(0).strip()}"
        )
    rhetoric = grammar.rhetoric.search(outside)
    if rhetoric:
        return CheckWorthiness(
            category=Worthiness.RHETORIC,
            score=round(min(0.25, score * 0.5), 3),
            reason=f"rhetoric: {rhetoric.group(0)}",
        )
    person = None if attributed else grammar.first_person.search(outside)
    opinion = grammar.opinion.search(outside)
    if opinion and (score < 0.55 or person):
        return CheckWorthiness(
            category=Worthiness.OPINION,
            score=round(min(0.3, score * 0.5), 3),
            reason=f"a judgement: {opinion.group(0)}",
        )
    if person and (score < 0.6 or length < 8):
        return CheckWorthiness(
            category=Worthiness.PERSONAL,
            score=round(min(0.3, score * 0.6), 3),
            reason=f"the writer about himself: {person.group(0)}",
        )
    future = grammar.future.search(outside)
    if future:
        return CheckWorthiness(
            category=Worthiness.PREDICTION, score=round(score * 0.7, 3), reason=f"about the future: {future.group(0)}"
        )
    return CheckWorthiness(
        category=Worthiness.FACTUAL,
        score=round(score, 3),
        reason="states " + (", ".join(reasons) or "something that a page could bear out"),
    )


def _facts(text: str, language: str, flat: str, grammar: _Grammar, length: int) -> tuple[float, list[str]]:  # noqa: C901
    """How much there is to check: numbers, dates, names, a verb; with each in words."""
    score, reasons = 0.2, []
    quantities = find_quantities(text, language)
    counted = [q for q in quantities if q.dimension not in RANKS]
    if counted:
        score += 0.25 + 0.05 * min(len(counted) - 1, 2)
        reasons.append("a number")
    elif quantities:
        score += 0.12
        reasons.append("a rank")
    if absolute_and_relative_spans(text, language):
        score += 0.15
        reasons.append("a date")
    names = find_names(text, language)
    if names:
        score += 0.12 + 0.04 * min(len(names) - 1, 2)
        reasons.append("a name")
    if any(name.role or name.kind is NameKind.ORGANISATION for name in names):
        score += 0.04
    if any(token.verb for token in tokens_of(text, language)) if language != "zh" else grammar.verb.search(flat):
        score += 0.1
        if not reasons:
            reasons.append("an event")
    if grammar.perhaps.search(flat):
        score -= 0.08
    if length < 5:
        score -= 0.1
    elif length > 12:
        score += 0.05
    return max(0.02, min(0.98, score)), reasons

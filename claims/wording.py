"""A claim's wording -> whether it denies, predicts, supposes or judges."""

from functools import cache

import regex

from claims.folding import folded
from claims.lexicon import words_of
from claims.main_clause import main_clause
from claims.records import Modality, Polarity

_NOT_ONLY = regex.compile(
    r"(?<!\w)(?:not only|not just|non seulement|no solo|nicht nur|не только|ليس فقط|لا فقط|ليست فقط|نه تنها|sadece degil|不仅|不但)(?!\w)"  # noqa: E501
)


#: English: what would have been, was not
_WOULD_HAVE_BEEN = regex.compile(
    r"(?<!\w)would(?: \w+ly| also| never| not| probably)? have \w+(?:ed|en|t|d|n|e|ne|ut|un|um)(?!\w)"
)
#: German "will … erfahren haben": what somebody says of the past, no future
_TOLD_OF_ONESELF = regex.compile(
    r"(?<!\p{l})(?:will|wollen|soll|sollen)(?= [^,;]*\p{l}+(?:t|en) (?:haben|gewesen sein|worden sein)(?:[ .,;]|$))"
)
#: English: the month is no "may"
_MONTH_OF_MAY = regex.compile(r"(?<=\w )May(?=\s+\d|[\s,.]|$)")


#: English: what somebody was not able to do is a fact, and so is how somebody could be: "she could be stern"
_ABLE = regex.compile(r"(?i)\bcould(?:n['’ ]?t|\s+(?:not|n['’]t|never|barely|hardly|no longer))\b|\bs?he could (?:also |often )?be (?:very |quite )?\w+(?<!ed)\s*[.]?$")  # noqa: E501  # fmt: skip


#: German pasts that folding makes the same as what only might be
_REAL = tuple(
    (regex.compile(rf"(?<!\w){one}{end}(?!\w)"), f"{other}{end}")
    for one, other in (("konnte", "könnte"), ("musste", "müsste"), ("durfte", "dürfte"))
    for end in ("", "n")
)
_BORN = regex.compile(r"(?<!\p{L})[Nn]é(?!\p{L})")
_WORD = regex.compile(r"\w+")
_SPANISH_FUTURE = regex.compile(r"(?<!\p{L})\p{Ll}*(?:[aeiíd]r|[bruq]r)(?:á|án)(?!\p{L})")


@cache
def _patterns(language: str) -> tuple["regex.Pattern[str]", ...]:
    words = words_of(language)
    edge = ("", "") if language == "zh" else (r"(?<!\w)", r"(?!\w)")
    prefix = "[وفل]?" if language == "ar" else ""
    lists = (words.negative_words, words.condition, words.future, words.perhaps, words.opinion)
    return tuple(regex.compile(rf"{edge[0]}{prefix}(?:{one or '(?!)'}){edge[1]}") for one in lists)


@cache
def _no_denial(language: str) -> "regex.Pattern[str]":
    return regex.compile(words_of(language).no_denial or "(?!)")


@cache
def _bounds(language: str) -> "regex.Pattern[str] | None":
    """Comparators with a negation in them: "no fewer than" denies nothing."""
    parts = [pattern for pattern, _ in words_of(language).before]
    return (
        regex.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
        if parts and language != "zh"
        else regex.compile("不到|不足|不低于|不少于|不超过|不过")
        if language == "zh"
        else None
    )


def _spanish_future(text: str, flat: str) -> bool:
    """Whether the main clause has a future: only the accent tells "llegará" from "llegara"."""
    told = set(_WORD.findall(flat))
    return any(folded(one.group(0)) in told for one in _SPANISH_FUTURE.finditer(text))


def polarity_of(text: str, language: str) -> Polarity:
    """Whether the words assert or deny.

    >>> polarity_of("لم يكشف القضاة", "ar").value
    'negated'
    """
    if language == "fr":
        text = _BORN.sub(" ", text)  # folded, it would deny
    flat = _NOT_ONLY.sub(" ", main_clause(text, language))
    flat = _no_denial(language).sub(" ", flat)
    if language == "tr":
        flat = _last_words(flat)
    bounds = _bounds(language)
    if bounds is not None:
        flat = bounds.sub(" ", flat)
    opened = _patterns(language)[1].match(flat)
    behind = _patterns(language)[1].search(flat) if language == "en" else None
    if behind and behind.start():
        flat = flat[: behind.start()]
    if opened and "," in flat:
        flat = flat[flat.index(",") :]  # what is denied in the condition is not denied by the claim
    return Polarity.NEGATED if _patterns(language)[0].search(flat) else Polarity.AFFIRMED


def _last_words(flat: str) -> str:
    """The verb that closes a Turkish clause, with the word before it: a denial before it is that of a participle."""
    words = flat.rstrip(' .!?"”»').split()
    return " ".join(words[-2:])


def modality_of(text: str, language: str) -> Modality:
    """How firmly the words are put.

    >>> modality_of("ستستثمر الهيئة 120 مليون دينار", "ar").value
    'predicted'
    """
    plain = _ABLE.sub(" ", _MONTH_OF_MAY.sub(" ", text)) if language == "en" else text
    flat = main_clause(plain, language)
    if language == "de":
        flat = _TOLD_OF_ONESELF.sub(" ", flat)
        for real, supposed in _REAL:
            if supposed not in text.lower():
                flat = real.sub(" ", flat)
    _, condition, future, perhaps, opinion = _patterns(language)
    opened = condition.search(flat)
    if opened and (opened.start() < 12 or language in {"tr", "zh", "fa"}):
        return Modality.CONDITIONAL
    if opinion.search(flat):
        return Modality.OPINION
    if future.search(flat) or (language == "es" and _spanish_future(text, flat)):
        unreal = language == "en" and not future.search(_WOULD_HAVE_BEEN.sub(" ", flat))
        return Modality.CONDITIONAL if unreal else Modality.PREDICTED
    return Modality.CONDITIONAL if perhaps.search(flat) or opened else Modality.ASSERTED

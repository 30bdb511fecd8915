"""The subject that stands before a verb of saying, and where its frame begins."""

import regex

from claims.closed import compiled
from claims.folding import folded
from claims.lexicon import words_of
from claims.speech_base import trimmed
from claims.speech_postposed import noun_like
from claims.tokens import grammar_of, tokens_of

#: behind them "tout en", "en janvier" and the like still come before the subject
_FRONTED = 3
_OPENING = 60  #: signs within which a German subject and what goes before it lie

#: "В мэрии опровергли слухи, однако признали …"
_IN_A_BODY = regex.compile(r"(?P<s>Во? \p{Ll}+(?: \p{Ll}+)?) \p{Ll}+ли(?!\p{L})")

#: nothing but when it was
_WHEN = {
    "es": regex.compile(
        r"(?:(?:el|este) (?:pasado )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
        r"|ayer|hoy|anoche|despues|luego|mas tarde)"
    ),
    "fa": regex.compile(r"(?:ديروز|امروز|روز \p{l}+|سپس|بعدا)"),
}  # fmt: skip
_PERSIAN_BESIDE = regex.compile(r"(?<=\w{2}[،,]?)\s(?:روز|در|از|ضمن|ط[یي]|د[یي]روز|امروز|با|به|[کك]ه)\s")

OPENING_PARTICIPLE = {
    "fr": r"\p{Lu}\p{Ll}+(?:é|ée|és|ées|ue?|ie?) [^,]{2,70}, ",
    "es": r"\p{Lu}\p{Ll}+(?:ad[oa]s?|id[oa]s?) [^,]{2,70}, ",
}


def opening_of(text: str, language: str) -> int:
    """Where the subject begins behind a participle or role that opens a sentence: "Élue en 2014, la maire …"; 0 where none does."""  # noqa: E501
    opening = compiled(OPENING_PARTICIPLE.get(language, "(?!)")).match(text)
    if opening is not None:
        return opening.end()
    role = compiled(r"(?P<r>\p{Lu}\p{Ll}+)(?: [^,]{2,70})?, (?=\p{Lu}\p{Ll}+[ -]\p{Lu})").match(text)
    grammar = grammar_of(language)
    if role is None or language not in {"fr", "es"} or not grammar.title.fullmatch(folded(role.group("r"))):
        return 0
    tokens = tokens_of(role.group(0), language)
    return 0 if any(one.verb and not noun_like(tokens, at, language) for at, one in enumerate(tokens)) else role.end()


def subject_before(  # noqa: C901, PLR0911 -- one reason a line
    text: str, flat: str, at: int, language: str
) -> tuple[tuple[int, int] | None, int]:
    """The subject that stands before a verb, and where its frame begins."""
    if language == "en" and flat[at : at + 14].split(maxsplit=1)[0].endswith("ing"):
        return None, at
    words = words_of(language)
    before = flat[:at]
    if (again := _said_again(before, words.say)) is not None:
        return None, again
    span = trimmed(text, _clause_start(before, language), at)
    span = trimmed(text, span[0] + opening_of(text[slice(*span)], language), at)
    if language == "de" and (around := _around_auxiliary(text, span)) is not None:
        return around, span[0]
    begin = span[0]
    if language == "ru":
        span = (_russian_doer(text, *span), span[1])
    inner = before[span[0] : span[1]]
    if language in {"de", "es", "fr"} and compiled(rf"(?:{words.preposition or '(?!)'}|dabei|damit|dazu|zudem|darum)(?!\w)").match(inner):  # noqa: E501  # fmt: skip
        return None, span[0]  # "Bei den Kirchen befürchtet er": the subject stands behind the verb
    clean = compiled(r"([^,]{2,60}),\s").match(inner + " ")
    head = span
    if clean:
        relative = compiled(rf"(?:{words.relative or '(?!)'})(?!\w)").match(inner[clean.end() :])
        beside = text[span[0] + clean.end() : span[0] + clean.end() + 1]
        if relative or compiled(rf"(?:{words.determiner or '(?!)'})(?!\w)").match(inner[clean.end() :]) or (language != "en" and beside.islower()):  # noqa: E501  # fmt: skip
            head = trimmed(text, span[0], span[0] + clean.end(1))
    tail = compiled(
        r"(?:\s+(?:has|have|had|a|ont|avait|ha|han|había|habia|hat|haben|hatte|n|ne|se|s|l|also|aussi|auch|тоже|также|уже|lo|le|la|later|then|не|no|not|never|t))+\s*'?$"
    ).search(
        inner,
    )
    if tail and head == span:
        head = trimmed(text, span[0], span[0] + tail.start())
    if language == "ru" and head[1] - head[0] < 2 and (told := _IN_A_BODY.match(text)) is not None and compiled(r"\p{l}+ли(?!\p{l})").match(flat[at:]) is not None:  # noqa: E501  # fmt: skip
        return told.span("s"), at
    if head[1] - head[0] < 2 or head[1] - head[0] > 130:
        return None, span[0] if head[1] - head[0] >= 2 else at
    if language == "fa":
        head = _persian_doer(text, *head)
    if language in _WHEN and _WHEN[language].fullmatch(flat, *head):
        return None, span[0]  # "El lunes, sin embargo, declaró a la radio que …": the subject is left out
    return _first_doer(text, head, language), begin


_LATELY = frozenset({"zuletzt", "kurzlich", "jungst", "unlangst", "erst"})
_AUXILIARY = regex.compile(
    r"(?<!\p{L})(?:hat|haben|hatte|hatten)\s+(?=(?:der|die|das|ein|eine|er|sie)\s|(?:er|sie)$|\p{Lu})"
)


def _around_auxiliary(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """The German subject behind an auxiliary where something else opens the clause: "Zuletzt hatte der Bote …"."""
    told = text[slice(*span)]
    found = _AUXILIARY.search(told)
    if found is None or found.start() > _OPENING or "," in told:
        return None
    grammar, first = grammar_of("de"), folded(told.split(maxsplit=1)[0])
    adverb = first in _LATELY or grammar.adverb.fullmatch(first) or grammar.preposition.fullmatch(first)
    if (found.start() or not span[0]) and not adverb:
        return None
    speaker = trimmed(text, span[0] + found.end(), span[1])
    return speaker if 1 < speaker[1] - speaker[0] < _OPENING else None


_RUSSIAN_BESIDE = regex.compile(
    r"(?:Вчера|Сегодня|Накануне|Позже|Ранее|Затем|Тогда|Потом)\s+(?=\p{L})"
    r"|(?:[Вв]о?|[Нн]а|[Пп]осле|[Пп]еред|[Пп]ри|[Дд]о)\s[^,:;]*?(?<!\p{L})(?=(?:он|она|они)$)"
)
_RUSSIAN_FRONTED = regex.compile(r"(?:Во?|На|После|Перед|При|До)\s(?:[^\s,:;]+\s){1,4}")


def _russian_doer(text: str, start: int, end: int) -> int:
    """Where a Russian subject begins behind when and where it was said: "В ходе прений адвокат Пётр Орлов заявил"."""
    beside = _RUSSIAN_BESIDE.match(text, start, end)
    if beside is not None:
        return beside.end()
    grammar = grammar_of("ru")
    if _RUSSIAN_FRONTED.match(text, start, end) is None:
        return start
    words = [one for one in tokens_of(text[start:end], "ru") if one.word]
    titled = next((one for one in words[1:] if grammar.title.fullmatch(one.text)), None)
    named = titled is not None and words[-1].sentence_case and words[-1].start > titled.start
    return start + titled.start if titled is not None and named else start


def _persian_doer(text: str, start: int, end: int) -> tuple[int, int]:
    """A Persian subject without its verb's object and without when, where and to whom it was said."""
    told = text[start:end]
    passed_on = compiled(r"\sبه نقل از\s").search(told)
    if passed_on is not None:
        return trimmed(text, start + passed_on.end(), end)
    if " را " in told + " " and (comma := told.rfind("،", 0, (told + " ").index(" را "))) > 2:
        told = told[:comma]
    beside = _PERSIAN_BESIDE.search(told)
    return trimmed(text, start, start + (beside.start() if beside else len(told)))


def _clause_start(before: str, language: str) -> int:
    """Where the clause of a verb of saying begins, behind what opens it."""
    words = words_of(language)
    stop = max((m.end() for m in compiled(r"[;:!?]\s+|^[\s\"“«]+").finditer(before)), default=0)
    if language == "fa" and _told_of(before[stop:]):
        return stop
    joint = max(
        (
            m.end()
            # behind a comma "que" opens a relative clause: "el exalcalde, que gobernó …, negó"
            for m in compiled(
                rf",\s+(?:{words.conjunction or '(?!)'})\s+|(?<!,)\s(?:{words.that or '(?!)'})\s"
            ).finditer(before)
        ),
        default=0,
    )
    # "Don Ramiro, dueño de una huerta que heredó, contó": an insert that ends right before the verb holds that "que"
    start = stop if before.rstrip().endswith((",", "،")) and language in {"fr", "es", "fa"} else max(stop, joint)
    for _ in range(_FRONTED):
        lead = compiled(rf"(?:{words.preposition or '(?!)'})\s[^,]{{1,60}},\s+").match(before[start:])
        if lead is None:
            break
        start += lead.end()
    article = r"(?!(?:la|las|los|lo|le|les)\s)"  # Spanish and French clitics that are articles here
    conj = compiled(rf"{article}(?:{words.conjunction or '(?!)'}|{words.adverb or '(?!)'})\s+").match(before[start:])
    if conj:
        start += conj.end()
    return start


#: Persian: a subject, and between "که" and a comma what is told of it
_TOLD_OF = regex.compile(r"(?P<s>[^,،:;]{2,40}?)\s(?:كه|که)\s(?P<r>[^:;]+?)[,،]\s")


def _told_of(clause: str) -> bool:
    """Whether a Persian clause opens with its subject and a relative clause: "او که زادهٔ نیلاب است، …"."""
    told = _TOLD_OF.match(clause)
    if told is None or any(one.verb for one in tokens_of(told.group("s"), "fa")):
        return False
    relative = [one for one in tokens_of(told.group("r"), "fa") if one.word]
    return bool(relative) and relative[-1].verb


def _said_again(before: str, say: str) -> int | None:
    """Where "y añadió" begins in "dijo que … y añadió que …", whose speaker is that of the first verb."""
    joined = compiled(r"\s(?P<c>y|e|et|und|и|و)\s+(?:(?:a|ont|ha|han|hat)\s+)?$").search(before)
    before = compiled(r"^.*;").sub(lambda match: " " * len(match.group(0)), before)
    told = joined is not None and compiled(rf"(?<!\w)(?:{say})(?!\w)").search(before[: joined.start()])
    return joined.start("c") if joined and told else None


def _first_doer(text: str, head: tuple[int, int], language: str) -> tuple[int, int] | None:
    """The subject of "he offered a drink and said …": what stands before the first verb, not all before the second."""
    tokens = tokens_of(text[slice(*head)], language)
    joint = grammar_of(language).conjunction
    if len(tokens) < 3 or not joint.fullmatch(tokens[-1].text):
        return head
    first = next((at for at, one in enumerate(tokens) if one.verb and not noun_like(tokens, at, language)), -1)
    if first < 0:
        return head
    if first == 0 or grammar_of(language).adverb.fullmatch(tokens[0].text):
        return None
    return head[0], head[0] + tokens[first - 1].end

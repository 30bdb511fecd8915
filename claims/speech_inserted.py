# ruff: noqa: E501 -- word lists and their patterns read better in long lines
"""Who says it, told inside or behind what is said: "Kirchen, fügte er hinzu, könnten …", "…, wie die Polizei mitteilte"."""

from functools import cache

import regex

from claims.closed import compiled
from claims.lexicon import words_of
from claims.speech_base import Speech, clause_end, trimmed
from claims.tokens import tokens_of

_PARTICLES = {
    "de": r"(?:\s+(?:hinzu|mit|fest|weiter|fort|zudem|an|ein|zurück|zuruck|bekannt|vor|zu))?",
}
_AUXILIARY = {
    "fr": r"(?:(?:a|ont|avait)(?:-t)?-(?:il|elle|on|ils|elles)\s+|(?:a|ont|avait)\s+)?",
    "es": r"(?:segun\s+)?(?:ha\s+|han\s+)?",
}
_PRONOUN_BEHIND = {"fr": r"-(?:t-)?(?P<p>il|elle|ils|elles|on)"}
_AFTER_TIME = {
    "de": r"\s+(?:unter\s+berufung|mit\s+blick|am|im|in|gegenuber|vor|bei|auf|nach|der\s+deutschen|dem\s+sender)\s.*$",
    "fr": r"\s+(?:a|au|lors|dans|sur|devant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|ce|cette|en|apres|aupres|au micro)\s.*$",
    "es": r"\s+(?:en|a|durante|este|esta|ayer|tras|ante|el\s+(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))(?:\s.*)?$",
    "ru": r"\s+(?:в|во|на|после|журналистам|агентству|телеканалу|корреспонденту)(?:\s.*)?$",
}
_SO = {"de": r"so", "fr": "(?!)", "es": "(?!)", "ru": "(?!)"}
#: when it was said and to whom, between the verb and who said it: "dijo ayer Laura Pons", "dijo a la prensa Laura Pons"
_BEFORE_NAME = regex.compile(
    r"(?:ayer|hoy|anoche|(?:este|el) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|gestern|heute|am (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|вчера|сегодня"
    r"|(?:a|ante) (?:la prensa|los (?:periodistas|medios|reporteros|informadores)|(?:este|nuestro) (?:diario|medio|periodico)|(?:la agencia )?(?:efe|reuters|afp|ap|europa press))"
    r"|(?:a|devant) (?:la presse|(?:notre|nos) (?:journal|redaction|confreres)|l'(?:afp|agence \p{l}+)|reuters)|aux journalistes|devant (?:des|les) journalistes)\s+(?=\p{l}+)"
)
#: a pronoun, behind which stands when or to whom it was said: "sagte er damals", "wie sie dem Sender sagte"
_PRONOUN_FIRST = {
    "de": regex.compile(r"(?:er|sie)(?=\s\p{Ll}|$)"),
    "ru": regex.compile(r"(?:он|она|они)(?=\s\p{Ll}|$)"),
}
INSERTING = frozenset({"de", "fr", "es", "ru"})


@cache
def _patterns(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str] | None"]:
    """A verb of saying with its speaker between two commas, and "as X said" behind or before the content."""
    words = words_of(language)
    say = words.say
    speaker = r"(?P<s>(?:[^\s,;:]+\s+){0,7}?[^\s,;:]+)"
    behind = _PRONOUN_BEHIND.get(language, r"(?P<p>(?!))")
    auxiliary = _AUXILIARY.get(language, "")
    inserted = regex.compile(
        rf",\s*(?:(?P<so>{_SO[language]})\s+|{auxiliary}(?P<v>{say})(?:{behind}\s*(?=,)|\s+(?!{words.that or '(?!)'}\s)))(?:(?<!-il|-elle|-on){speaker})?{_PARTICLES.get(language, '')}\s*,\s+(?!(?:{words.relative or '(?!)'})(?!\w))"
    )
    as_said = None
    if language == "de":
        as_said = regex.compile(
            rf"(?<!\w)wie\s+(?P<s>[^,;]{{2,70}}?)(?:\s+(?:am|in|im|gegenuber|auf|unter|bei|der\s+deutschen|dem)\s[^,;]{{1,60}}?)?\s+(?P<v>{say}|mitteilte|mitteilten|mitteilt|bekanntgab|bekannt\s+gab|hervorhob|angab|hinzufugte)(?!\w)"
        )
    return inserted, as_said


def inserted_speech(text: str, flat: str, language: str) -> Speech | None:
    """The speech whose frame stands inside its content or behind it; None where there is none."""
    if language not in INSERTING:
        return None
    inserted, as_said = _patterns(language)
    if as_said is not None:
        found = _as_said(text, flat, as_said)
        if found is not None:
            return found
    match = inserted.search(flat)
    if match is None or match.start() < 2:
        return None
    speaker = _speaker(text, flat, match, language)
    if speaker is None:
        return None
    end = clause_end(flat, match.end())
    first, second = trimmed(text, 0, match.start()), trimmed(text, match.end(), end)
    if second[1] - second[0] < 8 or first[1] - first[0] < 3 or ("," in flat[: match.start()] and len(first) < 3):
        return None
    return Speech(
        start=first[0], end=end, content=(first, second), speaker=speaker, verb=match.group("v") or match.group("so"),
        direct=False, whole=not (_told(text, first, language) and _told(text, second, language)),
    )  # fmt: skip


def _told(text: str, span: tuple[int, int], language: str) -> bool:
    """Whether a part of what a German or Russian says is a clause with a verb of its own."""
    return language in {"de", "ru"} and any(one.verb for one in tokens_of(text[slice(*span)], language))


def _speaker(text: str, flat: str, match: "regex.Match[str]", language: str) -> tuple[int, int] | None:
    """The speaker of an inserted frame: behind the verb, by name, role or pronoun."""
    if match.group("p"):
        return match.span("p")
    if not match.group("s"):
        return None
    span = trimmed(text, *match.span("s"))
    raw = text[slice(*span)]
    if (alone := _PRONOUN_FIRST[language].match(raw) if language in _PRONOUN_FIRST else None) is not None:
        return span[0], span[0] + alone.end()
    named = compiled(r"\p{Lu}").search(raw) or compiled(r"(?:er|sie|il|elle|él|ella|он|она|они)").fullmatch(raw)
    return (
        span if named and not compiled(r"(?<!\w)(?:dass|que|что|und|et|y)(?!\w)").search(flat[slice(*span)]) else None
    )


def _as_said(text: str, flat: str, pattern: "regex.Pattern[str]") -> Speech | None:
    """German "Wie X mitteilte, …" and "…, wie X mitteilte"."""
    match = pattern.search(flat)
    if match is None:
        return None
    speaker = trimmed(text, *match.span("s"))
    if (alone := _PRONOUN_FIRST["de"].match(text[slice(*speaker)])) is not None:
        speaker = (speaker[0], speaker[0] + alone.end())
    end = clause_end(flat, match.end())
    if not compiled(r"\p{L}").search(flat[: match.start()]):
        content = trimmed(text, match.end(), end)
        if not flat[match.end() :].lstrip().startswith(",") or content[1] - content[0] < 12:
            return None
        return Speech(
            start=match.start(), end=end, content=(content,), speaker=speaker, verb=match.group("v"), direct=False
        )  # noqa: E501, RUF100
    if not flat[: match.start()].rstrip().endswith(",") or end - match.end() > 2:
        return None
    content = trimmed(text, 0, match.start())
    return Speech(
        start=content[0], end=match.end(), content=(content,), speaker=speaker, verb=match.group("v"), direct=False
    )  # noqa: E501, RUF100


def bare_speaker(text: str, span: tuple[int, int], flat: str, language: str) -> tuple[int, int]:
    """A speaker that stands behind the verb, without the particle of the verb and without when and where it was said."""
    inner = flat[slice(*span)]
    lead = _BEFORE_NAME.match(inner)
    if lead is not None:
        span, inner = (span[0] + lead.end(), span[1]), inner[lead.end() :]
    for pattern in (
        _AFTER_TIME.get(language),
        _PARTICLES.get(language, "").rstrip("?") + "$" if language in _PARTICLES else None,
    ):  # noqa: E501, RUF100
        cut = compiled(pattern).search(inner) if pattern else None
        if cut and cut.start() > 1:
            inner = inner[: cut.start()]
    return trimmed(text, span[0], span[0] + len(inner))

"""Two acts of speaking of one subject: "negó los hechos y anunció que …", "wies die Kritik zurück und sagte, …"."""

import regex

from claims.closed import compiled
from claims.lexicon import words_of
from claims.speaker_words import bare_words
from claims.speech_base import Speech
from claims.speech_subjects import subject_before
from claims.tokens import tokens_of

#: what joins a second act of speaking to the first one
_JOINT = {"es": "y|e", "fr": "et", "de": "und", "ru": "и", "fa": "و"}


def second_act(told: str, language: str) -> int | None:
    """Where a second act begins behind the first one's object: "negó los hechos y anunció que …"; None where none does."""  # noqa: E501
    joint = _JOINT.get(language)
    if joint is None:
        return None
    again = compiled(
        rf"\s(?:{joint})\s+(?:(?:a|ont|ha|han|hat|haben|lo|la|le|se)\s+)?(?:{words_of(language).say})(?!\w)(?!-)"
    ).search(told)
    if again is None:
        return None
    near = again.start() < 2  # a Persian verb closes its clause; elsewhere an object stands between
    return again.start() if near == (language == "fa") else None


def joint_before(told: str, language: str) -> int:
    """The length of the joining word before a second act; a French participle needs it, for its auxiliary is far."""
    match = compiled(rf"(?:{_JOINT.get(language, '(?!)')})\s+").match(told) if language != "fr" else None
    return match.end() if match is not None else 0


def bare_act(text: str, flat: str, match: "regex.Match[str]", end: int, language: str) -> Speech | None:
    """An act of speaking with nothing but an object, to which a second one is joined."""
    speaker, begin = subject_before(text, flat, match.start("q"), language)
    if speaker is None:
        return None
    begin = behind_first_verb(text, speaker, begin, match, language)
    speaker = bare_words(text, speaker, language)
    return Speech(start=begin, end=end, content=(), speaker=speaker, verb=match.group("q"), direct=False)


def contrasted_act(flat: str, match: "regex.Match[str]", end: int, language: str) -> Speech | None:
    """A second act without a subject behind a German comma: "räumte ein, dass …, wies aber den Vorwurf zurück"."""
    if language != "de" or not flat[: match.start("q")].rstrip().endswith(","):
        return None
    if not compiled(r"\s(?:aber|jedoch|zugleich|dagegen)\s(?!\p{l}+,)[^,]+$").match(flat[match.end() : end]):
        return None
    return Speech(start=match.start("q"), end=end, content=(), speaker=None, verb=match.group("q"), direct=False)


def behind_first_verb(
    text: str, speaker: tuple[int, int] | None, begin: int, match: "regex.Match[str]", language: str
) -> int:
    """Where a second verb's frame begins: in "el sindicato convocó un paro y anunció que …" the first verb is told apart."""  # noqa: E501
    if speaker is None or language not in {"fr", "es", "ru", "de", "fa"}:
        return begin
    joint = compiled(r"\s(?P<c>y|e|et|и|und|و)\s+(?:(?:a|ont|ha|han)\s+)?$").search(text[speaker[1] : match.start("q")])
    if joint is None or not any(one.verb for one in tokens_of(text[speaker[1] : speaker[1] + joint.start()], language)):
        return begin
    return speaker[1] + (joint.end() if language == "fa" else joint.start("c"))


#: Persian: when two acts of one subject took place, told once behind the subject
_WHEN = regex.compile(r"،?\s(?:(?:روز|شامگاه|صبح|عصر)\s\p{L}+(?:\u200c\p{L}+)*|دیروز|امروز|دیشب)(?=\s)")


def with_day(text: str, speaker: tuple[int, int], start: int, language: str) -> tuple[int, int]:
    """The speaker of a second act, with the day that both acts share: "شهردار روز شنبه [بازدید کرد و] گفت که …"."""
    day = _WHEN.match(text, speaker[1], start) if language == "fa" else None
    return speaker if day is None else (speaker[0], day.end())

"""What goes on behind a speech in its sentence: told of who spoke."""

from dataclasses import replace

import regex

from claims.closed import compiled
from claims.draft import Draft
from claims.records import Sentence
from claims.tokens import grammar_of, tokens_of

SAID_BEFORE = regex.compile(r"[”»\"]\s+diyen\s+$")


def with_speaker(sentence: Sentence, drafts: list[Draft], at: int, speaker: tuple[int, int] | None) -> list[Draft]:
    """What goes on behind a speech with a verb or a relative pronoun is told of who spoke."""
    if speaker is not None and drafts and sentence.language == "tr":
        return _of_subject(sentence, drafts, at, speaker)
    if speaker is None or not drafts or sentence.language not in {"de", "fr", "es", "ru"}:
        return drafts
    first = min(drafts, key=lambda draft: draft.spans[0])
    start, end = first.spans[0]
    tokens = tokens_of(sentence.text[start:end], sentence.language)
    grammar = grammar_of(sentence.language)
    joint = bool(tokens) and grammar.conjunction.fullmatch(tokens[0].text) and not tokens[0].verb
    lead = next((token for token in tokens[1 if joint else 0 :] if not grammar.adverb.fullmatch(token.text)), None)
    close = sentence.text[speaker[1] : start].strip(" ,") == ""
    told = lead is not None and (
        (joint and (lead.verb or _is_second(lead.raw, sentence.language)))
        or (close and grammar.relative.fullmatch(lead.text))
    )
    if not told or speaker[1] > start or start < at:
        return drafts
    begin = start + tokens[1].start if joint and len(tokens) > 1 else start
    spans = (speaker, (begin, end), *first.spans[1:])
    return [replace(draft, spans=spans, subjectless=False) if draft is first else draft for draft in drafts]


def _of_subject(sentence: Sentence, drafts: list[Draft], at: int, speaker: tuple[int, int]) -> list[Draft]:
    """Behind "“…” diyen usta" the rest of a Turkish sentence is told of that one."""
    if speaker[1] != at or not SAID_BEFORE.search(sentence.text, 0, speaker[0]):
        return drafts
    return [
        replace(draft, spans=(speaker, *draft.spans), subjectless=False) if len(draft.spans) == 1 else draft
        for draft in drafts
    ]


def _is_second(word: str, language: str) -> bool:
    """Whether a French participle goes on under the auxiliary of the verb of saying: "a démenti … et annoncé …"."""
    return language == "fr" and compiled(r"\p{Ll}{3,}(?:é|i|u|is)").fullmatch(word) is not None

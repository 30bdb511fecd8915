# ruff: noqa: E501 -- word lists read better in long lines
"""Offices that a bare title names: held by another than the one told of, or by nobody yet."""

import regex

from claims.folding import folded
from claims.lexicon.build import words
from claims.meant.entity import Entity
from claims.meant.records import Kind, Reference
from claims.meant.words import stem

#: what makes an office another one: the prime minister is no health minister
_RANKS = frozenset(
    stem(word, "en")
    for word in words(
        "prime vice deputy assistant foreign interior home health housing finance justice defence defense education labour "
        "labor trade transport environment energy agriculture culture shadow attorney solicitor lieutenant chief"
    )
)
_WORD = regex.compile(r"\p{L}+")
#: language -> verbs of appointing and choosing, behind which a title is not yet anybody's
_APPOINTS = {
    "en": r"appoint(?:s|ed|ing)?|elect(?:s|ed|ing)?|nominat(?:e|es|ed|ing)|choos(?:e|es|ing)",
    "fr": r"nomm(?:e|er|era|ent|eront)|eli[rt]\p{l}*|elu|design(?:e|er|era|ent|eront)",
    "es": r"nombr(?:ar|ara|aran|o|aron|a|an|e|en)|eleg(?:ir|ira|iran)|elig(?:e|en|io)|elij(?:a|an)|design(?:ar|ara|aran|o|a|e)",
    "de": r"ernenn(?:t|en)|wahl(?:t|en)|bestell(?:t|en)|beruf(?:t|en)|benenn(?:t|en)",
    "ru": r"назнач(?:ит|ат|ить|ает|ают)|избер(?:ет|ут)|избрать|выбер(?:ет|ут)|выбрать",
}
_TO_BE_GIVEN = {
    language: regex.compile(rf"(?<!\p{{l}})(?:{verbs})(?:\s+(?:a|al|a la|to be|an?|the|the next|le|la|un|une|den|die|das|einen?|der|el|los|las))*\s+$")
    for language, verbs in _APPOINTS.items()
}  # fmt: skip


def to_be_given(before: str, language: str) -> bool:
    """Whether a title behind these words is one that somebody is only now given: "will appoint the auditor"."""
    pattern = _TO_BE_GIVEN.get(language)
    return pattern is not None and pattern.search(folded(before[-60:])) is not None


def another_office(reference: Reference, entity: Entity) -> bool:
    """Whether a bare title names an office by a word that nothing tells of a person."""
    ranks = reference.extra & _RANKS
    if not ranks or entity.kind is not Kind.PERSON:
        return False
    told = {stem(word, "en") for label in entity.labels for word in _WORD.findall(folded(label.text))}
    return not ranks <= told | entity.heads | entity.extra

"""Speakers that a sentence names by a pronoun -> who is meant, as the article names them."""

from dataclasses import replace

import regex

from claims.draft import Draft
from claims.folding import folded
from claims.meant.entity import Entity, name_words
from claims.meant.records import Kind, Mention, Reference
from claims.meant.words import pronouns_of
from claims.records import Article, Attribution, ClaimKind, Sentence
from claims.standing import Context

#: titles of address that a name goes without
_ADDRESS = regex.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|sen|rep|gov|sir|dame|lord|lady|m|mme|mlle|me|herrn?|frau|sr|sra|don|dona)\.?\s+"
)
_BY_SURNAME = frozenset(
    {"en", "fr", "de", "es"}
)  #: languages whose persons are named by the surname after the first time

Meant = dict[Reference, tuple[Entity | None, list[Entity] | None]]


def with_tellers(drafts: list[Draft], sentence: Sentence, meant: Meant, context: Context) -> list[Draft]:
    """The drafts of an English sentence under whom its pronouns mean; the last speaker is corrected as well."""
    if sentence.language != "en":
        return drafts
    renamed: dict[str, str] = {}
    for draft in drafts:
        said = draft.attribution
        if said is None or said.speaker_span.end <= sentence.start:
            continue
        start, end = said.speaker_span.start - sentence.start, said.speaker_span.end - sentence.start
        word = sentence.text[start:end]
        if folded(word) in pronouns_of("en") and said.speaker not in renamed:
            reference = next((one for one in meant if one.start == said.speaker_span.start), None)
            renamed[said.speaker] = _teller(word, said.speaker, *(meant[reference] if reference else (None, None)))
    if not renamed:
        return drafts
    if context.speaker in renamed:
        context.speaker = renamed[context.speaker]
    return [replace(one, attribution=_renamed(one.attribution, renamed)) for one in drafts]


def with_full_names(
    drafts: list[Draft], sentence: Sentence, surnames: list[tuple[Mention, Entity]], context: Context
) -> list[Draft]:
    """The drafts of a sentence, its speakers by their whole names: "Owen Hart" for "Mr Hart"; the last speaker as well."""  # noqa: E501
    if sentence.language not in _BY_SURNAME:
        return drafts
    for one, entity in surnames:
        label = entity.label()
        if label is not None and label.end <= one.start:
            context.whole[folded(one.text)] = label.text
    if not context.whole:
        return drafts
    renamed = {}
    for said in {draft.attribution.speaker for draft in drafts if draft.attribution}:
        whole = context.whole.get(_ADDRESS.sub("", folded(said), count=1))
        if whole is not None:
            renamed[said] = whole
    if not renamed:
        return drafts
    context.speaker = renamed.get(context.speaker, context.speaker)
    return [replace(one, attribution=_renamed(one.attribution, renamed)) for one in drafts]


def _renamed(said: Attribution | None, renamed: dict[str, str]) -> Attribution | None:
    """The same attribution with its speakers by their right names."""
    if said is None:
        return None
    outer = tuple(renamed.get(one, one) for one in said.outer)
    return replace(said, speaker=renamed.get(said.speaker, said.speaker), outer=outer)


def _teller(word: str, guess: str, entity: Entity | None, rivals: list[Entity] | None) -> str:
    """Who a speaking pronoun means: the guess where it names the same, the name that was found, else the pronoun itself."""  # noqa: E501
    if entity is not None:
        label = entity.label(short=True)
        if label is None or (label.new and not label.named and entity.kind is not Kind.PERSON):
            return word
        return guess if _names(guess, entity) else label.text
    if folded(word) not in {"he", "she"} or any(
        _names(guess, one) and one.kind is Kind.PERSON for one in (rivals or ())[:1]
    ):
        return guess
    gender = {"she": "f", "he": "m"}[folded(word)]
    persons = [one for one in rivals or () if one.kind is Kind.PERSON and one.gender in {"", gender}]
    label = persons[0].label(short=True) if len(persons) == 1 else None  # no thing speaks
    return label.text if label is not None and label.named else word


def _names(speaker: str, entity: Entity) -> bool:
    """Whether a speaker's words hold the name or the description of an entity."""
    words = set(name_words(speaker))
    return any(
        name_words(label.text)[-1:] and name_words(label.text)[-1] in words
        if label.named
        else regex.search(rf"(?<!\w){regex.escape(folded(label.text))}(?!\w)", folded(speaker)) is not None
        for label in entity.labels
        if not label.telling
    )


def speaks(word: str, reference: Reference, said: Attribution) -> bool:
    """Whether a pronoun of Chinese stands for whoever speaks, who is known by name."""
    return reference.start == said.speaker_span.start and word not in said.speaker


def spoken_otherwise(article: Article, reference: Reference, entity: Entity, draft: Draft) -> bool:
    """Whether a Chinese saying has another speaker than the one that its pronoun would mean."""
    said = draft.attribution
    if said is None or draft.kind is not ClaimKind.SPEECH or article.language != "zh":
        return False
    label = entity.label(short=True)
    named = label is not None and label.text in said.speaker
    return not named and speaks(article.text[reference.start : reference.end], reference, said)

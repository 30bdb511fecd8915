"""What a sentence says of a name of the claim: the same, another in its place, or nothing."""

from functools import lru_cache

import regex

from claims.lexicon import words_of
from claims.names import name_similarity
from claims.records import Name, NameKind
from evidence.slots.align import Alignment
from evidence.slots.facts import Facts
from evidence.slots.name_words import name_alike
from evidence.slots.relations import single_valued
from evidence.slots.slot import Slot, shared_relation, slot_of
from evidence.slots.status import Status
from evidence.slots.words import Word

SAID_NAME = 0.52  #: a word of a name needs more likeness than another word
BESIDE = 4.0  #: words between a deed and who did it
WHOLE_NAME = 0.9  #: names of several words this alike in sound are one
ONE_NAME = 0.85  #: names this alike do not exclude each other


def is_name(one: Name, alignment: Alignment) -> bool:
    """Whether any content word of the claim stands in the name."""
    return any(one.start <= word.start < one.end for word in alignment.words)


def compare_name(claim: Facts, one: Name, page: Facts, alignment: Alignment) -> Slot:
    """What the sentence, or what stands around it, says of a name of the claim."""
    for name in page.names:
        if " " in one.text and " " in name.text and name_similarity(one.text, name.text) >= WHOLE_NAME:
            return _placed(claim, one, page, name.start, name.end, alignment)
    inside = _proper(
        [at for at, word in enumerate(alignment.words) if one.start <= word.start < one.end], claim, alignment
    )
    silent = [at for at in inside if alignment.nearby[at] < SAID_NAME]
    spoken_here = [at for at in inside if alignment.here[at] >= SAID_NAME]
    partners = [alignment.partners[at] for at in spoken_here]
    split = _split_name(claim, one, page, inside, spoken_here, partners)
    if split is not None:
        return split
    if not silent:
        if not spoken_here:
            return slot_of("name", Status.NEARBY, one)
        start, end = min(word.start for word in partners), max(word.end for word in partners)
        return _placed(claim, one, page, start, end, alignment)
    if spoken_here:
        return slot_of("name", Status.MISSING, one)
    return _other_name(claim, one, page, alignment) or slot_of("name", Status.MISSING, one)


def _proper(inside: list[int], claim: Facts, alignment: Alignment) -> list[int]:
    """The words of a name without "museum", "city", شركة and the like, where anything else is left."""
    rest = [at for at in inside if not _is_kind(alignment.words[at].key, claim.language)]
    return rest or inside


def _of_a_thing(one: Name, claim: Facts, alignment: Alignment) -> bool:
    """Whether a word for a thing ("canal", متحف) is in the name or right before it: nobody is called so."""
    near = [word for word in alignment.words if one.start - 12 <= word.start < one.end]
    return any(_is_kind(word.key, claim.language) for word in near)


@lru_cache(maxsize=8192)
def _is_kind(key: str, language: str) -> bool:
    """Whether a word says what a name names."""
    words = words_of(language)
    kinds = "|".join(part for part in (words.organisation, words.place, words.work) if part)
    return bool(kinds) and regex.fullmatch(rf"(?:{words.clitics or ''})(?:ال)?(?:{kinds})", key) is not None


def _split_name(
    claim: Facts, one: Name, page: Facts, inside: list[int], spoken: list[int], partners: list[Word]
) -> Slot | None:
    """One part of the name is said and the other part is another: نادر القاسم, فؤاد القاسم."""
    if not spoken or len(spoken) == len(inside) or len(inside) > 3 or _LINKED.search(one.text):
        return None
    for name in page.names:
        touched = [word for word in partners if name.start <= word.start < name.end]
        rest = [w for w in page.words if name.start <= w.start < name.end and w.content and w not in touched]
        if (
            touched
            and rest
            and name.kind is not NameKind.ORGANISATION
            and name_similarity(one.text, name.text) < ONE_NAME
        ):
            both = claim.relations_of(one.start, one.end, "person") & page.relations
            return slot_of("name", Status.DIFFERS, one, name, min(both, default=""))
    return None


def _placed(claim: Facts, one: Name, page: Facts, start: int, end: int, alignment: Alignment) -> Slot:
    """The name is said; a place said of another relation ("born in Warsaw … moved to Paris") proves nothing."""
    said = Slot("name", Status.AGREES, one.text, page.text[start:end], "", (one.start, one.end), (start, end))
    if not _after_in(one.start, claim):
        return _rivalled(claim, one, page, said, alignment)
    here = claim.relations_of(one.start, one.end, "place")
    there = page.relations_of(start, end, "place")
    if here and there and not here & there:
        for name in page.names:
            relation, _ = shared_relation(claim, one, page, name, "place")
            if relation and _after_in(name.start, page) and not _in_claim(name, claim):
                return slot_of("name", Status.DIFFERS, one, name, relation)
        return Slot("name", Status.VAGUE, one.text, said.page, "", said.span, said.page_span)
    return said


def _rivalled(claim: Facts, one: Name, page: Facts, said: Slot, alignment: Alignment) -> Slot:
    """The name is said; but if another stands nearer to the deed, that other one did it."""
    if one.kind in {NameKind.PLACE, NameKind.ORGANISATION, NameKind.WORK} or _of_a_thing(one, claim, alignment):
        return said
    start, end = next(((n.start, n.end) for n in page.names if name_alike(n.text, one.text) > 0.0), said.page_span)
    for relation in sorted(claim.relations_of(one.start, one.end, "person")):
        deeds = [trigger for trigger in page.triggers if trigger.relation == relation]
        if not deeds:
            continue
        mine = min(page.distance(deed.start, deed.end, start, end) for deed in deeds)
        for name in page.names:
            if name.kind is NameKind.PLACE or _after_in(name.start, page) or _in_claim(name, claim):
                continue
            if _wholly_said(name, page, alignment) or _share_a_word(one.text, name.text):
                continue
            theirs = min(page.distance(deed.start, deed.end, name.start, name.end) for deed in deeds)
            if theirs < mine:
                return slot_of("name", Status.VAGUE, one, name, relation)
    return said


def _wholly_said(name: Name, page: Facts, alignment: Alignment) -> bool:
    """Whether the claim says every word of a name of the page."""
    said = {word.start for word, _ in alignment.spoken()}
    return all(w.start in said for w in page.words if name.start <= w.start < name.end and w.content)


def _other_name(claim: Facts, one: Name, page: Facts, alignment: Alignment) -> Slot | None:
    """Another name in the place of the claim's, if the relation allows one only."""
    if _of_something(one.start, claim):
        return None
    for name in page.names:
        kinds = {one.kind, name.kind} - {NameKind.UNKNOWN}
        if len(kinds) > 1 or _in_claim(name, claim):
            continue
        if any(name.start <= word.start < name.end for word, _ in alignment.spoken()):
            continue  # the claim speaks of it too
        kind = "place" if _after_in(one.start, claim) else "person"
        if (kind == "place") != _after_in(name.start, page) or (kind == "person" and NameKind.PLACE in kinds):
            continue
        if kind == "person" and not (_full(one) and _full(name) and _beside_a_deed(name, page)):
            continue
        if _share_a_word(one.text, name.text):
            continue
        relation, _ = shared_relation(claim, one, page, name, kind)
        if relation:
            return slot_of("name", Status.DIFFERS, one, name, relation)
    return None


def _beside_a_deed(name: Name, page: Facts) -> bool:
    """Whether the name stands right by a word for something that somebody does."""
    return any(
        page.distance(deed.start, deed.end, name.start, name.end) <= BESIDE
        for deed in page.triggers
        if "person" in single_valued()[deed.relation]
    )


def _share_a_word(one: str, other: str) -> bool:
    """Whether a word of one name begins like a word of the other: "Marie Curie", "the Curies"."""
    return any(
        a[:4].casefold() == b[:4].casefold() for a in one.split() for b in other.split() if min(len(a), len(b)) > 3
    )


def _full(name: Name) -> bool:
    """Whether it is surely a person's name: said so, or of two words or more."""
    return name.kind is NameKind.PERSON or len(name.text.split()) >= 2


def _in_claim(name: Name, claim: Facts) -> bool:
    """Whether the claim has this name too, so that it fills another place."""
    return any(name_alike(name.text, one.text) > 0.0 for one in claim.names)


def _after_in(start: int, facts: Facts) -> bool:
    """Whether a word for "in" stands right before, or one word before, a name."""
    before = facts.text[:start].rstrip().casefold().split()[-2:]
    return any(word in _IN for word in before[-1:]) or (len(before) == 2 and before[0] in _IN)


def _of_something(start: int, facts: Facts) -> bool:
    """Whether the name only belongs to what is meant: "the daughter of Marie Curie"."""
    before = facts.text[:start].rstrip(" '’").casefold().split()[-1:]
    return any(word in _OF for word in before)


_LINKED = regex.compile(r"\s\p{Ll}")  #: "Rennie of the Corrievane" is two names in one
_OF = frozenset({"of", "de", "du", "d", "des", "del", "von", "van", "der", "di", "da"})
_IN = frozenset({"in", "at", "near", "في", "بمدينة", "بـ", "à", "au", "en", "a", "dans", "im", "bei", "в", "во"})

"""What stands in a bracket: whether it says enough, and the fullest wording for whoever is named elsewhere."""

import regex

from claims.arabic.tagging import tagged
from claims.draft import Draft
from claims.folding import folded
from claims.meant.entity import Entity
from claims.meant.records import Kind, Mention, Reference
from claims.meant.words import stems
from claims.records import Sentence

_CLASSES = ("firms", "places", "persons")
_LEAST = 2  #: words of a description that say something
_OPENING = regex.compile(r"\s+(?:البالغة?|المولودة?)$")


def says_little(label: Mention, reference: Reference, sentence: Sentence) -> bool:
    """Whether an English label of an earlier sentence is a bare noun that names nobody: "the agency", "a miner"."""
    if sentence.language != "en" or reference.heads or label.named or label.start >= sentence.start:
        return False
    if sum(word[0].islower() and len(word) > 3 for word in label.text.split()[1:]) >= _LEAST:
        return False
    return label.new or any(label.heads & stems("en", table) for table in _CLASSES)


def teller(draft: Draft, entities: list[Entity]) -> str:
    """The fullest wording so far of whoever says what a draft names nobody for."""
    said = _whole(draft.fill)
    wanted = folded(said)
    found = [
        one
        for one in entities
        if one.told and any(not label.telling and _means(wanted, label, one) for label in one.labels)
    ]
    best = next((one for one in reversed(found) if one.named), found[-1] if found else None)
    label = best.label(short=True) if best is not None else None
    if label is None:
        return said
    clause = label.named and any(word.pos == "V" for word in tagged(said.removesuffix(label.text)))
    if not clause and len(folded(label.text)) + 8 <= len(wanted.split(" في ")[0]):
        return said  # what stands there says more
    return label.text


def _whole(said: str) -> str:
    """A speaker's words without the participle that opens an age or origin, and with their last mark."""
    bare = _OPENING.sub("", said)
    return bare + "»" if bare.count("«") > bare.count("»") else bare


def _means(wanted: str, label: Mention, entity: Entity) -> bool:
    """Whether a speaker's folded words are a name, end with it behind a title, or begin with a description."""
    own = folded(label.text)
    if label.named:
        return entity.kind is not Kind.PLACE and (wanted == own or wanted.endswith(f" {own}"))
    return len(own) > 3 and wanted.startswith(own) and not wanted[len(own) : len(own) + 1].isalpha()

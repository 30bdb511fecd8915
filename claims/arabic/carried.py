"""Who speaks where an Arabic verb of saying names nobody: the last one that can speak and agrees with the verb."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from claims.arabic import words as w
from claims.arabic.agreement import Stretch, noun_gender, verb_gender
from claims.arabic.masdar import is_masdar
from claims.arabic.word import Word
from claims.folding import folded
from claims.meant.events import acts_told
from claims.meant.kinds import given_gender, kind_of_noun
from claims.meant.records import Kind
from claims.standing import Actor

Words = Sequence[Word]
_PLURAL = ("ين", "ون")
_REACH = 6  #: how many of those who did or said something one left out may be sought among
_REPORTS = w.REPORTS | {"تحقيق", "استطلاع", "مسح", "ارقام", "بيانات"}


def asked_gender(word: Word) -> str:
    """The gender and number that a verb or participle of saying asks of its speaker: "m", "f", "p", "?"."""
    if word.pos == "PRO":
        return {"هو": "m", "هي": "f"}.get(word.core, "p")
    if word.pos == "V":
        return "p" if word.core.endswith(("وا", "ون")) else verb_gender(word)
    if word.core not in w.SAYING:
        return "?"
    if word.raw.endswith("ة"):
        return "f"
    return "p" if word.core.endswith(_PLURAL) else "m"


def told_gender(words: Words, phrase: Stretch) -> str:  # noqa: PLR0911
    """The gender and number of a noun phrase, by its own letters or by the verb that stands right before it."""
    first = phrase[0]
    head = words[first]
    own = noun_gender(words, phrase)
    if head.core.removeprefix("ال") in w.PEOPLE:
        return "p"
    named = next((at for at in range(*phrase) if words[at].named), -1)
    if named >= 0 and given_gender(words[named].core):
        return given_gender(words[named].core)
    if head.named and head.raw.endswith(("ة", "اء")):
        return "f"
    if head.named:
        title = next((at for at in range(max(0, first - 6), first) if words[at].bearer == first), -1)
        if title >= 0:
            return noun_gender(words, (title, first))
    if own != "?" and not (own == "m" and kind_of_noun(head.core, "ar") is Kind.THING):
        return own
    verb = words[first - 1] if first else None
    if verb is not None and verb.pos == "V":
        by_verb = verb_gender(verb)
        return by_verb if by_verb in {"f", "m"} else own
    return own


def can_speak(words: Words, phrase: Stretch) -> bool:
    """Whether a phrase of the same sentence can be who speaks: nothing that is surely an act, a place or a time."""
    head = words[phrase[0]]
    if head.pos != "N" or head.prefixed:
        return head.named
    act = is_masdar(head) or acts_told(head.core, "ar") or head.core.removeprefix("ال") in w.TALK
    return acts(words, phrase, frozenset()) or not (act or kind_of_noun(head.core, "ar") is Kind.PLACE)


def acts(words: Words, phrase: Stretch, people: AbstractSet[str]) -> bool:
    """Whether a phrase surely names a person, a body or a report, which may speak in a later sentence too."""
    head = words[phrase[0]]
    if any(words[at].named or words[at].bearer >= 0 for at in range(*phrase)) or head.core in people:
        return True
    kind = kind_of_noun(head.core, "ar")
    return not head.prefixed and head.pos == "N" and (kind in {Kind.PERSON, Kind.BODY} or is_report(head.core))


def to_name(words: Words, phrase: Stretch, stop: int) -> Stretch:
    """The phrase with the name that follows: "الباحث الأردني في أمن المعلومات ليث الحوراني", "ابنها المعماري كريم"."""
    first, end = phrase
    if any(words[at].named for at in range(first, end)) or words[first].pos != "N":
        return phrase
    if words[first].definite and kind_of_noun(words[first].core, "ar") is Kind.THING and end - first == 1:
        return phrase  # "حسمت النتيجة عضو المجلس رولا": another phrase
    at = end
    while at < min(stop, end + 5) and (words[at].pos == "P" or (words[at].noun and not words[at].joined)):
        if words[at].core == "في" and at + 1 < stop and words[at + 1].core in w.REPORTS:
            return phrase
        if words[at].named:
            while at < stop and words[at].named:
                at += 1
            return first, at
        at += 1
    return phrase


def agrees(asked: str, gender: str) -> bool:
    """Whether a speaker left out may be one of this gender and number: a verb for one person means no crowd."""
    return "?" in {asked, gender} or asked == gender


def known_gender(actors: Sequence[Actor], surname: str) -> str:
    """The gender of the last one who was named with a surname; "?" where nobody was."""
    return next((one.gender for one in reversed(actors) if folded(one.text.split()[-1]) == surname), "?")


def last_actor(actors: Sequence[Actor], asked: str) -> str:
    """The last of those who did or said something and agree: a speaker or person first, then a body, then a report."""
    near = [one for one in reversed(actors[-_REACH:]) if agrees(asked, one.gender)]
    report = [is_report(folded(one.text.split()[0])) for one in near]
    ranked = sorted(range(len(near)), key=lambda at: (report[at], not near[at].firm))
    return near[ranked[0]].text if ranked else ""


def is_report(core: str) -> bool:
    """Whether a noun names what is written or found out, which may be said to say something."""
    return core in _REPORTS or core.removeprefix("ال") in _REPORTS

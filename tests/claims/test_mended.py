"""Statements made whole with words of their sentence, and those left out that assert nothing."""

import pytest

from claims.clause_base import Spans
from claims.draft import Draft
from claims.mended import mended
from claims.records import ClaimKind


def spans_of(text: str, claim: str) -> Spans:
    """Where the pieces of a claim stand."""
    made = []
    at = 0
    for piece in claim.split(" | "):
        start = text.index(piece, at)
        at = start + len(piece)
        made.append((start, at))
    return tuple(made)


def whole(language: str, text: str, *claims: str, kind: ClaimKind = ClaimKind.CONTENT) -> list[str]:
    """What becomes of some drafts."""
    drafts = [Draft(spans=spans_of(text, one), kind=kind, attribution=None, subjectless=False) for one in claims]
    return [" | ".join(text[a:b] for a, b in one.spans) for one in mended(text, language, drafts)]


@pytest.mark.parametrize(
    ("language", "text", "claims", "expected"),
    [
        ("de", "Das Werk wurde zwischen 1951 und 1954 gebaut.", ["Das Werk wurde zwischen 1951"],
         ["Das Werk wurde zwischen 1951 und 1954 gebaut"]),
        ("en", "The firm will mend the boiler or pay for a new one.",
         ["The firm will mend the boiler", "The firm will | pay for a new one"],
         ["The firm will mend the boiler or pay for a new one"]),
        ("en", "She read every letter that the court released.", ["She read every letter"],
         ["She read every letter that the court released"]),
        ("en", "She read the letter that the court released and left.", ["She read the letter"],
         ["She read the letter"]),
        ("en", "She read every letter, which took a week.", ["She read every letter"], ["She read every letter"]),
        ("de", "Die Prüfer fanden nur in zwei Kellern Wasser, das nach Öl roch.",
         ["Die Prüfer fanden nur in zwei Kellern Wasser"],
         ["Die Prüfer fanden nur in zwei Kellern Wasser, das nach Öl roch"]),
        ("ru", "Завод продаёт половину стали, выплавленной в крае.", ["Завод продаёт половину стали"],
         ["Завод продаёт половину стали, выплавленной в крае"]),
        ("ru", "Завод продаёт сталь, выплавленную в крае.", ["Завод продаёт сталь"], ["Завод продаёт сталь"]),
        ("es", "Seis vecinos firmaron y tres se negaron.", ["Seis vecinos | tres se negaron"], ["tres se negaron"]),
        ("es", "El cargo seguirá vacante hasta que el juez decida el recurso.",
         ["El cargo seguirá vacante", "el juez decida el recurso"], ["El cargo seguirá vacante"]),
        ("tr", "Köyden 15 genç işçi geldi ve evleri onardı.", ["Köyden 15 | evleri onardı"],
         ["Köyden 15 genç işçi | evleri onardı"]),
        ("tr", "Sabah Postası, bir görgü tanığına dayanarak haberi yazdı.",
         ["Sabah Postası, bir görgü tanığına dayanarak"], []),
        ("zh", "周海明说。", ["周海明说"], []),
        ("en", "Since it opened in May 2019, the clinic has treated 900 people.",
         ["it opened in May 2019, the clinic"], ["it opened in May 2019"]),
        ("fr", "Les élèves viennent à pied par la route, ce qui double le trajet.",
         ["la route, ce qui double le trajet"], ["ce qui double le trajet"]),
        ("de", "Dort sind seit 2021 rund 40 Läden leer, von denen viele klein sind.",
         ["2021 rund 40 Läden | von denen viele klein sind"], ["rund 40 Läden | von denen viele klein sind"]),
        ("ar", "ويغذي النهر، الذي ينبع من الشمال، ثلاث بحيرات كبيرة.",
         ["ويغذي النهر، الذي ينبع من الشمال", "ويغذي النهر | ثلاث بحيرات كبيرة"],
         ["النهر، الذي ينبع من الشمال", "ويغذي النهر | ثلاث بحيرات كبيرة"]),
        ("ar", "وعقدت الجمعية لقاء يوم الأحد، بحضور السفير.", ["وعقدت الجمعية لقاء يوم الأحد، بحضور السفير", "بحضور السفير"],
         ["وعقدت الجمعية لقاء يوم الأحد، بحضور السفير"]),
    ],
)  # fmt: skip
def test_a_statement_is_whole_or_left_out(language: str, text: str, claims: list[str], expected: list[str]) -> None:
    """What the words around a cut tell, and no more than that."""
    assert whole(language, text, *claims) == expected


def test_that_it_was_said_keeps_the_verb_of_what_was_said() -> None:
    """A subjunctive alone between two pieces was cut out."""
    text = "Der Bote meldete, Rat Falk habe den Plan gebilligt."
    assert whole("de", text, "Der Bote meldete, Rat Falk | den Plan gebilligt", kind=ClaimKind.SPEECH) == [
        "Der Bote meldete, Rat Falk habe den Plan gebilligt"
    ]

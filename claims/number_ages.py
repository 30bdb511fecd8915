"""Ages without a unit: "under-16s", "nobody under 30", "mayores de 65", "دون السادسة عشرة"."""

from functools import cache

import regex

from claims.lexicon import words_of
from claims.records import Comparator
from claims.shares import Share

_STOP = r"\s*(?:[,.;:!?)»”\"]|$)"
#: language -> what stands before and behind the number of an age, in folded letters
_TOLD: dict[str, tuple[str, str]] = {
    "en": (
        (
            r"(?:(?:aged|(?:at )?age|the age of|dies at)\s+(?:(?:just|only|about|around|over|under|above|below|between|from|at least)\s+)?"  # noqa: E501
            r"|(?:people|persons?|men|women|children|adults|patients|workers|residents|drivers|pilots|pupils|students|teenagers|boys|girls|voters|pensioners|kids|anyone|anybody|everyone|everybody|those|them|nobody|no one|none|someone|youngsters|players|employees|citizens)\s+(?:who (?:are|were) )?(?:aged )?(?:under|over|above|below)\s+(?:the age of\s+)?"  # noqa: E501
            r"|who (?:is|was|turned|turns)\s+(?:just\s+|only\s+)?)$"
        ),
        rf"{_STOP}|\s+(?:and|or|to|who|is|are|was|were|will|would|can|could|must|may|should|have|has|had|in|at|by|with|for|on|from|after|as|when|do|did|not|been|sat|voted|won|came|took|got|went|left|ran|made|live|lives|lived)(?!\w)|\s+\p{{l}}{{3,}}ed(?!\w)",
    ),
    "es": (
        r"(?:los|las|para|a|y|o|e|son|por|entre|ninos|personas|jovenes|mujeres|hombres|pacientes|nadie|trabajadores)\s+(?:menor(?:es)?|mayor(?:es)?) de\s+$|(?:a la edad de|con apenas)\s+$",  # noqa: E501
        rf"{_STOP}|\s+(?:y|o|e|que|en|con|por|para|no|se|son|es|a|de|del|podran|pueden|deben|tienen|han|ha|viven|vive)(?!\w)",
    ),
    "fr": (
        r"(?:les|des|aux|chez les|personne de)\s+(?:moins|plus) de\s+$|a l'age de\s+$",
        rf"{_STOP}|\s+(?:et|ou|qui|en|dans|ne|n'|sont|ont|peuvent|doivent|a|est|au|pour)(?!\w)",
    ),
    "de": (
        r"(?:menschen|personen|kinder|kindern|niemand|frauen|manner|leute|erwachsene|erwachsenen|jugendliche|jugendlichen|senioren|alle|wahler|wahlern|patienten|schuler|die|den)\s+(?:unter|uber|ab)\s+$|im alter von\s+$",  # noqa: E501
        rf"{_STOP}|\s+(?:und|oder|hat|hatte|hatten|haben|ist|sind|war|waren|wird|werden|durfen|darf|konnen|kann|mussen|muss|soll|sollen|zahlen|nicht|wurde|wurden|kam|kamen|ging|nahm|sass|starb|gestorben)(?!\w)",
    ),
    "ar": (r"(?:دون|تحت|فوق)\s+(?:سن\s+)?(?:ال\s?)?$", rf"{_STOP}|\s+(?:عاما|سنه)(?!\w)"),
    "ru": (
        r"(?:младше|моложе|старше|дет\p{l}+ до)\s+$",
        rf"{_STOP}|\s+(?:и|или|не|в|на|могут|может|должны|имеют|с)(?!\w)",
    ),
}  # fmt: skip
#: groups of an age in one word, with {n}; the number of a team or a class is a name: "the under-21 team"
_GROUPS: dict[str, tuple[tuple[str, Comparator], ...]] = {
    "en": ((r"under[- ](?P<n>{n})'?s", Comparator.LESS_THAN), (r"over[- ](?P<n>{n})'?s", Comparator.MORE_THAN)),
    "ar": (
        (r"(?:دون|تحت) (?:سن )?ال ?(?P<n>{o})(?! (?:من|ل|ف))", Comparator.LESS_THAN),
        (r"فوق (?:سن )?ال ?(?P<n>{o})(?! (?:من|ل|ف))", Comparator.MORE_THAN),
    ),
}
_ONES = "اولي ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره".split()  # noqa: SIM905
_TENS = {"عشرين": 20, "ثلاثين": 30, "اربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90}
_OLDEST = 110


def _arabic_ages() -> dict[str, int]:
    """Feminine ordinals that tell a year of life: "السادسة عشرة", "الخامسة والستين"; "الثانية" is a second as well."""
    units = ["حاديه", *_ONES[1:9]]
    made = {one: at for at, one in enumerate(_ONES, 1) if at > 2}
    made |= {f"{one} عشره": 10 + at for at, one in enumerate(units, 1)}
    return made | {f"{one} وال{ten}": more + at for ten, more in _TENS.items() for at, one in enumerate(units, 1)}


_ARABIC = _arabic_ages()


@cache
def _groups(language: str) -> tuple[tuple["regex.Pattern[str]", Comparator], ...]:
    words = words_of(language)
    numbers = "|".join(sorted(map(regex.escape, words.cardinals), key=len, reverse=True)) or "(?!)"
    ages = "|".join(sorted(_ARABIC, key=len, reverse=True))
    lead = r"(?:(?<!\w)|(?<=(?<!\w)[وفبل]))" if language == "ar" else r"(?<!\w)"
    filled = [
        (told.replace("{n}", r"\d{1,3}|" + numbers).replace("{o}", ages), kind)
        for told, kind in _GROUPS.get(language, ())
    ]
    return tuple((regex.compile(rf"{lead}(?:{told})(?!\w)"), kind) for told, kind in filled)


@cache
def _told(language: str) -> tuple["regex.Pattern[str]", "regex.Pattern[str]"] | None:
    told = _TOLD.get(language)
    return (regex.compile(rf"(?<!\w){told[0]}"), regex.compile(told[1])) if told else None


def ages_in(flat: str, language: str) -> list[Share]:
    """The groups of an age that folded text names: "over-65s".

    >>> [(one.value, str(one.comparator)) for one in ages_in("free for over-65s", "en")]
    [(65.0, 'more_than')]
    """
    found = []
    for pattern, kind in _groups(language):
        for match in pattern.finditer(flat):
            raw = match.group("n")
            value = float(raw) if raw.isdigit() else _ARABIC.get(raw, words_of(language).cardinals.get(raw, 0))
            if 1 <= value <= _OLDEST:
                found.append(Share(match.start(), match.end(), float(value), "year", kind))
    return found


def tells_age(flat: str, language: str, start: int, end: int, value: float) -> bool:
    """Whether the words around a number without a unit make it somebody's age: "aged 34", "mayores de 65"."""
    told = _told(language)
    return (
        told is not None
        and 1 <= value <= _OLDEST
        and told[0].search(flat, max(0, start - 60), start) is not None
        and told[1].match(flat, end) is not None
    )

# ruff: noqa: E501 -- word lists read better in long lines
"""Words, a language each, that tell that a statement goes on where it was cut: "between", "or", "every", "until"."""

from dataclasses import dataclass
from functools import cache

from claims.lexicon.build import any_of, fold_pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Wholeness:
    """Patterns over folded text; an empty one means that the language has no such rule."""

    either: str = ""  #: between two things of which one holds
    unmet: str = ""  #: what opens a clause that nobody says has come about
    scope: str = ""  #: words that a clause behind their noun narrows: "every test that …", "a third of the coal …"
    only: str = ""  #: the same that may stand farther off: "found beams in only three houses that …"
    narrows: str = ""  #: what opens such a clause, with the comma where the language always writes one
    takes_up: str = ""  #: opens a clause that takes up all that was said before: "which means that", "ce qui"
    cardinals: str = ""  #: numbers that stand alone for those who act, and what may stand between them and the verb
    converb: str = ""  #: how a verb ends that waits for another one


_WHOLENESS: dict[str, Wholeness] = {
    "ar": Wholeness(either="أو"),
    "de": Wholeness(
        either="oder",
        unmet="es sei denn, dass|damit|ohne dass",
        scope=any_of("jede jeder jedes jeden jedem jener jene jenen alle allen keine keinen keiner kein drittel hälfte viertel prozent"),
        only=any_of("nur lediglich ausschließlich einzig"),
        narrows=r",(?: (?:in|von|mit|an|auf|bei|für|zu|aus|nach))? (?:der|die|das|den|dem|denen|deren|dessen)",
        takes_up="(?:was|weshalb|wodurch|womit)",
        cardinals="zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf",
    ),
    "en": Wholeness(
        either="or",
        unmet="unless|lest|in case|provided that",
        scope=any_of("every all any each no few third half quarter percent most"),
        only="only",
        narrows="that|who|which|whose|where|for which|in which",
        cardinals="two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
    ),
    "es": Wholeness(
        either="o|u",
        unmet="hasta que|antes de que|para que|sin que|a menos que|salvo que|a fin de que|con tal de que|a condicion de que",
        scope=any_of("cada todo toda todos todas único única únicos únicas ningún ninguna cualquier tercio mitad cuarto"),
        only=any_of("solo únicamente solamente apenas"),
        narrows="que|quien|quienes|cuyo|cuya|cuyos|cuyas|(?:a|de|con|en|por) (?:el|la|los|las) que",
        takes_up="lo (?:que|cual)",
        cardinals="dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce",
    ),
    "fa": Wholeness(either="یا"),
    "fr": Wholeness(
        either="ou",
        unmet="jusqu'a ce que|avant que|pour que|afin que|sans que|a moins que|a condition que|pourvu que|de peur que",
        scope=any_of("chaque tout toute tous toutes seul seule seuls seules aucun aucune tiers moitié quart"),
        only="seulement|uniquement",
        narrows="qui|que|qu'|dont|où|auquel|auxquels|auxquelles|(?:a|de|avec|dans|pour|par) (?:laquelle|lesquels|lesquelles|lequel)",
        takes_up="ce (?:qui|que|qu'|dont)",
        cardinals="deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
    ),
    "ru": Wholeness(
        either="или|либо",
        unmet="чтобы|пока не|если не|разве что",
        scope=any_of("каждый каждая каждое каждую каждого все всех всем треть половина половину четверть четверти большинство единственный единственная те тех тем"),
        only="только|лишь",
        narrows=r", (?:(?:в|на|из|с|по|к|о|у|от|для|за) )?(?:котор\p{l}+|\p{l}{3,}(?:вш|ющ|ящ|ущ|ащ|нн|ем|им)(?:ий|ый|ая|ее|ое|ие|ые|его|ого|ей|ой|их|ых|им|ым|ую|юю|ими|ыми)(?:ся)?)",
        takes_up="что",
        cardinals="двое|трое|четверо|пятеро|шестеро",
    ),
    "tr": Wholeness(either="veya|ya da|yahut", converb=r"\p{l}{2,}(?:arak|erek|madan|meden|ınca|ince|unca|ünce)"),
    "zh": Wholeness(either="或者?|还是"),
}  # fmt: skip


@cache
def wholeness_of(language: str) -> Wholeness:
    """The words of a language; none where it has no table."""
    made = _WHOLENESS.get(language, Wholeness())
    return Wholeness(**{name: fold_pattern(getattr(made, name)) for name in Wholeness.__slots__})

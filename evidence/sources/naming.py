"""What the names of an article's claims are called in other languages, asked once for all of them.

Limits: at most `MOST_NAMES` names of a language, those that most claims carry first, and `MOST_TARGETS` languages.
That is one request to a wiki for 50 names and a language, and to Wikidata one for each name that the wiki did
not know (`wikidata.MOST_LOOKED_UP` at most) and one for the labels of 50.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from claims.records import Claim
from evidence.errors import PageRefused, TryLater
from evidence.fetch import Fetcher
from evidence.name_table import NameTable, country_languages, country_name
from evidence.queries import claim_names
from evidence.records import Failure
from evidence.sources.source import failure_of

MOST_NAMES = 200
MOST_TARGETS = 6
LONGEST = 80  # characters; a longer piece is a title of something, and names no page


class Naming(Protocol):
    """Knows what named things are called in other languages."""

    @property
    def name(self) -> str:
        """The name that settings use."""
        ...

    def names(self, names: Sequence[str], language: str, languages: Sequence[str], *, fetcher: Fetcher) -> NameTable:
        """The table of those names that it knows; raises PageRefused or TryLater where it was not reached."""
        ...


def name_table(
    claims: Sequence[Claim],
    languages: Sequence[str],
    namings: Sequence[Naming],
    *,
    fetcher: Fetcher,
    failures: list[Failure],
) -> NameTable:
    """The names of the claims in the languages given and in those of the countries that they name.

    Each naming is asked for what those before it did not know. One that fails is a row of `failures`; the others go on.
    """
    table = NameTable()
    for language in dict.fromkeys(claim.language for claim in claims):
        names = _names_in(claims, language)
        targets = [each for each in [*languages, *country_languages(names, language)] if each != language]
        targets = list(dict.fromkeys(targets))[:MOST_TARGETS]
        for naming in namings:
            asked = [name for name in names if any(_unknown(name, language, each, table) for each in targets)]
            if not asked:
                break
            try:
                table = table.joined(naming.names(asked, language, targets, fetcher=fetcher))
            except (PageRefused, TryLater) as error:
                failures.append(failure_of(naming.name, error))
    return table


def _names_in(claims: Sequence[Claim], language: str) -> list[str]:
    """The names of the claims in one language, the commonest first."""
    counts = Counter(name for claim in claims if claim.language == language for name in claim_names(claim))
    return [name for name, _ in counts.most_common(MOST_NAMES) if len(name) <= LONGEST]


def _unknown(name: str, language: str, target: str, table: NameTable) -> bool:
    return not table.of(name, target) and not country_name(name, language, target)

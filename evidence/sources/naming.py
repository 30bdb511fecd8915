"""What the names of an article's claims are called in other languages, asked once for all of them.

A wiki, which takes fifty names in one request, is also asked for runs of two and three words: one that is the title of
a page is a name that nobody had to recognise.

Limits: at most `MOST_NAMES` names and runs of a language, names first and those that most claims carry, and
`MOST_TARGETS` languages. That is one request to a wiki for 50 of them and a language, and to Wikidata one for each name
that the wiki did not know (`wikidata.MOST_LOOKED_UP` at most) and one for the labels of 50.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from claims.records import Claim
from evidence.errors import PageRefused, TryLater
from evidence.fetch import Fetcher
from evidence.name_table import NameTable, country_languages, country_name
from evidence.queries import claim_names, title_like
from evidence.records import Failure
from evidence.sources.source import failure_of

MOST_NAMES = 400
MOST_TARGETS = 6
LONGEST = 80  # characters; a longer piece is a title of something, and names no page


class Naming(Protocol):
    """Knows what named things are called in other languages."""

    @property
    def name(self) -> str:
        """The name that settings use."""
        ...

    @property
    def takes_many(self) -> bool:
        """Whether one request asks for many names."""
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
        here = [claim for claim in claims if claim.language == language]
        names = _commonest(name for claim in here for name in claim_names(claim))
        runs = _commonest(run for claim in here for run in title_like(claim))
        many = list(dict.fromkeys([*names, *runs]))[:MOST_NAMES]
        targets = [each for each in [*languages, *country_languages(names, language)] if each != language]
        targets = list(dict.fromkeys(targets))[:MOST_TARGETS]
        for naming in namings:
            offered = many if naming.takes_many else names
            asked = [name for name in offered if any(_unknown(name, language, each, table) for each in targets)]
            if not asked:
                continue
            try:
                table = table.joined(naming.names(asked, language, targets, fetcher=fetcher))
            except (PageRefused, TryLater) as error:
                failures.append(failure_of(naming.name, error))
    return table


def _commonest(names: Iterable[str]) -> list[str]:
    """Each name once, the commonest first."""
    return [name for name, _ in Counter(names).most_common(MOST_NAMES) if len(name) <= LONGEST]


def _unknown(name: str, language: str, target: str, table: NameTable) -> bool:
    return not table.of(name, target) and not country_name(name, language, target)

"""The protocol of a source, and what several of them need."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from claims.records import Claim
from evidence.errors import PageRefused, TryLater
from evidence.fetch import Fetcher
from evidence.records import Failure, Hit, Query

Asked = TypeVar("Asked")


class Source(Protocol):
    """Names pages that may bear on a claim; whether they do is for ranking and judges to say."""

    @property
    def name(self) -> str:
        """The name that settings and `hits.source` use."""
        ...

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],
        *,
        fetcher: Fetcher,
        failures: list[Failure] | None = None,
    ) -> list[Hit]:
        """Pages for one claim, best first, each address once.

        A search that fails is added to `failures` and the others go on. Where every one of them failed,
        the first error is raised: then the source was not reached, which is not the same as no page found.
        """
        ...


def ask_all(
    name: str,
    asked: Sequence[Asked],
    ask: Callable[[Asked], Iterable[Hit]],
    *,
    failures: list[Failure] | None,
) -> list[Hit]:
    """The hits of every search, the first of each before the second of any, under the rule of `find`."""
    answers: list[list[Hit]] = []
    errors: list[PageRefused | TryLater] = []
    for one in asked:
        try:
            answers.append(list(ask(one)))
        except (PageRefused, TryLater) as error:
            errors.append(error)
            if failures is not None:
                failures.append(failure_of(name, error))
    if errors and not answers:
        raise errors[0]
    return merged(answers)


def failure_of(name: str, error: PageRefused | TryLater) -> Failure:
    """The row for a search that failed."""
    reason = error.reason if isinstance(error, PageRefused) else "try_later"
    subject = error.url if isinstance(error, PageRefused) else name
    return Failure(stage=f"search {name}", subject=subject, reason=f"{reason}: {error}", at=datetime.now(UTC))


def merged(answers: Sequence[Sequence[Hit]]) -> list[Hit]:
    """One list, each address once, by rank and then by the order of the searches; ranks are kept."""
    seen: set[str] = set()
    out = []
    for hit in sorted((hit for answer in answers for hit in answer), key=lambda hit: hit.rank):
        if hit.url not in seen:
            seen.add(hit.url)
            out.append(hit)
    return out

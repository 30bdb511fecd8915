"""A list of addresses that a person gives: every page is offered for every claim."""

from collections.abc import Sequence
from pathlib import Path

from claims.records import Claim
from evidence.errors import PageRefused, ReferenceUnreadable
from evidence.fetch import Fetcher
from evidence.fetch.guard import read_target
from evidence.records import Failure, Hit, Query

MOST_BYTES = 5_000_000


def read_urls(path: Path) -> list[str]:
    """The addresses in a file, one a line; empty lines and lines that start with # are passed over.

    Raises ReferenceUnreadable with the number of the first line that is no address.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ReferenceUnreadable(f"{path} is larger than {MOST_BYTES:,} bytes. Expected one address a line.")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReferenceUnreadable(
            f"The file of addresses {path} cannot be read ({error.strerror}). Give --pages a text file."
        ) from None
    except UnicodeDecodeError:
        raise ReferenceUnreadable(f"{path} is not UTF-8 text. Expected one address a line.") from None
    found: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        try:
            read_target(entry)
        except PageRefused:
            raise ReferenceUnreadable(
                f"{path}, line {number}: '{entry[:100]}' is no address. Expected http://… or https://…; "
                "correct the line or put # before it."
            ) from None
        if " " in entry:
            raise ReferenceUnreadable(
                f"{path}, line {number}: '{entry[:100]}' holds a space. Expected one address a line."
            )
        found.setdefault(entry)
    return list(found)


class UrlList:
    """The pages of a list."""

    name = "pages"

    def __init__(self, urls: Sequence[str]) -> None:
        self.urls = tuple(urls)

    def find(
        self,
        claim: Claim,
        queries: Sequence[Query],  # noqa: ARG002
        *,
        fetcher: Fetcher,  # noqa: ARG002
        failures: list[Failure] | None = None,  # noqa: ARG002
    ) -> list[Hit]:
        """Every page of the list, all at rank 1: a person chose them."""
        return [
            Hit(claim_id=claim.id, query_id="", url=url, title="", language="", source=self.name, rank=1)
            for url in self.urls
        ]

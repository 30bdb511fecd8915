"""An archived copy of a page that is gone, by the Wayback Machine's availability API; asked only on demand.

Limits: finds the copy nearest to a day, if there is one; a copy proves what the archive saw, so the page read
is the archive's address, never taken for the site's own.
"""

import re
from datetime import date

from evidence.fetch import Fetcher
from evidence.sources.answers import ask_json, rows

AVAILABLE = "https://archive.org/wayback/available"
_COPY = re.compile(r"^https?://(web\.archive\.org/web/\d{14})(?:[a-z]{2}_)?/(.+)$")


class Wayback:
    """The availability API."""

    def __init__(self, *, address: str = AVAILABLE) -> None:
        self.address = address

    def copy_of(self, url: str, *, near: date | None, fetcher: Fetcher) -> str | None:
        """The address of the copy nearest to a day, as it was archived; None where there is none."""
        parameters = {"url": url} | ({"timestamp": near.strftime("%Y%m%d")} if near else {})
        answer = ask_json(fetcher, self.address, parameters)
        for copy in rows(answer, "archived_snapshots"):
            found = _COPY.match(str(copy.get("url", "")))
            if found and copy.get("available"):
                # "id_" gives the page without the archive's frame and with its own links.
                return f"https://{found[1]}id_/{found[2]}"
        return None

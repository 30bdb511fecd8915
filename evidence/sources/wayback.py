"""An archived copy of a page that is gone, by the Wayback Machine's availability API.

Limits: finds the copy nearest to a day, if there is one; a copy proves what the archive saw, so the page read
is the archive's address, never taken for the site's own. One request a page that is gone, and one for the copy; both
at the pace of their hosts. A site that refuses us is not read through the archive.
"""

import re
from datetime import date
from urllib.parse import urlsplit

from evidence.fetch import Fetcher
from evidence.sources.answers import ask_json, rows

AVAILABLE = "https://archive.org/wayback/available"
HOST = "web.archive.org"
_COPY = re.compile(r"^(https?)://([^/]+)(/web/\d{14})(?:[a-z]{2}_)?/(.+)$")


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
            if found and copy.get("available") and found[2] in (HOST, urlsplit(self.address).netloc):
                scheme = "https" if found[2] == HOST else found[1]
                # "id_" gives the page without the archive's frame and with its own links.
                return f"{scheme}://{found[2]}{found[3]}id_/{found[4]}"
        return None

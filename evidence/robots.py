"""May we read this page, and how slowly: robots.txt as RFC 9309 has it."""

from dataclasses import dataclass

from protego import Protego

AGENT = "tabayyun"  #: the name that a robots.txt may address
MOST_BYTES = 500 * 1024  #: RFC 9309: what lies beyond is ignored
LONGEST_DELAY = 3600.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host's robots.txt says to us."""

    parsed: Protego | None  #: None: all or nothing, see `closed`
    closed: str = ""  #: why nothing may be read for now; "" where that is not so

    def allows(self, url: str) -> bool:
        """Whether the page may be read."""
        if self.closed:
            return False
        return self.parsed is None or bool(self.parsed.can_fetch(url, AGENT))

    def delay(self) -> float:
        """Seconds between two requests that the site asks for, 0.0 where it asks for none."""
        if self.parsed is None:
            return 0.0
        asked = float(self.parsed.crawl_delay(AGENT) or 0.0)
        rate = self.parsed.request_rate(AGENT)
        if rate is not None and rate.requests:
            asked = max(asked, rate.seconds / rate.requests)
        return min(max(asked, 0.0), LONGEST_DELAY)


def read_rules(status: int, body: bytes) -> Rules:
    r"""The rules in the answer to /robots.txt: none for 4xx, a closed door for 5xx and 429.

    >>> read_rules(200, "User-agent: *\nDisallow: /أرشيف/".encode()).allows("https://a.example/أرشيف/١")
    False
    """
    if status == 429 or status >= 500:
        return Rules(None, closed=f"its robots.txt answers {status}, which asks everyone to stay away for now")
    if not 200 <= status < 300:
        return Rules(None)
    if len(body) > MOST_BYTES:
        body = body[:MOST_BYTES].rpartition(b"\n")[0]
    return Rules(Protego.parse(body.decode("utf-8-sig", "replace")))

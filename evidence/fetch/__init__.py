"""One polite session: an address becomes a snapshot, or a worded refusal.

In reading order: limits, guard, media, pacing, connect, exchange, permission, journal, session.
"""

from evidence.fetch.limits import Counts, Limits, Refusal
from evidence.fetch.session import Fetched, Fetcher

__all__ = ["Counts", "Fetched", "Fetcher", "Limits", "Refusal"]

"""Answers of search APIs: fetched like any page, kept as snapshots, read as JSON."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from evidence.errors import TryLater
from evidence.fetch import Fetcher, Refusal
from evidence.fetch.limits import refuse

LATER = {"maxlag", "ratelimited", "readonly"}  # what MediaWiki says with status 200
LAGS = 5.0  # seconds until a wiki that says so is asked again, as Wikimedia wishes


def ask_json(
    fetcher: Fetcher, address: str, parameters: Mapping[str, str], *, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The JSON object that an API answers; raises PageRefused("bad_answer") for anything else.

    The same question gives the same address, so that its answer is found again among the snapshots;
    keys go into `headers`, which are not kept.
    """
    url = f"{address}{'&' if '?' in address else '?'}{urlencode(sorted(parameters.items()))}"
    for attempt in range(1, fetcher.limits.attempts + 1):
        fetched = fetcher.get(url, purpose="api", headers=headers)
        try:
            return _read(address, url, fetcher.body(fetched.snapshot))
        except TryLater as later:
            fetcher.take_back(url, fetched, later)
            if attempt == fetcher.limits.attempts:
                raise
    raise AssertionError("attempts is at least 1")


def _read(address: str, url: str, body: bytes) -> dict[str, Any]:
    """The object in an answer; raises TryLater where it says so, and PageRefused for any other error."""
    try:
        answer = json.loads(body, strict=False)  # GDELT leaves line ends in titles as they are
    except (ValueError, RecursionError):
        raise refuse(
            Refusal.BAD_ANSWER, url, f"{address} answered with something else than JSON. Check its address."
        ) from None
    if not isinstance(answer, dict):
        raise refuse(Refusal.BAD_ANSWER, url, f"{address} answered with JSON of another shape. Check its address.")
    error = answer.get("error")
    if isinstance(error, dict):
        code, told = str(error.get("code", "")), str(error.get("info") or error.get("message") or error)[:200]
        if code in LATER:
            raise TryLater(f"{address} says {code}: {told}", seconds=LAGS)
        raise refuse(Refusal.BAD_ANSWER, url, f"{address} says {code}: {told}")
    return answer


def rows(answer: Mapping[str, Any], *path: str) -> list[dict[str, Any]]:
    """The list of objects at a path of keys; empty where there is none."""
    here: Any = answer
    for key in path:
        here = here.get(key) if isinstance(here, Mapping) else None
    if isinstance(here, Mapping):
        here = list(here.values())
    return [row for row in here if isinstance(row, dict)] if isinstance(here, list) else []

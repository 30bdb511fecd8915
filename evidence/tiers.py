"""How far each source may decide a claim, read from a file that the newsroom edits."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from claims.digests import sha256_of
from evidence.errors import EvidenceError
from evidence.records import Page


class Power(StrEnum):
    """What a source may do to a verdict."""

    DECIDES = "decides"  #: may settle a claim alone; its disagreement makes a conflict
    ADDS = "adds"  #: adds to what others say, settles nothing alone
    IGNORED = "ignored"  #: shown, never counted


class TiersUnreadable(EvidenceError):
    """The file of source tiers cannot be used; the message says which line and what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One class of sources."""

    name: str
    power: Power
    weight: float
    hosts: tuple[str, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiers:
    """All classes in the order of the file, and the one for every other source."""

    listed: tuple[Tier, ...]
    default: Tier
    version: str  #: digest of the file

    def of(self, page: Page) -> Tier:
        """The first tier that names the page's host or publisher."""
        host = (urlsplit(page.url).hostname or "").lower()
        publisher = page.publisher.casefold().strip()
        for tier in self.listed:
            if any(host == one or host.endswith("." + one) for one in tier.hosts):
                return tier
            if publisher and publisher in tier.publishers:
                return tier
        return self.default


def load_tiers(path: Path | None = None) -> Tiers:
    """The tiers in a file, or the shipped ones."""
    if path is None:
        return _shipped()
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise TiersUnreadable(
            f"The file of source tiers {path} cannot be read ({error.strerror}). "
            "Correct the setting `tiers`, or leave it out to use the shipped file."
        ) from error
    return _parse(text, str(path))


@lru_cache(maxsize=1)
def _shipped() -> Tiers:
    """The tiers that come with the program."""
    return _parse(files("evidence").joinpath("tiers.toml").read_text("utf-8"), "tiers.toml")


def _parse(text: str, where: str) -> Tiers:
    """The tiers that a TOML text names."""
    try:
        parsed = tomllib.loads(text)
        tiers = tuple(
            Tier(
                name=name,
                power=Power(row["power"]),
                weight=float(row["weight"]),
                hosts=tuple(host.lower() for host in row.get("hosts", ())),
                publishers=tuple(name.casefold() for name in row.get("publishers", ())),
            )
            for name, row in parsed["tiers"].items()
        )
        default = next(tier for tier in tiers if tier.name == parsed["default"])
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError, AttributeError) as error:
        raise TiersUnreadable(
            f"The file of source tiers {where} cannot be used: {error!r}. Expected [tiers.NAME] tables with "
            "power = decides, adds or ignored, and a weight. Copy evidence/tiers.toml and edit it."
        ) from error
    except StopIteration:
        raise TiersUnreadable(
            f"The file of source tiers {where} names the default {parsed['default']!r}, which it does not "
            f"hold. Known: {', '.join(parsed['tiers'])}."
        ) from None
    return Tiers(listed=tiers, default=default, version=sha256_of(text)[:12])

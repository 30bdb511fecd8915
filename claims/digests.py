"""Ids: digests of content and of what made it, so that the same work twice is the same row."""

import hashlib
import json

Part = str | int | float | bool | None


def digest(*parts: Part | list[Part] | tuple[Part, ...]) -> str:
    """32 hexadecimal characters that name exactly these parts in this order.

    >>> digest("زعم", 1) == digest("زعم", 1) != digest("زعم", 2)
    True
    """
    packed = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def sha256_of(content: bytes | str) -> str:
    """The whole SHA-256 of bytes, or of a text's UTF-8, in hexadecimal."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return hashlib.sha256(data).hexdigest()

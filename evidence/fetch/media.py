"""What kind of thing the bytes are, from what the server says and from the bytes themselves."""

import re

PDF = "application/pdf"
_BINARY = re.compile(
    rb"\A(\x89PNG|GIF8|\xff\xd8\xff|PK\x03\x04|PK\x05\x06|\x1f\x8b|\x7fELF|MZ|RIFF|OggS|ID3|BZh|7z\xbc\xaf|Rar!"
    rb"|\x00\x00\x01\x00|\xfd7zXZ|\(\xb5/\xfd|wOF[F2]|....ftyp)",
    re.DOTALL,
)
_MARKUP = re.compile(rb"\A\s*(<!doctype html|<html|<head|<body|<!--)", re.IGNORECASE)
_READABLE = re.compile(
    r"text/(?!css|javascript)|application/(x?html|xml|json|pdf|rss|atom|rdf|octet-stream)|.+\+(xml|json)$"
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32 texts are full of zero bytes


def media_type_of(header: str) -> str:
    """The type in a Content-Type header, lower case, without parameters.

    >>> media_type_of("Text/HTML; charset=windows-1256")
    'text/html'
    """
    return header.partition(";")[0].strip().lower()


def could_be_text(media_type: str) -> bool:
    """Whether a body of this declared type is worth reading at all."""
    return not media_type or _READABLE.match(media_type) is not None


def settle(media_type: str, body: bytes) -> str:
    """The type that the bytes bear out; "" where they are neither text nor PDF, whatever was declared."""
    if body[:1024].lstrip()[:5] == b"%PDF-":
        return PDF
    if _BINARY.match(body) or (b"\0" in body[:4096] and not body.startswith(_WIDE)):
        return ""
    if media_type in ("", "application/octet-stream", PDF):
        return "text/html" if _MARKUP.match(body[:1024]) else "text/plain"
    return media_type

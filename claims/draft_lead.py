"""What opens the first sentence of an article and tells only where it was written and by whom."""

import regex

_HAN = regex.compile(
    r"\s*(?:[^，。（“”]{0,16}[讯电]?\s*)?（\s*(?:本报|见习|特约|本台)?(?:记者|通讯员|实习生)[^）]{1,40}）\s*|\s*(?:本报|本台|新华社|中新社|中新网)[^，。]{0,14}[讯电]\s+"
)
_PLACE = regex.compile(
    r"\s*(?:\p{Lu}[\p{Lu}\p{M}'’.]+(?:[ ,/]+\p{Lu}[\p{Lu}\p{M}'’.]+){0,3}(?:\s*[,(][^)\n]{1,30}[)]?)?\.?\s*[–—-]{1,2}\s+)"  # noqa: E501
)
_ANY_PLACE = regex.compile(r"\s*(?:[\p{L}\p{M}\u200c]{2,}(?:[ ,،]+[\p{L}\p{M}\u200c]{2,}){0,2}\s+[–—-]{1,2}\s+)")


def lead_in(text: str, language: str, *, first: bool) -> int:
    """The length of a dateline or byline that opens a sentence; 0 for none.

    >>> lead_in("BALIKESİR - Üreticiler toplandı.", "tr", first=True)
    12
    """
    if language == "zh":
        match = _HAN.match(text)
    elif first and language in {"fa", "ur"}:
        match = _ANY_PLACE.match(text)
    else:
        match = _PLACE.match(text) if first else None
    return match.end() if match else 0

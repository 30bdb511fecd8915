"""Right-to-left text beside left-to-right: which way a text runs, and isolates around foreign runs."""

import re
import unicodedata

from markupsafe import Markup, escape

from evidence.wording import BETWEEN_LANGUAGES

FIRST_STRONG, POP = "\u2068", "\u2069"  # FSI and PDI, Unicode Standard Annex 9

_LATIN_RUN = re.compile(r"[A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9 .,:;/_'’&+%-]*[A-Za-zÀ-ɏ0-9%]|[A-Za-zÀ-ɏ]")
# Hebrew to Arabic Extended-A and their presentation forms, with the numbers and marks inside one run: apart,
# the pieces of a date would stand in the order of the wrong direction.
_RTL = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_NUMBER, _BETWEEN = r"\d(?:[\d.,/:-]*\d)?", r"[ \t.,/%()'–—-]*"
_RTL_RUN = re.compile(
    rf"(?<=“)[^“”]*[{_RTL}][^“”]*(?=”)|(?<=«)[^«»]*[{_RTL}][^«»]*(?=»)"  # a quotation is one run, whatever is in it
    rf"|(?:{_NUMBER} )?[{_RTL}]+(?:{_BETWEEN}(?:{_NUMBER})?{_BETWEEN}[{_RTL}]+)*(?: {_NUMBER})?"
)


def direction(text: str) -> str:
    """Either "rtl" or "ltr", by the first letter that has a direction.

    >>> direction("«سلام»"), direction("123 peace")
    ('rtl', 'ltr')
    """
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def isolated(text: str) -> str:
    """The text with its Latin runs in isolates when it runs right to left, for plain-text screens.

    >>> isolated("نموذج QwQ-32B") == "نموذج \u2068QwQ-32B\u2069"
    True
    """
    if direction(text) == "ltr":
        return text
    return _LATIN_RUN.sub(lambda run: f"{FIRST_STRONG}{run.group()}{POP}", text)


def bdi(text: str | None, base: str = "") -> Markup:
    """The text escaped, with every run that goes against `base` inside <bdi>, for HTML.

    >>> bdi("نموذج QwQ-32B <b>")
    Markup('نموذج <bdi>QwQ-32B</bdi> &lt;<bdi>b</bdi>&gt;')
    >>> bdi("it says 26 يوليو 1956, not 1958")
    Markup('it says <bdi>26 يوليو 1956</bdi>, not 1958')
    """
    if not text:
        return Markup()
    text = text.replace(FIRST_STRONG, "").replace(POP, "")  # said by the tags
    foreign = _LATIN_RUN if (base or direction(text)) == "rtl" else _RTL_RUN
    out, at = Markup(), 0
    for run in foreign.finditer(text):
        out += escape(text[at : run.start()]) + Markup("<bdi>{}</bdi>").format(run.group())
        at = run.end()
    return out + escape(text[at:])


def voices_in(text: str | None, wanted: str) -> list[str]:
    """What a reader of this direction can read of a text said in two scripts; all of it where nothing is.

    >>> voices_in("تناقضه صحيفة. / Contradicted by a paper.", "ltr"), voices_in("Bestätigt.", "rtl")
    (['Contradicted by a paper.'], ['Bestätigt.'])
    """
    said = voices(text)
    return [part for part in said if direction(part) == wanted] or said


def voices(text: str | None) -> list[str]:
    """A text said in two scripts, parted at each " / " between them, so that each can run its own way.

    >>> voices("تناقضه صحيفة. / Contradicted by a paper."), voices("km / h")
    (['تناقضه صحيفة.', 'Contradicted by a paper.'], ['km / h'])
    """
    parts: list[str] = []
    for part in (text or "").split(BETWEEN_LANGUAGES):
        if parts and direction(parts[-1]) == direction(part):
            parts[-1] += f"{BETWEEN_LANGUAGES}{part}"
        else:
            parts.append(part)
    return parts

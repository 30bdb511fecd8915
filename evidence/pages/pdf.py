"""The text of a PDF, page by page.

Scanned pages hold no text, and some Arabic PDFs store their letters in the order of the eye; neither is
mended here.
"""

import io
import logging
import re
from datetime import date

from evidence.pages.clean import tidy

MOST_PAGES = 300
MOST_CHARACTERS = 3_000_000
_HYPHEN = re.compile(r"(\w)[-\u00ad]\n(?=[^\W\d_])")
_ENDS = re.compile(r"[.!?:;…。！？؟۔।\"”»)\]]\s*$")


class PdfUnreadable(Exception):
    """The bytes are no PDF that can be read."""


def read_pdf(body: bytes) -> tuple[str, list[str], date | None]:
    """Title, lines and creation date of a PDF; lines that a page's width broke are joined again."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of every oddity on standard error
    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfUnreadable("it is locked with a password")  # noqa: TRY301
        pages: list[str] = []
        for page in reader.pages[:MOST_PAGES]:
            pages.append(page.extract_text() or "")
            if sum(map(len, pages)) > MOST_CHARACTERS:
                break
        about = reader.metadata
        made = about.creation_date if about is not None else None
        title = tidy(str(about.title or "")) if about is not None else ""
    except PdfUnreadable:
        raise
    except Exception as error:  # noqa: BLE001  (pypdf raises whatever a broken file makes it stumble over)
        raise PdfUnreadable(f"{type(error).__name__}: {error}"[:200]) from None
    return title, _paragraphs("\n\n".join(pages)), made.date() if made is not None else None


def _paragraphs(text: str) -> list[str]:
    out: list[str] = []
    for block in re.split(r"\n\s*\n", _HYPHEN.sub(r"\1", text)):
        open_line = ""
        for line in map(tidy, block.split("\n")):
            if not line:
                continue
            open_line = f"{open_line} {line}".strip()
            if _ENDS.search(line) or len(line) < 25:
                out.append(open_line)
                open_line = ""
        if open_line:
            out.append(open_line)
    return out

"""Evidence that a person brings: a quote, proven to stand in its page, with offsets into the page's text."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

import regex
from rapidfuzz import fuzz

from claims.digests import digest
from claims.records import Span
from evidence.errors import QuoteNotFound
from evidence.records import ManualEvidence, Page, Passage, Snapshot, StanceLabel

# What writers and keyboards put in or leave out of one and the same word: vowel signs, tatweel, direction marks.
# Vowel signs of other scripts are letters and stay.
_UNSEEN = regex.compile(
    r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SAME = {
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه",
    "‘": "'", "’": "'", "ʼ": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‟": '"',
    "«": '"', "»": '"', "″": '"', "‹": "'", "›": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "۔": ".",
}  # fmt: skip
_OUTER = regex.compile(r"^\s*[\"'«“„‹‘(\[]+|[\"'»”“›’)\]]+\s*$")
# Scripts that write words without a space between them, or hang particles on them: a quote may end inside.
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}]")
_PROCLITIC = regex.compile(r"(?:[وفبلكس]{0,2}(?:ال|لل)?|[והבלכמש]{1,3})\Z")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]")
_INSIDE_NUMBER = regex.compile(r"(?<=\p{N})[.,٫٬](?=\p{N})")


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text as quotes are compared, with the place of each character in the text itself."""

    text: str
    places: tuple[int, ...]


def prove_quote(quote: str, page: Page) -> Span:
    """Where the quote stands in the page's text; raises QuoteNotFound with the closest passage.

    Vowel signs, tatweel, letter variants, digits of any script, white space, case and the shape of quotation
    marks and dashes do not count; every other letter and every digit does, and no word or number may be cut.
    """
    wanted = _fold(quote)
    if not any(char.isalnum() for char in wanted.text):
        raise QuoteNotFound("The quote is empty: give words that stand in the page.")
    folded = _fold(page.text)
    for attempt in dict.fromkeys((wanted.text.strip(), _fold(_OUTER.sub("", quote)).text.strip())):
        span = _find(attempt, folded, page.text) if attempt else None
        if span is not None:
            return span
    raise _near_miss(wanted.text.strip(), folded, page)


def manual_evidence(
    *,
    claim_id: str,
    snapshot: Snapshot,
    page: Page,
    quote: str,
    stance: StanceLabel,
    by: str,
    note: str = "",
    at: datetime | None = None,
) -> ManualEvidence:
    """The record of a quote that a person brought for a claim; raises QuoteNotFound."""
    span = prove_quote(quote, page)
    added_at = (at or datetime.now(UTC)).astimezone(UTC)
    passage = Passage(
        id=digest(page.text_sha256, span.start, span.end),
        page_id=page.id,
        start=span.start,
        end=span.end,
        text=page.text[span.start : span.end],
        language=page.language,
        heading="",
    )
    return ManualEvidence(
        id=digest(claim_id, passage.id, stance.value, by.strip(), added_at.isoformat()),
        claim_id=claim_id,
        stance=stance,
        passage=passage,
        page=page,
        snapshot=snapshot,
        added_by=by.strip(),
        note=note.strip(),
        added_at=added_at,
    )


def _fold(text: str) -> _Folded:
    pairs: list[tuple[str, int]] = []
    run: list[tuple[str, int]] = []  # combining marks since the last letter, to be put in canonical order
    for place, char in enumerate(text):
        for part, order in _parts(char):
            if order:
                run.append((part, place))
                continue
            if run:
                pairs += sorted(run, key=lambda pair: unicodedata.combining(pair[0]))
                run.clear()
            if part != " " or (pairs and pairs[-1][0] != " "):
                pairs.append((part, place))
    pairs += sorted(run, key=lambda pair: unicodedata.combining(pair[0]))
    return _Folded("".join(char for char, _ in pairs), tuple(place for _, place in pairs))


@lru_cache(maxsize=8192)
def _parts(char: str) -> tuple[tuple[str, int], ...]:
    """What is left of one character, and for a combining mark its place in canonical order."""
    out: list[tuple[str, int]] = []
    for part in unicodedata.normalize("NFKD", char):
        if _UNSEEN.match(part):
            continue
        order = unicodedata.combining(part)
        if order:
            out.append((part, order))
        elif part.isspace():
            out.append((" ", 0))
        else:
            digit = unicodedata.decimal(part, None)
            letters = str(digit) if digit is not None else _SAME.get(part) or part.casefold()
            out += [(each, 0) for each in letters]
    return tuple(out)


def _find(wanted: str, folded: _Folded, text: str) -> Span | None:
    at = folded.text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not _cuts(folded, at, end):
            last = folded.places[end - 1] + 1
            while last < len(text) and _UNSEEN.match(text[last]) and unicodedata.combining(text[last]):
                last += 1  # the vowel signs of the last letter
            return Span(start=folded.places[at], end=last)
        at = folded.text.find(wanted, at + 1)
    return None


def _cuts(folded: _Folded, start: int, end: int) -> bool:
    """Whether a match begins or ends inside a word, a number or one character of the page."""
    text, places = folded.text, folded.places
    first, last = text[start], text[end - 1]
    before, after = text[max(0, start - 24) : start], text[end : end + 3]
    if (start and places[start - 1] == places[start]) or (end < len(text) and places[end] == places[end - 1]):
        return True
    if after and unicodedata.combining(after[0]):
        return True
    if first.isdigit() and regex.search(r"\d[.,]?\Z", before):
        return True
    if last.isdigit() and regex.match(r"[.,]?\d", after):
        return True
    if before and _WORD.match(before[-1]) and _WORD.match(first) and not first.isdigit():
        stem = regex.search(r"[\p{L}\p{M}\p{N}]+\Z", before)
        if not _UNSPACED.match(first) and not (stem and _PROCLITIC.fullmatch(stem[0])):
            return True
    return bool(
        after and _WORD.match(after[0]) and _WORD.match(last) and not last.isdigit() and not _UNSPACED.match(last)
    )


def _near_miss(wanted: str, folded: _Folded, page: Page) -> QuoteNotFound:
    found = fuzz.partial_ratio_alignment(wanted, folded.text, score_cutoff=50) if folded.text else None
    if found is None or found.dest_end <= found.dest_start:
        return QuoteNotFound(
            f"The quote does not stand in {called(page.url)}, nor anything close to it. "
            "Copy it from that page, or name the page that holds it."
        )
    start, end = _whole(page.text, folded.places[found.dest_start], folded.places[found.dest_end - 1] + 1)
    closest = " ".join(page.text[start:end].split())
    return QuoteNotFound(
        f"The quote does not stand in {called(page.url)}. The closest passage, {found.score:.0f} % alike, at "
        f"characters {start}-{end}, reads: {closest!r}. Quote it exactly, or name another page.",
        closest=closest,
        likeness=found.score,
    )


def called(url: str) -> str:
    """The page as a person knows it: a text or file that they gave has no address.

    >>> called("text#sha256=0a1b"), called("file:minutes.pdf#sha256=0a1b"), called("https://a.example/")
    ('the text given', 'the file minutes.pdf', 'https://a.example/')
    """
    kind = url.partition("#sha256=")[0]
    if kind == "text":
        return "the text given"
    return f"the file {kind.removeprefix('file:')}" if kind.startswith("file:") else url


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to whole words."""
    while start > 0 and _WORD.match(text[start - 1]) and not _UNSPACED.match(text[start - 1]):
        start -= 1
    while end < len(text) and (
        (_WORD.match(text[end]) and not _UNSPACED.match(text[end])) or _INSIDE_NUMBER.match(text, end)
    ):
        end += 1
    return start, end

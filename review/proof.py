"""The chain of a verdict walked again: bytes hashed, text extracted anew, quotes compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.digests import sha256_of
from claims.records import Article, Claim
from evidence.errors import EvidenceError
from evidence.pages import EXTRACTOR, extract_page
from evidence.records import Link, Page, Snapshot
from evidence.snapshots import Snapshots


class Outcome(StrEnum):
    """How one check came out."""

    OK = "ok"  #: made again, and the same
    FAILED = "failed"  #: made again, and not the same; or what should be there is not
    OPEN = "open"  #: cannot be made again here, for a reason that is nobody's fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing made again and compared."""

    outcome: Outcome
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The three checks behind one passage."""

    stored: Check  #: the bytes have the digest that names them
    text: Check  #: the text made from them has the digest that the page names
    quote: Check  #: the passage stands at its offsets in that text

    @property
    def holds(self) -> bool:
        """Whether all three came out as they should."""
        return all(each.outcome is Outcome.OK for each in (self.stored, self.text, self.quote))


def prove_links(links: Sequence[Link], snapshots: Snapshots) -> list[Proof]:
    """One proof a link; a page that several passages stand on is made again once."""
    made: dict[str, tuple[Check, Check, str]] = {}
    proofs = []
    for link in links:
        page = link.use.ranked.page
        if page.id not in made:
            made[page.id] = _make_again(link.snapshot, page, snapshots, removed=link.removed)
        stored, text, again = made[page.id]
        proofs.append(Proof(stored=stored, text=text, quote=_quote(link, again)))
    return proofs


def prove_claim(claim: Claim, article: Article) -> Check:
    """Whether the claim's quote stands in the article's text, and that text has its digest."""
    if sha256_of(article.text) != article.text_sha256:
        return _failed("the article's text has another digest than stored")
    if article.text[claim.quote_start : claim.quote_end] != claim.quote:
        return _failed("the quote does not stand at its offsets in the article")
    return _ok("the quote stands at its offsets, and the article's text has its digest")


def _make_again(
    snapshot: Snapshot,
    page: Page,
    snapshots: Snapshots,
    *,
    removed: bool,
    extract: Callable[[Snapshot, bytes], Page] = extract_page,
) -> tuple[Check, Check, str]:
    """Bytes and text checked, and the text as it came out now, "" where none did."""
    try:
        body = snapshots.read(page.body_sha256)
    except EvidenceError as error:  # missing, removed or damaged; the message says which
        gone = _open(str(error)) if removed else _failed(str(error))
        return gone, _open("without the bytes no text can be made"), ""
    stored = _ok(f"{len(body)} bytes read and hashed again")
    try:
        text = extract(snapshot, body).text
    except EvidenceError as error:
        return stored, _failed(f"no text came out of the bytes: {error}"), ""
    if sha256_of(text) == page.text_sha256:
        return stored, _ok(f"extracted again by {EXTRACTOR}, the same text"), text
    if page.extractor != EXTRACTOR:
        words = f"made by {page.extractor}; this program has {EXTRACTOR}, which reads the page otherwise"
        return stored, _open(words), ""
    return stored, _failed(f"{EXTRACTOR} now makes another text of the same bytes"), ""


def _quote(link: Link, again: str) -> Check:
    passage = link.use.ranked.passage
    if link.removed:
        return _open("the text was removed on request; its digest stays")
    if not again:
        stored = link.use.ranked.page.text[passage.start : passage.end]
        kept = sha256_of(link.use.ranked.page.text) == link.use.ranked.page.text_sha256
        if stored == passage.text and kept:
            return _open("it stands in the stored text, which was not made again")
        return _failed("it does not stand in the stored text")
    if again[passage.start : passage.end] == passage.text:
        return _ok("it stands at its offsets in the text made again")
    return _failed("it does not stand at its offsets in the text made again")


def _ok(words: str) -> Check:
    return Check(outcome=Outcome.OK, words=words)


def _failed(words: str) -> Check:
    return Check(outcome=Outcome.FAILED, words=words)


def _open(words: str) -> Check:
    return Check(outcome=Outcome.OPEN, words=words)

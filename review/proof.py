"""The chain of a verdict walked again: bytes hashed, text extracted anew, quotes compared."""

from collections.abc import Callable, Mapping, Sequence
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
    """One thing made again and compared; what is said of it stands in words.toml as `check_` and `says`."""

    outcome: Outcome
    says: str
    given: tuple[tuple[str, str], ...] = ()

    def told(self, words: Mapping[str, str]) -> str:
        """The outcome and what was found, in these words."""
        found = words[f"check_{self.says}"].format(**dict(self.given))
        return words[f"check_{self.outcome}"].format(words=found)


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
        return _failed("article_digest")
    if article.text[claim.quote_start : claim.quote_end] != claim.quote:
        return _failed("article_quote")
    return _ok("article_holds")


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
        gone = _open("told", error=str(error)) if removed else _failed("told", error=str(error))
        return gone, _open("bytes_lacking"), ""
    stored = _ok("bytes", bytes=str(len(body)))
    try:
        text = extract(snapshot, body).text
    except EvidenceError as error:
        return stored, _failed("no_text", error=str(error)), ""
    if sha256_of(text) == page.text_sha256:
        return stored, _ok("text", extractor=EXTRACTOR), text
    if page.extractor != EXTRACTOR:
        return stored, _open("other_extractor", made=page.extractor, extractor=EXTRACTOR), ""
    return stored, _failed("other_text", extractor=EXTRACTOR), ""


def _quote(link: Link, again: str) -> Check:
    passage = link.use.ranked.passage
    if link.removed:
        return _open("text_removed")
    if not again:
        stored = link.use.ranked.page.text[passage.start : passage.end]
        kept = sha256_of(link.use.ranked.page.text) == link.use.ranked.page.text_sha256
        if stored == passage.text and kept:
            return _open("stored_only")
        return _failed("not_stored")
    if again[passage.start : passage.end] == passage.text:
        return _ok("quote")
    return _failed("quote_gone")


def _ok(says: str, **given: str) -> Check:
    return Check(outcome=Outcome.OK, says=says, given=tuple(given.items()))


def _failed(says: str, **given: str) -> Check:
    return Check(outcome=Outcome.FAILED, says=says, given=tuple(given.items()))


def _open(says: str, **given: str) -> Check:
    return Check(outcome=Outcome.OPEN, says=says, given=tuple(given.items()))

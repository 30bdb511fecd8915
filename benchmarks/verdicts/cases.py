"""The gold of our own as records: claims with their answers, and the pages that hold the evidence."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from claims.dates import find_times
from claims.digests import digest
from claims.names import find_names
from claims.numbers import find_quantities
from claims.records import CheckWorthiness, Claim, ClaimKind, Modality, Polarity, Span, Worthiness, claim_id_of
from evidence.pages import extract_page
from evidence.passages import cut_passages
from evidence.records import Label, Origin, Page, Passage, Snapshot

GOLD = Path(__file__).parent / "gold"
FRESH = Path(__file__).parent / "gold_fresh"
HELD = Path(__file__).parent / "gold_held"
LATE = Path(__file__).parent / "gold_late"
SEALED = Path(__file__).parent / "gold_sealed"
CLOSED = Path(__file__).parent / "gold_closed"
GUARDED = Path(__file__).parent / "gold_guarded"
WALLED = Path(__file__).parent / "gold_walled"
ADDED = Path(__file__).parent / "gold_added"
BARRED = Path(__file__).parent / "gold_barred"
BOLTED = Path(__file__).parent / "gold_bolted"
DEVELOPMENT = (GOLD, FRESH, HELD, LATE, SEALED, CLOSED, GUARDED, WALLED, ADDED)
#: splits that nothing is fitted on and whose claims are never shown
HIDDEN = {"barred": (BARRED,), "bolted": (BOLTED,)}
ROOTS = {
    "seen": (GOLD,), "unseen": (GOLD,), "fresh": (FRESH,), "held": (HELD,), "late": (LATE,), "sealed": (SEALED,),
    "closed": (CLOSED,), "guarded": (GUARDED,), "walled": (WALLED,), "added": (ADDED,), **HIDDEN, "all": DEVELOPMENT,
}  # fmt: skip
SPLITS = tuple(ROOTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One claim with its answer."""

    id: str
    claim: Claim
    label: Label
    published_on: date
    split: str
    topic: str  #: claims of one topic share pages
    falsified_by: str
    relation: str
    evidence_languages: tuple[str, ...]
    pages: tuple[str, ...]
    quotes: tuple[tuple[str, str], ...]  #: path of a page, and its words that decide

    @property
    def crosses(self) -> bool:
        """Whether the evidence is in other languages only."""
        return bool(self.evidence_languages) and self.claim.language not in self.evidence_languages


def claim_of(text: str, language: str, published_on: date | None, key: str) -> Claim:
    """A claim that stands alone, as the splitter would hand it on."""
    return Claim(
        id=claim_id_of(key, text, 1, ClaimKind.CONTENT),
        article_id=digest(key),
        article_key=key,
        kind=ClaimKind.CONTENT,
        occurrence=1,
        language=language,
        quote=text,
        quote_start=0,
        quote_end=len(text),
        quote_spans=(Span(start=0, end=len(text)),),
        sentence_start=0,
        sentence_end=len(text),
        text=text,
        attribution=None,
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        worthiness=CheckWorthiness(category=Worthiness.FACTUAL, score=1.0, reason=""),
        quantities=tuple(find_quantities(text, language)),
        times=tuple(find_times(text, language, published_on=published_on)),
        names=tuple(find_names(text, language)),
        splitter="none",
    )


def gold_rows(root: Path) -> list[dict[str, Any]]:
    """The claims of a folder as they are written."""
    return [json.loads(line) for line in (root / "claims.jsonl").read_text("utf-8").splitlines()]


def sibling_file(root: Path) -> Path:
    """The sibling cases of a folder."""
    (path,) = root.glob("siblings*.jsonl")
    return path


def sibling_rows(root: Path) -> list[dict[str, Any]]:
    """The sibling cases of a folder as they are written."""
    return [json.loads(line) for line in sibling_file(root).read_text("utf-8").splitlines()]


def gold_cases(split: str, root: Path) -> list[Case]:
    """The claims of one split that a folder holds; "all" is everything that is for development."""
    cases = []
    for row in gold_rows(root):
        if split not in {"all", row["split"]}:
            continue
        published = date.fromisoformat(row["published_on"])
        cases.append(
            Case(
                id=row["id"],
                claim=claim_of(row["claim"], row["language"], published, row["id"]),
                label=Label(row["label"]),
                published_on=published,
                split=row["split"],
                topic=row["topic"],
                falsified_by=row["falsified_by"] or "",
                relation=row["relation"],
                evidence_languages=tuple(row["evidence_languages"]),
                pages=tuple(row["pages"]),
                quotes=tuple(row["evidence_quotes"].items()),
            )
        )
    return cases


def page_of(body: bytes, url: str) -> Page:
    """The page of some HTML, as read from a library folder."""
    sha = hashlib.sha256(body).hexdigest()
    return extract_page(
        Snapshot(
            id=sha[:32],
            url=url,
            final_url=url,
            redirects=(),
            status=200,
            headers=(("content-type", "text/html; charset=utf-8"),),
            media_type="text/html",
            fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
            body_sha256=sha,
            body_bytes=len(body),
            origin=Origin.LIBRARY,
        ),
        body,
    )


def gold_pages(root: Path) -> dict[str, Page]:
    """Every page of the gold by its path; none of them knows which claims it serves."""
    return {
        str(path.relative_to(root)): page_of(path.read_bytes(), f"https://gold.test/{path.relative_to(root)}")
        for path in sorted((root / "pages").rglob("*.html"))
    }


def passages_of(pages: dict[str, Page]) -> list[tuple[Page, Passage]]:
    """All passages of all pages."""
    return [(page, passage) for page in pages.values() for passage in cut_passages(page)]


def digest_of(*roots: Path) -> str:
    """SHA-256 over the claims and pages, in order of their names."""
    sha = hashlib.sha256()
    for root in roots:
        for path in [root / "claims.jsonl", *sorted((root / "pages").rglob("*.html"))]:
            sha.update(str(path.relative_to(root)).encode())
            sha.update(path.read_bytes())
    return sha.hexdigest()
